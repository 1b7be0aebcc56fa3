import Handlebars from 'handlebars';
import type { FrontMatter } from './front-matter.ts';
import { readFrontMatter } from './front-matter.ts';
import type { TemplateOutline } from './held-against.ts';
import type { LetterProblem } from './letter-problem.ts';
import { problemAt } from './letter-problem.ts';
import { readElements } from './read-elements.ts';
import type { TemplateSources } from './template-sources.ts';
import { checkExpressions } from './template-expressions.ts';
import { templatePlaces } from './template-places.ts';

/** What is wrong with a template (or, without front matter, a partial), in the order it stands. None: it may be used. */
export function checkTemplate(text: string, options: CheckOptions = {}): readonly LetterProblem[] {
  return readTemplate(text, options).problems;
}

export interface ReadTemplate {
  readonly problems: readonly LetterProblem[];
  /** What the policies are to hold it against; none of a partial, or where the template does not read. */
  readonly outline: TemplateOutline | undefined;
  readonly frontMatter: FrontMatter | undefined;
  /** With the front matter blanked out. */
  readonly body: string;
}

/** Checks a template, and outlines what it says. */
export function readTemplate(text: string, options: CheckOptions = {}): ReadTemplate {
  const source = options.source ?? 'template';
  const partials = options.partials ?? [];
  if (text.length > mostCharacters) {
    const most = `a template has at most ${mostCharacters.toLocaleString('en-GB')} characters`;
    return { problems: [problemAt(source, text, 0, most)], outline: undefined, frontMatter: undefined, body: '' };
  }
  const { frontMatter, body, problems, paperAt } = options.isPartial
    ? { frontMatter: undefined, body: text, problems: [], paperAt: 0 }
    : readFrontMatter(source, text);
  const program = parsed(source, body);
  if ('message' in program) return { problems: [...problems, program], outline: undefined, frontMatter, body };
  const expressions = checkExpressions(source, body, program, partials, options.isPartial === true);
  const found = [...problems, ...expressions.problems, ...checkElements(source, body)];
  const includes = expressions.included.map(({ offset, text: words }) => problemAt(source, text, offset, words));
  return {
    problems: found.toSorted((a, b) => a.line - b.line || a.column - b.column),
    outline: frontMatter && {
      source,
      paper: frontMatter.paper,
      at: placeOf(problemAt(source, text, paperAt, '')),
      includes: includes.map((each) => ({ text: each.message, at: placeOf(each) })),
    },
    frontMatter,
    body,
  };
}

function placeOf({ line, column }: LetterProblem): { readonly line: number; readonly column: number } {
  return { line, column };
}

/** The outlines of all templates, in the order given, and what is wrong with any. */
export function outlinesOf(sources: TemplateSources): {
  readonly outlines: readonly TemplateOutline[];
  readonly problems: readonly LetterProblem[];
} {
  const partials = Object.keys(sources.partials);
  const read = Object.entries(sources.templates).map(([name, text]) =>
    readTemplate(text, { source: `${name}.hbs`, partials }),
  );
  return {
    outlines: read.flatMap(({ outline }) => (outline ? [outline] : [])),
    problems: read.flatMap(({ problems }) => problems),
  };
}

export interface CheckOptions {
  /** The file's name, for messages. */
  readonly source?: string;
  /** The names of the partials there are. */
  readonly partials?: readonly string[];
  readonly isPartial?: boolean;
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
