import type { Day } from '../../register/day.ts';
import type { Diagnostic } from '../text/diagnostic.ts';
import type { Source } from '../text/source.ts';
import type { Detail, Header, PolicyFile } from '../syntax/tree.ts';
import type { Policy } from '../resolve/policy.ts';
import type { PolicySymbol, SymbolTable } from '../resolve/symbols.ts';
import type { Rulebook } from '../rulebook/rulebook.ts';
import { diagnostic } from '../text/report.ts';
import { parse } from '../syntax/parse.ts';
import { resolve } from '../resolve/resolve.ts';
import { symbolTable } from '../resolve/symbols.ts';
import { oneMessageACause } from './one-message-a-cause.ts';
import { misplaced } from './placement.ts';
import { neverUsed } from './never-used.ts';
import { rules } from './rules/index.ts';

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
  const reading = new Reading(sources, options.rulebook);
  for (const id of reading.ids()) reading.policy(id, []);
  for (const policy of reading.policies.values()) {
    for (const rule of rules) reading.diagnostics.push(...rule({ policy, ...options }));
  }
  for (const table of reading.tables.values()) reading.diagnostics.push(...neverUsed(table, reading.used));
  const order = new Map(sources.map((source, index) => [source, index]));
  const diagnostics = reading.diagnostics.toSorted(
    (a, b) => order.get(a.source)! - order.get(b.source)! || a.span.start - b.span.start || a.span.end - b.span.end,
  );
  return { policies: reading.policies, files: reading.files, tables: reading.tables, diagnostics };
}

/** Resolving in the order of the layers, each policy once. */
class Reading {
  readonly policies = new Map<string, Policy>();
  readonly diagnostics: Diagnostic[] = [];
  readonly files: PolicyFile[] = [];
  readonly used = new Set<PolicySymbol>();
  private readonly byId = new Map<string, PolicyFile>();
  readonly tables = new Map<string, SymbolTable>();
  private readonly rulebook: Rulebook;

  constructor(sources: readonly Source[], rulebook: Rulebook) {
    this.rulebook = rulebook;
    for (const source of sources) {
      const parsed = parse(source);
      this.diagnostics.push(...parsed.diagnostics);
      if (parsed.diagnostics.length === 0) this.diagnostics.push(...misplaced(parsed.file));
      this.files.push(parsed.file);
      const id = headerOf(parsed.file)?.name.name ?? nameFrom(source);
      const taken = this.byId.get(id);
      if (taken) this.diagnostics.push(duplicate(parsed.file, taken, id));
      else this.byId.set(id, parsed.file);
    }
  }

  ids(): readonly string[] {
    return [...this.byId.keys()];
  }

  policy(id: string, below: readonly string[]): Policy | undefined {
    const known = this.policies.get(id);
    if (known) return known;
    const file = this.byId.get(id);
    if (!file) return undefined;
    const layers: Policy[] = [];
    const tables = new Map<string, SymbolTable>();
    // Of a layer that nobody has, nobody is told that its names are not declared.
    const doubtfulNames = new Set(file.doubtfulNames);
    for (const { detail, name, span } of layersOf(file)) {
      if (name === id || below.includes(name)) {
        this.diagnostics.push(diagnostic('layer-circle', file.source, span, [name]));
        continue;
      }
      const layer = this.policy(name, [...below, id]);
      if (layer) {
        layers.push(layer);
        tables.set(name, this.tables.get(name)!);
      } else {
        doubtfulNames.add(name);
        this.diagnostics.push(diagnostic('unknown-layer', file.source, span ?? detail.span, [name]));
      }
    }
    const table = symbolTable({ ...file, doubtfulNames }, id, tables);
    this.tables.set(id, table);
    const { policy, used, diagnostics } = resolve(file, table, layers, this.rulebook);
    for (const symbol of used) this.used.add(symbol);
    this.diagnostics.push(...oneMessageACause(file, diagnostics));
    this.policies.set(id, policy);
    return policy;
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
