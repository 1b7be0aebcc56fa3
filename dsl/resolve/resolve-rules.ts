import type {
  Block,
  Item,
  NameNode,
  OutcomeDeclaration,
  ReviewDeclaration,
  SchoolBlock,
  Sentence,
  StrengthWord,
} from '../syntax/tree.ts';
import { treatAlike } from './policy.ts';
import type { About, Act, Condition, Place, Rule } from './policy.ts';
import type { Scope } from './scope.ts';
import { partyNames } from './parties.ts';
import { resolveTiming } from './resolve-timing.ts';
import { actName, isDoubtful, isSlip, placeOf, titleOf } from './scope.ts';
import { resolveCondition } from './resolve-condition.ts';
import { heldCondition, outcomeCondition } from './resolve-review.ts';
import { ordinalOf } from './resolve-measure.ts';
import { wordsOf } from './words.ts';

/** What a sentence stands under, outermost first. */
export interface Context {
  readonly of: About;
  readonly blocks: Rule['blocks'];
  readonly stage: Rule['stage'];
  readonly paper: string | undefined;
  readonly gate: Condition | undefined;
  /** The review in whose body it stands. */
  readonly review?: string;
  readonly place: Place | undefined;
}

export const topLevel: Context = {
  of: 'pupil',
  blocks: [],
  stage: undefined,
  paper: undefined,
  gate: undefined,
  place: undefined,
};

export function inBlock(scope: Scope, block: Block, context: Context): Context {
  const condition = resolveCondition(scope, block.test);
  const place = placeOf(scope, context.place?.id ?? 'rule', block.span, block.marks, context.place);
  return { ...context, blocks: [...context.blocks, { kind: block.kind, condition }], place };
}

/** What stands in `for each school` is asked of schools, and of no pupil. */
export function forSchools(scope: Scope, block: SchoolBlock): Context {
  return { ...topLevel, of: block.of, place: placeOf(scope, 'rule', block.span, block.marks) };
}

/** What stands in a review waits until it is held; what stands in an outcome, until it has come to that. */
export function inReview(scope: Scope, item: ReviewDeclaration | OutcomeDeclaration, context: Context): Context {
  const place = placeOf(scope, context.place?.id ?? item.name.name, item.span, item.marks, context.place);
  const review = item.kind === 'review' ? item.name.name : (context.review ?? context.paper);
  // An outcome of something whose head did not parse: that is told, and what it is an outcome of is not known.
  if (review === undefined) return { ...context, place };
  const condition = item.kind === 'review' ? heldCondition(review) : outcomeCondition(review, item, false);
  return { ...context, review, blocks: [...context.blocks, { kind: 'when', condition }], place };
}

export function resolveRule(scope: Scope, sentence: Sentence, context: Context): Rule {
  const act = resolveAct(scope, sentence);
  const id = uniqueId(ruleId(act, context), scope.rules);
  const timing = sentence.timing.flatMap((each) => resolveTiming(scope, each));
  const to = sentence.timing.flatMap((each) =>
    each.kind === 'party' && each.word === 'to' ? partyNames(scope, each.parties) : [],
  );
  const about = sentence.timing.flatMap((each) =>
    each.kind === 'about' ? [each.text?.text ?? actName(scope, each.name!).name] : [],
  );
  const guards = [
    ...inOrder(scope, sentence),
    ...sentence.guards.map((guard) => ({ kind: guard.kind, condition: resolveCondition(scope, guard.test) })),
  ];
  return {
    id,
    of: context.of,
    words: sentenceWords(scope, sentence),
    strength: sentence.strength,
    mode: modeOf(sentence.strength),
    subject: sentence.subject ? partyNames(scope, sentence.subject) : [],
    act,
    to,
    about,
    timing,
    blocks: context.blocks,
    stage: context.stage,
    paper: context.paper,
    gate: sentence.inEveryCase ? undefined : context.gate,
    guards,
    review: context.review,
    place: placeOf(scope, id, sentence.span, sentence.marks, context.place),
  };
}

