import { partsOf, weekdayOf } from '../../register/day.ts';
import type { Day } from '../../register/day.ts';
import type { Random } from './random.ts';

/** One run of absence: its code, its first session counted from 0, and how many sessions it lasts. */
export interface AbsenceSpell {
  readonly code: string;
  readonly first: number;
  readonly sessions: number;
}

/** What a pupil's absence is mostly made of. */
export type Temperament = 'unwell' | 'kept at home' | 'late' | 'in trouble';

/** The next spell of a pupil of this temperament; it may begin on any school day. */
export function absenceSpell(schoolDays: readonly Day[], temperament: Temperament, random: Random): AbsenceSpell {
  const { cause } = random.pickByShare(causes[temperament]);
  return spells[cause](schoolDays, random);
}

/** Weeks on end, for those who hardly come at all. */
export function longSpell(schoolDays: readonly Day[], code: string, random: Random): AbsenceSpell {
  return { code, first: anyDay(schoolDays, random) * 2, sessions: random.between(10, 30) * 2 };
}

type Cause = 'illness' | 'appointment' | 'kept at home' | 'late' | 'exceptional' | 'excluded';

const causes: Readonly<Record<Temperament, readonly { readonly cause: Cause; readonly share: number }[]>> = {
  unwell: shares({ illness: 68, appointment: 18, 'kept at home': 8, late: 3, exceptional: 3, excluded: 0 }),
  'kept at home': shares({ illness: 38, appointment: 10, 'kept at home': 44, late: 7, exceptional: 1, excluded: 0 }),
  late: shares({ illness: 38, appointment: 10, 'kept at home': 14, late: 36, exceptional: 2, excluded: 0 }),
  'in trouble': shares({ illness: 34, appointment: 6, 'kept at home': 32, late: 16, exceptional: 0, excluded: 12 }),
};

const spells: Readonly<Record<Cause, (schoolDays: readonly Day[], random: Random) => AbsenceSpell>> = {
  illness: (schoolDays, random) => {
    const first = inSeason(schoolDays, random) * 2 + (random.chance(0.15) ? 1 : 0);
    const { days } = random.pickByShare(daysIll);
    return { code: 'I', first, sessions: days * 2 - (random.chance(0.12) ? 1 : 0) };
  },
  appointment: (schoolDays, random) => ({
    code: 'M',
    first: random.between(0, schoolDays.length * 2 - 1),
    sessions: 1,
  }),
  'kept at home': (schoolDays, random) => ({
    code: 'O',
    first: weekendEdge(schoolDays, random) * 2,
    sessions: random.chance(0.8) ? 2 : random.chance(0.5) ? 4 : 1,
  }),
  late: (schoolDays, random) => ({ code: 'U', first: anyDay(schoolDays, random) * 2, sessions: 1 }),
  exceptional: (schoolDays, random) => ({
    code: 'C',
    first: anyDay(schoolDays, random) * 2,
    sessions: random.between(1, 2),
  }),
  excluded: (schoolDays, random) => ({
    code: 'E',
    first: anyDay(schoolDays, random) * 2,
    sessions: random.between(1, 3) * 2,
  }),
};

const daysIll = [
  { days: 1, share: 42 },
  { days: 2, share: 28 },
  { days: 3, share: 16 },
  { days: 4, share: 7 },
  { days: 5, share: 7 },
];

/** January to December: how much more illness goes round. */
const season = [1.3, 1.2, 1.1, 0.8, 0.8, 0.8, 0.8, 0.8, 0.8, 1, 1.3, 1.5] as const;

function anyDay(schoolDays: readonly Day[], random: Random): number {
  return random.between(0, schoolDays.length - 1);
}

function inSeason(schoolDays: readonly Day[], random: Random): number {
  for (;;) {
    const index = anyDay(schoolDays, random);
    if (random.next() * 1.5 < season[partsOf(schoolDays[index]!).month - 1]!) return index;
  }
}

/** A Monday or a Friday, seven times in ten. */
function weekendEdge(schoolDays: readonly Day[], random: Random): number {
  const edge = random.chance(0.7);
  for (;;) {
    const index = anyDay(schoolDays, random);
    const weekday = weekdayOf(schoolDays[index]!);
    if (!edge || weekday === 1 || weekday === 5) return index;
  }
}

function shares(of: Readonly<Record<Cause, number>>) {
  return Object.entries(of).map(([cause, share]) => ({ cause: cause as Cause, share }));
}
