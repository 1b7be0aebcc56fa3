import type { MeasureDeclaration, MeasureNode } from '../syntax/tree.ts';
import type { Condition, Event, Measure, Policy, Window } from './policy.ts';

/**
 * Names that turn on themselves, each circle by the name of it that is declared first. References run one way only:
 * what a test, a period or a ladder by measure means on a day must not rest on what it means on that day.
 */
export function circles(policy: Policy): readonly string[] {
  const graph = new Map<string, readonly string[]>();
  for (const each of policy.thresholds) graph.set(each.name, inCondition(each.condition));
  for (const each of policy.periods) {
    const names = each.stretches.flatMap((stretch) =>
      stretch.kind === 'last of' ? [stretch.period] : 'event' in stretch ? inEvent(stretch.event) : [],
    );
    graph.set(each.name, names);
  }
  for (const ladder of policy.ladders) {
    if (ladder.by.kind === 'steps') continue;
    const own = ladder.by.kind === 'measure' ? inMeasure(ladder.by.measure) : [];
    const entries = ladder.stages.flatMap((stage) =>
      stage.entry && 'condition' in stage.entry ? inCondition(stage.entry.condition) : [],
    );
    graph.set(ladder.name, [...own, ...entries]);
  }
  return circlesIn(graph);
}

/** Each circle of a graph, by the first of its names. */
export function circlesIn(graph: ReadonlyMap<string, readonly string[]>): readonly string[] {
  const found: string[] = [];
  const settled = new Set<string>();
  for (const name of graph.keys()) {
    const round = settled.has(name) ? [] : reached(graph, name);
    if (!round.includes(name)) continue;
    found.push(name);
    for (const other of round) if (reached(graph, other).includes(name)) settled.add(other);
  }
  return found;
}

/** The measures that each measure of a file names. */
export function measuresNamed(declarations: readonly MeasureDeclaration[]): ReadonlyMap<string, readonly string[]> {
  return new Map(declarations.map(({ name, measures }) => [name.name, measures.flatMap(namesIn)]));
}

function namesIn(node: MeasureNode): readonly string[] {
  if (node.kind === 'named') return [node.name.name];
  if (node.kind === 'ratio') return [...namesIn(node.top), ...namesIn(node.bottom)];
  return node.kind === 'highest' ? namesIn(node.of) : [];
}

function reached(graph: ReadonlyMap<string, readonly string[]>, from: string): readonly string[] {
  const seen = new Set<string>();
  const visit = (name: string): void => {
    for (const next of graph.get(name) ?? []) {
      if (seen.has(next)) continue;
      seen.add(next);
      visit(next);
    }
  };
  visit(from);
  return [...seen];
}

function inCondition(condition: Condition): readonly string[] {
  switch (condition.kind) {
    case 'all':
    case 'any':
      return condition.parts.flatMap(inCondition);
    case 'readings':
      return condition.readings.flatMap(inCondition);
    case 'not':
    case 'unless':
      return inCondition(condition.part);
    case 'compare':
      return [...inMeasure(condition.measure), ...inMeasure(condition.to)];
    case 'named':
    case 'in period':
      return [condition.name];
    case 'met':
      return [condition.name, ...inWindow(condition.window)];
    case 'at stage':
      return [condition.ladder];
    case 'happened':
      return [...inEvent(condition.event), ...inWindow(condition.window)];
    default:
      return [];
  }
}

function inMeasure(measure: Measure): readonly string[] {
  switch (measure.kind) {
    case 'count':
    case 'weeks':
    case 'rate':
      return inWindow(measure.window);
    case 'ratio':
      return [...inMeasure(measure.top), ...inMeasure(measure.bottom)];
    case 'elapsed':
      return inEvent(measure.since);
    case 'dated':
      return inMeasure(measure.of);
    case 'readings':
      return measure.of.flatMap(inMeasure);
    case 'highest':
      return [...inMeasure(measure.of), ...inWindow(measure.window)];
    default:
      return [];
  }
}

function inWindow(window: Window | undefined): readonly string[] {
  if (window?.kind === 'during') return [window.period];
  return window?.kind === 'since' ? inEvent(window.event) : [];
}

/** `P ended` turns on the period P. */
function inEvent(event: Event): readonly string[] {
  return event.done === 'started' || event.done === 'ended' ? [event.name] : [];
}
