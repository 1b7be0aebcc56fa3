import type { Asked } from '../asked.ts';
import type { SchoolWords } from '../school-words.ts';
import { arrivalMark, evaluateSchool, paperMark, policyPapers, policyStages } from '../../../dsl/index.ts';
import { amountsDue } from '../amounts-due.ts';
import {
  asked,
  attendancePercent,
  count,
  isBarred,
  isOpen,
  isOverdue,
  isToBeDone,
  lastAct,
  met,
  numberOf,
  one,
  stage,
  toBeDone,
} from '../asked.ts';
import { markWords } from '../mark-words.ts';
import { haltonQuestions } from './halton.ts';

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

function penaltyAmountDue(of: Asked): Answer {
  return {
    ...amountsDue(of, 'penalty-notice'),
    prosecutionMay: isOpen(of, 'penalty-notice.commence-proceedings-under-section-444-1'),
  };
}

// ── the school day, and following up ─────────────────────────────────────────────────────────────────────────────

/** What the time of the last arrival comes to; undefined where nobody arrived. */
function arrived(of: Asked): ReturnType<typeof markWords> | undefined {
  const arrival = lastAct(of, 'arrival', 'recorded');
  if (arrival?.time === undefined) return undefined;
  const half = arrival.half ?? 'AM';
  return markWords(arrivalMark(of.compiled.policy, arrival.time, half), arrival.day, half);
}

/** The report is left out, and the minute at which it came asked about: was the duty overdue by then? */
function parentReportInTime(of: Asked): Answer {
  const { about, compiled, vector } = of;
  const told = lastAct(of, 'absence', 'reported');
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

/** The rows for the reasons that were given, and those that ask of any absence. Where they differ a person decides. */
function sessionMark(of: Asked): Answer {
  const { compiled, about, asAt } = of;
  const arrival = arrived(of);
  const given = policyPapers(compiled.policy).filter(
    ({ id, kind }) => kind === 'reason' && (id === anyAbsence || lastAct(of, id, 'given') !== undefined),
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
  ...haltonQuestions,
  absenceRates,
  arrivalMark: (of) => ({ mark: arrived(of)?.mark }),
  followUpToday,
  leaveRequest,
  missingChildReport,
  offRoll,
  parentReportInTime,
  penaltyAmountDue,
  penaltyNoticeLimbs,
  persistentAbsence,
  policyReview,
  sessionMark,
  supportMapColumn,
  termlyCertificate: (of) => eligible(of, 'termly-certificate'),
  yearReward: (of) => eligible(of, 'full-year'),
};
