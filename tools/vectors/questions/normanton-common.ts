import type { Act } from '../../../register/case-log.ts';
import type { DutyFinding, LeaveFinding, PaperMark, ReviewFinding, ThingName } from '../../../dsl/index.ts';
import type { Asked } from '../asked.ts';
import type { SchoolWords } from '../school-words.ts';
import { list, text } from '../../../cli/case-fields.ts';
import {
  arrivalMark,
  bandAt,
  classRewards,
  evaluate,
  leaveFindings,
  paperMark,
  policyPapers,
  recipientsOf,
} from '../../../dsl/index.ts';
import { parseIsoDay } from '../../../register/day.ts';
import { fraction } from '../../../register/fraction.ts';
import {
  attendancePercent,
  count,
  isBarred,
  isDue,
  isOpen,
  isOverdue,
  letterIsDue,
  met,
  numberOf,
  one,
  stage,
} from '../asked.ts';
import { reasonIn, saysNothing } from '../events/normanton-common.ts';
import { amountsDue } from '../amounts-due.ts';
import { markWords } from '../mark-words.ts';
import { isCalled } from '../paper-called.ts';

type Answer = Readonly<Record<string, unknown>>;

/** Roles of the policies by the vectors’ words for them. */
const roles: Readonly<Record<string, string>> = {
  'waterton.ewo': 'Trust EWO',
  'waterton.pastoral-team': 'school pastoral team member',
  'waterton.dsl': 'DSL',
  'waterton.attendance-officer': 'Attendance Officer',
};

function roleWords(names: readonly ThingName[]): readonly string[] {
  return names.map(({ id, title }) => roles[id] ?? title);
}

/** The band of a figure by the colour it is named for. */
function colour(id: string | undefined): string | undefined {
  return id === undefined ? undefined : id.slice(0, 1).toUpperCase() + id.slice(1);
}

// ── the school day ───────────────────────────────────────────────────────────────────────────────────────────────

function lastAct({ about }: Asked, name: string, done: string): Act | undefined {
  return about.log.entries.findLast(
    (entry): entry is Act => entry.kind === 'act' && entry.name === name && entry.done === done,
  );
}

function arrived(asked: Asked): Answer {
  const arrival = lastAct(asked, 'arrival', 'recorded');
  if (arrival?.time === undefined) return {};
  const half = arrival.half ?? 'AM';
  const { mark, code } = markWords(arrivalMark(asked.compiled.policy, arrival.time, half), arrival.day, half);
  return { mark, code };
}

function lateArrivalTasks(asked: Asked): Answer {
  const record = asked.finding().duties.find((each) => each.id === 'record-time-of-arrival-reason-for-lateness');
  return {
    ...arrived(asked),
    phoneParent: isDue(asked, 'call-parents'),
    parentRecords: record?.act.objects.map((each) => each.title) ?? [],
  };
}

/** By the rows of the reason that was given last, for the session that the vector names. */
function sessionMark(asked: Asked): Answer {
  const { vector, compiled, about, asAt } = asked;
  const named = (type: string) => vector.events.findLast((event) => event['type'] === type);
  const of = named('absent') ?? named('return') ?? {};
  const half = of['session'] === 'PM' ? 'PM' : 'AM';
  const day = parseIsoDay(text(of['date'] ?? of['at']).slice(0, 10)) ?? asAt;
  const given = text(named('finalReason')?.['value'] ?? named('parentReport')?.['reason']);
  const reason = named('medicalAppointment') ? 'waterton.medical-appointment' : reasonFor(asked, given);
  const mark = reason === undefined ? undefined : paperMark(compiled, about, reason, asAt, day, half);
  return { ...markWords(mark, day, half), listedAsUnauthorisedExample: mark !== undefined && isListed(asked, mark) };
}

/** The reason whose other names are what the document lists as not permitted, under the heading that is its title. */
const unpermitted = 'waterton.unpermitted';

function reasonFor({ compiled }: Asked, given: string): string | undefined {
  if (isCalled(compiled.policy, unpermitted, given)) return unpermitted;
  return reasonIn(given) ?? (saysNothing(given) ? 'waterton.unexplained' : undefined);
}

