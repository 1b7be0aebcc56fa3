import { addDays, isoDay } from '../../register/day.ts';
import type { LogBook } from './log-book.ts';

const headOfYear = { by: 'head-of-year' };
const leader = { by: 'senior-leader' };

/** Stage 1: the concern, a meeting in the days after it, support offered. */
export function noticed(book: LogBook, day: string): void {
  const raised = isoDay(day);
  book.note(raised, 'attendance-concern', 'raised', headOfYear);
  book.note(addDays(raised, 4), 'stockport.attendance-meeting', 'held', headOfYear);
  book.note(addDays(raised, 7), 'support', 'offered', headOfYear);
  book.note(addDays(raised, 7), 'stockport.signpost-to-apps-and-online-sources', 'done', headOfYear);
}

/** Stages 1 and 2 up to the plan. */
export function onAPlan(book: LogBook, concern: string, plan: string): void {
  const agreed = isoDay(plan);
  noticed(book, concern);
  book.note(addDays(isoDay(concern), 8), 'stockport.stage-1-letter', 'sent');
  book.note(addDays(agreed, -7), 'stockport.stage-2-letter', 'sent');
  book.note(agreed, 'stockport.stage-2-meeting', 'held', headOfYear);
  book.note(agreed, 'stockport.attendance-plan', 'agreed', headOfYear);
}

/** Significantly improved, or not improving at all. */
export function reviewed(book: LogBook, day: string, significantlyImproved: 'yes' | 'no'): void {
  book.note(day, 'stockport.plan-review', 'held', headOfYear);
  book.note(day, 'stockport.improving', significantlyImproved, headOfYear);
  book.note(day, 'stockport.significantly-improved', significantlyImproved, headOfYear);
  book.note(day, 'formal-process', 'decided', leader);
}
