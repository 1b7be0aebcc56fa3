import { isoDay } from '../../register/day.ts';
import { onAPlan, reviewed } from './bramhall-steps.ts';
import type { LogBook, LogBooks } from './log-book.ts';

const leader = { by: 'senior-leader' };
const authority = { by: 'local-authority' };
const ewo = { by: 'education-welfare-officer' };

/** Stages 3, 3A, 3B and 4: what the school asked of the authority, and what the authority did. */
export function legalCases(books: LogBooks): void {
  const of = books.named;
  exactlyTen(of('Alisha Bowdon'));
  onAPlan(of('Tom Marple'), '2026-01-19', '2026-03-03');
  onAPlan(of('Jake Heald'), '2025-12-01', '2026-01-26');
  referred(of('Jake Heald'), '2026-03-03', '2026-03-18');
  notice(of('Ryan Offerton'), ['2025-11-17', '2026-01-12', '2026-02-10', '2026-02-27', '2026-03-09']);
  notice(of('Kayla Romiley'), ['2025-11-10', '2025-12-08', '2026-01-15', '2026-02-24', '2026-03-02']);
  notice(of('Dylan Hazelgrove'), ['2025-09-25', '2025-10-20', '2025-12-01', '2025-12-10', '2026-01-12']);
  ended(of('Dylan Hazelgrove'), '2026-02-02');
  monitoredToTheEnd(of('Bradley Torkington'));
  contractAgreed(of('Chloe Woodsmoor'));
  contractRefused(of('Liam Adswood'));
  legalPlanning(of('Sean Bosden'));
}

/** On a plan, and not engaging: with ten sessions and not more there is no case for a referral. */
function exactlyTen(book: LogBook): void {
  onAPlan(book, '2025-12-01', '2026-01-30');
  reviewed(book, '2026-03-06', 'no');
  evidenced(book, '2026-03-20');
}

/** What a referral shows: clear actions at both stages, that parents do not engage, and that they could do more. */
function evidenced(book: LogBook, day: string): void {
  book.note(day, 'stage-1-actions', 'recorded', leader);
  book.note(day, 'stage-2-actions', 'recorded', leader);
  book.note(day, 'stockport.engaged', 'no', leader);
  book.note(day, 'stockport.could-do-more', 'yes', leader);
}

function referred(book: LogBook, review: string, day: string): void {
  reviewed(book, review, 'no');
  evidenced(book, day);
  book.note(day, 'stockport.enforcement-referral', 'made', {
    ...leader,
    items: [
      'clear actions taken at Stage 1 and Stage 2, a substantial support package',
      'why the school believes the parents could do more',
    ],
  });
}

/** The days of the concern, the plan, the review, the referral and the notice. */
function notice(book: LogBook, [concern, plan, review, referral, issued]: readonly string[]): void {
  onAPlan(book, concern!, plan!);
  referred(book, review!, referral!);
  book.note(issued!, 'stockport.significant-barriers', 'no', authority);
  book.note(issued!, 'stockport.notice-to-improve', 'issued', {
    ...authority,
    items: [
      'any unauthorised absence in the next 15 school days brings an Education Penalty Notice',
      'sources of support in improving attendance',
    ],
  });
}

/** At the end of the 15 school days, with no unauthorised absence in them. */
function ended(book: LogBook, day: string): void {
  book.note(day, 'stockport.check-attendance', 'done', ewo);
  book.note(day, 'stockport.penalty-notice', 'decided', { ...ewo, note: 'None is to be issued.' });
}

/** Two penalty notices within three years: a third cannot be issued. */
function monitoredToTheEnd(book: LogBook): void {
  notice(book, ['2025-04-28', '2025-06-09', '2025-07-07', '2025-10-20', '2025-11-10']);
  for (const [decided, issued, from, to] of [
    ['2024-11-11', '2024-11-18', '2024-09-23', '2024-10-18'],
    ['2025-05-12', '2025-05-19', '2025-03-10', '2025-03-28'],
  ] as const) {
    const about = { from: isoDay(from), to: isoDay(to) };
    book.note(decided, 'stockport.penalty-notice', 'decided', authority);
    book.note(issued, 'stockport.penalty-notice', 'issued', { ...authority, adult: 'Samantha Torkington', about });
  }
  ended(book, '2025-12-01');
  book.note('2026-03-03', 'stockport.monitor-attendance', 'done', ewo);
}

/** The notice of 13 October: 15 school days to 11 November, then three months to 11 February. */
function throughMonitoring(book: LogBook): void {
  notice(book, ['2025-05-12', '2025-06-09', '2025-07-14', '2025-10-08', '2025-10-13']);
  ended(book, '2025-11-11');
}

function contractAgreed(book: LogBook): void {
  throughMonitoring(book);
  book.note('2026-03-02', 'stockport.la-contract', 'offered', authority);
  book.note('2026-03-10', 'stockport.parent-contract-meeting', 'held', ewo);
  book.note('2026-03-10', 'stockport.la-contract', 'explored', ewo);
  book.note('2026-03-10', 'stockport.la-contract', 'agreed', {
    ...ewo,
    items: [
      'requirements for parents to comply with',
      'statement of school or LA agreeing to provide support',
      'statement by the parents that they agree, for the time period specified',
      'plan of action',
      'additional support',
    ],
  });
  const review = { from: isoDay('2026-04-21'), to: isoDay('2026-04-21') };
  book.note('2026-03-10', 'stockport.contract-review', 'agreed', { ...ewo, about: review });
}

/** Nobody is compelled to a contract; why none is used is recorded. */
function contractRefused(book: LogBook): void {
  throughMonitoring(book);
  book.note('2026-03-03', 'stockport.la-contract', 'offered', authority);
  book.note('2026-03-12', 'stockport.parent-contract-meeting', 'held', ewo);
  book.note('2026-03-12', 'stockport.la-contract', 'explored', ewo);
  const note = 'The parents do not accept that they could do more.';
  book.note('2026-03-12', 'stockport.la-contract', 'declined', { by: 'parents', note });
  book.note('2026-03-13', 'stockport.record-why-an-attendance-contract-is-not', 'done', { ...ewo, note });
}

/** A contract agreed in February and not kept to: what comes next is discussed at a legal planning meeting. */
function legalPlanning(book: LogBook): void {
  throughMonitoring(book);
  book.note('2026-02-24', 'stockport.parent-contract-meeting', 'held', ewo);
  book.note('2026-02-24', 'stockport.la-contract', 'explored', ewo);
  book.note('2026-02-24', 'stockport.la-contract', 'agreed', ewo);
  book.note('2026-03-16', 'stockport.improving', 'no', leader);
  book.note('2026-03-16', 'contract-non-engagement', 'noted', ewo);
  book.note('2026-03-23', 'stockport.legal-planning-meeting', 'held', authority);
  book.note('2026-03-23', 'stockport.eso', 'considered', authority);
}
