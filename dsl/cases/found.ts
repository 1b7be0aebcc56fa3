import type { DutyFinding, Finding } from '../evaluate/finding.ts';
import type { SchoolFinding } from '../evaluate/school-finding.ts';
import type { FoundValue } from '../resolve/policy.ts';

const truths: Partial<Record<FoundValue, string>> = { true: 'yes', false: 'no', undetermined: 'undetermined' };

/** Whether a finding says of a name what an example expects: `yes`, or what it says instead. */
export function foundInFinding(finding: Finding, name: string, asked: FoundValue): string {
  const threshold = finding.thresholds.find((each) => each.id === name);
  if (threshold) return asExpected(threshold.met, asked);
  const attention = finding.attention.find((each) => each.id === name);
  if (attention) return asExpected(attention.state, asked);
  const period = finding.periods.find((each) => each.id === name);
  if (period && truths[asked] !== undefined) return asExpected(period.holds, asked);
  const named = <Each extends { readonly id: string }>(list: readonly Each[]): readonly Each[] =>
    list.filter(({ id }) => id === name || id.endsWith(`.${name}`) || id === `${name}.at-most`);
  if (asked === 'open' && named(finding.options).length > 0) return 'yes';
  if (asked === 'in-range') {
    return period?.inRange === true ? 'yes' : period?.inRange === false ? 'out of its range' : 'not chosen';
  }
  if (asked === 'in-time') return inTime(named(finding.duties)[0]);
  // A bar stands while it cannot be told whether it holds: what it lacks says so.
  if (asked === 'undetermined' && named(finding.bars).some((bar) => bar.needs.length > 0)) return 'yes';
  const states = [
    ...named(finding.letters),
    ...named(finding.duties),
    ...named(finding.bars),
    ...named(finding.rewards),
    ...named(finding.reviews),
  ].map(({ state }) =>
    state === 'open question' || state === 'decide today' || state === 'not yet' ? 'waiting' : state,
  );
  if (states.length > 0) return states.some((state) => state === asked) ? 'yes' : states.join(', ');
  const open = asked === 'undetermined' && finding.undetermined.some((each) => each.about === name);
  return open ? 'yes' : 'nothing of the kind';
}

/** The same of what a school owes. */
export function foundInSchool(finding: SchoolFinding, name: string, asked: FoundValue): string {
  if (asked === 'open' && finding.options.some((each) => each.id === name)) return 'yes';
  if (asked === 'in-time') return inTime(finding.duties.find((each) => each.id === name));
  const states = [finding.letters, finding.duties, finding.bars, finding.policyReviews]
    .flatMap((list): readonly { readonly id: string; readonly state: string }[] => list)
    .filter((each) => each.id === name)
    .map(({ state }) => (state === 'open question' || state === 'decide today' ? 'waiting' : state));
  if (states.length > 0) return states.some((state) => state === asked) ? 'yes' : states.join(', ');
  return 'nothing of the kind';
}

function inTime(duty: DutyFinding | undefined): string {
  if (!duty) return 'nothing of the kind';
  return duty.inTime === null ? duty.state : duty.inTime ? 'yes' : 'late';
}

/** `yes` is kept for what is as expected: a test that holds, where something else was expected, is `true`. */
function asExpected(found: string, asked: FoundValue): string {
  if (found === truths[asked]) return 'yes';
  return found === 'yes' ? 'true' : found;
}
