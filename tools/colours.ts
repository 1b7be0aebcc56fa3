import type { Phrase, PhraseRole } from '../dsl/syntax/vocabulary.ts';
import { monthNames } from '../register/day.ts';
import { vocabulary } from '../dsl/syntax/vocabulary.ts';

/** A pattern of a TextMate grammar: what it matches, and what editors call it. */
export interface Pattern {
  readonly name?: string;
  readonly match: string;
  readonly captures?: Readonly<Record<string, { readonly name: string }>>;
}

const [notInName, notGoingOn] = ["(?<![\\w’'.-])", "(?![\\w’'-])"];
const nameOf = "[A-Za-zÀ-ÖØ-öø-ÿ][\\wÀ-ÖØ-öø-ÿ]*(?:[-’'.][A-Za-z0-9À-ÖØ-öø-ÿ_]+)*";
const months = monthNames.join('|');

/**
 * The colours of a policy in editors that have no language server at hand, from the vocabulary: what `highlight` tells
 * exactly, guessed line by line.
 */
export function colours(): { readonly scopeName: string; readonly patterns: readonly Pattern[] } & Record<
  string,
  unknown
> {
  const heads = words((phrase) => phrase.soft && phrase.role === 'head');
  const patterns: Pattern[] = [
    { name: 'comment.line.double-slash.att', match: '//.*$' },
    { name: 'string.quoted.double.att', match: '"[^"]*"?|“[^”]*”?' },
    {
      match: `(?:^|(?<=[{}]))\\s*(${heads})\\s+(?:(${nameOf})(?=\\s|$))?`,
      captures: { 1: { name: 'keyword.other.declaration.att' }, 2: { name: 'entity.name.type.att' } },
    },
    { name: 'constant.numeric.date.att', match: `\\d{4}-\\d{2}-\\d{2}|(?:\\d{1,2}\\s+)?(?:${months})\\s+\\d{4}` },
    { name: 'constant.numeric.time.att', match: '\\d{1,2}(?::\\d{2}(?:\\s?[ap]m)?|\\.\\d{2}\\s?[ap]m)' },
    { name: 'constant.numeric.att', match: `${notInName}£?\\d+(?:\\.\\d+)?(?:\\s?%|\\s+per\\s+cent)?${notGoingOn}` },
    { name: 'constant.language.code.att', match: `${notInName}[A-Z]\\d?${notGoingOn}` },
    {
      match: `${notInName}(${words(({ role }) => role === 'strength')})\\s+(${words(isVerb)})${notGoingOn}`,
      captures: { 1: { name: scopes.strength }, 2: { name: 'support.function.att' } },
    },
    ...(Object.keys(scopes) as (keyof typeof scopes)[]).map((role) => ({
      name: scopes[role],
      match: `${notInName}(?:${words((phrase) => phrase.role === role && !isHead(phrase) && !isVerb(phrase))})${notGoingOn}`,
    })),
    { name: 'variable.other.att', match: nameOf },
  ];
  return {
    name: 'Att',
    comment: 'Generated from dsl/syntax/vocabulary.ts by tools/generate-colours.ts: run npm run generate.',
    scopeName: 'source.att',
    fileTypes: ['att'],
    patterns,
  };
}

const scopes = {
  structure: 'keyword.control.att',
  strength: 'keyword.control.strength.att',
  comparator: 'keyword.operator.comparator.att',
  unit: 'support.type.unit.att',
  class: 'support.type.class.att',
  window: 'keyword.operator.window.att',
  detail: 'keyword.other.detail.att',
  doubt: 'keyword.other.doubt.att',
  move: 'keyword.control.move.att',
  connective: 'keyword.operator.att',
  participle: 'support.constant.participle.att',
} as const satisfies Partial<Record<PhraseRole, string>>;

function isHead({ soft, role }: Phrase): boolean {
  return soft && role === 'head';
}

function isVerb({ role, also }: Phrase): boolean {
  return role === 'verb' || also === 'verb';
}

/** The forms of the phrases wanted, longest first, any space between their words, none that goes on as a longer phrase. */
function words(wanted: (phrase: Phrase) => boolean): string {
  const forms = vocabulary.filter(wanted).flatMap(({ forms: each }) => each);
  return forms
    .toSorted((a, b) => b.length - a.length || (a < b ? -1 : 1))
    .map((form) => spaced(form) + notLonger(form))
    .join('|');
}

function notLonger(form: string): string {
  const longer = vocabulary.flatMap(({ forms }) => forms.filter((each) => each.startsWith(`${form} `)));
  const rests = longer.map((each) => spaced(each.slice(form.length + 1)));
  return rests.length === 0 ? '' : `(?!\\s+(?:${rests.join('|')})${notGoingOn})`;
}

function spaced(form: string): string {
  return form.replaceAll(' ', '\\s+');
}
