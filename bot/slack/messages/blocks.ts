import type {
  ActionsBlock,
  Button,
  ContextBlock,
  DividerBlock,
  HeaderBlock,
  KnownBlock,
  MrkdwnElement,
  PlainTextElement,
  SectionBlock,
} from '@slack/types';
import type { Fact } from '../../answers/answer.ts';
import { cut, limits, pack } from './limits.ts';
import { escape, plainly, plainWords } from './text.ts';

/** A message as it is sent: `text` is what notifications and screen readers say. */
export interface Message {
  readonly text: string;
  readonly blocks: KnownBlock[];
}

/** A button as it stands in a message: the token stands for what it does, and says nothing by itself. */
export interface OfferedButton {
  readonly actionId: string;
  readonly label: string;
  readonly token: string;
  readonly style: 'primary' | 'danger' | undefined;
  /** What a screen reader says, where the label alone does not tell one button from the next. */
  readonly spoken?: string | undefined;
}

/** A message of at most fifty blocks; where there are more, a line says so in place of the rest. */
export function message(text: string, blocks: readonly KnownBlock[]): Message {
  const words = cut(escape(text), limits.messageText);
  if (blocks.length <= limits.blocks) return { text: words, blocks: [...blocks] };
  const kept = blocks.slice(0, limits.blocks - 1);
  return { text: words, blocks: [...kept, context(['There is more than a message can hold.'])] };
}

export function header(text: string): HeaderBlock {
  return { type: 'header', text: plain(text, limits.headerText) };
}

/** A section of text that is already mrkdwn. */
export function section(markdown: string, button?: OfferedButton): SectionBlock {
  const text = mrkdwn(cut(markdown, limits.sectionText));
  return button ? { type: 'section', text, accessory: buttonElement(button) } : { type: 'section', text };
}

/** As many sections as the lines need. */
export function sections(lines: readonly string[]): readonly SectionBlock[] {
  return pack(lines, limits.sectionText).map((text) => section(text));
}

/** Facts side by side, each with its label above it, ten to a section. */
export function facts(list: readonly Fact[]): readonly SectionBlock[] {
  return inGroups(list, limits.fields).map((group) => ({
    type: 'section',
    fields: group.map(({ label, value }) => mrkdwn(cut(`*${plainly(label)}*\n${plainly(value)}`, limits.fieldText))),
  }));
}

/** Small print, a line each: elements of their own would stand side by side. */
export function context(lines: readonly string[]): ContextBlock {
  const texts = pack(lines, limits.contextText).slice(0, limits.contextElements);
  return { type: 'context', elements: texts.map(mrkdwn) };
}

/** Five buttons to a row, as Slack wraps them on a narrow screen. */
export function buttons(offered: readonly OfferedButton[]): readonly ActionsBlock[] {
  return inGroups(offered, 5).map((group) => ({ type: 'actions', elements: group.map(buttonElement) }));
}

export const divider: DividerBlock = { type: 'divider' };

export function plain(text: string, most: number): PlainTextElement {
  return { type: 'plain_text', text: cut(plainWords(text), most), emoji: false };
}

function mrkdwn(text: string): MrkdwnElement {
  return { type: 'mrkdwn', text, verbatim: true };
}

function buttonElement({ actionId, label, token, style, spoken }: OfferedButton): Button {
  const button: Button = {
    type: 'button',
    action_id: actionId,
    text: plain(label, limits.buttonText),
    value: token,
    ...(spoken === undefined ? {} : { accessibility_label: cut(plainWords(spoken), limits.buttonText) }),
  };
  return style === undefined ? button : { ...button, style };
}

function inGroups<T>(list: readonly T[], size: number): readonly (readonly T[])[] {
  return Array.from({ length: Math.ceil(list.length / size) }, (_, index) =>
    list.slice(index * size, (index + 1) * size),
  );
}
