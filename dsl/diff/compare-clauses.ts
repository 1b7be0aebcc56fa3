import type { Policy } from '../resolve/policy.ts';
import type { ClauseChange, Effect, WrittenClause } from './change.ts';
import type { Declared, Parts, Sort } from './declared.ts';
import type { Pair } from './pair.ts';
import type { Beside } from './side.ts';
import { meaningOf } from '../check/refining/same-meaning.ts';
import { ownWords } from '../compliance/clause.ts';
import { formatDay } from '../../register/day.ts';
import { placeAt } from '../text/source.ts';
import { neither } from './effect.ts';
import { arrivalEffects } from './effects/arrivals.ts';
import { ladderEffects, newStage, stageEffects } from './effects/ladder.ts';
import {
  headerEffects,
  judgementEffects,
  periodEffects,
  reviewEffects,
  rewardEffects,
  testEffects,
  timeEffects,
} from './effects/others.ts';
import { paperEffects } from './effects/paper.ts';
import { newSentence, sentenceEffects } from './effects/sentence.ts';

/** What became of a clause that is in both; undefined where nothing did that a reader could see. */
export function changeOf(beside: Beside, { was, is }: Pair, written: Declared): ClauseChange | undefined {
  const means = meaningOf(beside.after, is.meaning) !== meaningOf(beside.before, was.meaning);
  const effects = [...(means ? effectsOf(beside, is.sort, is.part, was.part) : []), ...placeEffects(is, was)];
  if (effects.length === 0 && !means && !isReworded(is, written)) return undefined;
  const [before, after] = bothWritten(written, is);
  const told = { sort: is.sort, clause: is.id, title: is.title, kind: 'changed' as const, effects, before, after };
  return { ...told, ...wayOf(effects, 'reworded') };
}

export function added(policy: Policy, is: Declared): ClauseChange {
  return { ...onlyIn(policy, is, true), kind: 'added', before: null, after: writtenClause(is) };
}

export function removed(policy: Policy, was: Declared): ClauseChange {
  return { ...onlyIn(policy, was, false), kind: 'removed', before: writtenClause(was), after: null };
}

function onlyIn(policy: Policy, each: Declared, isNew: boolean) {
  const effects = each.sort === 'note' ? [] : [newEffect(policy, each, isNew)];
  return { sort: each.sort, clause: each.id, title: each.title, effects, ...wayOf(effects, 'reworded') };
}

function newEffect(policy: Policy, each: Declared, isNew: boolean): Effect {
  if (each.sort === 'sentence') return newSentence(policy, each.part as Parts['sentence'], isNew);
  if (each.sort === 'stage') return newStage(isNew);
  if (each.sort === 'departure')
    return neither(
      isNew ? 'it is recorded that the school departs from guidance here' : 'no departure is recorded here any more',
    );
  const follows = 'what follows from it stands in other clauses';
  return neither(isNew ? `it was not there before; ${follows}` : `it is not there any more; ${follows}`);
}

/** A clause’s own dates, and what it says of a layer above. */
function placeEffects({ place: is }: Declared, { place: was }: Declared): readonly Effect[] {
  const told: Effect[] = [];
  const dates = ({ inForce }: typeof is): string =>
    inForce === undefined
      ? 'as long as the policy'
      : `${inForce.from === undefined ? '' : `from ${formatDay(inForce.from)} `}${inForce.to === undefined ? '' : `to ${formatDay(inForce.to)}`}`.trim();
  if (dates(is) !== dates(was)) told.push(neither(`it holds ${dates(is)}, not ${dates(was)}`));
  for (const word of ['refines', 'replaces'] as const) {
    if (is[word]?.name === was[word]?.name) continue;
    told.push(neither(is[word] ? `it ${word} ${is[word].name}` : `it no longer ${word} ${was[word]!.name}`));
  }
  return told;
}

/** One way for all where they agree; those that are neither count for nothing beside one that is something. */
function wayOf(effects: readonly Effect[], none: 'reworded'): Pick<ClauseChange, 'way' | 'who'> {
  if (effects.length === 0) return { way: none, who: [] };
  const ways = new Set(effects.map(({ way }) => way).filter((way) => way !== 'neither'));
  const who = [...new Set(effects.flatMap((each) => each.who ?? []))];
  return ways.size === 1 ? { way: [...ways][0]!, who } : { way: 'neither', who: [] };
}

/** Whether it is written otherwise: a sentence apart from the titles in it, a header with all of its details. */
function isReworded(is: Declared, was: Declared): boolean {
  if (wordsOf(is) !== wordsOf(was)) return true;
  if (is.sort === 'header' && linesOf(is).join('\n') !== linesOf(was).join('\n')) return true;
  return is.sort !== 'sentence' && is.title !== was.title;
}

function wordsOf({ place }: Declared): string {
  return [ownWords(place), place.assumed ?? '', place.unclear ?? ''].join('\n');
}

/** Where both begin alike, with what differs inside. */
function bothWritten(was: Declared, is: Declared): readonly [WrittenClause, WrittenClause] {
  const [before, after] = [writtenClause(was), writtenClause(is)];
  if (before.words !== after.words || was.sort === 'sentence') return [before, after];
  const [lines, linesNow] = [linesOf(was), linesOf(is)];
  const inside = (own: readonly string[], other: readonly string[]): string =>
    own
      .filter((line) => !other.includes(line))
      .slice(0, mostLines)
      .map((line) => ` … ${line}`)
      .join('');
  return [
    { ...before, words: before.words + inside(lines, linesNow) },
    { ...after, words: after.words + inside(linesNow, lines) },
  ];
}
const mostLines = 6;

/** The lines of a clause and of all in it, as they are written, without comments and citations. */
function linesOf({ place }: Declared): readonly string[] {
  const text = place.source.text.slice(place.span.start, place.span.end);
  return text.split('\n').flatMap((line) => {
    const words = line
      .replace(/("[^"]*"|“[^”]*”)|\/\/.*/g, (_, quoted: string | undefined) => quoted ?? '')
      .replace(/\s*\b(?:cite|assumed|unclear) ["“][^"”]*["”]/g, '')
      .replace(/\s+/g, ' ')
      .trim();
    return words === '' ? [] : [words];
  });
}

function writtenClause({ place }: Declared): WrittenClause {
  return { words: ownWords(place), place, line: placeAt(place.source, place.span.start).line };
}

type Comparers = { readonly [S in Sort]?: (beside: Beside, is: Parts[S], was: Parts[S]) => readonly Effect[] };

/** What is not here is a part by which nothing is asked: that it changed is told, with both texts. */
const comparers: Comparers = {
  header: headerEffects,
  sentence: sentenceEffects,
  time: timeEffects,
  'half day': arrivalEffects,
  judgement: judgementEffects,
  test: testEffects,
  period: periodEffects,
  paper: paperEffects,
  review: reviewEffects,
  ladder: ladderEffects,
  stage: stageEffects,
  reward: rewardEffects,
};

function effectsOf(beside: Beside, sort: Sort, is: Parts[Sort], was: Parts[Sort]): readonly Effect[] {
  const compare = comparers[sort];
  return compare ? compare(beside, is as never, was as never) : [neither('it is said otherwise')];
}
