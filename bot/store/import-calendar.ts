import { readCalendar } from '../../register/import/read-calendar.ts';
import type { CalendarReading } from '../../register/import/read-calendar.ts';
import type { Store } from './store.ts';

/**
 * Brings a calendar file into the store: its school year takes the place of every stored year that it overlaps. The
 * caller says which school it is for, whatever the file calls it. Throws StoreError where the school is not stored.
 */
export async function importCalendar(
  store: Store,
  school: string,
  text: string,
  { dryRun = false }: { readonly dryRun?: boolean } = {},
): Promise<CalendarReading> {
  const reading = readCalendar(text);
  if (reading.kind === 'read' && !dryRun) await store.saveSchoolYear(school, reading.year);
  return reading;
}
