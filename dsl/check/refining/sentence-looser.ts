import type { Policy, Rule, RuleTiming, StrengthWord, UnitName } from '../../resolve/policy.ts';
import type { Verdict } from './comparison.ts';
import { asStrict, looser, untold } from './comparison.ts';
import { deadlineLooser } from './deadline-looser.ts';
import { guardsLooser } from './guards-looser.ts';
import { nameIn } from './same-meaning.ts';

/** In what a sentence asks less than the one it refines: whom, how strongly, by when, how often, of whom, when at all. */
export function sentenceLooser(policy: Policy, own: Rule, layer: Policy, above: Rule): readonly Verdict[] {
  const act = actLooser(policy, own, layer, above);
  if (act.length > 0) return act;
  return [
    ...strengthLooser(own, above),
    ...deadlineLooser(policy, own, layer, above),
    ...cadenceLooser(own, above),
    ...partiesLooser(policy, own, layer, above),
    ...guardsLooser(policy, own, layer, above),
  ];
}

/** The same act; of words in quotes a person says whether they are. */
function actLooser(policy: Policy, own: Rule, layer: Policy, above: Rule): readonly Verdict[] {
  if (own.of !== above.of) return otherwise('one is asked for pupils, the other of schools');
  if (own.act.kind === 'words' || above.act.kind === 'words') return asStrict;
  const objects = own.act.objects.map((name) => nameIn(policy, name));
  const wanted = above.act.objects.map((name) => nameIn(layer, name));
  const all = own.act.join === 'all' || own.act.objects.length === 1;
  const covers = all
    ? wanted[above.act.join === 'any' ? 'some' : 'every']((name) => objects.includes(name))
    : above.act.join === 'any' && objects.every((name) => wanted.includes(name));
  return own.act.verb === above.act.verb && covers ? asStrict : otherwise('it asks another act');
}

/** Seen from either side it is the same. */
function otherwise(why: string): readonly Verdict[] {
  return looser(why, why);
}

/** `will` and `must` bind alike. A bar refines a bar or a presumption, and nothing else does. */
const strengths: Record<StrengthWord, readonly ['does' | 'does not', number]> = {
  will: ['does', 3],
  must: ['does', 3],
  should: ['does', 2],
  consider: ['does', 1],
  may: ['does', 0],
  'will not': ['does not', 1],
  'must not': ['does not', 1],
  cannot: ['does not', 1],
  'may not': ['does not', 1],
  'should not': ['does not', 0],
  'is unlikely to': ['does not', 0],
};

function strengthLooser(own: Rule, above: Rule): readonly Verdict[] {
  const [[way, rank], [wayAbove, rankAbove]] = [strengths[own.strength], strengths[above.strength]];
  if (way === wayAbove && rank >= rankAbove) return asStrict;
  return looser(
    `it says “${own.strength}”, not “${above.strength}”`,
    `it says “${above.strength}”, not “${own.strength}”`,
  );
}

type Cadence = Extract<RuleTiming, { readonly kind: 'once each' | 'each' }>;

function cadenceLooser(own: Rule, above: Rule): readonly Verdict[] {
  const [often, oftenAbove] = [own, above].map(({ timing }) =>
    timing.find((each): each is Cadence => each.kind === 'once each' || each.kind === 'each'),
  );
  if (oftenAbove) {
    if (!often) {
      const each = cadenceWords(oftenAbove);
      return looser(`it is not asked each ${each}`, `it is asked each ${each}`);
    }
    if (often.unit === oftenAbove.unit && often.name === oftenAbove.name) return asStrict;
    const [unit, unitAbove] = [often, oftenAbove].map((each) => (each.unit ? cadences.indexOf(each.unit) : -1));
    if (unit! < 0 || unitAbove! < 0) return untold('their cadences cannot be laid side by side');
    return unit! > unitAbove!
      ? looser(`it is asked each ${cadenceWords(often)} alone`, `it is asked each ${cadenceWords(oftenAbove)}`)
      : asStrict;
  }
  const [days, daysAbove] = [absenceDays(own), absenceDays(above)];
  if (often || daysAbove.length === 0 || (days.length === 0 && daysAbove.join() === '1')) return asStrict;
  const left = daysAbove.filter((day) => !days.includes(day));
  if (left.length === 0) return asStrict;
  const numbers = left.join(' and ');
  return looser(`it leaves out absence day ${numbers}`, `it is asked on absence day ${numbers} too`);
}

/** The most frequent first. */
const cadences: readonly UnitName[] = [
  ...(['sessions', 'school days', 'working days', 'school weeks', 'calendar weeks'] as const),
  ...(['months', 'half terms', 'terms', 'school years', 'years'] as const),
];

function cadenceWords({ unit, name }: Cadence): string {
  return unit?.replace(/s$/, '') ?? name ?? 'time';
}

function absenceDays({ timing }: Rule): readonly number[] {
  return timing.flatMap((each) => (each.kind === 'absence day' ? each.numbers : []));
}

/** Each of whom the layer asks or names is there too; of a choice it leaves, some of it. */
function partiesLooser(policy: Policy, own: Rule, layer: Policy, above: Rule): readonly Verdict[] {
  const whom = (rule: Rule, kind: WhomTiming['kind']): WhomTiming | undefined =>
    rule.timing.find((each): each is WhomTiming => each.kind === kind);
  const lists = (['by whom', 'with whom', 'from whom', 'for whom'] as const).map((kind) => {
    const [mine, theirs] = [whom(own, kind), whom(above, kind)];
    return { word: kind.replace(' whom', ''), own: mine?.names ?? [], above: theirs?.names ?? [], join: theirs?.join };
  });
  return [...lists, { word: 'to', own: own.to, above: above.to, join: 'all' as const }].flatMap((list) => {
    const names = list.own.map((name) => nameIn(policy, name));
    const wanted = list.above.map((name) => nameIn(layer, name));
    if (wanted.length === 0) return [];
    const enough =
      list.join === 'any' ? wanted.some((name) => names.includes(name)) : wanted.every((name) => names.includes(name));
    return enough
      ? []
      : looser(
          `it leaves out some of those it is done ${list.word}`,
          `it takes in more of those it is done ${list.word}`,
        );
  });
}

type WhomTiming = Extract<RuleTiming, { readonly names: readonly string[] }>;
