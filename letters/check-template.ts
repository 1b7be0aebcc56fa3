import Handlebars from 'handlebars';
import { didYouMean } from '../dsl/index.ts';
import { readFrontMatter } from './front-matter.ts';
import type { LetterProblem } from './letter-problem.ts';
import { problemAt } from './letter-problem.ts';
import { readElements } from './read-elements.ts';
import { checkExpressions } from './template-expressions.ts';
import type { IncludedPart } from './template-expressions.ts';
import { templatePlaces } from './template-places.ts';

/** What is wrong with a template (or, without front matter, a partial), in the order it stands. None: it may be used. */
export function checkTemplate(text: string, options: CheckOptions = {}): readonly LetterProblem[] {
  const source = options.source ?? 'template';
  const partials = options.partials ?? [];
  if (text.length > mostCharacters) {
    return [problemAt(source, text, 0, `a template has at most ${mostCharacters.toLocaleString('en-GB')} characters`)];
  }
  const { body, problems, paperAt } = options.isPartial
    ? { body: text, problems: [], paperAt: 0 }
    : readFrontMatter(source, text);
  const program = parsed(source, body);
  if ('message' in program) return [...problems, program];
  const expressions = checkExpressions(source, body, program, partials, options.isPartial === true);
  const elements = checkElements(source, body);
  const wanted = options.includes === undefined ? [] : checkIncluded(options.includes, expressions.included);
  const included = wanted.map(({ offset = paperAt, message }) => problemAt(source, text, offset, message));
  return [...problems, ...expressions.problems, ...elements, ...included].toSorted(
    (a, b) => a.line - b.line || a.column - b.column,
  );
}

export interface CheckOptions {
  /** The file's name, for messages. */
  readonly source?: string;
  /** The names of the partials there are. */
  readonly partials?: readonly string[];
  readonly isPartial?: boolean;
  /** What the policy says that the paper includes; left out, that is not looked at. */
  readonly includes?: readonly IncludedItem[];
}

/** Something that a paper is to say, in the policy's words; `always` unless it is only for some pupils. */
export interface IncludedItem {
  readonly text: string;
  readonly always: boolean;
}

const mostCharacters = 100_000;

function parsed(source: string, body: string): hbs.AST.Program | LetterProblem {
  try {
    return Handlebars.parseWithoutProcessing(body);
  } catch (error) {
    return unreadable(source, body, error);
  }
}

/** Handlebars' own complaint, with the place it knows of and without its drawing. */
function unreadable(source: string, body: string, error: unknown): LetterProblem {
  const message = error instanceof Error ? error.message : String(error);
  const known = error as { readonly lineNumber?: number; readonly column?: number };
  const line = known.lineNumber ?? Number(/line (\d+)/.exec(message)?.[1] ?? 1);
  const said = message.split('\n').at(-1) ?? '';
  const [, opened, closed] = /^(\S+) doesn't match (\S+)/.exec(said) ?? [];
  const words =
    opened !== undefined && closed !== undefined
      ? `{{#${opened}}} is closed by {{/${closed}}}; write {{/${opened}}}`
      : 'a {{…}} here is not complete or not closed';
  return { source, line: Math.min(line, body.split('\n').length), column: (known.column ?? 0) + 1, message: words };
}

interface Lack {
  /** Undefined: the template as a whole. */
  readonly offset?: number;
  readonly message: string;
}

/** Every item has its part, and every part is of an item. */
function checkIncluded(items: readonly IncludedItem[], parts: readonly IncludedPart[]): readonly Lack[] {
  const texts = items.map(({ text }) => text);
  const unsaid = items.filter(({ text, always }) => always && !parts.some((part) => part.text === text));
  const strays = parts.filter(({ text }) => !texts.includes(text));
  return [
    ...unsaid.map(({ text }) => ({
      message: `the policy says that this paper includes “${text}”: put the words that say it between {{#includes "${text}"}} and {{/includes}}`,
    })),
    ...strays.map(({ text, offset }) => {
      const [near] = didYouMean(text, texts);
      const cure = near === undefined ? '' : `; did you mean “${near}”?`;
      return { offset, message: `the policy does not say that this paper includes “${text}”${cure}` };
    }),
  ];
}

/** The tags of a template, with every expression blanked out: a value counts as a word, a block as nothing. */
function checkElements(source: string, body: string): readonly LetterProblem[] {
  const { masked, partials, bodies } = templatePlaces(body);
  const { children, problems } = readElements(source, masked);
  const inTag = (offset: number) =>
    children.some((child) => child.kind === 'element' && child.start < offset && offset < child.end);
  const partialsInTags = partials
    .filter(inTag)
    .map((offset) => problemAt(source, body, offset, 'a partial stands in the letter itself, not in a tag'));
  const split = bodies
    .filter(({ start, end }) => !readElements(source, masked.slice(start, end)).balanced)
    .map(({ start }) =>
      problemAt(source, body, start, 'a tag that opens in a block closes in it, and the other way round'),
    );
  return problems.length > 0 ? [...problems, ...partialsInTags] : [...partialsInTags, ...split];
}
