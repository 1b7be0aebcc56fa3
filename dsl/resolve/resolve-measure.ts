import type { MeasureNode, NameNode, WindowNode } from '../syntax/tree.ts';
import type { Event, Measure, SessionSet, Window } from './policy.ts';
import type { Scope } from './scope.ts';
import type { EventNode } from '../syntax/tree.ts';
import { checkParticiple } from './participles.ts';
import { actName, find, known, placeOf } from './scope.ts';
import type { Found } from './scope.ts';
import { spaced } from './symbols.ts';
import { checkUnit } from './units.ts';
import { wordsOf } from './words.ts';

/** Settles what a measure counts, over when, in which unit. More than one measure comes back where there are readings. */
export function resolveMeasure(scope: Scope, node: MeasureNode): readonly Measure[] {
  const words = wordsOf(scope, node.span);
  switch (node.kind) {
    case 'constant': {
      const { unit, numerator, denominator } = node.amount;
      if (unit !== 'per cent') checkUnit(scope, unit, node.amount.span, 'count');
      const value = { numerator, denominator: denominator * (unit === 'per cent' ? 100 : 1) };
      return [{ kind: 'constant', value, unit, words }];
    }
    case 'named':
      return namedMeasure(scope, node, words);
    case 'rate': {
      if (node.windows.some((window) => window.kind === 'in a row')) {
        scope.report('does-not-belong', node.span, ['in a row', 'a rate']);
      }
      const windows = windowsOf(scope, node.windows, node.of === 'absence' ? 'absence' : 'attendance', node);
      return windows.map((window) => ({ kind: 'rate', of: node.of, window, words }));
    }
    case 'ratio': {
      const top = resolveMeasure(scope, node.top);
      const bottom = resolveMeasure(scope, node.bottom);
      return top.flatMap((each) =>
        bottom.map((other) => ({ kind: 'ratio' as const, top: each, bottom: other, words })),
      );
    }
    case 'highest': {
      const window: Window = node.window ? resolveWindow(scope, node.window) : { kind: 'ever' };
      return resolveMeasure(scope, node.of).map((of) => ({ kind: 'highest', of, window, words }));
    }
    case 'count':
      return countMeasure(scope, node, words);
  }
}

/** What a ladder, bands or a reward goes by: readings of it are kept together. */
export function asOneMeasure(scope: Scope, node: MeasureNode): Measure {
  const of = resolveMeasure(scope, node);
  return of.length === 1 ? of[0]! : { kind: 'readings', of, words: wordsOf(scope, node.span) };
}

function namedMeasure(scope: Scope, node: MeasureNode & { kind: 'named' }, words: string): readonly Measure[] {
  const found = find(scope, node.name, 'measure', (kind) => kind === 'measure');
  if (!found || found.symbol.node.kind !== 'measure') return [notStated(scope, node, words)];
  const declared = found.symbol.node;
  if (declared.measures.length === 0) return [notStated(scope, node, found.symbol.title)];
  // A measure that turns on itself is told once, where it is declared; so is whatever else is wrong with it.
  if (scope.within.includes(found.key)) return [notStated(scope, node, words)];
  const layer = found.key.includes('.') ? scope.table.layers.get(found.key.split('.')[0]!) : undefined;
  const table = layer ?? scope.table;
  const inside: Scope = {
    ...scope,
    source: table.source,
    policy: table.policy,
    table,
    within: [...scope.within, found.key],
    report: () => undefined,
  };
  const place = placeOf(inside, found.symbol.name, declared.span, declared.marks);
  const { title } = found.symbol;
  const readings = declared.measures.flatMap((each) => resolveMeasure(inside, each));
  return readings.map((measure): Measure =>
    place.inForce ? { kind: 'dated', of: measure, title, place, words: measure.words } : measure,
  );
}

function notStated(scope: Scope, node: MeasureNode, words: string): Measure {
  return { kind: 'not stated', what: words, place: placeOf(scope, words, node.span, []), words };
}

/** Days that go by without anyone being absent in them. */
const elapsing: ReadonlySet<string> = new Set(['school days', 'working days', 'calendar days']);

function countMeasure(scope: Scope, node: MeasureNode & { kind: 'count' }, words: string): readonly Measure[] {
  const [since] = node.windows;
  const unnarrowed = node.class === undefined && node.codes.length === 0 && node.inWhich === undefined;
  if (unnarrowed && since?.kind === 'since' && node.windows.length === 1 && elapsing.has(node.unit)) {
    return [{ kind: 'elapsed', unit: node.unit, since: resolveEvent(scope, since.event), words }];
  }
  checkUnit(scope, node.unit, node.span, 'count');
  if (node.unit === 'school weeks') {
    checkWeeks(scope, node);
    const windows = windowsOf(scope, node.windows, 'school weeks', node);
    const of: SessionSet = { class: node.inWhich?.class ?? 'possible' };
    const quantifier = node.inWhich?.quantifier ?? 'any';
    const each = node.inWhich?.unit === 'sessions' ? ('sessions' as const) : ('school days' as const);
    return windows.map((window) => ({ kind: 'weeks', quantifier, each, of, window, words }));
  }
  const { of, partDays } = sessionsCounted(scope, node);
  const windows = windowsOf(scope, node.windows, words, node);
  if (node.withExpected) checkExpected(scope, node, windows);
  return windows.map((window) => ({
    kind: 'count',
    unit: node.unit,
    of,
    partDays,
    window,
    withExpected: node.withExpected,
    words,
  }));
}

