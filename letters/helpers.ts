import { formatDay, formatLongDay, parseIsoDay } from '../register/day.ts';
import type { FieldKind } from './letter-fields.ts';

/** A helper takes one field of one kind and gives the words for it. */
export interface LetterHelper {
  readonly takes: readonly FieldKind[];
  readonly says: string;
  readonly write: (value: string) => string;
}

/** The few helpers. A field that has nothing in it is refused before they are asked. */
export const letterHelpers: Readonly<Record<string, LetterHelper>> = {
  date: { takes: ['date'], says: '28 March 2024', write: (value) => day(value, formatDay) },
  'long-date': { takes: ['date'], says: 'Thursday 28 March 2024', write: (value) => day(value, formatLongDay) },
  percentage: { takes: ['percentage'], says: '92.4%', write: (value) => `${value}%` },
  days: { takes: ['count'], says: '7.5 days, 1 day', write: (value) => counted(value, 'day') },
  sessions: { takes: ['count'], says: '15 sessions, 1 session', write: (value) => counted(value, 'session') },
};

function day(value: string, format: (day: NonNullable<ReturnType<typeof parseIsoDay>>) => string): string {
  const parsed = parseIsoDay(value);
  if (parsed === undefined) throw new RangeError(`not a date: ${value}`);
  return format(parsed);
}

/** A no-break space keeps the number with its unit. */
function counted(value: string, unit: string): string {
  return `${value}\u00A0${unit}${value === '1' ? '' : 's'}`;
}
