import type { Place } from '../../../resolve/policy.ts';
import type { ListItem, Value } from '../../../rulebook/rulebook.ts';
import type { ClauseText } from '../../reading/clause-texts.ts';
import type { Claim, Question, Subject } from '../../subject.ts';
import { clausesSaying } from '../../reading/said-in.ts';
import { listWords, speaker } from '../../value-words.ts';
import { clausesAbout } from './clauses-about.ts';
import { forbiddenInWords } from './forbidden-in-words.ts';
import { measuredInWords } from './measured-in-words.ts';

/**
 * What a policy says in words of a provision that no subject of its own reads. The words stand in the rulebook: `about`
 * singles out the clauses on the subject, `said` is how each thing is said in one. A list is met where all of it is said;
 * a paper that lists some of it and leaves out the rest would go out without it, and breaches; unless it is unclear whether
 * the list is the whole.
 */
export const inWords: Subject = {
  fields: [],
  unsaid: (_, { title }) => `that ${title.charAt(0).toLowerCase()}${title.slice(1)}`,
  notFor: (policy, { mustSay }) =>
    policy.level === 'policy' || mustSay === undefined
      ? undefined
      : `This is asked of the attendance policy of a school, and this is a ${policy.level}.`,
  claims(question) {
    const { value, relation } = question.provision;
    if (value.kind === 'list' && relation === 'forbids') return forbiddenInWords(question, value.items);
    const items = itemsOf(value);
    if (items === undefined) return measuredInWords(question);
    if (value.kind === 'truth' && !value.holds) return forbiddenInWords(question, items);
    return relation === 'one of' ? namedInWords(question, items) : saidInWords(question, items);
  },
};

/** What a subject found in what a policy does; where it found nothing, what the policy says of it in words. */
export function orInWords(question: Question, found: readonly Claim[]): readonly Claim[] {
  return found.length > 0 ? found : inWords.claims(question);
}

function itemsOf(value: Value): readonly ListItem[] | undefined {
  if (value.kind === 'list') return value.items;
  if (value.kind !== 'words' && value.kind !== 'truth') return undefined;
  return [{ name: value.kind === 'words' ? value.words : 'so', said: value.said ?? [] }];
}

interface SaidItem {
  readonly name: string;
  readonly clauses: readonly ClauseText[];
}

function itemsSaid(question: Question, items: readonly ListItem[]): readonly SaidItem[] {
  const about = clausesAbout(question);
  return items.map(({ name, said }) => ({
    name,
    clauses: clausesSaying(question, said).filter((clause) => about?.has(clause) ?? true),
  }));
}

function saidInWords(question: Question, items: readonly ListItem[]): readonly Claim[] {
  const found = itemsSaid(question, items);
  const places = found.map(({ name, clauses }) => ({ name, places: clauses.map(({ place }) => place) }));
  const [incomplete, claims] = [incompletePapers(question, found), itemClaims(question, places)];
  // A paper that leaves it out says so already.
  return [...incomplete, ...(incomplete.length > 0 ? claims.filter(({ place }) => place !== undefined) : claims)];
}

/** A thing that a list asks for, and the clauses that say it; none: it is left out. */
export interface FoundItem {
  readonly name: string;
  readonly places: readonly Place[];
}

/** What a list comes to of which the policy says some: met where all of it is said, else silent, naming what is left out. */
export function itemClaims({ provision }: Question, found: readonly FoundItem[]): readonly Claim[] {
  const said = found.filter(({ places }) => places.length > 0);
  if (said.length === 0) return [];
  const lacking = found.filter(({ places }) => places.length === 0).map(({ name }) => name);
  const says = speaker(provision.level);
  const meets = found.length === 1 ? `It is said here, as ${says} has it.` : `All that ${says} lists is said.`;
  const claims = said.map(({ name, places: [place] }): Claim => ({
    part: name,
    verdict: 'meets',
    why: lacking.length === 0 ? meets : `This says “${name}”.`,
    place,
  }));
  if (lacking.length === 0) return onePerClause(claims);
  return [
    {
      part: 'what is left out',
      verdict: 'silent',
      why: `Of what ${says} lists, the policy says ${quoted(said.map(({ name }) => name))}, and does not say ${quoted(lacking)}.`,
      place: undefined,
    },
    ...onePerClause(claims),
  ];
}

/** A paper that is to contain it, whose own list of contents has some of it and not the rest. */
function incompletePapers(question: Question, found: readonly SaidItem[]): readonly Claim[] {
  const { paper } = question.provision;
  if (paper === undefined) return [];
  const titled = new Set(clausesSaying(question, paper).map(({ titleOf, place }) => `${place.policy}.${titleOf}`));
  const papers = Map.groupBy(
    found.flatMap(({ clauses }) => clauses).filter(({ contentOf }) => contentOf !== undefined),
    ({ contentOf, place }) => `${place.policy}.${contentOf}`,
  );
  return [...papers].flatMap(([name, contents]): readonly Claim[] => {
    const lacking = found.filter(({ clauses }) => clauses.length === 0).map((item) => item.name);
    if (!titled.has(name) || lacking.length === 0) return [];
    const says = speaker(question.provision.level);
    const open = contents.find(({ place }) => place.unclear !== undefined);
    if (open) {
      const why = `This tells of some of what it includes, and not of ${quoted(lacking)}, for which ${says} asks: if it includes no more, it breaches.`;
      return [{ part: 'its list', verdict: 'silent', why, place: open.place }];
    }
    const why = `This lists what it includes, and leaves out ${quoted(lacking)}; ${says} asks for all of it.`;
    return [{ part: 'its list', verdict: 'breaches', why, place: contents[0]!.place }];
  });
}

/** Of a list from which a policy may choose, whether it names more than the list cannot be read from words. */
function namedInWords(question: Question, items: readonly ListItem[]): readonly Claim[] {
  const named = itemsSaid(question, items).filter(({ clauses }) => clauses.length > 0);
  const [first, ...rest] = onePerClause(
    named.map(({ name, clauses }) => ({
      part: 'what is named',
      verdict: 'silent' as const,
      why: `This says “${name}”.`,
      place: clauses[0]!.place,
    })),
  );
  if (!first) return [];
  const why = `The policy names ${quoted(named.map(({ name }) => name))}; whether it allows anything else is said in words that the check cannot weigh.`;
  return [{ ...first, why }, ...rest];
}

/** A clause that says several things is shown once. */
function onePerClause(claims: readonly Claim[]): readonly Claim[] {
  return [...Map.groupBy(claims, ({ place }) => place).values()].map((each) => ({
    ...each[0]!,
    why: [...new Set(each.map(({ why }) => why))].join(' '),
  }));
}

function quoted(names: readonly string[]): string {
  return listWords(names.map((name) => `“${name}”`));
}