function isListed({ compiled }: Asked, mark: PaperMark): boolean {
  const { title } = one(policyPapers(compiled.policy), unpermitted);
  return mark.kind === 'class' && mark.class === 'unauthorised' && mark.clause.cite?.includes(title) === true;
}

// ── absence ──────────────────────────────────────────────────────────────────────────────────────────────────────

const toBeDone: readonly DutyFinding['state'][] = ['due', 'overdue', 'decide today', 'not yet'];

function duties(asked: Asked, ...ids: readonly string[]): readonly DutyFinding[] {
  return asked.finding().duties.filter((each) => ids.includes(each.id) && toBeDone.includes(each.state));
}

/** True while it is to be done or was done, false where it does not apply, undefined where that cannot be told. */
function applies(asked: Asked, id: string): boolean | undefined {
  const found = asked.finding().duties.find((each) => each.id === id);
  return found?.state === 'open question' ? undefined : found !== undefined;
}

function followUpToday(asked: Asked): Answer {
  const [call] = duties(asked, 'call-parents-2', 'waterton.call-parents');
  const visits = duties(asked, 'waterton.visit-home', 'waterton.visit-home-2');
  const by = visits.flatMap((each) => roleWords(each.by));
  return {
    phoneParent: call !== undefined,
    window: call?.window ? [call.window.from, call.window.to] : undefined,
    homeVisitDue: visits.length > 0,
    by: by.length > 0 ? by : undefined,
    absenceDay: asked.finding().absence?.day,
    informSocialWorker: isDue(asked, 'waterton.tell-social-worker'),
    socialCareDirectReferralMay: isOpen(asked, 'waterton.refer-pupil') || isOpen(asked, 'refer-pupil-2'),
    safeAndWellCheckMay:
      isOpen(asked, 'waterton.ask-community-police') || isOpen(asked, 'ask-waterton-community-police'),
    contactNumbersSufficient: contactNumbersSufficient(asked),
  };
}

/** Each telephone number that the pupil’s data holds is one recorded. */
function contactNumbersSufficient(asked: Asked): boolean | undefined {
  const held = asked.vector.pupil['emergencyContacts'];
  const numbers = Array.isArray(held) ? held.length : typeof held === 'number' ? held : undefined;
  if (numbers === undefined) return undefined;
  const { about, asAt, compiled } = asked;
  const recorded = Array.from({ length: numbers }, (_, index): Act => ({
    id: `number-${index}`,
    kind: 'act',
    name: 'contact-number',
    done: 'recorded',
    day: asAt,
    time: undefined,
    about: undefined,
    recordedAt: '',
    by: 'vector',
    note: '',
  }));
  const log = { entries: [...about.log.entries, ...recorded] };
  const found = one(evaluate(compiled, { ...about, log }, asAt).thresholds, 'waterton.enough-contacts');
  return found.met === 'undetermined' ? undefined : found.met === 'yes';
}

function cmeReferral(asked: Asked): Answer {
  const found = asked.finding().duties.find((each) => each.id === 'waterton.refer-pupil-2');
  const due = found?.state === 'open question' ? undefined : found !== undefined && found.state !== 'done';
  return { cmeReferralDue: due, to: due ? found?.to[0]?.title : undefined };
}

// ── the ladder ───────────────────────────────────────────────────────────────────────────────────────────────────

function absenceStep(asked: Asked): Answer {
  const { attendance } = asked.finding().tally;
  const [per, cent = '1'] = attendance?.value.split('/') ?? [];
  const figure = per === undefined ? undefined : fraction(Number(per), Number(cent) * 100);
  return {
    attendancePct: attendancePercent(asked),
    stage1Triggered: met(asked, 'waterton.below-ninety'),
    letter92Due: letterIsDue(asked, 'waterton.nearing-pa-letter'),
    band: figure && colour(bandAt(asked.compiled, 'waterton.summary', figure)?.id),
  };
}

const ladder = 'waterton.absence-reviews';

