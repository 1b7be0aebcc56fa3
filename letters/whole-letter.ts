import type { Block, Letterhead, LetterTree } from './letter-tree.ts';
import { inlineText } from './letter-tree.ts';

/** The most lines that the window of a DL or C5 envelope shows (26.2 mm at 10.5 points a line). */
export const mostAddressLines = 7;

/** The most lines beside the school’s name: its address, telephone number and email address. */
const mostLetterheadLines = 7;

/** The longest line of an address, in characters; a longer one is broken at a space, or refused. */
export const longestAddressLine = 44;

/**
 * What a letter must have before it can be sent: one address that fits the window, one date, one subject, one place
 * to sign, and in that order. Each fault is a sentence with its cure.
 */
export function missingFromLetter(tree: LetterTree): string[] {
  const faults = [
    ...once(tree, 'address', 'to whom it goes: <address>'),
    ...once(tree, 'date', 'its date: <date>'),
    ...once(tree, 'signature', 'who signs it: <signature>'),
    ...subjectFaults(tree),
    ...atMostOnce(tree, 'letterhead'),
    ...atMostOnce(tree, 'reference'),
  ];
  const body = tree.findIndex((block) => !headKinds.has(block.kind));
  const late = tree.findIndex((block, index) => headKinds.has(block.kind) && index > body);
  if (body >= 0 && late >= 0) faults.push(`<${tree[late]!.kind}> stands before the first paragraph or heading`);
  const address = tree.find((block) => block.kind === 'address');
  if (address?.kind === 'address') faults.push(...addressFaults(address.lines));
  for (const block of tree) {
    if (block.kind === 'signature' && block.lines.length === 0) faults.push('the signature names nobody');
    if (block.kind === 'letterhead') faults.push(...letterheadFaults(block));
    if ((block.kind === 'date' || block.kind === 'reference') && block.text === '') {
      faults.push(`<${block.kind}> has no words in it`);
    }
  }
  return faults;
}

export const headKinds: ReadonlySet<Block['kind']> = new Set(['letterhead', 'address', 'date', 'reference']);

export function addressFaults(lines: readonly string[]): string[] {
  if (lines.length < 2) return ['the address has no lines below the name: record where this adult lives'];
  const long = lines.find((line) => line.length > longestAddressLine);
  if (long !== undefined) {
    return [`the address line “${long}” is longer than ${longestAddressLine} characters and has no space to break at`];
  }
  return lines.length > mostAddressLines
    ? [
        `the address has ${lines.length} lines and the window of the envelope shows ${mostAddressLines}: ` +
          'join or shorten some of them',
      ]
    : [];
}

function letterheadFaults({ name, lines }: Letterhead): string[] {
  if (name === '') return ['the letterhead has no school’s name'];
  return lines.length > mostLetterheadLines
    ? [`the letterhead has ${lines.length} lines beside the name and holds ${mostLetterheadLines}: join some of them`]
    : [];
}

function once(tree: LetterTree, kind: Block['kind'], what: string): string[] {
  return tree.some((block) => block.kind === kind) ? atMostOnce(tree, kind) : [`the letter does not say ${what}`];
}

function atMostOnce(tree: LetterTree, kind: Block['kind']): string[] {
  return tree.filter((block) => block.kind === kind).length > 1 ? [`the letter has more than one <${kind}>`] : [];
}

function subjectFaults(tree: LetterTree): string[] {
  const subjects = tree.filter((block) => block.kind === 'heading' && block.level === 1);
  if (subjects.length === 0) return ['the letter does not say what it is about: <h1>'];
  const [first, second] = subjects;
  if (second === undefined) {
    const early = tree.findIndex((block) => block.kind === 'heading' && block.level === 2);
    return early >= 0 && early < tree.indexOf(first!) ? ['the subject <h1> stands before any other heading'] : [];
  }
  return second.kind === 'heading'
    ? [`the letter has a second subject, “${inlineText(second.content)}”; make it <h2>`]
    : [];
}
