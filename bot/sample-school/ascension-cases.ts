import { isoDay } from '../../register/day.ts';
import type { LogBook, LogBooks } from './log-book.ts';

const champion = { by: 'senior-attendance-champion' };
const headteacher = { by: 'headteacher' };

/** What was done about those whom the sample names, whatever the seed; see `ascension-marks.ts` for their marks. */
export function ascensionCases(books: LogBooks): void {
  const of = books.named;
  of('Poppy Hadley').note('2026-03-25', 'attendance-concern', 'noted', champion);
  lettersTo(of('Reuben Tranter'), ['2026-01-20', '2026-01-22']);
  lettersTo(of('Bobby Hodgetts'), ['2026-01-20', '2026-01-22', '2026-03-24']);
  lettersTo(of('Ivy Cartledge'), ['2025-11-24', '2025-11-26', '2026-02-09', '2026-02-11']);
  agencies(of('Leo Bytheway'));
  noticeToImprove(of('Ruby Perrins'));
  twoNotices(of('Jenson Grosvenor'));
  of('Harry Darby').note('2026-03-26', 'elements.medical-evidence', 'asked');
  doubted(of('Max Attwood'));
  severe(of('Scarlett Nock'));
  backAfterIllness(of('Jude Millward'));
  late(of('Teddy Wedge'));
  for (const name of ['Olive Hingley', 'Rufus Hingley']) holiday(of(name));
  travelling(of('Nell Doherty'));
  suspended(of('Riley Pargeter'));
}

/** Concern noted, the initial letter, not improved for no legitimate reason, the follow up letter. */
function lettersTo(book: LogBook, [noted, initial, judged, followUp]: readonly string[]): void {
  book.note(noted!, 'attendance-concern', 'noted', champion);
  book.note(initial!, 'elements.initial-letter', 'sent');
  if (judged === undefined) return;
  book.note(judged, 'elements.improved', 'no', champion);
  book.note(judged, 'elements.legitimate-reason', 'no', champion);
  if (followUp !== undefined) book.note(followUp, 'elements.follow-up-letter', 'sent');
}

function agencies(book: LogBook): void {
  lettersTo(book, ['2025-10-24', '2025-11-04', '2025-12-01', '2025-12-03']);
  book.note('2025-12-10', 'elements.formal-meeting', 'held', headteacher);
  book.note('2026-02-26', 'elements.improved-since', 'no', champion);
  book.note('2026-03-02', 'local-authority', 'asked', headteacher);
}

/** A period of five weeks, to 13 April 2026. */
function noticeToImprove(book: LogBook): void {
  lettersTo(book, ['2026-01-16', '2026-01-19']);
  book.note('2026-02-03', 'support', 'offered', champion);
  book.note('2026-02-27', 'elements.support-appropriate', 'yes', headteacher);
  book.note('2026-02-27', 'elements.engaged', 'no', headteacher);
  book.note('2026-03-09', 'elements.notice-to-improve', 'offered', headteacher);
  book.note('2026-03-09', 'elements.notice-to-improve', 'issued', {
    ...headteacher,
    items: [
      'details of the pupil’s attendance record and of the offences',
      'the benefits of regular attendance and the duty under section 7 of the Education Act 1996',
      'details of the support provided so far',
      'opportunities for further support',
      'a clear warning, with what sufficient improvement looks like',
      'a clear timeframe for the improvement period',
      'the grounds for a penalty notice before the end of the improvement period',
    ],
  });
  const fiveWeeks = { from: isoDay('2026-03-10'), to: isoDay('2026-04-13') };
  book.note('2026-03-09', 'elements.improvement', 'chosen', { ...headteacher, about: fiveWeeks });
}

/** Both to the mother: the first paid, the second not yet, with 28 days over on 30 March 2026. */
function twoNotices(book: LogBook): void {
  lettersTo(book, ['2025-10-06', '2025-10-08', '2025-11-03', '2025-11-05']);
  book.note('2025-11-06', 'support', 'offered', champion);
  const toMother = { ...headteacher, adult: 'Tracy Grosvenor' };
  for (const [checked, considered, issued, from, to] of [
    ['2025-11-10', '2025-11-12', '2025-11-17', '2025-09-22', '2025-10-17'],
    ['2026-02-23', '2026-02-26', '2026-03-02', '2026-01-19', '2026-02-06'],
  ] as const) {
    book.note(checked, 'local-authority-check', 'made', headteacher);
    book.note(considered, 'elements.penalty-consideration', 'made', {
      ...headteacher,
      items: [
        'whether the national threshold has been met',
        'whether a penalty notice is the best available tool',
        'whether another solution would be more appropriate',
        'whether the Equality Act 2010 makes a notice inappropriate',
      ],
    });
    book.note(considered, 'elements.penalty-notice', 'decided', champion);
    const about = { from: isoDay(from), to: isoDay(to) };
    book.note(issued, 'elements.penalty-notice', 'issued', { ...toMother, about });
    book.note(issued, 'copy', 'sent');
  }
  book.note('2025-12-05', 'elements.penalty-notice', 'paid', { adult: 'Tracy Grosvenor', note: '£80.' });
}

