import type { Condition, Policy, Rule } from '../../resolve/policy.ts';
import type { Verdict } from '../../check/refining/comparison.ts';
import type { Effect, Way } from '../change.ts';
import type { Beside } from '../side.ts';
import { conditionsOf } from '../../check/refining/guards-looser.ts';
import { meaningOf } from '../../check/refining/same-meaning.ts';
import { sentenceLooser } from '../../check/refining/sentence-looser.ts';
import { effect, families, listChanges, neither, opposite, partyWords, whoIsAsked } from '../effect.ts';
import { reachOf } from '../reach.ts';

/**
 * What a sentence asks more or less than it did: an act, its strength, by when, how often, of whom, under which conditions. A duty
 * or a bar that asks more is tighter for whoever is asked; what may be done in more cases is tighter only where it is a notice
 * or an order, for the family that it may go to.
 */
export function sentenceEffects(beside: Beside, is: Rule, written: Rule): readonly Effect[] {
  const { after, before } = beside;
  const was = gateOfItsLadder(beside, is, written);
  if (meaningOf(after, compared(is)) === meaningOf(before, compared(was))) return [];
  const part = onlyOneCondition(beside, is, was);
  const less = sentenceLooser(after, is, before, was).filter((each) => !part?.settles(each));
  const more = sentenceLooser(before, was, after, is).filter((each) => !part?.settles(each));
  const bears = bearsOn(after, is);
  const seen = new Set<string>();
  const told: Effect[] = [];
  const tell = (way: Way, words: string): void => {
    if (seen.has(words)) return;
    seen.add(words);
    told.push(effect(bears.optional ? 'neither' : bears.way(way), bears.who, words));
  };
  const flips = new Set(less.flatMap((each) => (each.kind === 'looser' ? [each.why] : [])));
  for (const each of more) {
    if (each.kind === 'looser' && !flips.has(each.stricter)) tell('tighter', each.stricter);
  }
  const backwards = new Set(more.flatMap((each) => (each.kind === 'looser' ? [each.stricter] : [])));
  for (const each of less) {
    if (each.kind === 'untold') continue;
    tell(backwards.has(each.why) ? 'neither' : 'looser', each.why);
  }
  for (const each of less) if (each.kind === 'untold') tell('neither', each.why);
  const effects = [...(part ? [part.effect(bears)] : []), ...told, ...otherwise(beside, is, was)];
  return effects.length > 0 || part?.same === true
    ? effects
    : [neither('it is said otherwise, and whether it asks more or less was not found')];
}

/** What a sentence that was not there before asks; one that is there no more asked the opposite. */
export function newSentence(policy: Policy, rule: Rule, isNew: boolean): Effect {
  const bears = bearsOn(policy, rule);
  const way = isNew ? 'tighter' : 'looser';
  const words = newWords[rule.mode][isNew ? 0 : 1];
  return bears.optional ? neither(words) : effect(bears.way(way), bears.who, words);
}

const newWords: Record<Rule['mode'], readonly [string, string]> = {
  duty: ['it is asked, and was not before', 'it is not asked any more'],
  agenda: ['it is to be considered, and was not before', 'it is not to be considered any more'],
  option: ['it may be done, and was not said before', 'it is not said any more that it may be done'],
  bar: ['it is barred, and was not before', 'it is not barred any more'],
  presumption: [
    'there is a presumption against it, and was none before',
    'there is no presumption against it any more',
  ],
};

interface Bearing {
  readonly who: string;
  /** What is tighter for the sentence is so for them, or the opposite. */
  readonly way: (way: Way) => Way;
  /** Asking more or less of it is neither, for nobody must do it. */
  readonly optional: boolean;
}

function bearsOn(policy: Policy, rule: Rule): Bearing {
  const { act, mode } = rule;
  const objects = act.kind === 'verb' ? act.objects : [];
  const penal = policy.papers.some(
    ({ name, paper }) => (paper === 'notice' || paper === 'order') && objects.includes(name),
  );
  const bars = mode === 'bar' || mode === 'presumption';
  if (penal) return { who: families, way: bars ? opposite : (way) => way, optional: false };
  return { who: whoIsAsked(policy, rule), way: (way) => way, optional: mode === 'option' };
}

