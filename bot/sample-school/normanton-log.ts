import { isoDay } from '../../register/day.ts';
import { absenceRuns, absenceSoFar } from './absence-so-far.ts';
import type { SoFar } from './absence-so-far.ts';
import { logBooks } from './log-book.ts';
import type { LogBook, LogBooks } from './log-book.ts';
import type { LoggedSchool } from './sample-plan.ts';
import type { LogRow, SamplePupil } from './sample-school.ts';

const headteacher = { by: 'headteacher' };
const ewo = { by: 'trust-ewo' };

/**
 * What the school did up to the last day of the spring term: reasons taken down, letters and meetings of those whose
 * attendance fell, requests for leave, and calls about those who were missing. The names are the policy's.
 */
export function normantonLog(school: LoggedSchool): readonly LogRow[] {
  const books = logBooks(school, 'attendance-officer');
  for (const pupil of school.pupils) {
    const book = books.of(pupil);
    reasonsGiven(school, pupil, book);
    lateness(school, pupil, book);
    persistentAbsence(school, pupil, book);
    termlySummaries(school, pupil, book);
  }
  missing(books);
  leave(books);
  return books.rows();
}

/** Parents say why, in the morning of the first day; only where the register still has N has nobody said anything. */
function reasonsGiven({ schoolDays }: LoggedSchool, pupil: SamplePupil, book: LogBook): void {
  for (const { from, to, codes } of absenceRuns(pupil, schoolDays)) {
    if (codes.every((code) => code === 'N')) continue;
    if (codes[0] === 'U') book.note(from, 'reason', 'given', { time: '09:25' });
    else {
      const days = schoolDays.filter((day) => day >= from && day <= to);
      for (const day of days) book.note(day, 'absence', 'reported', { time: '08:35', by: 'parents' });
      book.note(from, 'reason', 'given', { time: '08:35' });
    }
  }
}

/** A letter two school days after the fifth U of a half term. */
function lateness({ schoolDays, calendar }: LoggedSchool, pupil: SamplePupil, book: LogBook): void {
  for (const { from, to } of calendar.years[0]!.halfTerms) {
    const late = pupil.codes.flatMap((code, index) => {
      const day = schoolDays[index >> 1]!;
      return code === 'U' && day >= from && day <= to ? [index >> 1] : [];
    });
    const sent = late.length < 5 ? undefined : schoolDays[late[4]! + 2];
    if (sent !== undefined) book.note(sent, 'lateness-warning', 'sent');
  }
}

/** How the school works through the stages with a pupil, in school days after each step. */
const pace = { letter: 3, meeting: 5, outcomes: 7, review: 20 } as const;

/** From the letter at 92% to the meetings below 90%, each a few days after the register brings it. */
function persistentAbsence({ schoolDays }: LoggedSchool, pupil: SamplePupil, book: LogBook): void {
  const soFar = absenceSoFar(pupil);
  const ill = pupil.codes.filter((code) => code === 'I').length;
  const knownIllness = pupil.educationHealthCarePlan && ill > 30;
  let stage = 0;
  let warned = false;
  let since = 0;
  let before = false;
  const note = (
    index: number,
    ...rest: Parameters<LogBook['note']> extends [unknown, ...infer Rest] ? Rest : never
  ) => {
    const day = schoolDays[index];
    if (day !== undefined) book.note(day, ...rest);
  };
  for (const [index, each] of soFar.entries()) {
    const below = rateBelow(each, 90);
    if (!warned && !below && !rateAbove(each, 92)) {
      warned = true;
      note(index + pace.letter, 'waterton.nearing-pa-letter', 'sent');
      note(index + pace.meeting, 'waterton.at-risk-meeting', 'held');
    }
    if (stage === 1 && knownIllness && index === since + pace.meeting + pace.review) {
      note(index, 'waterton.stage-1-review', 'held', ewo);
    } else if (stage > 0 && index === since + pace.meeting + pace.review) {
      const improved = isBetter(between(soFar[since + pace.meeting]!, each), soFar[since + pace.meeting]!);
      note(index, `waterton.stage-${stage}-review`, 'held', ewo);
      note(index, 'waterton.improved', improved ? 'yes' : 'no', ewo);
      stage = improved ? 0 : stage + 1;
      since = index;
      if (stage === 2) {
        note(since + pace.meeting, 'waterton.stage-2-meeting', 'held');
        note(since + pace.meeting, 'waterton.improvement-plan', 'agreed');
      }
      if (stage === 3) {
        note(since + pace.letter, 'waterton.absence-reviews.stage-3.refer-pupil', 'done', ewo);
        note(since + pace.letter, 'waterton.absence-reviews.stage-3.tell-parents', 'done');
        break;
      }
    }
    if (stage === 0 && below && !before) {
      stage = 1;
      since = index;
      if (knownIllness) note(index + 1, 'waterton.known-illness', 'yes', ewo);
      else note(index + pace.letter, 'waterton.written-warning', 'sent');
      note(index + pace.meeting, 'waterton.stage-1-meeting', 'held');
      note(index + pace.meeting, 'waterton.pa-plan', 'agreed', ewo);
      note(index + pace.outcomes, 'waterton.outcome-letter', 'sent');
    }
    before = below;
  }
}

