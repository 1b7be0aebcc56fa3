import { builtInNames } from '../syntax/vocabulary.ts';
import type { Guard, Item, NameNode, Paper, Test, TimeRange } from '../syntax/tree.ts';
import type { Condition, Measure, TimeBound } from './policy.ts';
import { foundValues } from './policy.ts';
import type { Found, Scope } from './scope.ts';
import { formatClockTime } from '../../register/clock-time.ts';
import { find, known, placeOf, titleOf } from './scope.ts';
import { eventOf, resolveMeasure, resolveWindow } from './resolve-measure.ts';
import { checkMixed } from './brackets.ts';
import { checkParticiple } from './participles.ts';
import { checkAmount, unitOf } from './units.ts';
import { asSet } from './as-set.ts';
import { wordsOf } from './words.ts';

/** Binds the names of a condition and settles its units. Readings of a window become readings of the condition. */
export function resolveCondition(scope: Scope, test: Test): Condition {
  const words = wordsOf(scope, test.span);
  switch (test.kind) {
    case 'and':
    case 'or': {
      checkMixed(scope, test);
      const parts = test.parts.map((part) => resolveCondition(scope, part));
      return { kind: test.kind === 'and' ? 'all' : 'any', parts, words };
    }
    case 'or perhaps':
      checkMixed(scope, test);
      return {
        kind: 'readings',
        readings: test.parts.map((part) => resolveCondition(scope, part)),
        what: words,
        words,
      };
    case 'not':
      return { kind: 'not', part: resolveCondition(scope, test.part), words };
    case 'compare':
      return comparison(scope, test, words);
    case 'happened':
      return happened(scope, test, words);
    case 'is':
      return isCondition(scope, test, words);
    case 'in at least':
      return familyIn(scope, test, words);
    case 'as set':
      return asSet(scope, test, words);
    case 'name':
      return namedCondition(scope, test.name, words);
    case 'today':
      return { kind: 'today', of: { class: test.class }, words };
    case 'mark':
      return { kind: 'today', of: { codes: test.codes.map((code) => code.text) }, words };
    case 'arriving':
      return { kind: 'arriving', bounds: resolveBounds(scope, test.range), words };
    case 'born':
      return { kind: 'born', from: test.from, to: test.to, words };
  }
}

/** What a guard asks to be so: its test proved, or after `unless` its test not proved. */
export function resolveGuard(scope: Scope, guard: Guard): Condition {
  const test = resolveCondition(scope, guard.test);
  return guard.kind === 'if' ? test : { kind: 'unless', part: test, words: `unless ${test.words}` };
}

/** `needs C if G`: where G is not so, C is not needed. */
export function resolveNeed(scope: Scope, test: Test, guard: Guard | undefined): Condition {
  const needed = resolveCondition(scope, test);
  if (!guard) return needed;
  const when = resolveGuard(scope, guard);
  const exempt: Condition = { kind: 'not', part: when, words: `not ${when.words}` };
  return { kind: 'any', parts: [exempt, needed], words: needed.words };
}

function comparison(scope: Scope, test: Test & { kind: 'compare' }, words: string): Condition {
  const to = resolveMeasure(scope, test.to);
  const measures = resolveMeasure(scope, test.measure);
  checkCompared(scope, test, measures[0], to[0]);
  const readings = measures.flatMap((measure) =>
    to.map((other): Condition => {
      const same = other.kind === 'constant' && other.unit === undefined ? { ...other, unit: unitOf(measure) } : other;
      return { kind: 'compare', measure, comparator: test.comparator, to: same, words };
    }),
  );
  if (readings.length === 1) return readings[0]!;
  return { kind: 'readings', readings, what: words, words };
}

/** In `at least 10 unauthorised sessions` the count brings the unit; everything else compared must be in one unit. */
function checkCompared(scope: Scope, test: Test & { kind: 'compare' }, measure?: Measure, to?: Measure): void {
  const wanted = measure && unitOf(measure);
  if (test.measure.kind === 'count' || wanted === undefined) return;
  if (test.to.kind === 'constant') checkAmount(scope, test.to.amount, wanted);
  else {
    const found = to && unitOf(to);
    if (found !== undefined && found !== wanted) scope.report('units-differ', test.to.span, [found, wanted]);
  }
}