function checkWeeks(scope: Scope, node: MeasureNode & { kind: 'count' }): void {
  const { inWhich } = node;
  if (inWhich && inWhich.unit !== 'school days' && inWhich.unit !== 'sessions') {
    scope.report('wrong-unit', inWhich.span, [inWhich.unit, 'after in which', '“school day” or “session”']);
  }
  if (node.windows.some((window) => window.kind === 'in a row')) {
    scope.report('not-understood-yet', node.span, ['a run of school weeks']);
  }
}

/** What is still to come lies in no window that ends on the day asked about. */
function checkExpected(scope: Scope, node: MeasureNode & { kind: 'count' }, windows: readonly Window[]): void {
  const closed = windows.some(({ kind }) => kind === 'last' || kind === 'rolling' || kind === 'in a row');
  const counted = node.unit === 'sessions' || node.unit === 'days absent' || node.unit === 'school days';
  if (closed || !counted) scope.report('does-not-belong', node.span, ['“with those expected”', 'this count']);
}

/** `unauthorised school days`, `school days in which every session is unauthorised`, `… in which some session is absent`. */
function sessionsCounted(
  scope: Scope,
  node: MeasureNode & { kind: 'count' },
): { readonly of: SessionSet; readonly partDays: boolean } {
  const { inWhich } = node;
  if (!inWhich || node.unit !== 'school days') return { of: sessionSet(scope, node), partDays: false };
  if (inWhich.unit !== 'sessions') {
    scope.report('wrong-unit', inWhich.span, [inWhich.unit, 'after in which', '“session”']);
  }
  if (inWhich.quantifier === 'some but not every') {
    scope.report('does-not-belong', inWhich.span, ['“some but not every”', 'a count of school days']);
  }
  return { of: { class: inWhich.class }, partDays: inWhich.quantifier !== 'every' };
}

function sessionSet(scope: Scope, node: MeasureNode & { kind: 'count' }): SessionSet {
  if (node.codes.length > 0) return { codes: node.codes.map((code) => code.text) };
  if (node.class) return { class: node.class };
  if (node.unit === 'days absent') return { class: 'absent' };
  if (node.unit === 'days attended') return { class: 'attended' };
  scope.report('count-needs-class', node.span, [node.unit]);
  return { class: 'absent' };
}

function windowsOf(scope: Scope, nodes: readonly WindowNode[], what: string, node: MeasureNode): readonly Window[] {
  if (nodes.length === 0) {
    scope.report('needs-window', node.span, [what]);
    return [{ kind: 'this', unit: 'school years' }];
  }
  return nodes.map((each) => resolveWindow(scope, each));
}

export function resolveWindow(scope: Scope, node: WindowNode): Window {
  switch (node.kind) {
    case 'this':
    case 'last':
      checkUnit(scope, node.unit, node.span, 'this or last');
      return { kind: node.kind, unit: node.unit };
    case 'rolling':
      checkUnit(scope, node.unit, node.span, 'rolling');
      return {
        kind: 'rolling',
        number: node.number,
        unit: node.unit,
        ...(node.after === undefined ? {} : { after: node.after }),
      };
    case 'during': {
      const found = find(scope, node.name, 'period', (kind) => kind === 'period');
      return { kind: 'during', period: found?.key ?? node.name.name };
    }
    case 'since':
      return { kind: 'since', event: resolveEvent(scope, node.event) };
    case 'in a row':
      return { kind: 'in a row' };
  }
}

/** What happens to what: `stage-1-letter sent`. */
export function resolveEvent(scope: Scope, node: EventNode): Event {
  const found = node.done === undefined ? undefined : known(scope, node.name.name);
  if (found && node.done !== undefined) checkParticiple(scope, found, node.done, node.span);
  return eventOf(scope, node.name, node.done);
}

export function eventOf(scope: Scope, written: NameNode, done: string | undefined): Event {
  const ordinal = ordinalOf(scope, written);
  if (ordinal) {
    const { nth, found } = ordinal;
    const words = `${orderWords[nth - 1]} ${found.symbol.title} ${done ?? ''}`.trim();
    return { name: found.key, done, words, nth };
  }
  const { name, symbol } = actName(scope, written);
  const title = symbol?.title ?? spaced(written.name);
  return { name, done, words: done === undefined ? title : `${title} ${done}` };
}

const orderWords = ['first', 'second', 'third'];

/** `first-notice`, `third-penalty-notice`: which one in order of a notice that the policy declares. */
export function ordinalOf(
  scope: Scope,
  { name }: NameNode,
): { readonly nth: number; readonly found: Found } | undefined {
  const [, order, base] = /^(first|second|third)-(.+)$/.exec(name) ?? [];
  if (base === undefined || known(scope, name)) return undefined;
  const found = known(scope, base);
  return found?.symbol.kind === 'notice' ? { nth: orderWords.indexOf(order!) + 1, found } : undefined;
}
