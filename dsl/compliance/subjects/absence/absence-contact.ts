import type { ClockTime } from '../../../../register/clock-time.ts';
import type { Place, Policy, Rule, RuleTiming } from '../../../resolve/policy.ts';
import type { Question } from '../../subject.ts';
import { clauseHolds } from '../../clause.ts';
import { absenceReach } from './absence-reach.ts';
import { inLayer } from '../../reading/notice-before.ts';
import { isSchools } from '../../reading/who-acts.ts';

/** Contact that a school makes with a family because a pupil is absent. */
export interface AbsenceContact {
  readonly place: Place;
  /** Owed: what only may be done binds nobody. */
  readonly owed: boolean;
  /** The latest day of the absence, from 1, by which it is first made; undefined where no time is said. */
  readonly day: number | undefined;
  /** The time of that day by which it is made, where one is said. */
  readonly by: ClockTime | undefined;
  /** Whether it is made again while the absence lasts, or once contact has failed. */
  readonly again: boolean;
  /** Whether it is said what is done: made each school day, say; and not only named, as “first-day calling”. */
  readonly said: 'each day' | 'once' | 'named';
}

/** All of it that the policy and the layers above say of any absence, nearest first. */
export function absenceContacts({ layers, regime }: Pick<Question, 'layers' | 'regime'>): readonly AbsenceContact[] {
  return layers.flatMap((policy) => contactsIn(policy).filter(({ place }) => clauseHolds(place, regime.day)));
}

/** Worked out once for a policy. */
function contactsIn(policy: Policy): readonly AbsenceContact[] {
  const known = worked.get(policy);
  if (known) return known;
  const found = policy.rules.flatMap((rule) => {
    if (rule.mode !== 'duty' && rule.mode !== 'option') return [];
    const contact = isSchools(policy, rule) ? contactOf(policy, rule) : undefined;
    return contact ? [{ ...contact, place: rule.place, owed: rule.mode === 'duty' }] : [];
  });
  worked.set(policy, found);
  return found;
}

const worked = new WeakMap<Policy, readonly AbsenceContact[]>();

function contactOf(policy: Policy, rule: Rule): Omit<AbsenceContact, 'place' | 'owed'> | undefined {
  const reach = absenceReach(policy, rule);
  if (reach === 'fewer') return undefined;
  if (rule.act.kind === 'words' && isFirstDayCalling(rule.act.texts))
    return { day: 1, by: undefined, again: false, said: 'named' };
  const days = rule.timing.flatMap((timing) => (timing.kind === 'absence day' ? timing.numbers : []));
  if ((reach === 'open' && days.length === 0) || !isContact(policy, rule)) return undefined;
  const eachDay = rule.timing.some(isEachSchoolDay);
  const again = reach === 'later' || eachDay || days.some((day) => day > 1) || isVisit(rule);
  const said = eachDay ? 'each day' : 'once';
  if (reach === 'later') return { day: undefined, by: undefined, again, said };
  const [first] = days.toSorted((a, b) => a - b);
  return { day: first ?? (eachDay ? 1 : dayByTiming(rule.timing)), by: timeBy(rule.timing), again, said };
}

/** “First-day calling”, said of all absence. */
function isFirstDayCalling(texts: readonly string[]): boolean {
  return texts.some((text) => /\bfirst[- ]day\b.*\b(?:call|contact|response|absence procedure)/i.test(text));
}

/** Contact with the family or its home, or with whom the school holds as a contact; in words, where they say so. */
function isContact(policy: Policy, { act, to }: Rule): boolean {
  if (act.kind === 'words')
    return act.texts.some(
      (text) => contactWords.test(text) && /\b(?:parent|carer|home|famil|contact|visit)/i.test(text),
    );
  if (!['call', 'contact', 'visit', 'ask', 'tell', 'notify', 'inform', 'write'].includes(act.verb)) return false;
  return [...act.objects, ...to].some((name) => isOfFamily(policy, name));
}

const contactWords = /\b(?:call|contact|telephone|phone|ring|text|e-?mail|reach|visit)(?:s|ing|ed)?\b/i;

function isOfFamily(policy: Policy, name: string): boolean {
  if (['parents', 'parent', 'family', 'home'].includes(name)) return true;
  const role = inLayer(policy, name, ({ roles }) => roles)?.found;
  return role !== undefined && (role.adults !== undefined || /\bcontacts?\b/i.test(role.title));
}

function isVisit({ act }: Rule): boolean {
  return act.kind === 'verb' && act.verb === 'visit';
}

function isEachSchoolDay(timing: RuleTiming): boolean {
  return timing.kind === 'each' && timing.unit === 'school days';
}

function timeBy(timings: readonly RuleTiming[]): ClockTime | undefined {
  for (const timing of timings) {
    if (timing.kind === 'by time' || timing.kind === 'before time' || timing.kind === 'at time') return timing.time;
    if (timing.kind === 'between times') return timing.until;
  }
  return undefined;
}

/** A rule that stands from the first day is owed on that day itself, or so many days after it. */
function dayByTiming(timings: readonly RuleTiming[]): number | undefined {
  const days = timings.flatMap((timing): readonly number[] => {
    switch (timing.kind) {
      case 'same school day':
      case 'that morning':
      case 'by time':
      case 'before time':
      case 'at time':
      case 'between times':
        return [1];
      case 'within':
        return timing.of?.name === 'absence' && timing.unit.endsWith('days') ? [1 + timing.number] : [];
      default:
        return [];
    }
  });
  return days.length === 0 ? undefined : Math.min(...days);
}
