import type { Random } from './random.ts';

/** How much a pupil is absent over the whole year, and what in Halton's figures goes with it. */
export interface AbsenceLevel {
  /** In half days, out of 190. */
  readonly daysAbsent: number;
  readonly freeSchoolMeals: boolean;
  readonly educationHealthCarePlan: boolean;
}

/**
 * Shares of pupils persistently absent in 2021-22, all school types (Halton Attendance Framework 2023–2026): of those
 * eligible for free school meals, of the others, of those with an EHC plan, and of all. The first two and the last
 * make 38.7% of pupils eligible.
 */
const persistent = { freeSchoolMeals: 0.3988, others: 0.1696, educationHealthCarePlan: 0.3771, all: 0.2584 } as const;
const eligible = (persistent.all - persistent.others) / (persistent.freeSchoolMeals - persistent.others);

/** Of all pupils: those with an EHC plan, and those who miss half of the year and more. */
const withPlan = 0.045;
const severe = 0.0075;

/**
 * A level for every pupil, family by family: siblings are eligible for free school meals together. The shares hold
 * as nearly as whole pupils allow, whatever the seed; who gets which is chance.
 */
export function absenceLevels(familySizes: readonly number[], random: Random): AbsenceLevel[] {
  const meals = eligibleFamilies(familySizes, random).flatMap((isEligible, family) =>
    Array.from({ length: familySizes[family]! }, () => isEligible),
  );
  const everyone = random.shuffled(meals.map((_, pupil) => pupil));
  const group = (isEligible: boolean) => everyone.filter((pupil) => meals[pupil] === isEligible);
  const [poor, others] = [group(true), group(false)];
  const poorPersistent = Math.round(poor.length * persistent.freeSchoolMeals);
  const othersPersistent = Math.round(others.length * persistent.others);
  // Eligible pupils first, so that the severely absent, at the front, are among them.
  const often = [...poor.slice(0, poorPersistent), ...others.slice(0, othersPersistent)];
  const seldom = random.shuffled([...poor.slice(poorPersistent), ...others.slice(othersPersistent)]);
  const plans = pupilsWithPlan(meals.length, random.shuffled(often), seldom);

  const days = new Map<number, number>();
  const severely = often.splice(0, Math.max(1, Math.round(meals.length * severe)));
  spread(severely, (part) => 97 + 18 * part, days);
  spread(random.shuffled(often), (part) => 20 + 32 * part * part * part, days);
  spread(seldom, (part) => 18.2 * part * part, days);
  return meals.map((freeSchoolMeals, pupil) => ({
    daysAbsent: days.get(pupil)!,
    freeSchoolMeals,
    educationHealthCarePlan: plans.has(pupil),
  }));
}

function eligibleFamilies(familySizes: readonly number[], random: Random): boolean[] {
  const pupils = familySizes.reduce((sum, size) => sum + size, 0);
  const result = familySizes.map(() => false);
  let count = 0;
  for (const family of random.shuffled(familySizes.map((_, index) => index))) {
    if (count >= Math.round(pupils * eligible)) break;
    result[family] = true;
    count += familySizes[family]!;
  }
  return result;
}

function pupilsWithPlan(pupils: number, often: readonly number[], seldom: readonly number[]): Set<number> {
  const count = Math.round(pupils * withPlan);
  const absent = Math.round(count * persistent.educationHealthCarePlan);
  return new Set([...often.slice(0, absent), ...seldom.slice(0, count - absent)]);
}

/** Gives the pupils values from one end of a curve to the other, at even steps from 0 to 1, in half days. */
function spread(pupils: readonly number[], daysAt: (part: number) => number, days: Map<number, number>): void {
  for (const [index, pupil] of pupils.entries()) {
    days.set(pupil, Math.round(daysAt((index + 0.5) / pupils.length) * 2) / 2);
  }
}
