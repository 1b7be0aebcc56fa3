import type { Block, Cell, Inline, LetterTree } from './letter-tree.ts';
import { inlineText } from './letter-tree.ts';
import type { LetterProblem } from './letter-problem.ts';
import { problemAt } from './letter-problem.ts';
import type { Element, Words } from './read-elements.ts';
import { readElements } from './read-elements.ts';

export interface MarkupRead {
  readonly tree: LetterTree;
  readonly problems: readonly LetterProblem[];
}

/** A filled-in template, in the letters' subset of HTML, as a letter tree. The tree is whole only without problems. */
export function readMarkup(source: string, text: string): MarkupRead {
  const { children, problems } = readElements(source, text);
  if (problems.length > 0) return { tree: [], problems };
  const found: LetterProblem[] = [];
  const tree = children
    .filter((child) => child.kind === 'element')
    .map((element) => blockOf(element, (message) => found.push(problemAt(source, text, element.start, message))));
  return { tree, problems: found };
}

function blockOf(element: Element, problem: (message: string) => void): Block {
  switch (element.name) {
    case 'letterhead': {
      const [name = '', ...lines] = linesOf(element);
      return { kind: 'letterhead', name, lines };
    }
    case 'address':
      return { kind: 'address', lines: linesOf(element) };
    case 'date':
    case 'reference':
      return { kind: element.name, text: wordsIn(element) };
    case 'h1':
    case 'h2':
      return { kind: 'heading', level: element.name === 'h1' ? 1 : 2, content: filled(element, problem) };
    case 'ul':
    case 'ol': {
      const items = elementsOf(element).map((item) => filled(item, problem));
      if (items.length === 0) problem(`<${element.name}> has no <li>; leave the list out where it is empty`);
      return { kind: 'list', ordered: element.name === 'ol', items };
    }
    case 'table':
      return tableOf(element, problem);
    case 'signature': {
      const [closing = '', ...lines] = linesOf(element);
      return { kind: 'signature', closing, lines };
    }
    case 'hr':
      return { kind: 'page break' };
    default:
      return { kind: 'paragraph', content: filled(element, problem) };
  }
}

function tableOf(table: Element, problem: (message: string) => void): Block {
  const rowsIn = (part: string) =>
    elementsOf(table)
      .filter((element) => element.name === part)
      .flatMap((element) => elementsOf(element))
      .map((row) => elementsOf(row));
  const [head, ...moreHeads] = rowsIn('thead');
  if (!head || moreHeads.length > 0 || head.some((cell) => cell.name !== 'th')) {
    problem('<table> begins with <thead> and one row of <th>, so that every column has its name');
  }
  const header: readonly Cell[] = (head ?? []).map((cell) => filled(cell, problem));
  const rows = rowsIn('tbody').map((row) => row.map(runsOf));
  if (rows.length === 0) problem('<table> has no row; leave the table out where it is empty');
  if (rows.some((row) => row.length !== header.length)) {
    problem(`each row of this <table> has ${header.length} cells, one for each column`);
  }
  return { kind: 'table', header, rows };
}

function filled(element: Element, problem: (message: string) => void): readonly Inline[] {
  const content = runsOf(element);
  if (inlineText(content).trim() === '') problem(`a <${element.name}> here has no words in it`);
  return content;
}

/** Text, strong and emphasised words, white space as a browser would show it: one space, none at either end. */
function runsOf(element: Element): readonly Inline[] {
  const runs = element.children.map((child): Inline => {
    if (child.kind === 'words') return { kind: 'text', text: oneSpace(child.text) };
    return { kind: child.name === 'strong' ? 'strong' : 'emphasis', text: oneSpace(wordsOf(child)) };
  });
  return trimmed(runs);
}

export function trimmed(runs: readonly Inline[]): readonly Inline[] {
  const joined: Inline[] = [];
  for (const run of runs) {
    const before = joined.at(-1);
    const text = before === undefined || before.text.endsWith(' ') ? run.text.replace(/^ /, '') : run.text;
    if (text === '') continue;
    if (before?.kind === run.kind) joined[joined.length - 1] = { kind: run.kind, text: before.text + text };
    else joined.push({ kind: run.kind, text });
  }
  const last = joined.at(-1);
  if (last) joined[joined.length - 1] = { kind: last.kind, text: last.text.replace(/ $/, '') };
  return joined.filter((run) => run.text !== '');
}

function linesOf(element: Element): readonly string[] {
  const lines = [''];
  for (const child of element.children) {
    if (child.kind === 'element') lines.push('');
    else lines[lines.length - 1] += child.text;
  }
  return lines.map((line) => oneSpace(line).trim()).filter((line) => line !== '');
}

function wordsIn(element: Element): string {
  return oneSpace(wordsOf(element)).trim();
}

function wordsOf(element: Element): string {
  return element.children.map((child) => (child.kind === 'words' ? child.text : wordsOf(child))).join('');
}

function elementsOf(element: Element): readonly Element[] {
  return element.children.filter((child: Element | Words) => child.kind === 'element');
}

/** Only the white space of HTML: a no-break space stays what it is. */
function oneSpace(text: string): string {
  return text.replaceAll(/[ \t\r\n\f]+/g, ' ');
}
