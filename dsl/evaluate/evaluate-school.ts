import type { CaseLog } from '../../register/case-log.ts';
import type { Day } from '../../register/day.ts';
import type { SchoolCalendar } from '../../register/school-calendar.ts';
import type { CompiledLayer, CompiledPolicy } from '../compile/compiled-policy.ts';
import type { Timeline } from '../compile/timeline.ts';
import type { EvidenceFinding } from './finding.ts';
import type { OfSchools, SchoolFinding } from './school-finding.ts';
import type { RuleAnswers } from './rules.ts';
import { formatIsoDay } from '../../register/day.ts';
import { timeline } from '../compile/timeline.ts';
import { policyInForce } from './evaluate.ts';
import { evidenceFindings } from './evidence.ts';
import { policyReview } from './policy-review.ts';
import { ruleFindings } from './rules.ts';

/** A school as its policies are asked what it owes: when it meets, and what it and the schools beside it did. */
export interface SchoolCase {
  readonly school: string;
  readonly schoolFacts: Readonly<Record<string, boolean>>;
  readonly calendar: SchoolCalendar;
  /** What this school did, by the names of its policy. */
  readonly log: CaseLog;
  /** What the schools under one trust, cluster or framework did together. */
  readonly sharedLog: CaseLog;
}

/** What the policy, with the layers above it, asks of a school as at the end of a day. Pure: the same arguments give the same finding. */
export function evaluateSchool(compiled: CompiledPolicy, about: SchoolCase, asAt: Day): SchoolFinding {
  const own = daysOf(compiled, about, about.log, asAt);
  const together = daysOf(compiled, about, about.sharedLog, asAt);
  const answers = compiled.layers.flatMap((layer) => [
    answersOf(layer, own, 'each school'),
    answersOf(layer, together, 'the schools together'),
  ]);
  const all = <Key extends Exclude<keyof SchoolAnswers, 'of'>>(
    key: Key,
  ): readonly (SchoolAnswers[Key][number] & OfSchools)[] =>
    answers.flatMap(({ of, [key]: found }) => found.map((each) => ({ ...each, of })));
  return {
    kind: 'school finding',
    school: about.school,
    policy: policyInForce(compiled, asAt),
    asAt: formatIsoDay(asAt),
    duties: all('duties'),
    options: all('options'),
    letters: all('letters').map((letter) => ({ ...letter, reason: null })),
    bars: all('bars'),
    evidence: all('evidence'),
    policyReviews: compiled.layers.flatMap((layer) => {
      const isOwn = layer.policy === compiled.policy;
      return policyReview(layer.policy, layer.prefix, isOwn ? own : together);
    }),
    undetermined: answers.flatMap((each) => each.undetermined),
  };
}

type SchoolAnswers = OfSchools & RuleAnswers & { readonly evidence: readonly EvidenceFinding[] };

function answersOf(layer: CompiledLayer, days: Timeline, of: OfSchools['of']): SchoolAnswers {
  return { of, ...ruleFindings(layer, days, of), evidence: evidenceFindings(layer, days, of) };
}

/** A school's days, with nobody's marks. */
function daysOf(compiled: CompiledPolicy, about: SchoolCase, log: CaseLog, asAt: Day): Timeline {
  const { calendar, school, schoolFacts } = about;
  const sessions = new Uint8Array(calendar.schoolDays.length * 2);
  return timeline(
    {
      school,
      schoolFacts,
      pupil: '',
      pupilFacts: {},
      dateOfBirth: undefined,
      onRoll: { onRollFrom: undefined, onRollTo: undefined },
      register: { calendar, codes: { codes: [] }, sessions, uncounted: [] },
      log,
      registerTo: undefined,
    },
    asAt,
    compiled.classes,
  );
}
