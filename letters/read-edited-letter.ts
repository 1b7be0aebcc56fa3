import type { LetterProblem } from './letter-problem.ts';
import { problemAt } from './letter-problem.ts';
import type { Block, Inline, LetterTree } from './letter-tree.ts';
import { headKinds, missingFromLetter } from './whole-letter.ts';

export type EditedLetter =
  | { readonly kind: 'letter'; readonly body: LetterTree }
  | { readonly kind: 'problems'; readonly problems: readonly LetterProblem[] };

const source = 'the edited letter';
const mostCharacters = 30_000;

/**
 * Reads what a person made of `editableText(draft)`. Whatever was typed is words: a tag is shown as typed, never
 * obeyed. Facts come from the draft by their brackets; a table may be left out, the signature may not.
 */
export function readEditedLetter(draft: LetterTree, edited: string): EditedLetter {
  const text = edited.replaceAll(/\r\n?/g, '\n');
  if (text.length > mostCharacters) {
    const message = `a letter has at most ${mostCharacters.toLocaleString('en-GB')} characters`;
    return { kind: 'problems', problems: [problemAt(source, '', 0, message)] };
  }
  const problems: LetterProblem[] = [];
  const report = (offset: number, message: string) => void problems.push(problemAt(source, text, offset, message));
  const facts = factsOf(draft);
  const used = new Set<string>();
  const blocks = partsOf(text).map((part): Block | undefined => {
    if (!/^\[[^\]]*\]$/.test(part.text)) return written(part, report);
    const fact = facts.get(part.text);
    if (!fact) report(part.start, `there is no ${part.text} in this letter; there are ${[...facts.keys()].join(', ')}`);
    else if (used.has(part.text) && fact.kind !== 'page break') report(part.start, `${part.text} stands here twice`);
    used.add(part.text);
    return fact;
  });
  const head = draft.filter((block) => headKinds.has(block.kind));
  const body = [...head, ...blocks.filter((block) => block !== undefined)];
  if (problems.length === 0) for (const fault of missingFromLetter(body)) report(0, inEditorsWords(fault));
  return problems.length > 0 ? { kind: 'problems', problems } : { kind: 'letter', body };
}

interface Part {
  readonly text: string;
  readonly start: number;
}

/** Pieces end at an empty line, and where a heading, a list or a bracket begins or a heading ends. */
function partsOf(text: string): Part[] {
  const parts: { text: string; start: number; kind: LineKind }[] = [];
  let start = 0;
  for (const line of text.split('\n')) {
    const kind = kindOf(line);
    const last = parts.at(-1);
    const goesOn = kind === 'words' ? last?.kind !== 'heading' && last?.kind !== 'bracket' : kind === last?.kind;
    if (kind !== 'empty' && last && last.kind !== 'empty' && goesOn && kind !== 'heading' && kind !== 'bracket')
      last.text += `\n${line}`;
    else parts.push({ text: line, start: start + line.length - line.trimStart().length, kind });
    start += line.length + 1;
  }
  return parts.filter(({ kind }) => kind !== 'empty').map((part) => ({ text: part.text.trim(), start: part.start }));
}

type LineKind = 'empty' | 'heading' | 'bullet' | 'number' | 'bracket' | 'words';

function kindOf(line: string): LineKind {
  const text = line.trim();
  if (text === '') return 'empty';
  if (/^#{1,6}[ \t]/.test(text)) return 'heading';
  if (/^-[ \t]/.test(text)) return 'bullet';
  if (/^\d+\.[ \t]/.test(text)) return 'number';
  return /^\[[^\]]*\]$/.test(text) ? 'bracket' : 'words';
}

function factsOf(draft: LetterTree): ReadonlyMap<string, Block> {
  const facts = new Map<string, Block>();
  let tables = 0;
  for (const block of draft) {
    if (block.kind === 'table') facts.set(`[table ${++tables}]`, block);
    if (block.kind === 'signature') facts.set('[signature]', block);
  }
  return facts.set('[new page]', { kind: 'page break' });
}

type Report = (offset: number, message: string) => void;

function written(part: Part, report: Report): Block {
  const heading = /^(#{1,6})[ \t]+(?=\S)/.exec(part.text);
  if (heading) {
    const level = heading[1]!.length;
    if (level > 2) report(part.start, 'a heading begins with # or ##');
    const content = runs(part.text.slice(heading[0].length), part.start + heading[0].length, report);
    return { kind: 'heading', level: level === 1 ? 1 : 2, content };
  }
  const ordered = /^\d+\.[ \t]/.test(part.text);
  if (ordered || /^-[ \t]/.test(part.text)) {
    const begin = ordered ? /^\d+\.[ \t]+/gm : /^-[ \t]+/gm;
    const marks = [...part.text.matchAll(begin)];
    const items = marks.map((mark, index) => {
      const from = mark.index + mark[0].length;
      return runs(part.text.slice(from, marks[index + 1]?.index), part.start + from, report);
    });
    return { kind: 'list', ordered, items };
  }
  return { kind: 'paragraph', content: runs(part.text, part.start, report) };
}

/** Words with `**strong**` and `*stressed*` runs; a line break within a paragraph is a space. */
function runs(text: string, start: number, report: Report): readonly Inline[] {
  const found: Inline[] = [];
  let kind: Inline['kind'] = 'text';
  let openedAt = 0;
  let words = '';
  const close = (next: Inline['kind']) => {
    const joined = words.replaceAll(/[ \t\n]+/g, ' ');
    if (joined !== '') found.push({ kind, text: joined });
    words = '';
    kind = next;
  };
  for (let at = 0; at < text.length; at++) {
    const mark = text.startsWith('**', at) ? 'strong' : text[at] === '*' ? 'emphasis' : undefined;
    if (text[at] === '\\' && at + 1 < text.length) words += text[++at];
    else if (mark && (kind === 'text' || kind === mark)) {
      openedAt = at;
      close(kind === 'text' ? mark : 'text');
      if (mark === 'strong') at++;
    } else words += text[at];
  }
  if (kind !== 'text') {
    const sign = kind === 'strong' ? '**' : '*';
    report(start + openedAt, `${sign} opens here and is not closed; write \\${sign[0]} for an ordinary star`);
  }
  close('text');
  const last = found.at(-1);
  if (last) found[found.length - 1] = { ...last, text: last.text.trimEnd() };
  return found;
}

function inEditorsWords(fault: string): string {
  return fault
    .replace('<h1>', 'a line that begins with #')
    .replace('<signature>', '[signature]')
    .replace('make it <h2>', 'begin it with ##');
}
