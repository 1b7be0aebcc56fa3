import type { Day } from '../../register/day.ts';
import type { Diagnostic } from '../text/diagnostic.ts';
import type { Source } from '../text/source.ts';
import type { Detail, Header, PolicyFile } from '../syntax/tree.ts';
import type { Policy } from '../resolve/policy.ts';
import type { SymbolTable } from '../resolve/symbols.ts';
import type { Rulebook } from '../rulebook/rulebook.ts';
import { diagnostic } from '../text/report.ts';
import { neverUsed } from './never-used.ts';
import type { PolicyHead } from './layer-order.ts';
import type { PolicyRead } from './read-once.ts';
import { layerOrder } from './layer-order.ts';
import { checkedBy, fileOf, policyOf } from './read-once.ts';

/** The policies of a folder, each under its layers, with everything there is to say about them. */
export interface PolicySet {
  readonly policies: ReadonlyMap<string, Policy>;
  readonly files: readonly PolicyFile[];
  /** How each file is known, and what it is under. */
  readonly heads: readonly PolicyHead[];
  /** The names that each policy declares, by its id. */
  readonly tables: ReadonlyMap<string, SymbolTable>;
  /** By source in the order given, then by place. */
  readonly diagnostics: readonly Diagnostic[];
}

export interface CheckOptions {
  readonly rulebook: Rulebook;
  /** The papers that have a template, by their full names (`widnes.stage-1-letter`); left out, letters are not checked against templates. */
  readonly templates?: ReadonlySet<string>;
  /** The day the check is made for; left out, nothing is said of the policy's own review. */
  readonly asAt?: Day;
}

/** Parses, resolves and checks sources given in any order; a layer is found by its policy's name. */
export function readPolicies(sources: readonly Source[], options: CheckOptions): PolicySet {
  const diagnostics: Diagnostic[] = [];
  const files: PolicyFile[] = [];
  const byId = new Map<string, PolicyFile>();
  for (const source of sources) {
    const { file, diagnostics: told } = fileOf(source);
    diagnostics.push(...told);
    files.push(file);
    const id = idOf(file);
    const taken = byId.get(id);
    if (taken) diagnostics.push(duplicate(file, taken, id));
    else byId.set(id, file);
  }
  const read = readInOrder(byId, options, diagnostics);
  for (const { policy } of read.values()) diagnostics.push(...checkedBy(policy, options));
  const used = new Set([...read.values()].flatMap((each) => [...each.used]));
  for (const { table } of read.values()) diagnostics.push(...neverUsed(table, used));
  const order = new Map(sources.map((source, index) => [source, index]));
  diagnostics.sort(
    (a, b) => order.get(a.source)! - order.get(b.source)! || a.span.start - b.span.start || a.span.end - b.span.end,
  );
  return {
    policies: new Map([...read].map(([id, { policy }]) => [id, policy])),
    files,
    heads: sources.map(headOf),
    tables: new Map([...read].map(([id, { table }]) => [id, table])),
    diagnostics,
  };
}

/** How a source is known among others, and what it is under: all that says which files are read together. */
export function headOf(source: Source): PolicyHead {
  const { file } = fileOf(source);
  return { id: idOf(file), under: layersOf(file).map(({ name }) => name) };
}

/** Each policy once, after its layers. */
function readInOrder(
  byId: ReadonlyMap<string, PolicyFile>,
  options: CheckOptions,
  diagnostics: Diagnostic[],
): ReadonlyMap<string, PolicyRead> {
  const read = new Map<string, PolicyRead>();
  for (const id of layerOrder([...byId.values()].map(({ source }) => headOf(source)))) {
    const file = byId.get(id)!;
    const layers = new Map<string, PolicyRead>();
    const missing: string[] = [];
    for (const { detail, name, span } of layersOf(file)) {
      const layer = read.get(name);
      if (layer) layers.set(name, layer);
      else if (byId.has(name)) diagnostics.push(diagnostic('layer-circle', file.source, span, [name]));
      else {
        missing.push(name);
        diagnostics.push(diagnostic('unknown-layer', file.source, span ?? detail.span, [name]));
      }
    }
    const found = policyOf(file, id, { layers, missing }, options);
    diagnostics.push(...found.diagnostics);
    read.set(id, found);
  }
  return read;
}

function idOf(file: PolicyFile): string {
  return headerOf(file)?.name.name ?? nameFrom(file.source);
}

function headerOf(file: PolicyFile): Header | undefined {
  return file.items.find((item): item is Header => item.kind === 'header');
}

function layersOf(
  file: PolicyFile,
): readonly { readonly detail: Detail; readonly name: string; readonly span: Detail['span'] }[] {
  const details =
    headerOf(file)?.body.filter((item): item is Detail => item.kind === 'detail' && item.word === 'under') ?? [];
  return details.flatMap((detail) =>
    (detail.parties?.names ?? []).map((each) => ({ detail, name: each.name, span: each.span })),
  );
}

/** A file whose head does not parse is still known by its own name. */
function nameFrom(source: Source): string {
  return source.name.replace(/^.*[/\\]/, '').replace(/\.att$/, '');
}

function duplicate(file: PolicyFile, taken: PolicyFile, id: string): Diagnostic {
  const related = [{ message: 'the first stands here', source: taken.source, span: headerOf(taken)!.name.span }];
  return diagnostic('duplicate-name', file.source, headerOf(file)?.name.span ?? { start: 0, end: 0 }, [id, 'policy'], {
    related,
  });
}
