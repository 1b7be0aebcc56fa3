import type { KnownBlock } from '@slack/types';
import type { Answer } from '../../answers/answer.ts';
import type { DeedOffer } from '../handles.ts';
import { buttons, context, facts, section, sections, type OfferedButton } from './blocks.ts';
import { plainly } from './text.ts';

/** The buttons made for an answer, by offer. */
export type Buttons = ReadonlyMap<DeedOffer, OfferedButton>;

/** What every kind of answer holds, whatever else. */
export type Said = Pick<Answer, 'headline' | 'facts' | 'lines' | 'context' | 'offers'>;

/** The parts that every answer has, as blocks, each empty where the answer has none. */
export const saidBlocks = {
  headline: ({ headline }: Said): readonly KnownBlock[] => sections([`*${plainly(headline)}*`]),
  facts: (said: Pick<Said, 'facts'>): readonly KnownBlock[] => facts(said.facts),
  lines: ({ lines }: Pick<Said, 'lines'>): readonly KnownBlock[] =>
    sections(lines.map((line) => (lines.length === 1 ? plainly(line) : `• ${plainly(line)}`))),
  context: (said: Pick<Said, 'context'>): readonly KnownBlock[] =>
    said.context.length === 0 ? [] : [context(said.context.map(plainly))],
  offers: ({ offers }: Pick<Said, 'offers'>, made: Buttons): readonly KnownBlock[] => [
    ...questions(offers, made),
    ...buttons(
      buttonsOf(
        offers.filter(({ action }) => action.kind !== 'record judgement'),
        made,
      ),
    ),
  ],
};

export function buttonsOf(offers: readonly DeedOffer[], made: Buttons): readonly OfferedButton[] {
  return offers.flatMap((offer) => made.get(offer) ?? []);
}

/** Judgements as the questions they are, each with a yes and a no below it: `Yes: parents engage` is too long for a button. */
function questions(offers: readonly DeedOffer[], made: Buttons): readonly KnownBlock[] {
  const asked = new Map<string, OfferedButton[]>();
  for (const offer of offers) {
    const button = made.get(offer);
    if (offer.action.kind !== 'record judgement' || !button) continue;
    const question = offer.label.replace(/^(Yes|No): /, '');
    const answered = { ...button, label: offer.action.holds ? 'Yes' : 'No' };
    asked.set(question, [...(asked.get(question) ?? []), answered]);
  }
  return [...asked].flatMap(([question, answers]) => [
    section(`*${plainly(question.slice(0, 1).toUpperCase() + question.slice(1))}?*`),
    ...buttons(answers),
  ]);
}