function happened(scope: Scope, test: Test & { kind: 'happened' }, words: string): Condition {
  if (test.name.name === 'reason' && test.done === 'given') {
    const given: Condition = { kind: 'reason given', words: 'reason given' };
    const wanted = !test.not && !(test.times && test.times.comparator === 'exactly' && test.times.number === 0);
    return wanted ? given : { kind: 'not', part: given, words };
  }
  const windows = test.windows.map((window) => resolveWindow(scope, window));
  const found = known(scope, test.name.name);
  checkParticiple(scope, found, test.done, test.doneSpan);
  const checklist = found?.symbol.node.kind === 'paper' && found.symbol.node.body.some(isChecklist);
  if (checklist && test.done === 'complete' && windows.length === 0) {
    const complete: Condition = { kind: 'complete', paper: found.key, words };
    return test.not ? { kind: 'not', part: complete, words } : complete;
  }
  if (found?.symbol.kind === 'service' && test.done === 'open') {
    const open: Condition = { kind: 'service open', service: found.key, title: found.symbol.title, words };
    return test.not ? { kind: 'not', part: open, words } : open;
  }
  const isTest = found?.symbol.kind === 'threshold' || found?.symbol.kind === 'group';
  const readings = (windows.length === 0 ? [undefined] : windows).map((window): Condition => {
    if (isTest && test.done === 'met') return { kind: 'met', name: found.key, window, words };
    const event = eventOf(scope, test.name, test.done);
    const { comparator, number } = test.times ?? { comparator: 'at least' as const, number: 1 };
    const { ahead, inSchoolHours } = test;
    const limits = { ...(ahead ? { ahead } : {}), ...(inSchoolHours ? { inSchoolHours } : {}) };
    const condition: Condition = { kind: 'happened', event, comparator, number, window, ...limits, words };
    return test.not ? { kind: 'not', part: condition, words } : condition;
  });
  return readings.length === 1 ? readings[0]! : { kind: 'readings', readings, what: words, words };
}

function isChecklist(item: Item): boolean {
  return item.kind === 'detail' && item.word === 'includes';
}

/** `stages is stage-2`; in examples also `pa is undetermined`, `stage-1-letter is due`. */
function isCondition(scope: Scope, test: Test & { kind: 'is' }, words: string): Condition {
  const condition = isPositive(scope, test, words);
  return test.not ? { kind: 'not', part: condition, words } : condition;
}

function isPositive(scope: Scope, test: Test & { kind: 'is' }, words: string): Condition {
  const paper = known(scope, test.name.name);
  if (paper?.symbol.node.kind === 'paper' && comesTo(paper.symbol.node, test.value.name)) {
    return { kind: 'comes to', name: paper.key, what: test.value.name, words };
  }
  const value = foundValues.find((each) => each === test.value.name);
  if (value !== undefined) {
    const name = scope.rules.has(test.name.name) ? test.name.name : find(scope, test.name, 'clause')?.key;
    return { kind: 'found', name: name ?? test.name.name, value, words };
  }
  const found = find(scope, test.name, 'ladder');
  const held = outcomeOf(found, test);
  if (held) return { kind: 'outcome', review: found!.key, outcome: held, unopposed: false, words };
  if (found && (found.symbol.kind === 'ladder' || found.symbol.kind === 'bands')) {
    const stage = find(scope, { name: `${test.name.name}.${test.value.name}`, span: test.value.span }, 'stage');
    if (stage) return { kind: 'at stage', ladder: found.key, stage: test.value.name, words };
  } else if (found) scope.report('wrong-kind', test.name.span, [test.name.name, found.symbol.kind, 'a ladder']);
  return { kind: 'not stated', what: words, place: placeOf(scope, words, test.span, []), words };
}

