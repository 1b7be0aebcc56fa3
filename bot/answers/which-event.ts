import { didYouMean } from '../../dsl/index.ts';
import type { PolicyEvent } from '../../dsl/index.ts';
import { fold, foldedWords } from './fold.ts';

/** An event of the policy that a sentence may mean, and the words of it that must be a name. */
export interface EventMeant {
  readonly event: PolicyEvent;
  /** Of a judgement: yes or no; undefined for an act, and for a judgement without its answer. */
  readonly holds: boolean | undefined;
  /** As typed; empty where the sentence names nobody. */
  readonly who: string;
  /** Whom it was done with, as typed: `mother`. */
  readonly withWhom: string | undefined;
  /** Whether it says `parents`: each of them. */
  readonly parents: boolean;
  /** Whether one way of saying the event is there whole. */
  readonly whole: boolean;
}

/**
 * The events that a sentence may mean: `called Amira Khan's parents`, `Amira Khan stage 1 meeting held`, `record leave
 * asked for Amira Khan`, `Amira Khan is engaged: no`. Every word belongs to the event, is of no weight, or is part of one
 * name; and one must say that it was done. In groups: first those that leave the fewest words for a name, and of these
 * those that are said whole. Within a group only the person can say which is meant.
 */
export function eventsMeant(events: readonly PolicyEvent[], sentence: string): readonly (readonly EventMeant[])[] {
  const tokens = tokensOf(sentence);
  const groups = new Map<number, EventMeant[]>();
  for (const event of events) {
    const fit = fitOf(event, tokens);
    if (!fit) continue;
    const { left, ...meant } = fit;
    const rank = left * 2 + (fit.whole ? 0 : 1);
    groups.set(rank, [...(groups.get(rank) ?? []), { event, ...meant }]);
  }
  return [...groups].toSorted(([a], [b]) => a - b).map(([, group]) => group);
}

/** The events nearest to words that name none, for saying what is known. */
export function nearestEvents(events: readonly PolicyEvent[], words: string, most = 4): readonly PolicyEvent[] {
  const typed = foldedWords(words).filter((word) => !ofNoWeight.has(word));
  const scored = events.map((event) => {
    const own = ownWords(event);
    const near = (word: string): boolean =>
      own.has(word) || (word.length >= 4 && didYouMean(word, own, 1).length === 1);
    return { event, score: typed.filter(near).length / Math.max(1, Math.min(own.size, 6)) };
  });
  return scored
    .filter(({ score }) => score > 0)
    .toSorted((a, b) => b.score - a.score || Number(b.event.matters) - Number(a.event.matters))
    .slice(0, most)
    .map(({ event }) => event);
}

/** With the number of words left for the name. */
type Fit = Omit<EventMeant, 'event'> & { readonly left: number };

interface Token {
  readonly typed: string;
  /** Folded; `Khan's` is `khan`. */
  readonly word: string;
}

function fitOf(event: PolicyEvent, tokens: readonly Token[]): Fit | undefined {
  const judged = event.kind === 'judgement';
  const own = ownWords(event);
  const belongs = ({ word }: Token): boolean =>
    own.has(word) || ofNoWeight.has(word) || people.has(word) || (judged && (yes.has(word) || no.has(word)));
  const first = tokens.findIndex((token) => !belongs(token));
  const last = tokens.findLastIndex((token) => !belongs(token));
  const name = first === -1 ? [] : tokens.slice(first, last + 1);
  const said = (first === -1 ? tokens : [...tokens.slice(0, first), ...tokens.slice(last + 1)]).map(({ word }) => word);
  const weighty = said.filter((word) => own.has(word) && !ofNoWeight.has(word));
  if (judged ? weighty.length === 0 : !saysDone(event, said)) return undefined;
  const answers = judged ? said.filter((word) => (yes.has(word) || no.has(word)) && !own.has(word)) : [];
  const spoken = new Set(said);
  return {
    left: name.length,
    whole: event.says.some((way) => wordsOf(way).every((word) => spoken.has(word))),
    who: name.map(({ typed }) => typed).join(' '),
    withWhom: said.find((word) => people.has(word) && !own.has(word) && !generalPeople.has(word)),
    parents: spoken.has('parents') && !own.has('parents'),
    holds: answers.length === 1 ? yes.has(answers[0]!) : undefined,
  };
}