function doubted(book: LogBook): void {
  book.note('2026-03-23', 'elements.illness', 'given', { time: '08:45' });
  book.note('2026-03-23', 'authenticity-doubt', 'raised', headteacher);
  book.note('2026-03-24', 'elements.illness.tell-parents', 'done', headteacher);
  book.note('2026-03-25', 'elements.illness', 'refused', headteacher);
}

function severe(book: LogBook): void {
  lettersTo(book, ['2025-10-13', '2025-10-15', '2025-11-10', '2025-11-12']);
  book.note('2025-10-20', 'attendance-fall', 'noted', champion);
  book.note('2025-10-22', 'elements.inform-local-authority', 'done', headteacher);
  book.note('2025-11-19', 'elements.attendance-meeting', 'held', champion);
  book.note('2025-12-01', 'support', 'offered', champion);
  book.note('2026-01-14', 'challenging-engagement', 'noted', headteacher);
  book.note('2026-01-28', 'elements.formal-conversation', 'held', headteacher);
  book.note('2026-02-02', 'safeguarding-concern', 'raised', headteacher);
  book.note('2026-03-04', 'elements.support-effective', 'no', headteacher);
  book.note('2026-03-04', 'elements.engaged', 'yes', headteacher);
}

function backAfterIllness(book: LogBook): void {
  book.note('2026-01-19', 'elements.medical-evidence', 'asked');
  book.note('2026-01-22', 'elements.medical-evidence', 'given');
  book.note('2026-02-23', 'lengthy-absence', 'ended', champion);
  book.note('2026-02-26', 'elements.reintegration-meeting', 'held', champion);
  book.note('2026-02-26', 'elements.reintegration-plan', 'agreed', champion);
}

function late(book: LogBook): void {
  book.note('2026-02-06', 'punctuality-concern', 'noted', { by: 'class-teacher' });
  book.note('2026-02-06', 'contact', 'made');
  book.note('2026-03-18', 'persistent-lateness', 'noted', champion);
}

function holiday(book: LogBook): void {
  const week = { about: { from: isoDay('2026-03-09'), to: isoDay('2026-03-13') }, purpose: 'a family holiday' };
  book.note('2026-02-02', 'elements.leave-of-absence', 'asked', week);
  for (const how of ['request-it-via-the-school-s', 'apply-as-far-in-advance-as']) {
    book.note('2026-02-02', `elements.leave-of-absence.${how}`, 'done', { by: 'parents' });
  }
  for (const ground of ['regulated-performance', 'interview', 'study-leave', 'part-time-timetable', 'exceptional']) {
    book.note('2026-02-04', `elements.${ground}`, 'no', headteacher);
  }
  book.note('2026-02-04', 'elements.protest', 'no', headteacher);
  book.note('2026-02-04', 'elements.family-holiday', 'yes', headteacher);
  book.note('2026-02-04', 'elements.leave-of-absence', 'decided', { ...week, ...headteacher });
  book.note('2026-02-04', 'elements.leave-of-absence', 'refused', { ...week, ...headteacher });
  book.note('2026-03-09', 'elements.leave-of-absence', 'taken', week);
  book.note('2026-03-23', 'local-authority-check', 'made', headteacher);
}

function travelling(book: LogBook): void {
  book.note('2026-01-26', 'elements.travelling', 'given', { time: '08:45' });
  book.note('2026-01-26', 'elements.occupational-travel', 'yes', headteacher);
  book.note('2026-01-26', 'elements.provision-known', 'no', headteacher);
}

function suspended(book: LogBook): void {
  book.note('2026-03-23', 'suspension', 'started', headteacher);
  book.note('2026-03-23', 'elements.suspended', 'given', headteacher);
  book.note('2026-03-23', 'public-place-notice', 'given', headteacher);
  book.note('2026-03-25', 'public-place', 'found', { time: '11:10', ...headteacher });
  book.note('2026-03-25', 'elements.justified', 'no', headteacher);
}
