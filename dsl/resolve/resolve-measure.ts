import type { MeasureNode, UnitName, WindowNode } from '../syntax/tree.ts';
import type { Event, Measure, SessionSet, Window } from './policy.ts';
import type { Scope } from './scope.ts';
import type { EventNode } from '../syntax/tree.ts';
import { replaceFix } from '../text/report.ts';
import { spanOf } from '../text/span.ts';
import { actName, find, placeOf } from './scope.ts';
import { spaced } from './symbols.ts';
import { wordsOf } from './words.ts';

/** Settles what a measure counts, over when, in which unit. More than one measure comes back where there are readings. */
export function resolveMeasure(scope: Scope, node: MeasureNode): readonly Measure[] {
  const words = wordsOf(scope, node.span);
  switch (node.kind) {
    case 'constant': {
      const { unit } = node.amount;
      checkUnit(scope, unit, node.amount.span);
      const value = { numerator: node.amount.numerator, denominator: node.amount.denominator };
      return [{ kind: 'constant', value, unit, words }];
    }
    case 'named':
      return namedMeasure(scope, node, words);
    case 'rate': {
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
      const window = resolveWindow(scope, node.window);
      return resolveMeasure(scope, node.of).map((of) => ({ kind: 'highest', of, window, words }));
    }
    case 'count':
      return countMeasure(scope, node, words);
  }
}

function namedMeasure(scope: Scope, node: MeasureNode & { kind: 'named' }, words: string): readonly Measure[] {
  const found = find(scope, node.name, 'measure', (kind) => kind === 'measure');
  if (!found || found.symbol.node.kind !== 'measure') return [notStated(scope, node, words)];
  const declared = found.symbol.node;
  if (!declared.measure) return [notStated(scope, node, found.symbol.title)];
  if (declared.measure.kind === 'named' && declared.measure.name.name === declared.name.name) {
    scope.report('refers-to-itself', node.span, [node.name.name]);
    return [notStated(scope, node, words)];
  }
  const layer = found.key.includes('.') ? scope.table.layers.get(found.key.split('.')[0]!) : undefined;
  return resolveMeasure(layer ? { ...scope, table: layer, report: () => undefined } : scope, declared.measure);
}

function notStated(scope: Scope, node: MeasureNode, words: string): Measure {
  return { kind: 'not stated', what: words, place: placeOf(scope, words, node.span, []), words };
}

function countMeasure(scope: Scope, node: MeasureNode & { kind: 'count' }, words: string): readonly Measure[] {
  checkUnit(scope, node.unit, node.span);
  if (node.unit === 'school weeks') {
    const windows = windowsOf(scope, node.windows, 'school weeks', node);
    const of: SessionSet = { class: node.inWhich?.class ?? 'possible' };
    const quantifier = node.inWhich?.quantifier ?? 'any';
    return windows.map((window) => ({ kind: 'weeks', quantifier, of, window, words }));
  }
  const of = sessionSet(scope, node);
  const windows = windowsOf(scope, node.windows, words, node);
  return windows.map((window) => ({
    kind: 'count',
    unit: node.unit,
    of,
    window,
    withExpected: node.withExpected,
    words,
  }));
}

function sessionSet(scope: Scope, node: MeasureNode & { kind: 'count' }): SessionSet {
  if (node.codes.length > 0) return { codes: node.codes.map((code) => code.text) };
  if (node.class) return { class: node.class };
  if (node.unit === 'days absent') return { class: 'absent' };
  scope.report('count-needs-class', node.span, [node.unit]);
  return { class: 'absent' };
}

/** A bare day or week means several things. The grammar reads it, so that one message can say which are meant. */
export function checkUnit(
  scope: Scope,
  unit: UnitName | 'per cent' | undefined,
  span: { start: number; end: number },
): void {
  const bare = unit as string | undefined;
  if (bare !== 'days' && bare !== 'weeks') return;
  const [first, second] = bare === 'days' ? ['school days', 'days absent'] : ['school weeks', 'calendar weeks'];
  const text = scope.source.text.slice(span.start, span.end);
  const at = new RegExp(`\\b${bare.slice(0, -1)}s?\\b`).exec(text);
  const where = at ? spanOf(span.start + at.index, span.start + at.index + at[0].length) : span;
  const fixes = [first!, second!].map((each) => replaceFix(`write “${each}”`, where, each));
  scope.report('bare-unit', where, [bare, first!, second!], { fixes });
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
      checkUnit(scope, node.unit, node.span);
      return { kind: node.kind, unit: node.unit };
    case 'rolling':
      checkUnit(scope, node.unit, node.span);
      return { kind: 'rolling', number: node.number, unit: node.unit };
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

/** What happens to what: `stage-1-letter sent`. A kind of paper names the paper whose body it stands in, or the only one of its kind. */
export function resolveEvent(scope: Scope, node: EventNode): Event {
  const { name, symbol } = actName(scope, node.name);
  const done = node.done;
  const title = symbol?.title ?? spaced(node.name.name);
  return { name, done, words: done === undefined ? title : `${title} ${done}` };
}