function ladderAfterReview(asked: Asked): Answer {
  const at = stage(asked, ladder);
  const { reviews, duties: owed } = asked.finding();
  const review = lastOpened(reviews);
  const hold = owed.find((each) => each.id === `${ladder}.${at}.hold-${at}-meeting` && each.state !== 'done');
  const refer = owed.find((each) => each.id === `${ladder}.stage-3.refer-pupil`);
  const supportive = isDue(asked, `${ladder}.stage-1.monitor-closely-and-sensitively-in-a`);
  const ends = review?.latest ?? undefined;
  return {
    reviewPeriodEnds: ends,
    reviewPeriodEnded: review && isOver(review),
    stage: at === null ? null : Number(at.split('-').at(-1)),
    meeting: hold?.act.objects[0]?.title,
    attendees: hold?.with.map((each) => each.title),
    referTo: refer?.to[0]?.title,
    notifyParents: isDue(asked, `${ladder}.stage-3.tell-parents`),
    socialCareReferralThresholdMet: met(asked, 'waterton.social-care-threshold'),
    mode: supportive ? 'supportive monitoring' : undefined,
    stage2Required: at === 'stage-2',
  };
}

/** The last day of its weeks, at the end of which it is due, has come, or it was held. */
function isOver({ state }: ReviewFinding): boolean {
  return state === 'due' || state === 'overdue' || state === 'held';
}

function lastOpened(reviews: readonly ReviewFinding[]): ReviewFinding | undefined {
  return reviews
    .filter((each) => each.opened !== null)
    .toSorted((a, b) => (a.opened! < b.opened! ? -1 : 1))
    .at(-1);
}

// ── penalty notices ──────────────────────────────────────────────────────────────────────────────────────────────

function schoolAge(asked: Asked): Answer {
  const period = one(asked.finding().periods, 'waterton.compulsory-school-age');
  const holds = period.holds === 'undetermined' ? undefined : period.holds === 'yes';
  return { compulsorySchoolAge: holds, statutorySchoolAge: holds, csaFrom: period.from ?? undefined };
}

function penaltyNoticeAvailable(asked: Asked): Answer {
  const due = applies(asked, 'waterton.penalty-notice.issue-penalty-notice');
  const open = isOpen(asked, 'waterton.penalty-notice.issue-penalty-notice-2');
  return { penaltyNoticeAvailable: open || due, ...schoolAge(asked) };
}

function penaltyAmountDue(asked: Asked): Answer {
  const court = isDue(asked, 'waterton.penalty-notice.bring-the-matter-before-the-magistrates');
  return { ...amountsDue(asked, 'waterton.penalty-notice'), magistratesCourt: court, prosecutionMay: court };
}

// ── leave and rewards ────────────────────────────────────────────────────────────────────────────────────────────

function leaveRequest(asked: Asked): Answer {
  const leave = leaveFindings(asked.compiled, asked.about, asked.asAt).at(-1);
  const owed = asked.finding().duties;
  const decide = owed.find((each) => each.id === 'waterton.term-time-leave.decide-term-time-leave');
  const overdue = isOverdue(asked, 'waterton.term-time-leave.send-leave-decision');
  return {
    noticeDays: leave?.noticeDays ?? undefined,
    inTime: leave?.inTime ?? undefined,
    decisionLetterOverdue: overdue,
    decisionNoticeOverdue: overdue,
    approved: leave && approved(asked, leave),
    recognisedExceptionalCategory: met(asked, 'waterton.recognised-exceptional'),
    decidedBy: decide?.subject[0]?.title,
  };
}

/** As decided; before that, not where the policy bars it and nothing can lift the bar. */
function approved(asked: Asked, { id, granted }: LeaveFinding): boolean | undefined {
  if (granted !== null) return granted;
  if (id === 'waterton.flexi-schooling' && isBarred(asked, `${id}.grant-flexi-schooling`)) return false;
  return undefined;
}

function leaveTaken(asked: Asked): Answer {
  const mark = paperMark(asked.compiled, asked.about, 'waterton.term-time-leave', asked.asAt);
  const { code, authorised } = markWords(mark, asked.asAt, 'AM');
  return { code, authorised, ...penaltyLevel(asked) };
}

function penaltyLevel(asked: Asked): Answer {
  return { countInWindow: count(asked, 'waterton.penalty-level'), thresholdMet: met(asked, 'waterton.penalty-level') };
}

