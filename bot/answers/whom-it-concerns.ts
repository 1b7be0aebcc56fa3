import type { PolicyEvent } from '../../dsl/index.ts';
import type { Pupil } from '../../register/pupil.ts';
import type { Answer } from './answer.ts';
import { noSuchAdult, whichParent } from './answers/which-parent.ts';
import type { Asking } from './asking.ts';
import { rightsOf } from './may-see.ts';
import { everyParent } from './recording.ts';
import type { Recording } from './recording.ts';
import type { Telling } from './parts-of-telling.ts';
import type { EventMeant } from './which-event.ts';
import { adultsMeant } from './which-adult.ts';

/**
 * The recording with the adult whom its words name among the pupil's own. An answer where nobody or more than one fits: a
 * person says which. What nobody may record here is left as it is, for the refusal to come names no adult.
 */
export async function withAdult(
  { services, actor }: Asking,
  pupil: Pupil,
  { needs, title }: PolicyEvent,
  recording: Recording,
  words: string | undefined,
): Promise<{ readonly recording: Recording } | { readonly answer: Answer }> {
  if (words === undefined || needs.adult === 'no' || recording.kind !== 'act') return { recording };
  if (!rightsOf[actor.role].recordsActs) return { recording };
  if (words === everyParent) return { recording: { ...recording, adult: everyParent } };
  const adults = await services.store.adultsOf(pupil.id);
  const found = adultsMeant(words, adults);
  const [only, ...others] = found;
  if (!only) return { answer: noSuchAdult(pupil, words, adults) };
  if (others.length > 0) return { answer: whichParent(pupil, title, recording, found, false) };
  return { recording: { ...recording, adult: only.id } };
}

/** The words of the adult whom a sentence names: `Mrs Khan`, `mother`; `everyParent` where it says so; undefined where nobody. */
export function adultSaid({ withWhom, parents }: EventMeant, { adult }: Telling): string | undefined {
  return adult ?? withWhom ?? (parents ? everyParent : undefined);
}
