/** One session of one pupil, as a key of a map. */
export function sessionKey(row: { readonly pupil: string; readonly day: number; readonly half: number }): string {
  return `${row.pupil} ${row.day} ${row.half}`;
}