function between(from: SoFar, to: SoFar): SoFar {
  return { possible: to.possible - from.possible, missed: to.missed - from.missed };
}

/** Whether a smaller part was missed. */
function isBetter(now: SoFar, before: SoFar): boolean {
  return now.missed * before.possible < before.missed * now.possible;
}

/** Attendance below so many per cent of the possible sessions. */
function rateBelow({ possible, missed }: SoFar, percent: number): boolean {
  return (possible - missed) * 100 < percent * possible;
}

function rateAbove({ possible, missed }: SoFar, percent: number): boolean {
  return (possible - missed) * 100 > percent * possible;
}

/** Sent home with everyone who is there that day; to the others it has yet to go. */
function termlySummaries({ schoolDays }: LoggedSchool, pupil: SamplePupil, book: LogBook): void {
  for (const day of ['2022-12-15', '2023-03-30']) {
    const afternoon = pupil.codes[schoolDays.indexOf(isoDay(day)) * 2 + 1];
    if (afternoon === '\\' || afternoon === 'L') book.note(day, 'waterton.termly-summary', 'made');
  }
}

/** Pupils of whom nobody knows where they are. */
function missing(books: LogBooks): void {
  books.named('Mia Haigh').note('2023-03-30', 'call', 'made', { time: '09:20' });
  const alfie = books.named('Alfie Cockcroft');
  alfie.note('2023-03-28', 'call', 'made', { time: '09:15' });
  alfie.note('2023-03-29', 'call', 'made', { time: '09:12' });
  alfie.note('2023-03-29', 'home-visit', 'made', { time: '11:30', ...ewo });
  alfie.note('2023-03-30', 'call', 'made', { time: '09:18' });
  books.named('Noah Beaumont').note('2023-03-30', 'safeguarding-concern', 'raised', headteacher);
}

/** Leave asked for: refused and told, not yet decided, granted and told. */
function leave(books: LogBooks): void {
  const jessica = books.named('Jessica Ormsby');
  const holiday = { about: { from: isoDay('2023-04-17'), to: isoDay('2023-04-21') }, purpose: 'a family holiday' };
  jessica.note('2023-02-24', 'waterton.term-time-leave', 'asked', holiday);
  jessica.note('2023-03-22', 'waterton.family-holiday', 'yes', headteacher);
  jessica.note('2023-03-22', 'waterton.exceptional', 'no', headteacher);
  jessica.note('2023-03-22', 'waterton.term-time-leave', 'decided', { ...holiday, ...headteacher });
  jessica.note('2023-03-22', 'waterton.term-time-leave', 'refused', { ...holiday, ...headteacher });
  jessica.note('2023-03-27', 'waterton.leave-decision', 'sent');
  for (const name of ['Oliver Castleton', 'Lily Castleton']) {
    books.named(name).note('2023-03-27', 'waterton.term-time-leave', 'asked', {
      about: { from: isoDay('2023-05-15'), to: isoDay('2023-05-19') },
      purpose: 'a wedding abroad',
    });
  }
  const rory = books.named('Rory Tomlin');
  const farewell = { about: { from: isoDay('2023-04-24'), to: isoDay('2023-04-25') }, purpose: 'a parent’s posting' };
  rory.note('2023-02-27', 'waterton.term-time-leave', 'asked', farewell);
  rory.note('2023-03-06', 'waterton.armed-forces', 'yes', headteacher);
  rory.note('2023-03-06', 'waterton.exceptional', 'yes', headteacher);
  rory.note('2023-03-06', 'waterton.term-time-leave', 'decided', { ...farewell, ...headteacher });
  rory.note('2023-03-06', 'waterton.term-time-leave', 'granted', { ...farewell, ...headteacher });
  rory.note('2023-03-08', 'waterton.leave-decision', 'sent');
}
