import type { Block } from '../../../bot/stand-in/index.ts';

/** Blocks as a person would read them, for golden files: buttons in brackets, facts with their labels. */
export function printBlocks(blocks: readonly object[]): string {
  return `${blocks.flatMap((block) => printBlock(block as Block)).join('\n')}\n`;
}

interface Texted {
  readonly type?: string;
  readonly text?: string | Texted;
  readonly style?: string;
  readonly initial_value?: string;
}

function printBlock(block: Readonly<Record<string, unknown>>): string[] {
  switch (block['type']) {
    case 'header':
      return [`# ${textOf(block['text'])}`, ''];
    case 'divider':
      return ['----', ''];
    case 'section': {
      const fields = Array.isArray(block['fields']) ? block['fields'].map(textOf) : [];
      const said = block['text'] === undefined ? [] : [textOf(block['text'])];
      const button = block['accessory'] === undefined ? [] : [printButton(block['accessory'] as Texted)];
      return [...said, ...fields.map((field) => field.replace('\n', ' ')), ...button, ''];
    }
    case 'context':
      return [...(block['elements'] as Texted[]).map((element) => `  (${textOf(element)})`), ''];
    case 'actions':
      return [(block['elements'] as Texted[]).map(printButton).join(' '), ''];
    case 'input': {
      const value = (block['element'] as Texted).initial_value ?? '';
      return [`${textOf(block['label'])}:`, ...value.split('\n').map((line) => `  | ${line}`), ''];
    }
    default:
      throw new Error(`a block of the type ${String(block['type'])} has no way to be printed`);
  }
}

function printButton(button: Texted): string {
  return button.style === undefined ? `[${textOf(button)}]` : `[${textOf(button)} (${button.style})]`;
}

function textOf(value: unknown): string {
  const text = (value as Texted).text ?? '';
  return typeof text === 'string' ? text.replaceAll('\u200B', '') : textOf(text);
}
