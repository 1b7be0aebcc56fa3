import type { Act } from '../../../register/case-log.ts';
import type { DutyFinding, PupilCase } from '../../../dsl/index.ts';
import type { Asked } from '../asked.ts';
import type { SchoolWords } from '../school-words.ts';
import { text } from '../../../cli/case-fields.ts';
import {
  arrivalMark,
  evaluateSchool,
  finesDue,
  meetingOf,
  paperMark,
  policyPapers,
  policyStages,
  recipientsOf,
  reviewDayInRange,
  servicesFor,
} from '../../../dsl/index.ts';
import { parseIsoDay } from '../../../register/day.ts';
import {
  asked,
  attendancePercent,
  count,
  isBarred,
  isDue,
  isOpen,
  isOverdue,
  met,
  numberOf,
  one,
  ruleNamed,
  stage,
} from '../asked.ts';
import { evidenceItems } from '../events/widnes-academy.ts';
import { markWords } from '../mark-words.ts';

type Answer = Readonly<Record<string, unknown>>;

// ── the Attendance Support Map ───────────────────────────────────────────────────────────────────────────────────

const map = 'support-map';

/** A column is called by the days it is reached at; the first by its title, the last, which has no end, with a plus. */
function columns({ compiled }: Asked): readonly {
  readonly id: string;
  readonly column: string;
  readonly at: number;
  readonly isKept: boolean;
}[] {
  const stages = compiled.policy.ladders.find(({ name }) => name === map)?.stages ?? [];
  return stages.map(({ name, title, entry, keptToEndOf }) => {
    const at = entry && 'value' in entry ? entry.value.numerator / entry.value.denominator : 0;
    const isKept = keptToEndOf !== undefined;
    return { id: name, column: at === 0 ? title : `${at}${isKept ? '+' : ''}`, at, isKept };
  });
}

function mapLetter({ compiled }: Asked, id: string | null): string | null {
  return (
    policyStages(compiled.policy).find((each) => each.ladder.id === map && each.stage.id === id)?.letters[0]?.title ??
    null
  );
}

function supportMapColumn(of: Asked): Answer {
  const { count: days, next } = one(of.finding().ladders, map);
  const at = stage(of, map);
  const all = columns(of);
  const here = all.findIndex(({ id }) => id === at);
  const following = all.slice(here + 1).find(({ id }) => mapLetter(of, id) !== null);
  const due = of.finding().letters.find((each) => each.stage?.id === at && each.state === 'due');
  const waiting = of.finding().letters.some((each) => each.stage?.id === at && each.state === 'waiting');
  return {
    daysAbsent: days ? numberOf(days.value) : undefined,
    column: all[here]?.column,
    letterInColumn: mapLetter(of, at),
    nextLetter: following ? mapLetter(of, following.id) : null,
    nextLetterAtDays: following?.at,
    daysUntilNext: following && next?.stage.id === following.id ? numberOf(next.needs.value) : undefined,
    letterDue: due ? true : waiting ? undefined : false,
    template: due?.title,
    persistentlyAbsent: at === 'pa',
    haltonStage3ReferralReady: met(of, 'halton.ready-for-stage-3'),
  };
}

/** For the rest of the year where the policy keeps the pupil in the column until then. */
function persistentAbsence(of: Asked): Answer {
  const { daysAbsent, column, persistentlyAbsent } = supportMapColumn(of);
  const at = columns(of).find(({ id }) => id === stage(of, map));
  return { daysAbsent, column, persistentlyAbsent, paForRemainderOfYear: at?.isKept };
}

function absenceRates(of: Asked): Answer {
  const { daysAbsent, column } = supportMapColumn(of);
  return {
    daysAbsent,
    column,
    attendancePct: attendancePercent(of),
    paWidnes10pcOrMore: met(of, 'pa-map'),
    paHaltonGlossaryUnder90: met(of, 'halton.persistently-absent-below'),
    paHaltonTSM90OrLess: met(of, 'halton.persistently-absent'),
    saHaltonGlossaryUnder50: met(of, 'halton.severely-absent-below'),
    saHaltonTSM50OrLess: met(of, 'halton.severely-absent'),
  };
}

