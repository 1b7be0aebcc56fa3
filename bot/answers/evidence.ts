import { createHash } from 'node:crypto';
import type { Finding, LadderFinding, LetterFinding } from '../../dsl/index.ts';
import { countedFor } from '../../letters/draft-fields.ts';
import type { Letter } from '../../letters/letter.ts';
import { formatIsoDay, parseIsoDay } from '../../register/day.ts';
import { formatLongDay } from '../../register/day.ts';
import type { Mark } from '../../register/mark.ts';
import type { Store } from '../store/store.ts';
import type { ChangedMark } from './answer.ts';

/**
 * SHA-256, hexadecimal, over what a letter rests on: the policy, the stage with the sessions counted towards it, and
 * every figure of the school year so far. A mark changed later than the day of the letter leaves it alone.
 */
export function evidenceDigest(finding: Finding, letter: LetterFinding, ladder: LadderFinding | undefined): string {
  const counted = countedFor(finding, letter, ladder)?.sessions ?? [];
  const restsOn = {
    policy: finding.policy.digest,
    pupil: finding.pupil,
    paper: letter.id,
    asAt: finding.asAt,
    ladder: ladder && { id: ladder.id, stage: ladder.stage?.id ?? null, since: ladder.since, count: ladder.count },
    tally: finding.tally,
    counted,
  };
  return createHash('sha256').update(JSON.stringify(restsOn)).digest('hex');
}

/** The marks, up to the day of the letter, that are not as they were when it was drafted; in session order. */
export async function changedMarks(store: Store, letter: Letter, draftedAt: string): Promise<readonly ChangedMark[]> {
  const upTo = parseIsoDay(letter.restsOn.asAt);
  const within = (mark: Mark) => upTo === undefined || mark.session.day <= upTo;
  return changedBetween(
    (await store.marksAsKnown(letter.pupil, draftedAt)).filter(within),
    (await store.marksOf(letter.pupil)).filter(within),
  );
}

/** The sessions of which two states of a register differ, in order. */
export function changedBetween(first: readonly Mark[], second: readonly Mark[]): readonly ChangedMark[] {
  const [then, now] = [bySession(first), bySession(second)];
  const sessions = new Map([...then, ...now].map(([key, { session }]) => [key, session]));
  return [...sessions]
    .map(([key, { day, half }]) => ({
      day,
      changed: {
        date: formatIsoDay(day),
        session: half,
        was: then.get(key)?.code ?? null,
        is: now.get(key)?.code ?? null,
      },
    }))
    .filter(({ changed }) => changed.was !== changed.is)
    .toSorted((a, b) => a.day - b.day || (a.changed.session < b.changed.session ? -1 : 1))
    .map(({ changed }) => changed);
}

/** `The mark for Monday 4 March 2024 AM was O and is now I.` */
export function changedWords({ date, session, was, is }: ChangedMark): string {
  const day = parseIsoDay(date);
  const when = `${day === undefined ? date : formatLongDay(day)} ${session}`;
  if (was === null) return `There was no mark for ${when}, and it is now ${is ?? 'none'}.`;
  return is === null
    ? `The mark for ${when} was ${was}, and is gone.`
    : `The mark for ${when} was ${was} and is now ${is}.`;
}

function bySession(marks: readonly Mark[]): ReadonlyMap<string, Mark> {
  return new Map(marks.map((mark) => [`${mark.session.day} ${mark.session.half}`, mark]));
}