/** Whatever a ladder’s gate comes to is told of the ladder, once. */
function gateOfItsLadder({ after, before }: Beside, is: Rule, was: Rule): Rule {
  if (!is.gate || !was.gate || !is.stage) return was;
  const gateOf = (policy: Policy): Condition | undefined =>
    policy.ladders.find(({ name }) => name === is.stage!.ladder)?.gate;
  const [now, then] = [gateOf(after), gateOf(before)];
  const both = now && then && meaningOf(after, now) === meaningOf(after, is.gate);
  return both && meaningOf(before, then) === meaningOf(before, was.gate) ? { ...was, gate: is.gate } : was;
}

function compared(rule: Rule): object {
  const { act } = rule;
  const plainly = act.kind === 'words' ? { ...act, texts: act.texts.map(plain).toSorted() } : act;
  return { ...rule, id: '', act: plainly };
}

/** Where one condition took the place of one other, the two are compared by whom they reach. */
function onlyOneCondition(beside: Beside, is: Rule, was: Rule) {
  const { after, before } = beside;
  const [now, then] = [conditionsOf(is), conditionsOf(was)];
  const meant = then.map((each) => meaningOf(before, each));
  const means = now.map((each) => meaningOf(after, each));
  const fresh = now.filter((_, index) => !meant.includes(means[index]!));
  const gone = then.filter((_, index) => !means.includes(meant[index]!));
  if (fresh.length !== 1 || gone.length !== 1) return undefined;
  const reach = reachOf(beside, fresh[0]!, gone[0]!);
  if (reach.kind === 'untold') return undefined;
  const ofThem = [fresh[0]!.words, gone[0]!.words];
  return {
    same: reach.kind === 'same',
    settles: ({ why }: Verdict): boolean => ofThem.some((words) => why.includes(`“${words}”`)),
    effect: ({ who, way, optional }: Bearing): Effect => {
      if (reach.kind === 'same') return neither('its condition is said otherwise, and holds of the same pupils');
      if (reach.kind === 'parted') return neither(`it is for other pupils: ${reach.words}`, reach.witnesses);
      const found = reach.kind === 'more' ? 'tighter' : 'looser';
      const words = `it is for ${reach.kind} pupils: ${reach.words}`;
      return optional ? neither(words, reach.witnesses) : effect(way(found), who, words, reach.witnesses);
    },
  };
}

/** What is neither more nor less: who is asked, in which words, about what. */
function otherwise({ after, before }: Beside, is: Rule, was: Rule): readonly Effect[] {
  const told: Effect[] = [];
  const [asked, askedBefore] = [is.subject, was.subject].map((names) => names.toSorted().join());
  if (asked !== askedBefore) {
    told.push(
      neither(`${whoIsAsked(after, is)} ${is.mode === 'option' ? 'may' : 'is asked'}, not ${whoIsAsked(before, was)}`),
    );
  }
  if (is.act.kind === 'words' && was.act.kind === 'words') {
    const { added, removed } = listChanges(was.act.texts.map(plain), is.act.texts.map(plain));
    if (added.length + removed.length > 0)
      told.push(neither('it is asked in other words: whether they ask the same is for a person to say'));
  }
  const { added, removed } = listChanges(was.about, is.about);
  if (added.length > 0) told.push(neither(`it is about ${added.map((each) => quoted(after, each)).join(' and ')} too`));
  if (removed.length > 0)
    told.push(neither(`it is not about ${removed.map((each) => quoted(before, each)).join(' and ')} any more`));
  return told;
}

function quoted(policy: Policy, about: string): string {
  return /^[a-z0-9.-]+$/.test(about) ? partyWords(policy, about) : `“${about}”`;
}

/** Words without capitals and punctuation. */
function plain(text: string): string {
  return (
    text
      .toLowerCase()
      .match(/[\p{L}\d£%]+(?:[.:]\d+)*/gu)
      ?.join(' ') ?? ''
  );
}