// ── penalty notices ──────────────────────────────────────────────────────────────────────────────────────────────

/** Whether an option is open; undefined where that cannot be told. */
function mayBe(of: Asked, id: string): boolean | undefined {
  const open = isOpen(of, id);
  return !open && of.finding().undetermined.some(({ about }) => about === id) ? undefined : open;
}

function penaltyNoticeLimbs(of: Asked): Answer {
  return {
    unauthorisedSessions: count(of, 'limb-sessions'),
    attendancePct: attendancePercent(of),
    limb1Met: met(of, 'limb-sessions'),
    exclusionLimbMet: met(of, 'limb-excluded'),
    holidayLimbMet: met(of, 'limb-holiday'),
    haltonWarningLetterMay: mayBe(of, 'halton.send-penalty-warning-letter'),
  };
}

/** What a notice is counted per, by the vectors' lists of them. */
const countedPer: Readonly<Record<string, string>> = { parent: 'parents', pupil: 'childrenOnNotice' };

/** As often as the policy counts the notice; undefined where the vector does not say how many there are. */
function penaltyAmountDue(of: Asked): Answer {
  const { compiled, about, asAt, vector } = of;
  const fine = finesDue(compiled, about, asAt).find(({ id }) => id === 'penalty-notice');
  const each = fine?.pounds ? numberOf(fine.pounds.value) : undefined;
  const total = fine?.per.reduce<number | undefined>((sum, name) => {
    const counted = vector.pupil[countedPer[name] ?? name];
    return sum === undefined || !Array.isArray(counted) ? undefined : sum * counted.length;
  }, each);
  return {
    perParentPerChild: each,
    total,
    prosecutionMay: isOpen(of, 'penalty-notice.commence-proceedings-under-section-444-1'),
  };
}

// ── the school day, and following up ─────────────────────────────────────────────────────────────────────────────

/** What the time of the last arrival comes to; undefined where nobody arrived. */
function arrived({ compiled, about }: Asked): ReturnType<typeof markWords> | undefined {
  const arrival = lastAct(about, 'arrival', 'recorded');
  if (arrival?.time === undefined) return undefined;
  const half = arrival.half ?? 'AM';
  return markWords(arrivalMark(compiled.policy, arrival.time, half), arrival.day, half);
}

function lastAct({ log }: PupilCase, name: string, done: string): Act | undefined {
  return log.entries.findLast(
    (entry): entry is Act => entry.kind === 'act' && entry.name === name && entry.done === done,
  );
}

/** The report is left out, and the minute at which it came asked about: was the duty overdue by then? */
function parentReportInTime(of: Asked): Answer {
  const { about, compiled, vector } = of;
  const told = lastAct(about, 'absence', 'reported');
  if (!told) return { inTime: isOverdue(of, 'report-absence') ? false : undefined };
  const entries = about.log.entries.filter(({ id }) => id !== told.id);
  const then = asked({ vector, compiled, about: { ...about, log: { entries } }, asAt: told.day, time: told.time });
  return { inTime: !isOverdue(then, 'report-absence') };
}

function followUpToday(of: Asked): Answer {
  const home = of.finding().duties.find(({ id }) => id === 'contact-home');
  return {
    contactHome: isToBeDone(of, 'contact-home'),
    when: home?.due?.words.includes('that morning') === true ? 'this morning' : undefined,
    by: home?.subject.map(({ title }) => title),
    absenceDay: of.finding().absence?.day,
    informSocialWorker: isToBeDone(of, 'halton.inform-social-worker'),
    contactVirtualSchool: isToBeDone(of, 'halton.stages.stage-1.ask-virtual-school'),
  };
}

