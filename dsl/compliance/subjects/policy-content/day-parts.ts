import type { Rule } from '../../../resolve/policy.ts';
import type { PartFinder } from './part-finder.ts';
import { clauseHolds } from '../../clause.ts';
import { absenceReach } from '../absence/absence-reach.ts';
import { namedTime, owed, placeOfRule, textsOf } from './part-finder.ts';
import { isUnauthorised } from '../registers/arrival-meaning.ts';
import { isFamilys } from '../../reading/who-acts.ts';

/** Parents and pupils are to attend, and to be punctual. */
export const expectations: PartFinder = (policy, regime) =>
  placeOfRule(policy, regime, (rule) => isFamilys(policy, rule) && owed(rule) && textsOf(rule).some(isAttending));

/** The session begins at a time, or a time is named for the start of the day. */
export const dayStart: PartFinder = (policy, regime) =>
  namedTime(policy, regime, /\bday[- ](?:starts|begins)\b|\b(?:start|beginning) of the (?:school )?day\b/i) ??
  policy.halfDays.find(({ half, from, place }) => half === 'AM' && from !== undefined && clauseHolds(place, regime.day))
    ?.place;

export const dayClose: PartFinder = (policy, regime) =>
  namedTime(policy, regime, /\bday[- ](?:ends|closes|finishes)\b|\b(?:end|close) of the (?:school )?day\b/i);

export const morningCloses = registerCloses('AM');
export const afternoonCloses = registerCloses('PM');

/** A time after which an arrival is an unauthorised absence. */
function registerCloses(half: 'AM' | 'PM'): PartFinder {
  return (policy, regime) =>
    policy.halfDays
      .find((each) => each.half === half && clauseHolds(each.place, regime.day))
      ?.rows.find(
        ({ enters, bounds, place }) =>
          isUnauthorised(regime, enters) &&
          bounds.some(({ kind, time }) => (kind === 'after' || kind === 'from') && time !== undefined) &&
          clauseHolds(place, regime.day),
      )?.place;
}

/** Parents ask for leave: of a leave by its name, or in words within it. */
export const leaveRequest: PartFinder = (policy, regime) => {
  const leaves = new Set(policy.papers.filter(({ paper }) => paper === 'leave').map(({ name }) => name));
  return placeOfRule(policy, regime, (rule) => {
    if (!isFamilys(policy, rule)) return false;
    if (rule.act.kind === 'verb') return rule.act.verb === 'ask' && namesALeave(rule, leaves);
    const ofLeave = leaves.has(rule.paper ?? '') || rule.act.texts.some((text) => /\bleave\b|\bholiday/i.test(text));
    return ofLeave && rule.act.texts.some((text) => /\b(?:request|appl(?:y|ication)|form)\b/i.test(text));
  });
};

function namesALeave({ timing, paper }: Rule, leaves: ReadonlySet<string>): boolean {
  return (
    leaves.has(paper ?? '') ||
    timing.some((each) => each.kind === 'for whom' && each.names.some((name) => leaves.has(name.split('.').at(-1)!)))
  );
}

/** Parents report an absence, or contact the school about one. */
export const absenceReport: PartFinder = (policy, regime) =>
  placeOfRule(policy, regime, (rule) => {
    if (!isFamilys(policy, rule)) return false;
    const onADay = rule.timing.some(({ kind }) => kind === 'absence day') || absenceReach(policy, rule) === 'first';
    if (rule.act.kind === 'words')
      return rule.act.texts.some((text) =>
        onADay
          ? /\b(?:report|notify|contact|inform|call|telephone)/i.test(text)
          : /\b(?:report|notify)\b.*\babsen/i.test(text),
      );
    const { verb, objects } = rule.act;
    return (
      (verb === 'report' && objects.includes('absence')) || (verb === 'contact' && objects.includes('school') && onADay)
    );
  });

function isAttending(text: string): boolean {
  return /\battend(?!ance)|\bon time\b|\bpunctual/i.test(text);
}
