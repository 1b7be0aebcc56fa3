import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { CommandFailure, whyOf } from '../context.ts';
import { fails } from './found.ts';
import type { FailLevel, Found } from './found.ts';

/** What a check may find without failing, by fingerprint; the rest is for who reads the file. */
interface Baseline {
  readonly kind: 'att-baseline';
  readonly findings: readonly BaselineEntry[];
}

interface BaselineEntry {
  readonly fingerprint: string;
  readonly file: string;
  readonly rule: string;
  readonly message: string;
}

/**
 * What was found, that which the baseline holds marked as known, and after it each entry that nothing was found for any
 * more. An entry of a file that is there and was not asked about is left alone. Throws CommandFailure: 3 where the file cannot be read, 2 where it is no baseline.
 */
export function heldToBaseline(
  found: readonly Found[],
  { folder, name, asked }: { readonly folder: string; readonly name: string; readonly asked: readonly string[] },
): readonly Found[] {
  const text = textOf(folder, name);
  const { findings } = read(text, name);
  const known = new Set(findings.map(({ fingerprint }) => fingerprint));
  const now = new Set(found.map(({ fingerprint }) => fingerprint));
  const about = new Set(asked);
  const over = findings.filter(
    ({ fingerprint, file }) => !now.has(fingerprint) && (about.has(file) || !existsSync(join(folder, file))),
  );
  return [
    ...found.map((each) => ({ ...each, known: known.has(each.fingerprint) })),
    ...over.map((entry) => unmatched(entry, name, text)),
  ];
}

/** Writes down what fails a check, and gives how much that is. Throws CommandFailure 3 where it cannot. */
export function writeBaseline(folder: string, name: string, found: readonly Found[], failOn: FailLevel): number {
  const findings = found
    .filter(({ weight }) => fails({ weight, known: false }, failOn))
    .map(({ fingerprint, about: file, rule, message }): BaselineEntry => ({ fingerprint, file, rule, message }));
  const baseline: Baseline = { kind: 'att-baseline', findings };
  try {
    writeFileSync(resolve(folder, name), `${JSON.stringify(baseline, null, 2)}\n`);
  } catch (error) {
    throw new CommandFailure(3, `cannot write ${name}: ${whyOf(error)}`, error);
  }
  return findings.length;
}

function unmatched({ fingerprint, file, rule, message }: BaselineEntry, name: string, text: string): Found {
  const before = text.slice(0, text.indexOf(fingerprint)).split('\n');
  const start = { line: before.length, column: before.at(-1)!.length + 1 };
  return {
    kind: 'baseline',
    rule: 'baseline-unmatched',
    weight: 'information',
    message: `${rule} in ${file} is no longer found (${message}): take the entry out`,
    about: name,
    at: { file: name, start, end: { line: start.line, column: start.column + fingerprint.length } },
    related: [],
    fixes: [],
    fingerprint,
    known: true,
    quiet: false,
  };
}

function textOf(folder: string, name: string): string {
  try {
    return readFileSync(resolve(folder, name), 'utf8');
  } catch (error) {
    throw new CommandFailure(3, `cannot read ${name}: ${whyOf(error)}`, error);
  }
}

function read(text: string, name: string): Baseline {
  try {
    const value = JSON.parse(text) as Partial<Baseline> | null;
    if (value?.kind === 'att-baseline' && Array.isArray(value.findings) && value.findings.every(isEntry))
      return value as Baseline;
  } catch {
    // Told below.
  }
  throw new CommandFailure(2, `${name} is no baseline: write one with att check --write-baseline ${name}`);
}

function isEntry(value: unknown): value is BaselineEntry {
  const entry = value as Partial<Record<string, unknown>> | null;
  return ['fingerprint', 'file', 'rule', 'message'].every((key) => typeof entry?.[key] === 'string');
}
