import { weekdayOf } from '../../register/day.ts';
import { absenceSoFar } from './absence-so-far.ts';
import { ascensionCases } from './ascension-cases.ts';
import { ascensionFamilies } from './ascension-families.ts';
import { logBooks } from './log-book.ts';
import type { LogBook } from './log-book.ts';
import { seededRandom } from './random.ts';
import type { Random } from './random.ts';
import { reasonsGiven } from './reasons-given.ts';
import type { LoggedSchool } from './sample-plan.ts';
import type { LogRow, SamplePupil } from './sample-school.ts';

const champion = { by: 'senior-attendance-champion' };

const wordFromHome = {
  time: '08:40',
  onTheFirstDay: [['absence', 'reported']],
  eachDay: ['absence', 'reported'],
} as const;

/**
 * What the school did up to the last day of the spring term. The names are the trust's policy's; what people noted and
 * judged follows the register only loosely, for the policy prints no figure at which they must.
 */
export function ascensionLog(school: LoggedSchool): readonly LogRow[] {
  const books = logBooks(school, 'school-office');
  const random = seededRandom(school.pupils.length + 2026);
  const known = new Set(ascensionFamilies.map(({ surname }) => surname));
  for (const pupil of school.pupils) {
    const book = books.of(pupil);
    reasonsGiven(school, pupil, book, wordFromHome);
    lateness(school, pupil, book);
    weeklyContact(school, pupil, book, random);
    if (!known.has(pupil.surname)) monitored(school, pupil, book, random);
  }
  ascensionCases(books);
  return books.rows();
}

/** The office writes down who came late. */
function lateness({ schoolDays }: LoggedSchool, pupil: SamplePupil, book: LogBook): void {
  for (const [index, code] of pupil.codes.entries()) {
    if (code !== 'L' && code !== 'U') continue;
    const time = index % 2 === 0 ? '09:30' : '13:35';
    book.note(schoolDays[index >> 1]!, 'elements.record-details-of-children-who-arrive', 'done', { time });
  }
}

/** In each week since January in which a pupil has missed a tenth or more so far, on its Thursday; this week not all yet. */
function weeklyContact({ schoolDays }: LoggedSchool, pupil: SamplePupil, book: LogBook, random: Random): void {
  const soFar = absenceSoFar(pupil);
  for (const [index, day] of schoolDays.entries()) {
    const { possible, missed } = soFar[index]!;
    if (weekdayOf(day) !== 4 || index < 70 || missed * 10 < possible) continue;
    const isThisWeek = index >= schoolDays.length - 2;
    if (random.chance(isThisWeek ? 0.4 : 0.97)) book.note(day, 'contact', 'made', champion);
  }
}

/** Some of those who are often away: the concern noted, then the letters, each some weeks after the last. */
function monitored({ schoolDays }: LoggedSchool, pupil: SamplePupil, book: LogBook, random: Random): void {
  const soFar = absenceSoFar(pupil);
  const first = soFar.findIndex(({ possible, missed }) => possible > 60 && missed * 100 > possible * 9);
  if (first < 0 || !random.chance(0.75)) return;
  const day = (after: number) => schoolDays[first + after];
  const note = (after: number, ...rest: readonly [name: string, done: string]) => {
    const on = day(after);
    if (on !== undefined) book.note(on, ...rest, champion);
  };
  note(2, 'attendance-concern', 'noted');
  note(5, 'elements.initial-letter', 'sent');
  const last = soFar.at(-1)!;
  const improved = last.missed * 100 < last.possible * 11;
  const judged = random.between(20, 50);
  note(judged, 'elements.improved', improved ? 'yes' : 'no');
  const legitimate = random.chance(0.3);
  note(judged, 'elements.legitimate-reason', legitimate ? 'yes' : 'no');
  if (improved || legitimate) return;
  note(judged + 3, 'elements.follow-up-letter', 'sent');
  if (random.chance(0.8)) note(judged + 10, 'elements.formal-meeting', 'held');
}
