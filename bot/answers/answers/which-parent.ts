import { adultName, isParent } from '../../../register/pupil.ts';
import type { Adult, Pupil } from '../../../register/pupil.ts';
import type { ChoiceAnswer, RefusedAnswer } from '../answer.ts';
import { everyParent, recordAction } from '../recording.ts';
import type { ActRecording } from '../recording.ts';
import { nameAndGroup } from '../words.ts';
import { refused } from './refused.ts';

/** Several adults may be meant, or none was named: each is a button, and so are all of them where nobody was named. */
export function whichParent(
  pupil: Pupil,
  title: string,
  recording: ActRecording,
  adults: readonly Adult[],
  orAll: boolean,
): ChoiceAnswer {
  const offer = (label: string, adult: string) => ({ label, action: recordAction(pupil.id, { ...recording, adult }) });
  const all = adults.length === 2 ? 'Both parents' : `All ${adults.length} parents`;
  return {
    kind: 'choice',
    headline: `Which parent of ${nameAndGroup(pupil)} does it concern? ${title}`,
    facts: [],
    lines: orAll ? ['It is counted for each parent. Or name whom: “… to the mother”, “… to both parents”.'] : [],
    context: [],
    offers: [
      ...adults.map((adult) => offer(withRelation(adult), adult.id)),
      ...(orAll ? [offer(all, everyParent)] : []),
    ],
    question: 'which parent',
  };
}

/** Nobody of the pupil's adults is called so: who is known. */
export function noSuchAdult(pupil: Pupil, words: string, adults: readonly Adult[]): RefusedAnswer {
  const known = [...adults.filter(isParent), ...adults.filter((adult) => !isParent(adult))];
  return refused({
    reason: `No adult of ${nameAndGroup(pupil)} is recorded as “${words}”.`,
    lines: known.map(withRelation),
    cure:
      known.length === 0
        ? 'No adults are recorded for this pupil: import them first.'
        : 'Name one of them, or what they are to the pupil.',
  });
}

/** `Mrs Sadia Khan (mother)`. */
function withRelation(adult: Adult): string {
  return adult.relation === '' ? adultName(adult) : `${adultName(adult)} (${adult.relation.toLowerCase()})`;
}
