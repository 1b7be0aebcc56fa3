import type { Block, Inline, LetterTree } from './letter-tree.ts';
import { inlineText } from './letter-tree.ts';
import { headKinds } from './whole-letter.ts';

/** A letter as plain text, whole, for reading: in a message, on a terminal, in a golden file. */
export function letterText(tree: LetterTree): string {
  return `${tree.map(plainBlock).join('\n\n')}\n`;
}

function plainBlock(block: Block): string {
  switch (block.kind) {
    case 'letterhead':
      return [block.name, ...block.lines].join('\n');
    case 'address':
      return block.lines.join('\n');
    case 'date':
      return block.text;
    case 'reference':
      return `Our reference: ${block.text}`;
    case 'heading':
      return `${'#'.repeat(block.level)} ${inlineText(block.content)}`;
    case 'paragraph':
      return inlineText(block.content);
    case 'list':
      return listed(block.items.map(inlineText), block.ordered);
    case 'table':
      return [block.header, ...block.rows].map((row) => row.map(inlineText).join(' | ')).join('\n');
    case 'signature':
      return [`${block.closing},`, '', ...block.lines].join('\n');
    case 'page break':
      break;
  }
  return '—— new page ——';
}

/**
 * What a person may reword before approval: headings, paragraphs and lists. What is a fact of the register or of the
 * school (letterhead, address, date, reference, tables, signature) stands as a line in square brackets or not at all.
 *
 *     # Subject            ## Heading          plain paragraph with **strong** and *stressed* words
 *     - bullet             1. numbered         [table 1]   [signature]   [new page]
 *
 * A backslash before a mark makes it an ordinary character. `readEditedLetter` reads it back.
 */
export function editableText(tree: LetterTree): string {
  let tables = 0;
  const blocks = tree
    .filter((block) => !headKinds.has(block.kind))
    .map((block) => {
      if (block.kind === 'table') return `[table ${++tables}]`;
      if (block.kind === 'signature') return '[signature]';
      if (block.kind === 'page break') return '[new page]';
      if (block.kind === 'heading') return `${'#'.repeat(block.level)} ${marked(block.content)}`;
      if (block.kind === 'list') return listed(block.items.map(marked), block.ordered);
      return block.kind === 'paragraph' ? asParagraph(marked(block.content)) : '';
    });
  return `${blocks.join('\n\n')}\n`;
}

/** A paragraph that begins as a heading, a list or a bracket does says with a backslash that it is none. */
function asParagraph(text: string): string {
  return text.replace(/^([#[-]|\d+\.)/, '\\$1');
}

function listed(items: readonly string[], ordered: boolean): string {
  return items.map((item, index) => `${ordered ? `${index + 1}.` : '-'} ${item}`).join('\n');
}

function marked(content: readonly Inline[]): string {
  return content
    .map(({ kind, text }) => {
      const escaped = text.replaceAll(/[\\*]/g, '\\$&');
      return kind === 'strong' ? `**${escaped}**` : kind === 'emphasis' ? `*${escaped}*` : escaped;
    })
    .join('');
}
