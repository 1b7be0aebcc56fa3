import type { PolicySet } from '../check/read-policies.ts';
import type { PolicySymbol, SymbolTable } from '../resolve/symbols.ts';
import type { Item, NameNode, PolicyFile } from '../syntax/tree.ts';
import type { Source } from '../text/source.ts';
import { contains } from '../text/span.ts';
import { lookUp } from '../resolve/symbols.ts';

/** A declared name with the policy that declares it. */
export interface FoundName {
  readonly symbol: PolicySymbol;
  readonly policy: string;
}

/** What a name stands for where it stands: in `stages is stage-2` a stage of that ladder, in a ladder one of its own. */
export function nameAt(set: PolicySet, source: Source, name: NameNode): FoundName | undefined {
  const file = set.files.find((each) => each.source === source);
  const policy = [...set.policies.values()].find((each) => each.source === source);
  const table = policy && set.tables.get(policy.id);
  if (!file || !table) return undefined;
  const declared = [...table.own.values()].find(({ node }) => node.name.span.start === name.span.start);
  if (declared) return { symbol: declared, policy: table.policy };
  for (const ladder of laddersHere(file, source, name)) {
    const found = declaredAs(table, `${ladder}.${name.name}`);
    if (found) return found;
  }
  return declaredAs(table, name.name);
}

function declaredAs(table: SymbolTable, written: string): FoundName | undefined {
  const found = lookUp(table, written);
  if (!found) return undefined;
  const layer = found.key.slice(0, Math.max(0, found.key.indexOf('.')));
  return { symbol: found.symbol, policy: table.layers.has(layer) ? layer : table.policy };
}

/** The ladder named before `is`, then the one that the name stands in. */
function laddersHere(file: PolicyFile, source: Source, { span }: NameNode): readonly string[] {
  const before = /([\w.-]+)\s+is(?:\s+not)?\s+$/.exec(source.text.slice(0, span.start))?.[1];
  const around = enclosing(file.items, span.start).flatMap((item) => (item.kind === 'ladder' ? [item.name.name] : []));
  return before === undefined ? around : [before, ...around];
}

function enclosing(items: readonly Item[], offset: number): readonly Item[] {
  const item = items.find((each) => contains(each.span, offset));
  if (!item) return [];
  return 'body' in item ? [...enclosing(item.body, offset), item] : [item];
}
