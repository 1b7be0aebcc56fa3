import type { DiagnosticCode } from '../text/catalogue.ts';
import type { Rulebook } from '../rulebook/rulebook.ts';
import type { Diagnostic } from '../text/diagnostic.ts';
import type { ReportOptions } from '../text/report.ts';
import type { Source } from '../text/source.ts';
import type { Span } from '../text/span.ts';
import type { Mark, NameNode } from '../syntax/tree.ts';
import type { ClauseAbove, Place } from './policy.ts';
import type { PolicySymbol, SymbolKind, SymbolTable } from './symbols.ts';
import type { catalogue } from '../text/catalogue.ts';
import { didYouMean } from '../text/did-you-mean.ts';
import { diagnostic, replaceFix } from '../text/report.ts';
import { builtInNames } from '../syntax/vocabulary.ts';
import { knownNames, lookUp, spaced } from './symbols.ts';

/** What resolving one policy needs at hand: its text, its names, and where complaints go. */
export interface Scope {
  readonly source: Source;
  readonly policy: string;
  readonly table: SymbolTable;
  /** Law and guidance that a clause may take a number from. */
  readonly rulebook: Rulebook;
  /** Symbols that something refers to, of this policy and of the layers above it. */
  readonly used: Set<PolicySymbol>;
  /** Measures that are being put in for their names: one that comes up again turns on itself. */
  readonly within: readonly string[];
  /** The paper whose body is being resolved: its kind alone means it there (`notice paid`). */
  readonly paper: PolicySymbol | undefined;
  /** Ids of the sentences resolved so far: an example may ask how one stands. */
  readonly rules: Set<string>;
  report<Code extends DiagnosticCode>(
    code: Code,
    span: Span,
    args: Parameters<(typeof catalogue)[Code]['words']>,
    options?: ReportOptions,
  ): void;
}

export function scopeOf(source: Source, table: SymbolTable, rulebook: Rulebook, diagnostics: Diagnostic[]): Scope {
  return {
    source,
    policy: table.policy,
    table,
    rulebook,
    used: new Set(),
    within: [],
    paper: undefined,
    rules: new Set(),
    report: (code, span, args, options) => void diagnostics.push(diagnostic(code, source, span, args, options)),
  };
}

export interface Found {
  readonly symbol: PolicySymbol;
  readonly key: string;
}

/** The symbol a name stands for. One that is not declared is told, with the nearest name as a fix, and is undefined. */
export function find(
  scope: Scope,
  name: NameNode,
  kinds: string,
  among?: (kind: SymbolKind) => boolean,
): Found | undefined {
  const found = known(scope, name.name);
  if (found && (!among || among(found.symbol.kind))) return found;
  if (found) scope.report('wrong-kind', name.span, [name.name, found.symbol.kind, `a ${kinds}`]);
  else reportUnknown(scope, name, kinds);
  return undefined;
}

/** The same scope inside the body of a paper. */
export function insidePaper(scope: Scope, name: string | undefined): Scope {
  return name === undefined ? scope : { ...scope, paper: scope.table.own.get(name) };
}

/** What a name refers to, noting that it is used. A kind of paper is the one it stands in, or the only one there is. */
export function known(scope: Scope, name: string): Found | undefined {
  const found = lookUp(scope.table, name) ?? ofItsKind(scope, name);
  if (found) scope.used.add(found.symbol);
  return found;
}

function ofItsKind(scope: Scope, kind: string): Found | undefined {
  const papers = scope.table.papers.get(kind);
  const symbol = scope.paper?.kind === kind ? scope.paper : papers?.length === 1 ? papers[0] : undefined;
  return symbol?.node.kind === 'paper' ? { symbol, key: symbol.name } : undefined;
}

export function reportUnknown(scope: Scope, name: NameNode, kinds: string): void {
  if (isDoubtful(scope, name.name)) return;
  const near = didYouMean(name.name, knownNames(scope.table));
  const hint = near.length > 0 ? `; did you mean “${near[0]}”?` : '';
  const fixes = near.map((each) => replaceFix(`write “${each}”`, name.span, each));
  scope.report('unknown-name', name.span, [name.name, kinds, hint], { fixes });
}

/** A name, or the stage of `ladder.stage`, that stands in a statement that did not parse. */
export function isDoubtful({ table }: Scope, name: string): boolean {
  return table.doubtful.has(name) || name.split('.').some((part) => table.doubtful.has(part));
}

/**
 * The name of something that people log: declared, or free. A free name that is nearly a declared one is a slip, and
 * told.
 */
export function actName(
  scope: Scope,
  name: NameNode,
): { readonly name: string; readonly symbol: PolicySymbol | undefined } {
  const found = known(scope, name.name);
  if (found) return { name: found.key, symbol: found.symbol };
  const ofManyPapers = scope.table.papers.get(name.name) ?? [];
  if (ofManyPapers.length > 1) {
    const fixes = ofManyPapers.map((each) => replaceFix(`write “${each.name}”`, name.span, each.name));
    scope.report('which-paper', name.span, [name.name], { fixes });
  } else if (!builtInNames.has(name.name) && !name.name.startsWith('“')) {
    if (isSlip(scope.table, name.name) && !isDoubtful(scope, name.name)) reportUnknown(scope, name, 'name');
  }
  return { name: name.name, symbol: undefined };
}

const slips = new WeakMap<SymbolTable, Map<string, boolean>>();

/** Whether a free name is nearly a declared one. A policy uses the same free names again and again. */
export function isSlip(table: SymbolTable, name: string): boolean {
  const told = slips.get(table) ?? new Map<string, boolean>();
  slips.set(table, told);
  const before = told.get(name);
  if (before !== undefined) return before;
  const slip = didYouMean(name, knownNames(table), 1).length > 0;
  told.set(name, slip);
  return slip;
}

/** How a reader would call a name: by its title, or its words. */
export function titleOf(scope: Scope, name: string): string {
  return lookUp(scope.table, name)?.symbol.title ?? spaced(name);
}

export function placeOf(scope: Scope, id: string, span: Span, marks: readonly Mark[], inherited?: Place): Place {
  const words = (kind: Mark['kind']): string | undefined => {
    const texts = marks.filter((mark) => mark.kind === kind).map((mark) => ('text' in mark ? mark.text : ''));
    return texts.length === 0 ? undefined : texts.join('; ');
  };
  const named = (kind: 'refines' | 'replaces'): ClauseAbove | undefined => {
    const mark = marks.find((each) => each.kind === kind);
    if (!mark || !('name' in mark)) return undefined;
    const { name, span } = mark.name;
    return { name: lookUp(scope.table, name)?.key ?? name, span };
  };
  const dates = marks.find((mark) => mark.kind === 'in force');
  return {
    source: scope.source,
    span,
    policy: scope.policy,
    id,
    cite: words('cite') ?? inherited?.cite,
    assumed: words('assumed') ?? undefined,
    unclear: words('unclear') ?? undefined,
    inForce: dates && dates.kind === 'in force' ? { from: dates.from, to: dates.to } : inherited?.inForce,
    refines: named('refines'),
    replaces: named('replaces'),
  };
}
