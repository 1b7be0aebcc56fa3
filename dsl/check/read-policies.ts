import type { Day } from '../../register/day.ts';
import type { Diagnostic } from '../text/diagnostic.ts';
import type { Source } from '../text/source.ts';
import type { Detail, Header, PolicyFile } from '../syntax/tree.ts';
import type { Policy } from '../resolve/policy.ts';
import type { PolicySymbol, SymbolTable } from '../resolve/symbols.ts';
import type { Rulebook } from '../rulebook/rulebook.ts';
import { diagnostic } from '../text/report.ts';
import { neverUsed } from './never-used.ts';
import type { PolicyRead } from './read-once.ts';
import { checkedBy, fileOf, policyOf } from './read-once.ts';

/** The policies of a folder, each under its layers, with everything there is to say about them. */
export interface PolicySet {
  readonly policies: ReadonlyMap<string, Policy>;
  readonly files: readonly PolicyFile[];
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
  const reading = new Reading(sources, options);
  for (const id of reading.ids()) reading.policy(id, []);
  for (const policy of reading.policies.values()) reading.diagnostics.push(...checkedBy(policy, options));
  const { policies, tables, used } = reading;
  for (const table of tables.values()) reading.diagnostics.push(...neverUsed(table, used));
  const order = new Map(sources.map((source, index) => [source, index]));
  const diagnostics = reading.diagnostics.toSorted(
    (a, b) => order.get(a.source)! - order.get(b.source)! || a.span.start - b.span.start || a.span.end - b.span.end,
  );
  return { policies, files: reading.files, tables, diagnostics };
}

/** Resolving in the order of the layers, each policy once. */
class Reading {
  readonly diagnostics: Diagnostic[] = [];
  readonly files: PolicyFile[] = [];
  private readonly byId = new Map<string, PolicyFile>();
  private readonly read = new Map<string, PolicyRead>();
  private readonly options: CheckOptions;

  constructor(sources: readonly Source[], options: CheckOptions) {
    this.options = options;
    for (const source of sources) {
      const { file, diagnostics } = fileOf(source);
      this.diagnostics.push(...diagnostics);
      this.files.push(file);
      const id = headerOf(file)?.name.name ?? nameFrom(source);
      const taken = this.byId.get(id);
      if (taken) this.diagnostics.push(duplicate(file, taken, id));
      else this.byId.set(id, file);
    }
  }

  ids(): readonly string[] {
    return [...this.byId.keys()];
  }

  get policies(): ReadonlyMap<string, Policy> {
    return new Map([...this.read].map(([id, { policy }]) => [id, policy]));
  }

  get tables(): ReadonlyMap<string, SymbolTable> {
    return new Map([...this.read].map(([id, { table }]) => [id, table]));
  }

  get used(): ReadonlySet<PolicySymbol> {
    return new Set([...this.read.values()].flatMap(({ used }) => [...used]));
  }

  policy(id: string, below: readonly string[]): PolicyRead | undefined {
    const known = this.read.get(id);
    if (known) return known;
    const file = this.byId.get(id);
    if (!file) return undefined;
    const layers = new Map<string, PolicyRead>();
    const missing: string[] = [];
    for (const { detail, name, span } of layersOf(file)) {
      if (name === id || below.includes(name)) {
        this.diagnostics.push(diagnostic('layer-circle', file.source, span, [name]));
        continue;
      }
      const layer = this.policy(name, [...below, id]);
      if (layer) layers.set(name, layer);
      else {
        missing.push(name);
        this.diagnostics.push(diagnostic('unknown-layer', file.source, span ?? detail.span, [name]));
      }
    }
    const read = policyOf(file, id, { layers, missing }, this.options);
    this.diagnostics.push(...read.diagnostics);
    this.read.set(id, read);
    return read;
  }
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
