import { didYouMean } from '../dsl/index.ts';
import type { LetterProblem } from './letter-problem.ts';
import type { PapersWanted } from './papers-wanted.ts';

/** What a template is for and says, with places: enough to hold it against the policies without reading it again. */
export interface TemplateOutline {
  /** The template's file. */
  readonly source: string;
  /** The paper by its full name: `widnes.stage-1-letter`. */
  readonly paper: string;
  readonly at: TemplatePlace;
  /** What the policy wants said, in its words, where the template says it. */
  readonly includes: readonly { readonly text: string; readonly at: TemplatePlace }[];
}

/** Both count from 1. */
interface TemplatePlace {
  readonly line: number;
  readonly column: number;
}

/**
 * Whether the papers of templates are those of policies, and say all that their policies say they include and nothing
 * else by that name. A template for a policy that is not among those given is left alone.
 */
export function heldAgainst(outlines: readonly TemplateOutline[], wanted: PapersWanted): readonly LetterProblem[] {
  const known = [...wanted.keys()];
  return outlines.flatMap((outline): readonly LetterProblem[] => {
    const told = ({ line, column }: TemplatePlace, message: string): LetterProblem => ({
      source: outline.source,
      line,
      column,
      message,
    });
    const paper = wanted.get(outline.paper);
    if (paper) return lacks(outline, paper.includes, told);
    if (!known.some((name) => name.startsWith(policyOf(outline.paper)))) return [];
    return [told(outline.at, `no policy has the paper ${outline.paper}${meant(outline.paper, known)}`)];
  });
}

/** Every item has its part, and every part is of an item. */
function lacks(
  { at, includes }: TemplateOutline,
  items: readonly IncludedItem[],
  told: (place: TemplatePlace, message: string) => LetterProblem,
): readonly LetterProblem[] {
  const texts = items.map(({ text }) => text);
  const unsaid = items.filter(({ text, always }) => always && !includes.some((part) => part.text === text));
  const strays = includes.filter(({ text }) => !texts.includes(text));
  return [
    ...unsaid.map(({ text }) =>
      told(
        at,
        `the policy says that this paper includes “${text}”: put the words that say it between {{#includes "${text}"}} and {{/includes}}`,
      ),
    ),
    ...strays.map(({ text, at: place }) =>
      told(place, `the policy does not say that this paper includes “${text}”${meant(text, texts)}`),
    ),
  ];
}

/** Something that a paper is to say, in the policy's words; `always` unless it is only for some pupils. */
export interface IncludedItem {
  readonly text: string;
  readonly always: boolean;
}

/** The policy that a paper's full name begins with, and the dot. */
function policyOf(paper: string): string {
  return paper.includes('.') ? paper.slice(0, paper.indexOf('.') + 1) : '';
}

function meant(name: string, names: readonly string[]): string {
  const [near] = didYouMean(name, names);
  return near === undefined ? '' : `; did you mean “${near}”?`;
}
