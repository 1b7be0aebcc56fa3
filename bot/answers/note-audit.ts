import type { Pupil } from '../../register/pupil.ts';
import type { Answer } from './answer.ts';
import type { AskedBy } from './asking.ts';
import { fold } from './fold.ts';
import type { Services } from './services.ts';

/** What the audit keeps of a question or a press: kinds and ids, never a name and never the answer. */
export interface Noted {
  /** `asked`, `drafted`, `edited`, `approved`, `recorded`, `undone`. */
  readonly action: string;
  /** The kind of question. */
  readonly question: string;
  readonly school: string | undefined;
  readonly pupil: Pupil | undefined;
  /** Why a letter was written out of turn, or what was noted with a judgement. */
  readonly reason?: string | undefined;
}

/** Adds to the audit who asked what kind of thing about whom, by which right, where, and what kind of answer came. */
export async function noteAudit(
  services: Services,
  { actor, place }: AskedBy,
  noted: Noted,
  answer: Answer,
): Promise<void> {
  const { action, question, school, pupil, reason } = noted;
  const shown = pupil && answer.kind !== 'choice' && answer.kind !== 'not found' ? pupil : undefined;
  await services.store.audit({
    at: services.now(),
    actor: actor.id,
    place: place.id,
    action: answer.kind === 'refused' ? 'refused' : action,
    pupil: shown?.id,
    school,
    detail: JSON.stringify({
      question,
      as: actor.role,
      placeKind: place.kind,
      answer: answer.kind,
      ...('asAt' in answer ? { asAt: answer.asAt } : {}),
      ...('paper' in answer ? { paper: answer.paper.id } : {}),
      ...('letters' in answer ? { letters: answer.letters.map(({ id }) => id) } : {}),
      ...('files' in answer ? { letters: [...new Set(answer.files.map(({ letter }) => letter))] } : {}),
      ...('entry' in answer
        ? { entry: answer.entry.id, event: [answer.entry.name, answer.entry.done ?? ''].join(' ').trim() }
        : {}),
      ...(reason === undefined ? {} : { reason: pupil ? withoutNames(reason, pupil) : '' }),
    }),
  });
}

/** A reason in a person's own words may name the pupil; the audit may not. */
export function withoutNames(text: string, pupil: Pupil): string {
  const names = new Set([...words(pupil.forename), ...words(pupil.surname)].map(fold));
  return text.replaceAll(/[\p{L}\p{M}'’-]+/gu, (word) => {
    const parts = words(word.replace(/['’]s$/u, ''));
    return parts.some((part) => names.has(fold(part))) || names.has(fold(word)) ? '[name]' : word;
  });
}

function words(text: string): readonly string[] {
  return text.split(/[\s-]+/).filter((word) => word !== '');
}
