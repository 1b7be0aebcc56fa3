import type { Day } from '../../register/day.ts';
import type { PupilBatch, RegisterBatch } from '../../bot/store/register-batch.ts';
import type { Store } from '../../bot/store/store.ts';
import { marks } from './marks.ts';
import { isoDay } from '../../register/day.ts';

export const firstDay: Day = isoDay('2023-09-04');

/** A school with nothing but its settings. */
export async function withSchool(store: Store, id = 'widnes'): Promise<Store> {
  await store.saveSchool({ id, name: 'A school', policy: 'widnes', facts: {} });
  return store;
}

/** One pupil of a batch, with marks as the office prints them from the first day of September 2023. */
export function pupil(upn: string, printed: string, over: Partial<PupilBatch> = {}): PupilBatch {
  return {
    upn,
    details: {
      surname: `Surname ${upn}`,
      forename: 'Forename',
      dateOfBirth: isoDay('2014-02-03'),
      yearGroup: '5',
      registrationGroup: '5B',
    },
    marks: marks(firstDay, printed).map((mark) => ({ ...mark, minutesLate: undefined })),
    quarantined: [],
    ...over,
  };
}

export function batch(pupils: readonly PupilBatch[], over: Partial<RegisterBatch> = {}): RegisterBatch {
  return {
    school: 'widnes',
    source: 'register.csv',
    profile: 'generic',
    by: 'office',
    at: '2024-03-28T09:00:00.000Z',
    pupils,
    ...over,
  };
}
