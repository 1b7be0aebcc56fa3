import type { Diagnostic } from '../text/diagnostic.ts';
import type { Source } from '../text/source.ts';
import type { PolicyFile } from '../syntax/tree.ts';
import type { Policy } from '../resolve/policy.ts';
import type { PolicySymbol, SymbolTable } from '../resolve/symbols.ts';
import type { CheckOptions } from './read-policies.ts';
import { parse } from '../syntax/parse.ts';
import { resolve } from '../resolve/resolve.ts';
import { symbolTable } from '../resolve/symbols.ts';
import { oneMessageACause } from './one-message-a-cause.ts';
import { misplaced } from './placement.ts';
import { rules } from './rules/index.ts';

// A text, a file and a policy never change: what was made of one is kept for as long as it is. So an editor that reads a
// folder anew at every key does again only what hangs on the document that changed.

interface FileRead {
  readonly file: PolicyFile;
  readonly diagnostics: readonly Diagnostic[];
}

export interface PolicyRead {
  readonly policy: Policy;
  readonly table: SymbolTable;
  readonly used: ReadonlySet<PolicySymbol>;
  readonly diagnostics: readonly Diagnostic[];
}

/** What a file is resolved under: the layers that were found, by the names it gives them, and those that were not. */
export interface LayersFound {
  readonly layers: ReadonlyMap<string, PolicyRead>;
  readonly missing: readonly string[];
}

const files = new WeakMap<Source, FileRead>();
const policies = new WeakMap<
  PolicyFile,
  { readonly id: string; readonly found: LayersFound; readonly options: CheckOptions; readonly read: PolicyRead }
>();
const checked = new WeakMap<Policy, { readonly options: CheckOptions; readonly diagnostics: readonly Diagnostic[] }>();

/** Parses a source, and says what stands where it may not. */
export function fileOf(source: Source): FileRead {
  const known = files.get(source);
  if (known) return known;
  const { file, diagnostics } = parse(source);
  const read = { file, diagnostics: diagnostics.length === 0 ? [...diagnostics, ...misplaced(file)] : diagnostics };
  files.set(source, read);
  return read;
}

/** Resolves a file under its layers. */
export function policyOf(file: PolicyFile, id: string, found: LayersFound, options: CheckOptions): PolicyRead {
  const known = policies.get(file);
  if (known && known.id === id && known.options.rulebook === options.rulebook && sameLayers(known.found, found))
    return known.read;
  // Of a layer that nobody has, nobody is told that its names are not declared.
  const doubtfulNames = new Set([...file.doubtfulNames, ...found.missing]);
  const tables = new Map([...found.layers].map(([name, { table }]) => [name, table]));
  const table = symbolTable({ ...file, doubtfulNames }, id, tables);
  const under = [...found.layers.values()].map(({ policy }) => policy);
  const { policy, used, diagnostics } = resolve(file, table, under, options.rulebook);
  const read = { policy, table, used, diagnostics: oneMessageACause(file, diagnostics) };
  policies.set(file, { id, found, options, read });
  return read;
}

/** What the checking rules say of a policy. */
export function checkedBy(policy: Policy, options: CheckOptions): readonly Diagnostic[] {
  const known = checked.get(policy);
  const same =
    known?.options.rulebook === options.rulebook &&
    known.options.templates === options.templates &&
    known.options.asAt === options.asAt;
  if (same) return known.diagnostics;
  const diagnostics = rules.flatMap((rule) => rule({ policy, ...options }));
  checked.set(policy, { options, diagnostics });
  return diagnostics;
}

function sameLayers(a: LayersFound, b: LayersFound): boolean {
  if (a.layers.size !== b.layers.size || a.missing.join() !== b.missing.join()) return false;
  const others = [...b.layers];
  return [...a.layers].every(([name, { policy }], index) => {
    const [otherName, other] = others[index]!;
    return name === otherName && policy === other.policy;
  });
}