function weeklyClassRecognition({ vector, compiled, asAt }: Asked): Answer {
  const tallies = list(vector.events)
    .filter((event) => event['type'] === 'classWeek')
    .map((event) => ({
      class: text(event['class']),
      phase: text(event['phase']),
      possible: Number(event['possible']),
      attended: Number(event['attended']),
    }));
  const rewards = classRewards(compiled, tallies, 'school weeks', asAt);
  const best = one(rewards, 'best-class').classes;
  const phases = [...new Set(best.flatMap(({ phase }) => phase ?? []))];
  const inPhase = (phase: string): string | readonly string[] => {
    const names = best.filter((each) => each.phase === phase).map((each) => each.class);
    return names.length === 1 ? names[0]! : names;
  };
  const target = one(rewards, 'class-on-target');
  return {
    highestInPhase: Object.fromEntries(phases.map((phase) => [phase, inPhase(phase)])),
    metTarget: target.needs.length > 0 ? undefined : target.classes.map((each) => each.class),
  };
}

function earned(asked: Asked, id: string): Answer {
  const { state } = one(asked.finding().rewards, id);
  if (state === 'undetermined' || state === 'on track') return {};
  return { eligible: state === 'earned' };
}

function summaryBand(asked: Asked): Answer {
  const { band, rate } = one(asked.finding().bands, 'waterton.summary');
  return { attendancePct: rate === null ? undefined : numberOf(rate.value), band: colour(band?.id) };
}

/** The letters of the trust go to the same parents: the written warning stands for them. */
function letterRecipients({ vector, compiled, about, asAt }: Asked): Answer {
  const adults = list(vector.pupil['adults']).map((adult) => ({
    id: text(adult['who']),
    parentalResponsibility: adult['pr'] === true,
    dayToDayCare: adult['dayToDayCare'] === true,
    doNotSend: false,
  }));
  return {
    recipients: recipientsOf(compiled, { ...about, adults }, 'waterton.written-warning', asAt)?.adults ?? undefined,
  };
}

export const normantonCommon: SchoolWords['questions'] = {
  absenceStep,
  arrivalMark: arrived,
  attendanceDutyApplies: (asked) => ({ csaDutyApplies: schoolAge(asked)['compulsorySchoolAge'] }),
  belowTarget: (asked) => ({ belowTarget: met(asked, 'below-target') }),
  cmeReferral,
  compulsorySchoolAge: (asked) => ({ ...schoolAge(asked), summerBorn: met(asked, 'waterton.summer-born') }),
  enforce: (asked) => ({ enforce: met(asked, 'waterton.enforce-guard') }),
  followUpToday,
  formalise: (asked) => ({
    formaliseGuardMet: met(asked, 'waterton.formalise-guard'),
    explainConsequences: applies(asked, 'waterton.explain-the-consequences-clearly'),
    jointParentingContractMay: isOpen(asked, 'waterton.offer-parenting-contract-supervision-order'),
  }),
  full190Days: (asked) => ({
    daysAttended: count(asked, 'waterton.full-days'),
    full190: met(asked, 'waterton.full-days'),
  }),
  ladderAfterReview,
  lateArrivalTasks,
  letterRecipients,
  latenessWarningLetter: (asked) => ({
    uThisHalfTerm: count(asked, 'lateness-warning-level'),
    letterDue: letterIsDue(asked, 'lateness-warning'),
  }),
  leaveRequest,
  leaveTaken,
  parentReportInTime: (asked) => ({ inTime: one(asked.finding().duties, 'report-absence').inTime ?? undefined }),
  penaltyAmountDue,
  penaltyNoticeAvailable,
  penaltyNoticeThreshold: penaltyLevel,
  persistentLateness: (asked) => ({ persistentLateness: met(asked, 'persistent-lateness') }),
  // No date of review is printed, and nothing of taking a pupil off the roll but whom to tell.
  policyReview: () => ({}),
  offRoll: () => ({}),
  sessionMark,
  summaryBand,
  termly100: (asked) => earned(asked, 'full-term'),
  weeklyClassRecognition,
  yearly100: (asked) => earned(asked, 'full-year'),
};
