import type { Item, NameNode, PolicyFile } from '../syntax/tree.ts';
import type { Source } from '../text/source.ts';
import { builtInNames } from '../syntax/vocabulary.ts';

export type SymbolKind =
  | 'time'
  | 'role'
  | 'judgement'
  | 'fact'
  | 'measure'
  | 'threshold'
  | 'group'
  | 'period'
  | 'service'
  | 'ladder'
  | 'stage'
  | 'review'
  | 'bands'
  | 'band'
  | 'reward'
  | 'letter'
  | 'notice'
  | 'plan'
  | 'contract'
  | 'order'
  | 'referral'
  | 'return'
  | 'report'
  | 'meeting'
  | 'reason'
  | 'leave';

/** A name that a policy declares. Stages are known by their ladder as well: `support-map.serious`. */
export interface PolicySymbol {
  readonly name: string;
  readonly kind: SymbolKind;
  readonly title: string;
  readonly node: Item & { readonly name: NameNode };
  /** The ladder a stage or review stands in. */
  readonly inside: string | undefined;
}

export interface SymbolTable {
  /** Id of the policy that declares them. */
  readonly policy: string;
  readonly source: Source;
  readonly own: ReadonlyMap<string, PolicySymbol>;
  /** The papers among them by kind: `notice` alone may mean the only one. */
  readonly papers: ReadonlyMap<string, readonly PolicySymbol[]>;
  readonly duplicates: readonly { readonly again: PolicySymbol; readonly first: PolicySymbol }[];
  /** Names that nobody is told are missing: those of statements that did not parse. */
  readonly doubtful: ReadonlySet<string>;
  /** Symbols of the layers above, by policy id. */
  readonly layers: ReadonlyMap<string, SymbolTable>;
}

/** Collects the names that a file declares, at whatever depth. */
export function symbolTable(file: PolicyFile, policy: string, layers: ReadonlyMap<string, SymbolTable>): SymbolTable {
  const own = new Map<string, PolicySymbol>();
  const duplicates: { again: PolicySymbol; first: PolicySymbol }[] = [];
  const add = (symbol: PolicySymbol): void => {
    const key = symbol.inside === undefined ? symbol.name : `${symbol.inside}.${symbol.name}`;
    const first = own.get(key);
    if (first) duplicates.push({ again: symbol, first });
    else own.set(key, symbol);
  };
  const visit = (items: readonly Item[], inside: string | undefined): void => {
    for (const item of items) {
      const kind = kindOf(item);
      if (kind !== undefined && 'name' in item && 'title' in item) {
        const declared = item as Item & {
          readonly name: NameNode;
          readonly title: { readonly text: string } | undefined;
        };
        const title = declared.title?.text ?? spaced(declared.name.name);
        add({ name: declared.name.name, kind, title, node: declared, inside: scoped.has(kind) ? inside : undefined });
      }
      if ('body' in item) visit(item.body, item.kind === 'ladder' || item.kind === 'bands' ? item.name.name : inside);
    }
  };
  visit(file.items, undefined);
  const papers = Map.groupBy(
    [...own.values()].filter(({ node }) => node.kind === 'paper'),
    ({ kind }) => kind as string,
  );
  return { policy, source: file.source, own, papers, duplicates, doubtful: file.doubtfulNames, layers };
}

const scoped: ReadonlySet<SymbolKind> = new Set(['stage', 'band']);

/**
 * Finds a name as written: the policy's own, or a layer's by `layer.name`. Plural and singular of a paper or role are
 * one name. Names of two layers never merge.
 */
export function lookUp(
  table: SymbolTable,
  written: string,
): { readonly symbol: PolicySymbol; readonly key: string } | undefined {
  for (const name of forms(written)) {
    const own = table.own.get(name);
    if (own) return { symbol: own, key: keyOf(own) };
    const dot = name.indexOf('.');
    const layer = dot > 0 ? table.layers.get(name.slice(0, dot)) : undefined;
    const found = layer ? lookUp(layer, name.slice(dot + 1)) : undefined;
    if (found) return { symbol: found.symbol, key: `${layer!.policy}.${found.key}` };
  }
  return undefined;
}

function keyOf(symbol: PolicySymbol): string {
  return symbol.inside === undefined ? symbol.name : `${symbol.inside}.${symbol.name}`;
}

function forms(written: string): readonly string[] {
  if (written.endsWith('ies')) return [written, `${written.slice(0, -3)}y`, written.slice(0, -1)];
  if (written.endsWith('s')) return [written, written.slice(0, -1)];
  return [written, `${written}s`];
}

const namesOf = new WeakMap<SymbolTable, readonly string[]>();

/** Every name that may be written here, for did-you-mean and completion. */
export function knownNames(table: SymbolTable): readonly string[] {
  const known = namesOf.get(table);
  if (known) return known;
  const layered = [...table.layers.values()].flatMap((layer) =>
    [...layer.own.keys()].map((name) => `${layer.policy}.${name}`),
  );
  const names = [...table.own.keys(), ...builtInNames, ...layered];
  namesOf.set(table, names);
  return names;
}

export function spaced(name: string): string {
  return name.replaceAll('-', ' ');
}

function kindOf(item: Item): SymbolKind | undefined {
  if (item.kind === 'paper') return item.paper;
  return named.has(item.kind) ? (item.kind as SymbolKind) : undefined;
}

/** Items that declare a name of their own kind. */
const named: ReadonlySet<Item['kind']> = new Set([
  'threshold',
  'group',
  'measure',
  'judgement',
  'fact',
  'role',
  'service',
  'period',
  'ladder',
  'stage',
  'time',
  'bands',
  'band',
  'reward',
  'review',
] as const);
