import { Tokenizer } from 'parse5';
import type { Token } from 'parse5';
import { didYouMean } from '../dsl/index.ts';
import { tagNamed, tags, takesText } from './markup.ts';
import type { LetterProblem } from './letter-problem.ts';
import { problemAt } from './letter-problem.ts';

/** A tag with what stands in it, in order. `end` is where it closes. */
export interface Element {
  readonly kind: 'element';
  readonly name: string;
  readonly start: number;
  end: number;
  readonly children: (Element | Words)[];
}

export interface Words {
  readonly kind: 'words';
  text: string;
  readonly start: number;
}

export interface Elements {
  readonly children: readonly (Element | Words)[];
  /** Every tag that opens here closes here. */
  readonly balanced: boolean;
  readonly problems: readonly LetterProblem[];
}

/**
 * Reads text in the letters' subset of HTML. parse5 finds the tags; nesting is held strictly here, because a browser's
 * repairs would lose a stray tag in silence. Whatever is not in the subset is a problem where it stands.
 */
export function readElements(source: string, text: string): Elements {
  const root: Element = { kind: 'element', name: '', start: 0, end: text.length, children: [] };
  const open: Element[] = [root];
  const problems: LetterProblem[] = [];
  let balanced = true;
  const inside = () => open.at(-1)!;
  const nameInside = () => (open.length > 1 ? inside().name : undefined);
  /** Inside an unknown tag nothing more is said: the tag itself is the fault. */
  const astray = () => open.length > 1 && tagNamed(inside().name) === undefined;
  const problem = (offset: number, message: string) => problems.push(problemAt(source, text, offset, message));

  const words = (token: Token.CharacterToken) => {
    const last = inside().children.at(-1);
    if (last?.kind === 'words') last.text += token.chars;
    else inside().children.push({ kind: 'words', text: token.chars, start: startOf(token) });
    if (token.chars.trim() !== '' && !takesText(nameInside()) && !astray()) {
      problem(startOf(token) + leadingSpace(token.chars), wordsOutOfPlace(nameInside()));
    }
  };

  const tokenizer = new Tokenizer(
    { sourceCodeLocationInfo: true },
    {
      onStartTag(token) {
        const start = startOf(token);
        const tag = tagNamed(token.tagName);
        for (const attribute of token.attrs) {
          const at = token.location?.attrs?.[attribute.name]?.startOffset ?? start;
          problem(at, `<${token.tagName}> takes no attribute; take ${attribute.name} away`);
        }
        const element: Element = { kind: 'element', name: token.tagName, start, end: text.length, children: [] };
        if (!tag) problem(start, unknownTag(token.tagName));
        else if (!tag.within.includes(nameInside()) && !astray())
          problem(start, tagOutOfPlace(tag.name, tag.within, nameInside()));
        else inside().children.push(element);
        if (token.selfClosing && tag?.holds !== 'nothing') {
          problem(start, `<${token.tagName}/> does not close itself; write <${token.tagName}>…</${token.tagName}>`);
        } else if (tag?.holds !== 'nothing') open.push(element);
      },
      onEndTag(token) {
        const start = startOf(token);
        const at = open.findLastIndex((element, index) => index > 0 && element.name === token.tagName);
        if (at < 0) {
          balanced = false;
          problem(start, `</${token.tagName}> closes nothing that is open`);
          return;
        }
        for (const unclosed of open.slice(at + 1)) problem(unclosed.start, neverClosed(unclosed.name));
        for (const closed of open.slice(at)) closed.end = start;
        open.length = at;
      },
      onCharacter: words,
      onWhitespaceCharacter: words,
      onNullCharacter: (token) => void problem(startOf(token), 'a character with no meaning (U+0000) stands here'),
      onComment: (token) => void problem(startOf(token), 'a comment would be lost; write it as {{!-- … --}}'),
      onDoctype: (token) => void problem(startOf(token), 'a letter takes no <!doctype>'),
      onEof() {
        if (open.length > 1) balanced = false;
        for (const unclosed of open.slice(1)) problem(unclosed.start, neverClosed(unclosed.name));
      },
      onParseError: (error) => {
        if (!toldOtherwise.has(error.code)) problem(error.startOffset, `this is not well written: ${error.code}`);
      },
    },
  );
  tokenizer.write(text, true);
  problems.sort((a, b) => a.line - b.line || a.column - b.column);
  return { children: root.children, balanced, problems };
}

/** Faults of HTML that the handlers above put in plainer words. */
const toldOtherwise = new Set<string>([
  'unexpected-null-character',
  'non-void-html-element-start-tag-with-trailing-solidus',
]);

function startOf(token: { readonly location: Token.Location | null }): number {
  return token.location?.startOffset ?? 0;
}

function leadingSpace(text: string): number {
  return text.length - text.trimStart().length;
}

function unknownTag(name: string): string {
  const [near] = didYouMean(
    name,
    tags.map((tag) => tag.name),
  );
  return `there is no tag <${name}> in a letter${near === undefined ? '' : `; did you mean <${near}>?`}`;
}

function tagOutOfPlace(name: string, within: readonly (string | undefined)[], inside: string | undefined): string {
  const where = within.map((each) => (each === undefined ? 'in the letter itself' : `in <${each}>`)).join(' or ');
  return `<${name}> stands ${where}, not ${inside === undefined ? 'in the letter itself' : `in <${inside}>`}`;
}

function wordsOutOfPlace(inside: string | undefined): string {
  return inside === undefined
    ? 'words stand in a tag: write <p>…</p> round them'
    : `words do not stand directly in <${inside}>; it holds ${tags
        .filter((tag) => tag.within.includes(inside))
        .map((tag) => `<${tag.name}>`)
        .join(', ')}`;
}

function neverClosed(name: string): string {
  return `<${name}> is never closed; write </${name}> after it`;
}
