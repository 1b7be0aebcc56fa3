import type { Period, Place, Policy } from '../../../resolve/policy.ts';
import type { ListItem } from '../../../rulebook/rulebook.ts';
import type { Claim, Question, Subject } from '../../subject.ts';
import { clauseHolds } from '../../clause.ts';
import { clausesSaying } from '../../reading/said-in.ts';
import { isSaid } from '../../reading/words-said.ts';
import { listWords, speaker } from '../../value-words.ts';
import { lengthsOf } from '../../reading/leaves.ts';
import { whoIs } from '../../reading/people.ts';

/**
 * What is said of an education supervision order: by which court, for how long, what its breach is, and that it comes before
 * prosecution. Its length is read from the periods that run from its making and from an extension; two lengths from its
 * making contradict each other.
 */
export const supervisionOrder: Subject = {
  fields: ['eso'],
  unsaid: () => 'what an education supervision order is',
  claims(question) {
    const { value } = question.provision;
    const phrases = question.layers.flatMap((policy) => phrasesIn(question, policy));
    if (phrases.length === 0 || value.kind !== 'list') return [];
    const found = value.items.map((item) => ({ item, said: phrases.filter(({ text }) => isSaid(text, item.said)) }));
    return [...twoTerms(question, phrases), ...otherTerms(question, phrases, value.items), ...saidOf(question, found)];
  },
};

interface Phrase {
  readonly text: string;
  readonly place: Place;
  /** A period from the making of the order. */
  readonly term: boolean;
  /** A period, as the policy words it. */
  readonly length?: string;
}

function phrasesIn(question: Question, policy: Policy): readonly Phrase[] {
  const { regime, provision } = question;
  const about = provision.about ?? [];
  const orders = policy.papers.filter(
    ({ paper, title, place }) => paper === 'order' && isSaid(title, about) && clauseHolds(place, regime.day),
  );
  const issued = orders.flatMap(({ details }) =>
    details
      .filter(({ word }) => word === 'issued by')
      .flatMap(({ names, place }) =>
        names.map((name) => ({ text: `made by ${whoIs(policy, name)}`, place, term: false })),
      ),
  );
  const periods = policy.periods
    .filter(({ place }) => clauseHolds(place, regime.day))
    .flatMap((period) => lengthsIn(period, new Set(orders.map(({ name }) => name))));
  const clauses = clausesSaying({ layers: [policy], regime }, about).map(({ texts, place }) => ({
    text: texts.join(' '),
    place,
    term: false,
  }));
  return [...issued, ...periods, ...clauses];
}

function lengthsIn(period: Period, orders: ReadonlySet<string>): readonly Phrase[] {
  return lengthsOf(period)
    .filter(({ event }) => orders.has(event.name))
    .map(({ most, unit, event }) => ({
      text: `order ${event.done} for ${most} ${unit}`,
      place: period.place,
      term: event.done === 'made',
      length: period.title,
    }));
}

function twoTerms({ layers }: Question, phrases: readonly Phrase[]): readonly Claim[] {
  return layers.flatMap(({ id }): readonly Claim[] => {
    const terms = phrases.filter(({ term, place }) => term && place.policy === id);
    const different = terms.find(({ text }) => text !== terms[0]!.text);
    if (!different) return [];
    const lengths = phrases.flatMap(({ length, place }) =>
      length !== undefined && place.policy === id ? [length] : [],
    );
    const why = `The policy words its length in ways that differ: ${listWords(lengths.map((length) => `“${length}”`))}.`;
    return [{ part: 'the length', verdict: 'contradicts itself', why, place: terms[0]!.place }];
  });
}

/** A single length that the provision does not have. */
function otherTerms({ provision }: Question, phrases: readonly Phrase[], items: readonly ListItem[]): readonly Claim[] {
  const terms = phrases.filter(({ term }) => term);
  if (terms.some(({ text }) => text !== terms[0]!.text || items.some(({ said }) => isSaid(text, said)))) return [];
  return terms.map(({ text, place }) => {
    const why = `It is “${text}”; ${speaker(provision.level)} has ${listWords(items.map(({ name }) => name))}.`;
    return { part: 'the length', verdict: 'breaches', why, place };
  });
}

function saidOf(
  { provision }: Question,
  found: readonly { readonly item: ListItem; readonly said: readonly Phrase[] }[],
): readonly Claim[] {
  const lacking = found.filter(({ said }) => said.length === 0).map(({ item }) => `“${item.name}”`);
  const claims = found.flatMap(({ item, said }): readonly Claim[] => {
    const [first] = said;
    return first ? [{ part: item.name, verdict: 'meets', why: `This says “${item.name}”.`, place: first.place }] : [];
  });
  if (lacking.length === 0) return claims;
  const why = `The policy does not say ${listWords(lacking)}, which ${speaker(provision.level)} has.`;
  return [{ part: 'what is left out', verdict: 'silent', why, place: claims[0]?.place }, ...claims];
}