/** Of a `third-notice` something is said once there have been two. */
function inOrder(scope: Scope, { act }: Sentence): Rule['guards'] {
  if (act.kind === 'words') return [];
  return act.object.names.flatMap((name): Rule['guards'] => {
    const ordinal = ordinalOf(scope, name);
    if (!ordinal || ordinal.nth === 1) return [];
    const { found, nth } = ordinal;
    const number = nth - 1;
    const words = `at least ${number} ${found.symbol.title} issued`;
    const event = { name: found.key, done: 'issued', words };
    const window = { kind: 'ever' } as const;
    return [{ kind: 'if', condition: { kind: 'happened', event, comparator: 'at least', number, window, words } }];
  });
}

function modeOf(strength: StrengthWord): Rule['mode'] {
  switch (strength) {
    case 'will':
    case 'must':
    case 'should':
      return 'duty';
    case 'may':
      return 'option';
    case 'consider':
      return 'agenda';
    case 'must not':
    case 'will not':
    case 'cannot':
    case 'may not':
      return 'bar';
    case 'should not':
    case 'is unlikely to':
      return 'presumption';
  }
}

function resolveAct(scope: Scope, sentence: Sentence): Act {
  const { act } = sentence;
  if (act.kind === 'words') return { kind: 'words', texts: act.texts.map((text) => text.text) };
  const found = act.object.names.map((name) =>
    name.name.startsWith('“') ? { name: name.name, symbol: undefined } : actName(scope, name),
  );
  // A service, or a role that is no adult of the pupil, is no member of the family.
  const family = found.every(
    ({ symbol }) => symbol?.kind !== 'service' && !(symbol?.node.kind === 'role' && !symbol.node.who),
  );
  if (act.verb === 'send') act.object.names.forEach((name) => checkSent(scope, name));
  if (act.verb === treatAlike) act.object.names.forEach((name) => checkAlike(scope, name));
  const objects = found.map(({ name }) => name);
  return { kind: 'verb', verb: act.verb, objects, join: act.object.join, family };
}

/** Of a name that is declared nowhere nothing is ever drafted; one that is nearly declared is told as a slip. */
function checkSent(scope: Scope, name: NameNode): void {
  const loose = actName(scope, name).symbol === undefined && !name.name.startsWith('“');
  if (loose && !isDoubtful(scope, name.name) && !isSlip(scope.table, name.name)) {
    scope.report('sent-not-declared', name.span, [name.name]);
  }
}

/** What can be compared between the children of a family: leave by its decisions, a ladder by where they stand. */
function checkAlike(scope: Scope, name: NameNode): void {
  const { symbol } = actName(scope, name);
  if (symbol?.kind === 'leave' || symbol?.kind === 'ladder') return;
  scope.report('wrong-kind', name.span, [name.name, symbol?.kind ?? 'name', 'a leave or a ladder']);
}

function ruleId(act: Act, context: Context): string {
  const what =
    act.kind === 'words'
      ? slug(act.texts[0] ?? '')
      : [act.verb, ...act.objects.map(slug)].join('-').replaceAll(' ', '-');
  if (context.stage) return `${context.stage.ladder}.${context.stage.stage}.${what}`;
  return context.paper === undefined ? what : `${context.paper}.${what}`;
}

function slug(text: string): string {
  return text
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '')
    .split('-')
    .slice(0, 6)
    .join('-');
}

function uniqueId(wanted: string, used: Set<string>): string {
  let id = wanted;
  for (let number = 2; used.has(id); number++) id = `${wanted}-${number}`;
  used.add(id);
  return id;
}

/** Who, strength, act and when, without its guards: those are said apart. */
function sentenceWords(scope: Scope, sentence: Sentence): string {
  const end = sentence.timing.at(-1)?.span.end ?? actEnd(sentence);
  const subject = sentence.subject ? sentence.subject.names.map((name) => titleOf(scope, name.name)).join(', ') : '';
  const from = sentence.strengthSpan.start;
  const words = wordsOf(scope, { start: from, end });
  // `about "that the absence …"` reads as the clause alone.
  return `${subject} ${words.replaceAll(' about that ', ' that ')}`.trim();
}

function actEnd(sentence: Sentence): number {
  return sentence.act.kind === 'words' ? sentence.act.texts.at(-1)!.span.end : sentence.act.object.span.end;
}

export function isSentence(item: Item): item is Sentence {
  return item.kind === 'sentence';
}
