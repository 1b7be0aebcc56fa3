import { absenceRuns } from './absence-so-far.ts';
import type { LogBook } from './log-book.ts';
import type { LoggedSchool } from './sample-plan.ts';
import type { SamplePupil } from './sample-school.ts';

/** How parents let a school know, by the names of its policy. */
export interface WordFromHome {
  readonly time: string;
  readonly onTheFirstDay: readonly (readonly [name: string, done: string])[];
  /** On each further day, of the last weeks only: what was owed on earlier ones is over. */
  readonly eachDay?: readonly [name: string, done: string];
}

/**
 * Parents ring on the first morning of an absence and say why; of those whose reason the school's earlier file lacked they
 * say it on the school day after that file. Only where the register still has N has nobody said anything.
 */
export function reasonsGiven(
  { schoolDays, firstFileTo }: LoggedSchool,
  pupil: SamplePupil,
  book: LogBook,
  { time, onTheFirstDay, eachDay }: WordFromHome,
): void {
  const lately = schoolDays.at(-15)!;
  for (const { from, to, codes } of absenceRuns(pupil, schoolDays)) {
    if (codes.every((code) => code === 'N')) continue;
    if (codes[0] === 'U') {
      book.note(from, 'reason', 'given', { time: '09:25' });
      continue;
    }
    const asked = pupil.earlierCodes?.get(schoolDays.indexOf(from) * 2) === 'N';
    const day = asked ? schoolDays.find((each) => each > firstFileTo!)! : from;
    for (const event of onTheFirstDay) book.note(day, ...event, { time, by: 'parents' });
    book.note(day, 'reason', 'given', { time });
    if (!eachDay) continue;
    const days = schoolDays.filter((each) => each > day && each >= lately && each <= to);
    for (const each of days) book.note(each, ...eachDay, { time, by: 'parents' });
  }
}
