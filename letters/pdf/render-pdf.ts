import { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler';
import { readFileSync } from 'node:fs';
import { parseIsoDay, partsOf } from '../../register/day.ts';
import { textsOf } from '../letter-tree.ts';
import type { LetterTree } from '../letter-tree.ts';
import type { LetterMeta } from '../letter-meta.ts';
import { LetterRefused } from '../letter-refused.ts';
import { missingFromLetter } from '../whole-letter.ts';
import { fontFolder, fontNames, letterTemplate } from './assets.ts';
import { uncoveredCharacters } from './font-coverage.ts';

/**
 * A letter as PDF, tagged, with its fonts embedded; the compiler holds it to PDF/UA-1 and refuses what falls short.
 * Throws LetterRefused for a letter that is not whole, an address that does not fit the window, or a character that
 * none of the fonts has.
 */
export function renderPdf(tree: LetterTree, meta: LetterMeta): Uint8Array {
  return compiled(tree, meta, (compiler, source) => new Uint8Array(compiler.pdf(source, { pdfStandard: 'ua-1' })));
}

/** The same pages as pictures, one SVG holding them all, one below the other. */
export function renderSvg(tree: LetterTree, meta: LetterMeta): string {
  return compiled(tree, meta, (compiler, source) => compiler.plainSvg(source));
}

type Source = Parameters<NodeCompiler['compile']>[0];

let compiler: NodeCompiler | undefined;

function compiled<T>(tree: LetterTree, meta: LetterMeta, give: (compiler: NodeCompiler, source: Source) => T): T {
  const faults = [...missingFromLetter(tree), ...glyphFaults([...textsOf(tree), meta.title, meta.author])];
  if (faults.length > 0) throw new LetterRefused(faults);
  compiler ??= NodeCompiler.create({
    fontArgs: [{ fontBlobs: fontNames.map((name) => readFileSync(fontFolder(name))) }],
  });
  const source = { mainFileContent: letterTemplate(), inputs: { letter: JSON.stringify(forTypst(tree, meta)) } };
  try {
    return give(compiler, source);
  } catch (error) {
    throw new LetterRefused(whyNot(compiler, source, error));
  } finally {
    // A document that is asked for as an object is never given back by the binding (0.8 MB a letter); bytes are.
    compiler.evictCache(0);
  }
}

/** The compiler's own diagnostics; what only the making of the PDF refuses stands in the error alone. */
function whyNot(compiler: NodeCompiler, source: Source, error: unknown): readonly string[] {
  const found = compiler.compile(source).takeError();
  if (found) return compiler.fetchDiagnostics(found).map(inWords);
  const text = error instanceof Error ? error.message : String(error);
  const messages = [...text.matchAll(/message: "((?:[^"\\]|\\.)*)"/g)].map(([, message = '']) => message);
  return messages.length > 0 ? messages : [text];
}

function forTypst(tree: LetterTree, meta: LetterMeta): unknown {
  const day = parseIsoDay(meta.date);
  if (day === undefined) throw new RangeError(`not a date: ${meta.date}`);
  const { year, month, date } = partsOf(day);
  return { ...meta, date: { year, month, day: date }, body: tree };
}

function glyphFaults(texts: readonly string[]): string[] {
  return uncoveredCharacters(texts).map(
    ({ character, text }) =>
      `the letters’ fonts have no “${character}” (${codePoint(character)}), which stands in “${text}”: ` +
      'write it in another way, or send this letter by other means',
  );
}

function codePoint(character: string): string {
  return `U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`;
}

function inWords(diagnostic: unknown): string {
  const message = (diagnostic as { readonly message?: unknown }).message;
  const text = typeof message === 'string' ? message : JSON.stringify(diagnostic);
  return text.replace(/^panicked with: "?/, '').replace(/"$/, '');
}
