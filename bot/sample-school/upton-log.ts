import { isoDay } from '../../register/day.ts';
import { absenceSoFar } from './absence-so-far.ts';
import { logBooks } from './log-book.ts';
import type { LogBook, LogBooks } from './log-book.ts';
import { seededRandom } from './random.ts';
import type { Random } from './random.ts';
import type { LoggedSchool } from './sample-plan.ts';
import type { LogRow, SamplePupil } from './sample-school.ts';

const head = { by: 'headteacher' };

/**
 * What each school did up to the last day of the spring term: patterns noted, support offered and judged, and leave
 * decided, by one family’s three schools in two ways. The names are the statement's.
 */
export function uptonLog(school: LoggedSchool): readonly LogRow[] {
  const books = logBooks(school, 'attendance-lead');
  const random = seededRandom(school.pupils.length);
  for (const pupil of school.pupils) support(school, pupil, books.of(pupil), random);
  formalised(books);
  leave(books, school.id);
  return books.rows();
}

/** Those who are often absent: noticed, listened to and offered support; some engage with it, and it works for some. */
function support({ schoolDays }: LoggedSchool, pupil: SamplePupil, book: LogBook, random: Random): void {
  const { possible, missed } = absenceSoFar(pupil).at(-1)!;
  const share = possible === 0 ? 0 : missed / possible;
  const day = (weeksAgo: number) => schoolDays[Math.max(0, schoolDays.length - 1 - weeksAgo * 5)]!;
  if (pupil.surname === 'Ferris' || share < 0.06) return;
  if (random.chance(0.4)) book.note(day(random.between(6, 12)), 'absence-pattern', 'noted');
  if (share < 0.09) {
    if (random.chance(0.35)) book.note(day(random.between(3, 8)), 'high-absence', 'noted');
    if (random.chance(0.5)) book.note(day(random.between(1, 2)), 'action-plan', 'agreed');
    return;
  }
  if (!random.chance(0.7)) return;
  book.note(day(random.between(6, 9)), 'support', 'offered');
  const engaged = random.chance(0.6);
  const asked = day(random.between(2, 4));
  book.note(asked, 'engaged', engaged ? 'yes' : 'no');
  book.note(asked, 'support-working', engaged && random.chance(0.6) ? 'yes' : 'no');
  book.note(asked, 'persists', engaged ? 'no' : random.chance(0.5) ? 'yes' : 'no');
  book.note(asked, 'exhausted', 'no');
}

/** Brother and sister in two schools: one does not engage with support, and the other's school has gone no further. */
function formalised(books: LogBooks): void {
  const tyler = books.named('Tyler Ferris');
  tyler.note('2025-11-17', 'support', 'offered');
  tyler.note('2026-03-16', 'persists', 'yes');
  tyler.note('2026-03-16', 'engaged', 'no');
  tyler.note('2026-03-16', 'exhausted', 'no');
  tyler.note('2026-03-16', 'support-working', 'yes');
  const bethany = books.named('Bethany Ferris');
  bethany.note('2026-01-19', 'support', 'offered');
  bethany.note('2026-03-09', 'persists', 'no');
  bethany.note('2026-03-09', 'engaged', 'yes');
  bethany.note('2026-03-09', 'exhausted', 'no');
  bethany.note('2026-03-09', 'support-working', 'yes');
}

/** The same week for the same reason, asked of three schools: one grants it. Of two others both do. */
function leave(books: LogBooks, school: string): void {
  const wedding = { about: { from: isoDay('2026-04-20'), to: isoDay('2026-04-24') }, purpose: 'a family wedding' };
  const funeral = {
    about: { from: isoDay('2026-03-19'), to: isoDay('2026-03-20') },
    purpose: 'a grandparent’s funeral',
  };
  for (const name of ['Freya Whitlock', 'Jonah Whitlock', 'Imogen Whitlock']) {
    const child = books.named(name);
    child.note('2026-03-02', 'term-time-leave', 'asked', wedding);
    child.note('2026-03-11', 'term-time-leave', school === 'larkrise-infants' ? 'granted' : 'refused', {
      ...wedding,
      ...head,
    });
  }
  for (const name of ['Dara Oyelaran', 'Kemi Oyelaran']) {
    const child = books.named(name);
    child.note('2026-03-16', 'term-time-leave', 'asked', funeral);
    child.note('2026-03-17', 'term-time-leave', 'granted', { ...funeral, ...head });
  }
}