/** A word such as `called` is enough; of others both what and what became of it are wanted: `letter sent`. */
function saysDone(event: PolicyEvent, said: readonly string[]): boolean {
  if (said.some((word) => event.past.includes(word))) return true;
  const done = doneWords(event);
  const things = ownWords(event);
  return (
    said.some((word) => done.has(word)) &&
    said.some((word) => things.has(word) && !done.has(word) && !ofNoWeight.has(word))
  );
}

/** All words of all ways of saying it. */
function ownWords(event: PolicyEvent): ReadonlySet<string> {
  const known = own.get(event);
  if (known) return known;
  const words = new Set([...event.says, ...event.past].flatMap(wordsOf));
  for (const word of doneWords(event)) words.add(word);
  own.set(event, words);
  return words;
}
const own = new WeakMap<PolicyEvent, ReadonlySet<string>>();

/** `sent`, and the first word of `sent Stage 1 letter`: what says that it was done. */
function doneWords({ done, says }: PolicyEvent): ReadonlySet<string> {
  if (done === null) return new Set();
  const words = [done, ...(pasts[done] ?? [])];
  const firsts = says
    .flatMap((way) => wordsOf(way).slice(0, 1))
    .filter((word) => /(?:ed|gave|took|made|met)$/.test(word));
  return new Set([...words, ...firsts]);
}

/** Other forms of a participle in everyday use. */
const pasts: Readonly<Record<string, readonly string[]>> = {
  given: ['gave'],
  taken: ['took'],
  seen: ['saw'],
  asked: ['requested', 'request'],
  held: ['happened', 'met'],
  sent: ['posted', 'emailed'],
  made: ['done'],
};

/** Other words for the same: `rang Amira's mother`. */
const synonyms: Readonly<Record<string, string>> = {
  rang: 'called',
  phoned: 'called',
  telephoned: 'called',
  ringed: 'called',
};

const ofNoWeight: ReadonlySet<string> = new Set(
  (
    'a an the and of for to with at in on about by has have had was were is are been be that this their his her him ' +
    'she he they them our we i it record note log add please'
  ).split(' '),
);

/** Those whom most of it is done with. */
const generalPeople: ReadonlySet<string> = new Set(['parents', 'parent', 'family', 'home', 'school']);
const people: ReadonlySet<string> = new Set([
  ...generalPeople,
  ...'mother father mum mam dad stepmother stepfather grandmother grandfather gran nan grandad carer carers guardian aunt uncle'.split(
    ' ',
  ),
]);

const yes: ReadonlySet<string> = new Set(['yes', 'true', 'holds']);
const no: ReadonlySet<string> = new Set(['no', 'not', 'false', 'dont', 'doesnt', 'isnt', 'arent']);

function tokensOf(sentence: string): readonly Token[] {
  return sentence
    .split(/\s+/)
    .map((typed) => typed.replace(/^[,;:.!(]+|[,;:.!?)]+$/g, ''))
    .flatMap((typed): readonly Token[] => {
      const words = foldedWords(typed.replace(/['\u2019]s?$/u, ''));
      // A hyphened name of the policy is its words; a hyphened surname stays one.
      if (words.length > 1 && /^[a-z0-9-]+$/.test(typed)) return words.map((word) => token(word, word));
      return words.length === 0 ? [] : [token(typed, words.join(' '))];
    });
}

function token(typed: string, word: string): Token {
  return { typed, word: synonyms[word] ?? word };
}

function wordsOf(text: string): readonly string[] {
  return fold(text)
    .split(' ')
    .filter((word) => word !== '' && !ofNoWeight.has(word));
}