/** `stage-1-review is better`: the outcome of a review, or of a meeting that has outcomes. */
function outcomeOf(found: Found | undefined, test: Test & { kind: 'is' }): string | undefined {
  const node = found?.symbol.node;
  if (node?.kind !== 'review' && node?.kind !== 'paper') return undefined;
  const outcome = node.body.find((item) => item.kind === 'outcome' && item.name.name === test.value.name);
  return outcome && test.value.name;
}

/** A code or a class of mark, or that it is undetermined, is said of what a paper's rows come to. */
function comesTo(paper: Paper, value: string): boolean {
  if (!paper.body.some((item) => item.kind === 'marked')) return false;
  return /^(?:[A-Z]\d?|present|late|authorised|unauthorised|undetermined)$/.test(value);
}

/** `family in at least 2 member-schools`: of schools, or of those that are members. */
function familyIn(scope: Scope, test: Test & { kind: 'in at least' }, words: string): Condition {
  const { name, noun, comparator, number } = test;
  if (name.name !== 'family') scope.report('unknown-name', name.span, [name.name, 'family', '; say “family”']);
  if (!/^(?:member-)?schools?$/.test(noun.name)) {
    const hint = '; say “schools” or “member-schools”';
    scope.report('unknown-name', noun.span, [noun.name, 'kind of school', hint]);
  }
  return { kind: 'family in', comparator, number, members: noun.name.startsWith('member-'), words };
}

function namedCondition(scope: Scope, name: NameNode, words: string): Condition {
  if (name.name === 'all-pupils') return { kind: 'everyone', words };
  const found = find(scope, name, 'judgement, fact, threshold or group');
  if (!found) return { kind: 'not stated', what: words, place: placeOf(scope, words, name.span, []), words };
  return conditionOf(scope, found, name, words);
}

function conditionOf(scope: Scope, { symbol, key }: Found, name: NameNode, words: string): Condition {
  switch (symbol.node.kind) {
    case 'judgement': {
      const { about, aboutDone } = symbol.node;
      const by = symbol.node.by?.names[0]?.name;
      return {
        kind: 'judged',
        name: key,
        title: symbol.title,
        by: by && titleBeside(scope, key, by),
        each: about && aboutDone !== undefined ? eventOf(scope, about, aboutDone) : undefined,
        words: symbol.title,
      };
    }
    case 'fact': {
      const of = symbol.node.of.name === 'school' ? 'school' : 'pupil';
      return { kind: 'fact', name: key, title: symbol.title, of, words: symbol.title };
    }
    case 'threshold':
    case 'group':
      return { kind: 'named', name: key, words: symbol.title };
    case 'period':
      return { kind: 'in period', name: key, words: symbol.title };
    default: {
      scope.report('not-a-condition', name.span, [name.name, symbol.kind, hintFor(symbol.kind)]);
      return { kind: 'not stated', what: words, place: placeOf(scope, words, name.span, []), words };
    }
  }
}

/** The title of a role as it stands beside a name of its policy, which may be a layer's; what needs no declaration is of none. */
function titleBeside(scope: Scope, key: string, role: string): string {
  const dot = key.indexOf('.');
  return titleOf(scope, dot < 0 || builtInNames.has(role) ? role : `${key.slice(0, dot)}.${role}`);
}

function hintFor(kind: string): string {
  if (kind === 'ladder') return 'say which stage: is …';
  if (kind === 'measure') return 'say how it compares: at least …, below …';
  return 'say what became of it: sent, held, issued …';
}

export function resolveBounds(scope: Scope, range: TimeRange): readonly TimeBound[] {
  return range.bounds.map((bound) => {
    if (bound.time.kind === 'clock') {
      const { time } = bound.time;
      return { kind: bound.kind, time, named: undefined, words: `${bound.kind} ${formatClockTime(time)}` };
    }
    const { name, span } = bound.time;
    const found = find(scope, { name, span }, 'time', (kind) => kind === 'time');
    const time = found?.symbol.node.kind === 'time' ? found.symbol.node.time : undefined;
    const title = found?.symbol.title ?? name;
    return { kind: bound.kind, time, named: { name: found?.key ?? name, title }, words: `${bound.kind} ${title}` };
  });
}