const toBeDone: readonly DutyFinding['state'][] = ['due', 'overdue', 'decide today', 'not yet'];

/** Undefined where that is an open question. */
function isToBeDone(of: Asked, id: string): boolean | undefined {
  ruleNamed(of, id);
  const duty = of.finding().duties.find((each) => each.id === id);
  if (duty?.state === 'open question') return undefined;
  return duty !== undefined && toBeDone.includes(duty.state);
}

/** The rows for the reasons that were given, and those that ask of any absence. Where they differ a person decides. */
function sessionMark(of: Asked): Answer {
  const { compiled, about, asAt } = of;
  const arrival = arrived(of);
  const given = policyPapers(compiled.policy).filter(
    ({ id, kind }) => kind === 'reason' && (id === anyAbsence || lastAct(about, id, 'given') !== undefined),
  );
  const marks = given.map(({ id }) => ({ id, ...markWords(paperMark(compiled, about, id, asAt), asAt, 'AM') }));
  const decided = [...marks, ...(arrival ? [{ id: anyAbsence, ...arrival }] : [])].filter(
    (mark) => mark.authorised !== undefined,
  );
  const authorised = new Set(decided.map((mark) => mark.authorised));
  return {
    authorised: authorised.size === 1 ? [...authorised][0] : undefined,
    listedAsUnauthorisedExample: decided.some((mark) => registers.includes(mark.id) && !mark.authorised),
  };
}

const anyAbsence = 'absence-reason';

/** The reasons whose rows are the policy's list of unauthorised absences. */
const registers: readonly string[] = [anyAbsence, 'appointment'];

function missingChildReport(of: Asked): Answer {
  const duties = of.finding().duties.filter(({ id }) => id === 'report-pupil' || id === 'report-pupil-2');
  const due = duties.find(({ state }) => toBeDone.includes(state));
  return {
    missingChildReportDue: due !== undefined,
    to: due?.to.map(({ title }) => title.toLowerCase()).join(', '),
  };
}

function offRoll(of: Asked): Answer {
  const barred = ['remove-the-pupil-from-roll', 'delete-the-pupil-s-name-from'].some((id) => isBarred(of, id));
  return { mayRemoveFromRoll: !barred };
}

// ── rewards and leave ────────────────────────────────────────────────────────────────────────────────────────────

function eligible(of: Asked, id: string): Answer {
  const { state } = one(of.finding().rewards, id);
  if (state === 'earned') return { eligible: true };
  return { eligible: state === 'not earned' || state === 'not on track' ? false : undefined };
}

function leaveRequest(of: Asked): Answer {
  const { compiled, about, asAt } = of;
  const mark = paperMark(compiled, about, 'term-time-leave', asAt);
  const decides = of.finding().duties.find(({ id }) => id === 'term-time-leave.decide-term-time-leave');
  return {
    considered: !isBarred(of, 'term-time-leave.consider-a-retrospective-request'),
    authorised: mark && 'authorised' in mark ? (mark.authorised ?? undefined) : undefined,
    decisionNoticeOverdue: isOverdue(of, 'term-time-leave.tell-parents'),
    legalActionMay: isOpen(of, 'term-time-leave.consider-legal-action'),
    decidedBy: decides?.subject[0]?.title,
  };
}

// ── Halton's stages ──────────────────────────────────────────────────────────────────────────────────────────────

/** What Halton asks for after a review, in the words of the vectors. */
const actions: Readonly<Record<string, string>> = {
  'halton.stages.stage-1.end-staged-process-and-monitor-attendance': 'end staged process and monitor',
  'halton.stages.stage-2.hold-further-review': 'further review',
};

