import type { ClockTime } from '../../register/clock-time.ts';
import type { Day } from '../../register/day.ts';
import type { CompiledPolicy } from '../compile/compiled-policy.ts';
import type { PupilCase, Timeline } from '../compile/timeline.ts';
import type * as f from './finding.ts';
import { formatClockTime } from '../../register/clock-time.ts';
import { formatIsoDay } from '../../register/day.ts';
import { fraction } from '../../register/fraction.ts';
import { current, schoolSpan } from '../compile/calendar-tables.ts';
import { familySchools } from '../compile/condition-family.ts';
import { sumIn } from '../compile/running-sums.ts';
import { timeline } from '../compile/timeline.ts';
import { absenceDay } from './absence-day.ts';
import { attentionFindings } from './attention.ts';
import { bandFinding } from './bands.ts';
import { evidenceFindings } from './evidence.ts';
import { ladderFinding } from './ladders.ts';
import { limitFindings } from './limits.ts';
import { periodFindings } from './periods.ts';
import { quantity } from './quantities.ts';
import { reviewFinding } from './reviews.ts';
import { rewardFinding } from './rewards.ts';
import { ruleFindings } from './rules.ts';
import { contradictionFindings } from './contradictions.ts';
import { thresholdFinding } from './thresholds.ts';

/** What a list of many pupils asks of each: stages, rewards, or what is to be done, with the stages, letters and reviews that bring it. */
export type FindingPart = 'ladders' | 'rewards' | 'duties';

/**
 * What the policy, with the layers above it, says of a pupil as at the end of a day, or a minute of it. Pure: the same
 * arguments give the same finding. Where one part alone is asked for, it is as in the whole finding, and other lists are
 * empty; reasons are then those of that part.
 */
export function evaluate(
  compiled: CompiledPolicy,
  about: PupilCase,
  asAt: Day,
  at?: ClockTime,
  only?: FindingPart,
): f.Finding {
  const whole = only === undefined;
  const days = timeline(about, asAt, compiled.classes, at);
  const reasons: f.Reason[] = [];
  const undetermined: f.Undetermined[] = [];
  const ladders: f.LadderFinding[] = [];
  const thresholds: f.ThresholdFinding[] = [];
  const periods: f.PeriodFinding[] = [];
  const bands: f.BandFinding[] = [];
  const rewards: f.RewardFinding[] = [];
  const duties: f.DutyFinding[] = [];
  const options: f.OptionFinding[] = [];
  const letters: f.LetterFinding[] = [];
  const bars: f.BarFinding[] = [];
  const reviews: f.ReviewFinding[] = [];
  const evidence: f.EvidenceFinding[] = [];
  const contradictions: f.ContradictionFinding[] = [];
  const attention: f.AttentionFinding[] = [];
  for (const layer of compiled.layers) {
    for (const each of only !== 'rewards' ? layer.ladders : []) {
      const answer = ladderFinding(each, layer.prefix, days, reasons.length);
      ladders.push(answer.finding);
      reasons.push(...answer.reasons);
      undetermined.push(...answer.undetermined);
    }
    for (const each of whole ? layer.thresholds : []) {
      const answer = thresholdFinding(each, layer.prefix, days, reasons.length);
      thresholds.push(answer.finding);
      reasons.push(...answer.reasons);
      undetermined.push(...answer.undetermined);
    }
    if (whole) periods.push(...periodFindings(layer, days));
    for (const each of whole ? layer.bands : []) {
      const answer = bandFinding(each, layer.prefix, days);
      bands.push(answer.finding);
      undetermined.push(...answer.undetermined);
    }
    for (const each of whole || only === 'rewards' ? layer.rewards : []) {
      const answer = rewardFinding(each, layer.prefix, days);
      if (!answer) continue;
      rewards.push(answer.finding);
      undetermined.push(...answer.undetermined);
    }
    if (!whole && only !== 'duties') continue;
    for (const each of layer.reviews) {
      const answer = reviewFinding(each, layer, days);
      if (!answer) continue;
      reviews.push(answer.finding);
      duties.push(...answer.duties);
      undetermined.push(...answer.undetermined);
    }
    const answers = ruleFindings(layer, days, 'pupil', reasons.length);
    duties.push(...answers.duties);
    options.push(...answers.options);
    letters.push(...answers.letters);
    reasons.push(...answers.reasons);
    bars.push(...answers.bars);
    undetermined.push(...answers.undetermined);
    if (!whole) continue;
    bars.push(...limitFindings(layer, days));
    evidence.push(...evidenceFindings(layer, days));
    contradictions.push(...contradictionFindings(layer, days));
    attention.push(...attentionFindings(layer, days));
  }
  return {
    kind: 'finding',
    school: about.school,
    policy: policyInForce(compiled, asAt),
    pupil: about.pupil,
    asAt: formatIsoDay(asAt),
    at: at === undefined ? null : formatClockTime(at),
    registerTo: about.registerTo ? { date: formatIsoDay(about.registerTo.day), session: about.registerTo.half } : null,
    tally: tallyOf(compiled, days),
    ladders,
    thresholds,
    periods,
    absence: absenceFinding(days),
    bands,
    rewards,
    duties,
    options,
    letters,
    bars,
    reviews,
    evidence,
    contradictions,
    attention,
    family: familyOf(about),
    undetermined,
    reasons,
  };
}

export function policyInForce(compiled: CompiledPolicy, asAt: Day): f.PolicyInForce {
  const { policy, digest } = compiled;
  const { from, to } = policy.inForce;
  return {
    id: policy.id,
    title: policy.title,
    digest,
    inForce: { from: from === undefined ? null : formatIsoDay(from), to: to === undefined ? null : formatIsoDay(to) },
    covers: (from === undefined || from <= asAt) && (to === undefined || asAt <= to),
  };
}

function absenceFinding(days: Timeline): f.AbsenceFinding | null {
  const found = absenceDay(days, days.asAt);
  return found ? { from: formatIsoDay(found.from), day: found.number } : null;
}

/** The schools of the pupil's family, where it is known. */
export function familyOf(about: PupilCase): f.FamilySchools | null {
  const schools = familySchools(about);
  const members = about.memberSchools;
  return schools ? { schools, memberSchools: members ? schools.filter((each) => members.includes(each)) : null } : null;
}

/** The school year so far, by the register alone. */
function tallyOf(compiled: CompiledPolicy, days: Timeline): f.TallyFinding {
  const year = current(days.tables, 'school years', days.asAt);
  const span = year && schoolSpan(days.tables, { from: year.from, to: days.asAt });
  const count = (name: 'possible' | 'attended' | 'authorised' | 'unauthorised' | 'late'): number =>
    span ? sumIn(days.sums[compiled.classes.slotOf({ class: name })]!, span) : 0;
  const possible = count('possible');
  return {
    from: year ? formatIsoDay(year.from) : null,
    possible,
    attended: count('attended'),
    authorised: count('authorised'),
    unauthorised: count('unauthorised'),
    late: count('late'),
    notTaken: span ? sumIn(days.notTaken, span) : 0,
    attendance: possible === 0 ? null : quantity(fraction(count('attended'), possible), '%'),
  };
}
