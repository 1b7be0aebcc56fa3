import type { Finding, LetterFinding, Need } from '../../dsl/index.ts';
import type { Offer } from './action.ts';

/** Buttons for the letters that are due or waiting. One that waits is offered too: the refusal says what it waits for. */
export function letterOffers(pupil: string, finding: Finding): readonly Offer[] {
  return finding.letters
    .filter(({ state }) => state === 'due' || state === 'waiting')
    .map((letter) => draftOffer(pupil, finding.asAt, letter));
}

export function draftOffer(pupil: string, asAt: string, letter: Pick<LetterFinding, 'id' | 'title' | 'state'>): Offer {
  return {
    label: `Draft ${letter.title}`,
    action: { kind: 'draft letter', pupil, paper: letter.id, asAt },
    ...(letter.state === 'due' ? { style: 'primary' as const } : {}),
  };
}

/** A yes and a no for each judgement that is missing. */
export function judgementOffers(pupil: string, asAt: string, needs: readonly Need[]): readonly Offer[] {
  const judgements = needs.filter((need) => need.kind === 'judgement');
  const named = [...new Map(judgements.map((need) => [need.name, need])).values()];
  return named.flatMap(({ name, what }) =>
    [true, false].map((holds): Offer => ({
      label: `${holds ? 'Yes' : 'No'}: ${what}`,
      action: { kind: 'record judgement', pupil, judgement: name, holds, asAt },
    })),
  );
}