function haltonStage(of: Asked): Answer {
  const at = stage(of, 'halton.stages');
  const action = Object.keys(actions).find((id) => isToBeDone(of, id) === true);
  return {
    stage: at === null ? null : Number(at.split('-').at(-1)),
    action: action && actions[action],
    considerEnforcement: isOpen(of, 'halton.stages.stage-2.enforcement-actions'),
    recordDecision: isDue(of, 'halton.stages.stage-2.record-formal-process'),
    informParentsInWriting: isDue(of, 'halton.stages.stage-2.tell-parents-2'),
    investigation: isDue(of, 'halton.cease-the-investigation') ? 'ceases' : undefined,
  };
}

function reviewDateValid({ compiled, about, asAt, vector }: Asked): Answer {
  const set = vector.events.findLast((event) => event['type'] === 'reviewDateSet');
  const day = parseIsoDay(text(set?.['date']));
  if (day === undefined) return {};
  const inRange = reviewDayInRange(compiled, about, 'halton.stage-2-review', day, asAt);
  return { withinPermittedRange: inRange === 'undetermined' ? undefined : inRange === 'yes' };
}

/** A meeting that is to come before the plan is looked at again. */
const beforePlanReview = 'halton.stages.stage-2.hold-sam-2';

function samRequired(of: Asked): Answer {
  const isBefore = isToBeDone(of, beforePlanReview) === true;
  return {
    separateMeetingRequired: isBefore || isToBeDone(of, 'halton.stages.stage-2.hold-sam'),
    before: isBefore ? 'any planned review of the plan' : undefined,
  };
}

function samChair(of: Asked): Answer {
  const { compiled, about, asAt } = of;
  const meeting = meetingOf(compiled, about, 'halton.sam', asAt);
  const surely = (parties: NonNullable<typeof meeting>['ledBy'] = []) =>
    parties.find(({ holds }) => holds === 'yes')?.anyOf[0]?.title;
  const [arranges, leads] = [surely(meeting?.arrangedBy), surely(meeting?.ledBy)];
  return {
    arranges,
    arrangesAndChairs: arranges === leads ? arranges : undefined,
    stage2ReferralForm: isToBeDone(of, 'halton.stages.stage-2.make-stage-2-referral'),
  };
}

/** What is offered, in the words of the vectors. */
const offered: Readonly<Record<string, string>> = {
  'another-meeting-date': 'another suitable meeting date',
  'home-visit': 'a home visit',
};

function afterMissedReview(of: Asked): Answer {
  const id = 'halton.stages.stage-2.offer-another-meeting-date-home-visit';
  ruleNamed(of, id);
  const offer = of.finding().duties.find((duty) => duty.id === id);
  if (offer?.state === 'open question') return {};
  const stands = offer !== undefined && toBeDone.includes(offer.state);
  return { offerOneOf: stands ? offer.act.objects.map((each) => offered[each.id] ?? each.title) : [] };
}

function stage1EvidenceComplete(of: Asked): Answer {
  const { complete, missing } = one(of.finding().evidence, 'halton.stage-1-evidence');
  const words = (item: string) => Object.keys(evidenceItems).find((each) => evidenceItems[each] === item) ?? item;
  return { complete: complete === 'undetermined' ? undefined : complete === 'yes', missing: missing.map(words) };
}

function furtherApmAllowed(of: Asked): Answer {
  return { allowed: one(of.finding().bars, 'halton.apm.at-most').state === 'lifted' };
}

/** What Halton says of a meeting that a parent missed; of others it says nothing. */
function apmProceeds(of: Asked): Answer {
  return {
    goesAhead: isDue(of, 'halton.apm.go-ahead-with-the-meeting-in') || undefined,
    planPrepared: isDue(of, 'halton.apm.prepare-a-plan') || undefined,
    recordFailureToAttend: isDue(of, 'halton.apm.record-failure-to-attend'),
  };
}

// ── whom to ring or write to ─────────────────────────────────────────────────────────────────────────────────────

/** Services by the vectors' words for them. */
const services: Readonly<Record<string, string>> = { 'halton.icart': 'iCART', 'halton.edt': 'EDT' };

