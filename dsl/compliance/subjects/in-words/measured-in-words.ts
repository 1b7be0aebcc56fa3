import type { Quantity, Relation, Unit, Value } from '../../../rulebook/rulebook.ts';
import type { ClauseText } from '../../reading/clause-texts.ts';
import type { Claim, Question } from '../../subject.ts';
import { units } from '../../../rulebook/value.ts';
import { compare } from '../../relations.ts';
import { quantityWords, requirementWords, speaker } from '../../value-words.ts';
import { clausesAbout } from './clauses-about.ts';

/** A number counts only where it stands directly with its unit, in a clause on the subject: “kept for 3 years”. */
export function measuredInWords(question: Question): readonly Claim[] {
  const clauses = [...(clausesAbout(question) ?? [])];
  const weighed = clauses.flatMap((clause) => claimOf(question, clause));
  return weighed.length > 0
    ? weighed
    : unweighed(
        question,
        clauses.find(({ texts }) => texts.some(hasNumber)),
      );
}

/** A clause on the subject with a number that cannot be weighed, for a person to look at. */
function unweighed({ provision }: Question, clause: ClauseText | undefined): readonly Claim[] {
  if (clause === undefined) return [];
  const why = `The policy speaks of it here, in words that the check cannot weigh; ${speaker(provision.level)} has ${requirementWords(provision)}.`;
  return [{ part: 'the number', verdict: 'silent', why, place: clause.place }];
}

/** A year, as in the name of Regulations, is the number of nothing. */
function hasNumber(text: string): boolean {
  return (
    /\d/.test(text.replaceAll(/\b(?:19|20)\d\d\b/g, '')) ||
    new RegExp(`\\b(?:${[...numbers, ...Object.keys(tens)].join('|')})\\b`, 'i').test(text)
  );
}

function claimOf({ provision }: Question, { place, texts }: ClauseText): readonly Claim[] {
  const found = texts
    .flatMap(quantitiesIn)
    .map((quantity) => ({ quantity, comparison: weighed(provision.relation, provision.value, quantity) }))
    .filter(({ comparison }) => comparison !== 'cannot be compared');
  const [first, ...rest] = found;
  // Two numbers that come to different things: which of them is meant is not told by words.
  if (!first || rest.some(({ comparison }) => comparison !== first.comparison)) return [];
  const { quantity, comparison } = first;
  if (comparison === 'cannot be compared') return [];
  const why = `The policy says ${quantityWords(quantity)}; ${speaker(provision.level)} has ${requirementWords(provision)}.`;
  return [{ part: 'the number', verdict: comparison, why, place }];
}

function weighed(relation: Relation, value: Value, quantity: Quantity): ReturnType<typeof compare> {
  if (value.kind !== 'quantity' && value.kind !== 'range') return 'cannot be compared';
  const unit = value.kind === 'quantity' ? value.unit : value.most.unit;
  if (relation === 'exactly' && quantity.unit !== unit) return 'cannot be compared';
  return compare(relation, value, quantity);
}

/** `3 years`, `ten school days`, `£120`: of days and weeks only those that are said to be of the school, or working, or calendar ones. */
function quantitiesIn(text: string): readonly Quantity[] {
  return [...text.toLowerCase().matchAll(measured)].flatMap((match): readonly Quantity[] => {
    if (match[1] !== undefined) return [{ kind: 'quantity', number: numberOf(match[1]), unit: 'pounds' }];
    const unit = unitOf(match[3]!);
    return unit === undefined ? [] : [{ kind: 'quantity', number: numberOf(match[2]!), unit }];
  });
}

const numbers = 'one two three four five six seven eight nine ten eleven twelve'.split(' ');
const tens: Readonly<Record<string, number>> = { fifteen: 15, twenty: 20, thirty: 30 };
/** `1,000` and `6.5` are one number each. */
const figures = '\\d[\\d,]*(?:\\.\\d+)?';
const measured = new RegExp(
  `£(${figures})|(?<![\\d.,])(${figures}|\\b(?:${[...numbers, ...Object.keys(tens)].join('|')}))[ -](?:consecutive |continuous |full )?((?:school |working |calendar )?[a-z]+)`,
  'g',
);

function numberOf(text: string): number {
  const inWords = numbers.indexOf(text);
  return inWords === -1 ? (tens[text] ?? Number(text.replaceAll(',', ''))) : inWords + 1;
}

/** Plain days and weeks may be of the school or of the calendar: no unit of the rulebook. */
function unitOf(text: string): Unit | undefined {
  return units.find((unit) => unit === text || unit === `${text}s`);
}
