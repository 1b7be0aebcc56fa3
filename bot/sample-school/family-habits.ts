import type { Random } from './random.ts';

/** What the pupils of one family do together. Days are counted from 0, as in `calendar.schoolDays`. */
export interface FamilyHabits {
  readonly keepsEid: boolean;
  /** A holiday in term time, without leave. */
  readonly holiday: { readonly firstDay: number; readonly days: number } | undefined;
  /** Gypsy, Roma and Traveller families: away while the parents travel for their trade. */
  readonly travels: { readonly firstDay: number; readonly days: number } | undefined;
  /** Lives where a storm stops every bus. */
  readonly cutOff: boolean;
  /** How often a morning begins late. */
  readonly lateness: number;
}

export function familyHabits(keepsEid: boolean, schoolDays: number, random: Random): FamilyHabits {
  const lateness = random.next();
  return {
    keepsEid,
    holiday: random.chance(0.2) ? away(random, schoolDays, 3, 10) : undefined,
    travels: random.chance(0.03) ? away(random, schoolDays, 4, 15) : undefined,
    cutOff: random.chance(0.025),
    lateness: lateness < 0.7 ? 0.006 : lateness < 0.93 ? 0.03 : 0.12,
  };
}

function away(random: Random, schoolDays: number, least: number, most: number) {
  const days = random.between(least, most);
  return { firstDay: random.between(10, schoolDays - days - 6), days };
}
