import { parseDocument } from 'yaml';
import type { LetterProblem } from './letter-problem.ts';
import { problemAt } from './letter-problem.ts';

/** What stands between two lines of `---` at the top of a template. */
export interface FrontMatter {
  /** The paper by its full name, that of the policy which declares it first: `widnes.stage-1-letter`. */
  readonly paper: string;
  readonly title: string;
  /** A language tag: `en-GB`. */
  readonly language: string;
}

export interface TemplateText {
  readonly frontMatter: FrontMatter | undefined;
  /** The template, with the front matter blanked out so that every place stays where it is in the file. */
  readonly body: string;
  /** Where the paper is named, for what is wrong with the template as a whole. */
  readonly paperAt: number;
  readonly problems: readonly LetterProblem[];
}

const keys = ['paper', 'title', 'language'] as const;

/** Parts a template file into its front matter and its body. */
export function readFrontMatter(source: string, text: string): TemplateText {
  const match = /^---\r?\n([\s\S]*?\n)?---[ \t]*(?:\r?\n|$)/.exec(text);
  if (!match) {
    const message = 'a template begins with its paper, title and language between two lines of ---';
    return { frontMatter: undefined, body: text, paperAt: 0, problems: [problemAt(source, text, 0, message)] };
  }
  const problems: LetterProblem[] = [];
  const yaml = match[1] ?? '';
  const offset = match[0].indexOf('\n') + 1;
  const document = parseDocument(yaml);
  for (const error of document.errors) {
    problems.push(
      problemAt(source, text, offset + error.pos[0], `the front matter does not read as YAML: ${error.code}`),
    );
  }
  const values: unknown = document.errors.length > 0 ? {} : document.toJS();
  const given = typeof values === 'object' && values !== null ? (values as Record<string, unknown>) : {};
  for (const key of Object.keys(given)) {
    if (!keys.some((known) => known === key)) {
      const at = offset + Math.max(0, yaml.indexOf(key));
      problems.push(problemAt(source, text, at, `the front matter takes ${keys.join(', ')}, not ${key}`));
    }
  }
  for (const key of keys) {
    const value = given[key];
    if (document.errors.length === 0 && (typeof value !== 'string' || value === '')) {
      problems.push(problemAt(source, text, 0, `the front matter does not say ${key}: add a line “${key}: …”`));
    }
  }
  const body = match[0].replaceAll(/[^\r\n]/g, ' ') + text.slice(match[0].length);
  const paperAt = Math.max(0, match[0].search(/^paper:/m));
  return { frontMatter: problems.length > 0 ? undefined : (given as unknown as FrontMatter), body, paperAt, problems };
}
