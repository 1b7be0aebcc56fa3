import type { PolicySymbol, SymbolKind, SymbolTable } from '../resolve/symbols.ts';
import type { Diagnostic } from '../text/diagnostic.ts';
import { diagnostic } from '../text/report.ts';

/** What is nothing of itself: it means something only where another clause names it. */
const needsUse: ReadonlySet<SymbolKind> = new Set(['judgement', 'fact', 'measure', 'period', 'role']);

/** never-used: what only other clauses can give a meaning is named by one, in this policy or in one under it. */
export function neverUsed(table: SymbolTable, used: ReadonlySet<PolicySymbol>): readonly Diagnostic[] {
  return [...table.own.values()]
    .filter((symbol) => needsUse.has(symbol.kind) && !used.has(symbol) && !table.doubtful.has(symbol.name))
    .map((symbol) => diagnostic('never-used', table.source, symbol.node.name.span, [symbol.kind, symbol.name]));
}
