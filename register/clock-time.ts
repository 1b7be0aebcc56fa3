/** A time of day as minutes after midnight, 0 to 1,439, on the school's own clock (Europe/London). */
export type ClockTime = number & { readonly __clockTime: true };

export const minutesADay = 24 * 60;
export const noon = (minutesADay / 2) as ClockTime;

/** The session that a time belongs to where nothing else says it: before noon, the morning's. */
export function halfOf(time: ClockTime): 'AM' | 'PM' {
  return time < noon ? 'AM' : 'PM';
}

/** Reads `08:45`, `8:45`, `8.45am`, `3.20pm`; anything else is undefined. */
export function parseClockTime(text: string): ClockTime | undefined {
  const match = /^(\d{1,2})[:.](\d{2})\s*(am|pm)?$/i.exec(text.trim());
  if (!match) return undefined;
  let hour = Number(match[1]);
  const minute = Number(match[2]);
  const half = match[3]?.toLowerCase();
  if (half !== undefined && (hour < 1 || hour > 12)) return undefined;
  if (half === 'pm' && hour < 12) hour += 12;
  if (half === 'am' && hour === 12) hour = 0;
  return hour < 24 && minute < 60 ? ((hour * 60 + minute) as ClockTime) : undefined;
}

/** `08:45`. */
export function formatClockTime(time: ClockTime): string {
  return `${String(Math.floor(time / 60)).padStart(2, '0')}:${String(time % 60).padStart(2, '0')}`;
}
