import type { KnownBlock } from '@slack/types';
import type { Answer } from '../../answers/answer.ts';
import type { DeedOffer } from '../handles.ts';
import { buttons, context, facts, sections, type OfferedButton } from './blocks.ts';
import { plainly } from './text.ts';

/** The buttons made for an answer, by offer. */
export type Buttons = ReadonlyMap<DeedOffer, OfferedButton>;

/** What every kind of answer holds, whatever else. */
export type Said = Pick<Answer, 'headline' | 'facts' | 'lines' | 'context' | 'offers'>;

/** The parts that every answer has, as blocks, each empty where the answer has none. */
export const saidBlocks = {
  headline: ({ headline }: Said): readonly KnownBlock[] => sections([`*${plainly(headline)}*`]),
  facts: (said: Said): readonly KnownBlock[] => facts(said.facts),
  lines: ({ lines }: Said): readonly KnownBlock[] => sections(lines.map(plainly)),
  context: (said: Said): readonly KnownBlock[] =>
    said.context.length === 0 ? [] : [context(said.context.map(plainly))],
  offers: ({ offers }: Said, made: Buttons): readonly KnownBlock[] => buttons(buttonsOf(offers, made)),
};

export function buttonsOf(offers: readonly DeedOffer[], made: Buttons): readonly OfferedButton[] {
  return offers.flatMap((offer) => made.get(offer) ?? []);
}