function whomToCall(of: Asked): Answer {
  const { compiled, about, asAt, time } = of;
  const call = of
    .finding()
    .duties.find(
      ({ act, state }) =>
        act.verb === 'call' && toBeDone.includes(state) && act.objects.some(({ id }) => id in services),
    );
  const service = servicesFor(compiled, about, asAt, time).find(({ id }) => id === call?.act.objects[0]?.id);
  return { call: service && services[service.id], phone: service?.telephone[0] };
}

function earlyHelpContact({ compiled, about, asAt, time }: Asked): Answer {
  const found = servicesFor(compiled, about, asAt, time).filter(({ id }) => id.startsWith('halton.early-help-'));
  return { role: found.find(({ serves }) => serves === 'yes')?.title };
}

/** The letter that Halton has for each stage. */
const letterOfStage: Readonly<Record<string, string>> = {
  'stage-1': 'halton.s1l1',
  'stage-2': 'halton.s2-letter',
  'stage-3': 'halton.acceptance-letter',
};

function letterRecipients(of: Asked): Answer {
  const { compiled, about, asAt, vector } = of;
  const held = Array.isArray(vector.pupil['adults']) ? (vector.pupil['adults'] as readonly Answer[]) : [];
  const adults = held.map((adult) => ({
    id: text(adult['who']),
    parentalResponsibility: adult['pr'] === true,
    dayToDayCare: adult['dayToDayCare'] === true,
    doNotSend: false,
  }));
  const letter = letterOfStage[stage(of, 'halton.stages') ?? 'stage-1']!;
  return { recipients: recipientsOf(compiled, { ...about, adults }, letter, asAt)?.adults ?? undefined };
}

/** Letters that no ladder brings: each has a cause of its own. */
function letterDue(of: Asked): Answer {
  const due = of.finding().letters.find(({ stage: brought, state }) => brought === null && state === 'due');
  return { letterDue: due !== undefined, template: due?.title };
}

function statutorySchoolAge(of: Asked): Answer {
  const { holds, from } = one(of.finding().periods, 'halton.statutory-school-age');
  const isOf = holds === 'undetermined' ? undefined : holds === 'yes';
  return { statutorySchoolAge: isOf, compulsorySchoolAge: isOf, csaFrom: from ?? undefined };
}

function policyReview({ compiled, about, asAt }: Asked): Answer {
  const { school, schoolFacts, register, log } = about;
  const found = evaluateSchool(
    compiled,
    { school, schoolFacts, calendar: register.calendar, log, sharedLog: log },
    asAt,
  );
  return { status: one(found.policyReviews, 'policy-review').state };
}

export const widnesQuestions: SchoolWords['questions'] = {
  absenceRates,
  afterMissedReview,
  apmProceeds,
  arrivalMark: (of) => ({ mark: arrived(of)?.mark }),
  compulsorySchoolAge: statutorySchoolAge,
  earlyHelpContact,
  enforcementReferralAllowed: (of) => ({ allowed: !isBarred(of, 'halton.ews-referral.make-ews-referral-4') }),
  followUpToday,
  furtherApmAllowed,
  haltonStage,
  leaveRequest,
  letterDue,
  letterRecipients,
  medicalEvidenceConditionMet: (of) => ({ conditionMet: met(of, 'halton.medical-evidence-met') }),
  missingChildReport,
  offRoll,
  parentReportInTime,
  penaltyAmountDue,
  penaltyNoticeLimbs,
  persistentAbsence,
  policyReview,
  referralTiming: (of) => ({
    mustWaitForMeeting: isOpen(of, 'halton.ews-referral.make-ews-referral-2') ? false : undefined,
  }),
  reviewDateValid,
  samChair,
  samRequired,
  sessionMark,
  stage1EvidenceComplete,
  supportMapColumn,
  termlyCertificate: (of) => eligible(of, 'termly-certificate'),
  whomToCall,
  yearReward: (of) => eligible(of, 'full-year'),
};
