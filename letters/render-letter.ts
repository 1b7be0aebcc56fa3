import Handlebars from 'handlebars';
import type { HelperOptions } from 'handlebars';
import { checkTemplate, readTemplate } from './check-template.ts';
import type { DraftedFields } from './draft-fields.ts';
import type { FrontMatter } from './front-matter.ts';
import { heldAgainst } from './held-against.ts';
import { letterHelpers } from './helpers.ts';
import type { Letter } from './letter.ts';
import type { LetterFields } from './letter-fields.ts';
import { exampleFields, letterFieldList } from './letter-fields.ts';
import type { LetterProblem } from './letter-problem.ts';
import { subjectOf } from './letter-tree.ts';
import type { LetterTree } from './letter-tree.ts';
import type { PapersWanted } from './papers-wanted.ts';
import type { TemplateSources } from './template-sources.ts';
import { readMarkup } from './read-markup.ts';
import { missingFromLetter } from './whole-letter.ts';

export type RenderedLetter =
  | { readonly kind: 'letter'; readonly letter: Letter }
  | { readonly kind: 'problems'; readonly problems: readonly LetterProblem[] };

/** Templates read, checked and made ready once; `render` then fills one in as often as wanted. */
export interface LetterRenderer {
  /** The papers that may be drafted: those whose templates have no problem. */
  readonly papers: readonly FrontMatter[];
  /** What is wrong with the rest, each with its file, line and column. */
  readonly problems: readonly LetterProblem[];
  readonly render: (paper: string, draft: Extract<DraftedFields, { kind: 'fields' }>, ids: LetterIds) => RenderedLetter;
}

/** The ids of the two people a letter is about, as the caller keeps them. */
export interface LetterIds {
  readonly adult: string;
  readonly pupil: string;
}

/**
 * Reads and checks every template and partial; one with a problem is never rendered.
 * @param wanted left out, the templates are not held against any policy
 */
export function letterRenderer(sources: TemplateSources, wanted?: PapersWanted): LetterRenderer {
  const problems: LetterProblem[] = [];
  const partials = Object.keys(sources.partials);
  for (const [name, text] of Object.entries(sources.partials)) {
    problems.push(...checkTemplate(text, { source: `${name}.hbs`, partials, isPartial: true }));
  }
  const papers = new Map<string, { readonly about: FrontMatter; readonly fill: Fill; readonly source: string }>();
  const partialsSound = problems.length === 0;
  const environment = ownHandlebars(sources.partials);
  for (const [name, text] of Object.entries(sources.templates)) {
    const source = `${name}.hbs`;
    const { frontMatter: about, body, problems: own, outline } = readTemplate(text, { source, partials });
    const found = [...own, ...(outline && wanted ? heldAgainst([outline], wanted) : [])];
    problems.push(...found.toSorted((a, b) => a.line - b.line || a.column - b.column));
    if (found.length > 0 || !about || !partialsSound) continue;
    const other = papers.get(about.paper);
    if (other) problems.push(whole(source, `the paper ${about.paper} already has the template ${other.source}`));
    const fill = filler(environment, source, body);
    const sample = fill(exampleFields());
    problems.push(...sample.problems);
    if (!other && sample.problems.length === 0) papers.set(about.paper, { about, fill, source });
  }
  return {
    papers: [...papers.values()].map(({ about }) => about),
    problems,
    render(paper, { fields, restsOn }, ids) {
      const found = papers.get(paper);
      if (!found) return { kind: 'problems', problems: [whole(paper, noTemplate(paper, [...papers.keys()]))] };
      const { tree, problems: faults } = found.fill(fields);
      if (faults.length > 0) return { kind: 'problems', problems: faults };
      const letter: Letter = {
        kind: 'letter',
        paper,
        title: found.about.title,
        language: found.about.language,
        date: fields.letter.date,
        reference: fields.letter.reference,
        author: fields.school.name,
        addressee: { adult: ids.adult, name: fields.adult.name },
        pupil: ids.pupil,
        subject: subjectOf(tree),
        body: tree,
        restsOn,
      };
      return { kind: 'letter', letter };
    },
  };
}

type Fill = (fields: LetterFields) => { readonly tree: LetterTree; readonly problems: readonly LetterProblem[] };

/** A Handlebars of our own: our helpers, none of its own beyond if, unless and each, and no way to a prototype. */
function ownHandlebars(partials: Readonly<Record<string, string>>): typeof Handlebars {
  const environment = Handlebars.create();
  for (const name of ['with', 'log', 'lookup', 'helperMissing', 'blockHelperMissing'])
    environment.unregisterHelper(name);
  for (const [name, { write }] of Object.entries(letterHelpers)) {
    environment.registerHelper(name, (value: unknown) => write(typeof value === 'number' ? '0' : String(value)));
  }
  environment.registerHelper('includes', function includes(this: unknown, _words: unknown, block: HelperOptions) {
    return block.fn(this);
  });
  for (const [name, text] of Object.entries(partials)) environment.registerPartial(name, text);
  return environment;
}

function filler(environment: typeof Handlebars, source: string, body: string): Fill {
  const known = Object.fromEntries([...Object.keys(letterHelpers), 'includes'].map((name) => [name, true]));
  const template = environment.compile(body, {
    strict: true,
    knownHelpersOnly: true,
    knownHelpers: { ...known, with: false, log: false, lookup: false, helperMissing: false, blockHelperMissing: false },
    preventIndent: true,
  });
  return (fields) => {
    const text = template(asHandlebars(fields), {
      allowProtoPropertiesByDefault: false,
      allowProtoMethodsByDefault: false,
    });
    const { tree, problems } = readMarkup(source, text);
    if (problems.length > 0) return { tree, problems: problems.map((problem) => inFilledIn(problem)) };
    return { tree, problems: missingFromLetter(tree).map((fault) => whole(source, fault)) };
  };
}

/** A frozen copy. A count of nothing is the number 0, so that `{{#if}}` takes it for nothing. */
function asHandlebars(fields: LetterFields): unknown {
  const copy = structuredCopy(fields) as Record<string, Record<string, unknown>>;
  for (const { name, kind } of letterFieldList) {
    const [group = '', part = ''] = name.split('.');
    if (kind === 'count' && copy[group]?.[part] === '0') copy[group][part] = 0;
  }
  return frozen(copy);
}

function structuredCopy(value: unknown): unknown {
  return JSON.parse(JSON.stringify(value)) as unknown;
}

function frozen(value: unknown): unknown {
  if (typeof value === 'object' && value !== null) {
    for (const part of Object.values(value)) frozen(part);
    Object.freeze(value);
  }
  return value;
}

/** A fault that shows only once the fields are filled in has its place in the filled-in text, not in the file. */
function inFilledIn(problem: LetterProblem): LetterProblem {
  return whole(problem.source, `filled in, at line ${problem.line}: ${problem.message}`);
}

function whole(source: string, message: string): LetterProblem {
  return { source, line: 1, column: 1, message };
}

function noTemplate(paper: string, papers: readonly string[]): string {
  return `there is no letter “${paper}”; there are ${papers.length === 0 ? 'none' : papers.join(', ')}`;
}
