import { absenceRuns } from './absence-so-far.ts';
import type { LogBook } from './log-book.ts';
import type { LoggedSchool } from './sample-plan.ts';
import type { SamplePupil } from './sample-school.ts';

/**
 * Parents ring on the first morning of an absence and say why; of those whose reason the school's earlier file lacked they
 * say it on the school day after that file. Only where the register still has N has nobody said anything.
 */
export function reasonsGiven(
  { schoolDays, firstFileTo }: LoggedSchool,
  pupil: SamplePupil,
  book: LogBook,
  { report, time }: { readonly report: readonly [name: string, done: string]; readonly time: string },
): void {
  for (const { from, codes } of absenceRuns(pupil, schoolDays)) {
    if (codes.every((code) => code === 'N')) continue;
    if (codes[0] === 'U') book.note(from, 'reason', 'given', { time: '09:25' });
    else {
      const asked = pupil.earlierCodes?.get(schoolDays.indexOf(from) * 2) === 'N';
      const day = asked ? schoolDays.find((each) => each > firstFileTo!)! : from;
      book.note(day, ...report, { time, by: 'parents' });
      book.note(day, 'reason', 'given', { time });
    }
  }
}
