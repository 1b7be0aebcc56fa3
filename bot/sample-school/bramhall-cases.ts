import { isoDay } from '../../register/day.ts';
import { legalCases } from './bramhall-legal-cases.ts';
import { noticed, onAPlan, reviewed } from './bramhall-steps.ts';
import type { LogBook, LogBooks } from './log-book.ts';

const headOfYear = { by: 'head-of-year' };
const leader = { by: 'senior-leader' };

/** What was done about those whom the sample names, whatever the seed; see `bramhall-marks.ts` for their marks. */
export function bramhallCases(books: LogBooks): void {
  const of = books.named;
  noticed(of('Maya Standish'), '2026-03-16');
  onAPlan(of('Ethan Hollins'), '2025-12-01', '2026-02-02');
  reviewed(of('Ethan Hollins'), '2026-03-10', 'no');
  onAPlan(of('Callum Leigh'), '2025-12-08', '2026-02-09');
  onAPlan(of('Zara Mottram'), '2025-11-03', '2025-12-01');
  reviewed(of('Zara Mottram'), '2026-01-08', 'no');
  reviewed(of('Zara Mottram'), '2026-02-12', 'yes');
  medicalCases(of('Noah Pownall'), of('Lottie Ashworth'));
  noticed(of('Phoebe Grange'), '2026-02-27');
  of('Phoebe Grange').note('2026-03-20', 'stockport.minor-ailments', 'yes', headOfYear);
  of('Phoebe Grange').note('2026-03-20', 'stockport.could-attend-more', 'yes', headOfYear);
  sick(of('Amelia Ladybrook'), of('George Fernacre'));
  leave(of('Sofia Poynton'), '2026-03-06');
  leave(of('Luca Poynton'), '2026-03-04');
  travelling(of('Jimmy Doran'));
  protectedChild(of('Ellie Ridge'));
  late(of('Mason Birtles'));
  of('Isaac Bridge').note('2026-03-25', 'arrival', 'recorded', { time: '08:40' });
  legalCases(books);
}

/** Both noticed and medical: of one the school waits for medical staff, of the other they have agreed and Stage 2 began. */
function medicalCases(waiting: LogBook, agreed: LogBook): void {
  for (const book of [waiting, agreed]) {
    noticed(book, '2025-12-11');
    book.note('2025-12-15', 'medical-case', 'known', headOfYear);
    book.note('2025-12-16', 'stockport.serious-need', 'yes', headOfYear);
    book.note('2025-12-16', 'stockport.could-attend-more', 'yes', headOfYear);
    book.note('2025-12-19', 'stockport.stage-1-letter', 'sent');
    book.note('2026-01-12', 'stockport.medical-action-plan', 'agreed', headOfYear);
  }
  waiting.note('2026-03-16', 'case-for-stage-2', 'decided', headOfYear);
  agreed.note('2026-02-05', 'medical-agreement', 'given', { by: 'medical-staff' });
  agreed.note('2026-02-09', 'stockport.stage-2-letter', 'sent');
  agreed.note('2026-02-26', 'stockport.stage-2-meeting', 'held', headOfYear);
  agreed.note('2026-02-26', 'stockport.attendance-plan', 'agreed', headOfYear);
}

/** Expected back on 17 April: six school days from 26 March are two in March and four in April. */
function sick(fifteen: LogBook, thirteen: LogBook): void {
  const expected = { about: { from: isoDay('2026-03-26'), to: isoDay('2026-04-16') } };
  for (const book of [fifteen, thirteen]) {
    book.note('2026-03-25', 'medical-report', 'given', { by: 'parents' });
    book.note('2026-03-25', 'expected-return-date', 'given', { by: 'parents' });
    book.note('2026-03-25', 'absence', 'expected', expected);
  }
}

function leave(book: LogBook, last: string): void {
  const days = { about: { from: isoDay('2026-03-02'), to: isoDay(last) }, purpose: 'a family holiday' };
  book.note('2026-02-09', 'leave-form', 'received');
  book.note('2026-02-09', 'leave-of-absence.put-the-request-in-writing-on', 'done', { by: 'parents' });
  book.note('2026-02-09', 'leave-of-absence', 'asked', days);
  book.note('2026-02-11', 'is-holiday', 'yes', leader);
  book.note('2026-02-11', 'exceptional', 'no', leader);
  book.note('2026-02-11', 'leave-of-absence', 'refused', { ...days, ...leader });
  book.note('2026-03-02', 'leave-of-absence', 'taken', days);
  if (last === '2026-03-06') book.note('2026-03-10', 'local-authority', 'asked', leader);
}

function travelling(book: LogBook): void {
  for (const day of ['2025-10-06', '2026-01-12']) {
    book.note(day, 'travelling', 'given', { time: '08:10', by: 'parents' });
    book.note(day, 'travel-absence', 'agreed', leader);
    book.note(day, 'known-elsewhere', 'no', leader);
  }
}

/** In the Child Protection process: no separate meeting at Stage 2, and the Social Worker is told. */
function protectedChild(book: LogBook): void {
  noticed(book, '2026-01-19');
  book.note('2026-01-30', 'stockport.stage-1-letter', 'sent');
  book.note('2026-02-04', 'notify-social-worker', 'done', leader);
  book.note('2026-02-24', 'stockport.stage-2-letter', 'sent');
  book.note('2026-02-27', 'stockport.attendance-plan', 'agreed', headOfYear);
  book.note('2026-03-03', 'stockport.social-worker', 'consulted', leader);
}

function late(book: LogBook): void {
  for (const [day, time] of [
    ['2026-03-04', '08:44'],
    ['2026-03-11', '08:52'],
    ['2026-03-18', '08:39'],
    ['2026-03-24', '08:48'],
  ] as const) {
    book.note(day, 'arrival', 'recorded', { time });
    book.note(day, 'break-detention', 'given', { time: '10:50', by: 'form-tutor' });
  }
  book.note('2026-03-18', 'break-detention', 'missed', { time: '11:10', by: 'form-tutor' });
  book.note('2026-03-24', 'regular-lateness', 'noted', { by: 'form-tutor' });
}
