import { absenceRuns, absenceSoFar } from './absence-so-far.ts';
import { bramhallCases } from './bramhall-cases.ts';
import { bramhallFamilies } from './bramhall-families.ts';
import { logBooks } from './log-book.ts';
import type { LogBook } from './log-book.ts';
import { seededRandom } from './random.ts';
import type { Random } from './random.ts';
import { reasonsGiven } from './reasons-given.ts';
import type { LoggedSchool } from './sample-plan.ts';
import type { LogRow, SamplePupil } from './sample-school.ts';

const headOfYear = { by: 'head-of-year' };
const leader = { by: 'senior-leader' };

const wordFromHome = {
  time: '08:10',
  onTheFirstDay: [
    ['absence-report', 'received'],
    ['contact-school-on-the-first-day', 'done'],
    ['contact', 'made'],
  ],
  eachDay: ['contact', 'made'],
} as const;

/**
 * What the school and the authority did up to 25 March 2026. The names are those of the school's policy and of Stockport's
 * process; who is at which stage follows the register only loosely, for no figure is printed at which a stage begins.
 */
export function bramhallLog(school: LoggedSchool): readonly LogRow[] {
  const books = logBooks(school, 'attendance-office');
  const random = seededRandom(school.pupils.length + 2026);
  const known = new Set(bramhallFamilies.map(({ surname }) => surname));
  for (const pupil of school.pupils) {
    const book = books.of(pupil);
    reasonsGiven(school, pupil, book, wordFromHome);
    if (known.has(pupil.surname)) continue;
    gettingHelp(school, pupil, book, random);
    authorityTold(school, pupil, book, random);
  }
  bramhallCases(books);
  return books.rows();
}

/** How the school works through a case, in school days after the one on which attendance came to be a concern. */
const pace = { meeting: 4, support: 6, letter: 8, stage2: 25, plan: 30, review: 53, second: 77 } as const;

/** Some of those who are often away: noticed, helped, and where it goes on a plan that is reviewed. */
function gettingHelp({ schoolDays }: LoggedSchool, pupil: SamplePupil, book: LogBook, random: Random): void {
  const soFar = absenceSoFar(pupil);
  const first = soFar.findIndex(({ possible, missed }) => possible > 50 && missed * 100 > possible * 9);
  if (first < 0 || !random.chance(0.7)) return;
  const note = (after: number, ...rest: readonly [name: string, done: string]) => {
    const day = schoolDays[first + after];
    if (day !== undefined) book.note(day, ...rest, headOfYear);
  };
  note(0, 'attendance-concern', 'raised');
  note(pace.meeting, 'stockport.attendance-meeting', 'held');
  note(pace.meeting, 'stockport.stages.stage-1.listen-to-and-understand-the-barriers', 'done');
  note(pace.support, 'support', 'offered');
  note(pace.support, 'stockport.signpost-to-apps-and-online-sources', 'done');
  note(pace.letter, 'stockport.stage-1-letter', 'sent');
  const last = soFar.at(-1)!;
  if (last.missed * 100 < last.possible * 11 || !random.chance(0.7)) return;
  note(pace.stage2, 'stockport.stage-2-letter', 'sent');
  note(pace.plan, 'stockport.stage-2-meeting', 'held');
  note(pace.plan, 'stockport.attendance-plan', 'agreed');
  for (const review of [pace.review, pace.second]) {
    if (!random.chance(0.8)) return;
    note(review, 'stockport.plan-review', 'held');
    note(review, 'stockport.improving', random.chance(0.4) ? 'yes' : 'no');
    note(review, 'stockport.significantly-improved', 'no');
    note(review, 'formal-process', 'decided');
  }
}

/** A holiday taken without leave, ten days and more without a reason accepted, fifteen days of sickness: most of them told. */
function authorityTold({ schoolDays }: LoggedSchool, pupil: SamplePupil, book: LogBook, random: Random): void {
  const daysAfter = (index: number, days: number) => schoolDays[index + days] ?? schoolDays.at(-1)!;
  for (const { to, codes } of absenceRuns(pupil, schoolDays)) {
    const last = schoolDays.indexOf(to);
    if (codes.includes('G')) book.note(daysAfter(last, 3), 'local-authority', 'asked', leader);
    if (codes.filter((code) => 'GNOU'.includes(code)).length < 20 || !random.chance(0.8)) continue;
    book.note(daysAfter(last, 1), 'attendance-return', 'made');
    book.note(daysAfter(last, 1), 'stockport.missing-from-school', 'made');
  }
  const sick = pupil.codes.flatMap((code, index) => (code === 'I' ? [index >> 1] : []));
  if (sick.length >= 30 && random.chance(0.7)) book.note(daysAfter(sick[29]!, 4), 'sickness-return', 'made');
}
