import { hash } from 'node:crypto';
import { lineText, weightOf } from '../../dsl/index.ts';
import type { Diagnostic, PolicyClause } from '../../dsl/index.ts';
import type { LetterProblem } from '../../letters/letter-problem.ts';
import { toldPlace } from '../standing-row.ts';
import type { ShownRow } from '../standing-row.ts';
import type { CheckedFiles } from './check-files.ts';
import type { Found, FoundPlace, RelatedFound } from './found.ts';
import { isTold } from './outcome.ts';
import type { JudgedDay } from './outcome.ts';
import { lineOf, rangeOf } from './range.ts';
import type { PolicyReport } from './report.ts';

type Unmarked = Omit<Found, 'fingerprint' | 'known'> & { readonly same: readonly string[] };

interface Lookups {
  readonly clausePlace: (clause: PolicyClause) => FoundPlace | undefined;
  readonly fixesOf: (row: ShownRow) => Found['fixes'];
}

/** Everything that a check has to say, by file and then by policy, each with a fingerprint of its own. */
export function findAll(
  checked: CheckedFiles,
  diagnostics: readonly Diagnostic[],
  templates: readonly LetterProblem[],
  policies: readonly PolicyReport[],
): readonly Found[] {
  const declared = new Map(checked.policies.map(({ source, policy }) => [policy.id, { source, policy }]));
  const clausePlace = ({ policy, line }: PolicyClause): FoundPlace | undefined => {
    const source = declared.get(policy)?.source;
    return source && lineOf(source, line);
  };
  const named = new Map(checked.files.map(({ source }) => [source.name, source]));
  const fixesOf = ({ fixes }: ShownRow): Found['fixes'] =>
    fixes.map(({ id, title, edits }) => ({
      id,
      title,
      edits: edits.map(({ file, span, text }) => ({ at: rangeOf(named.get(file)!, span), text })),
    }));
  const standings = policies.flatMap(({ id, judged }) => {
    const { source, policy } = declared.get(id)!;
    const unsaid = rangeOf(source, policy.declared.span);
    const own = new Map(judged.slice(0, 1).flatMap(({ rows }) => rows.map((row) => [row.provision, row])));
    return judged.flatMap((day) =>
      day.rows
        .filter((row) => day.by !== 'today' || isNews(own.get(row.provision), row))
        .filter((row) => !restsOnMistake(row, diagnostics))
        .flatMap((row) => ofStanding(row, day, unsaid, { clausePlace, fixesOf })),
    );
  });
  return marked([...diagnostics.map(ofDiagnostic), ...templates.map(ofTemplate), ...standings]);
}

/** Whether today’s law says of the policy what that of its own day did not: a graver standing, another one, another value. */
function isNews(was: ShownRow | undefined, is: ShownRow): boolean {
  return was?.standing !== is.standing || was.value !== is.value || weightOf(was) !== weightOf(is);
}

/** A clause that does not read as it stands is told as that: what it seems to breach has the same cause. */
function restsOnMistake({ place }: ShownRow, diagnostics: readonly Diagnostic[]): boolean {
  if (!place) return false;
  return diagnostics.some(
    ({ severity, source, span }) =>
      severity === 'error' && source === place.source && place.span.start <= span.start && span.end <= place.span.end,
  );
}

function ofDiagnostic({ code, severity, message, source, span, related, fixes }: Diagnostic): Unmarked {
  const at = rangeOf(source, span);
  return {
    kind: 'diagnostic',
    rule: code,
    weight: severity,
    message,
    about: source.name,
    at,
    related: related.map((each) => ({ message: each.message, at: rangeOf(each.source, each.span) })),
    fixes: fixes.map(({ title, edits }) => ({
      title,
      edits: edits.map((edit) => ({ at: rangeOf(source, edit.span), text: edit.text })),
    })),
    quiet: false,
    same: [source.name, source.text.slice(span.start, span.end), lineText(source, at.start.line)],
  };
}

function ofTemplate({ source: file, line, column, message }: LetterProblem): Unmarked {
  const at = { file, start: { line, column }, end: { line, column } };
  const empty = { related: [], fixes: [], quiet: false };
  return {
    kind: 'template',
    rule: 'letter-template',
    weight: 'error',
    message,
    about: file,
    at,
    ...empty,
    same: [file, message],
  };
}

/**
 * A breach, a contradiction or a silence; nothing of a row that asks for nothing. What the law of today says of a text that
 * was written before it weighs as a warning at most: the text was not wrong on its own day.
 */
function ofStanding(
  row: ShownRow,
  { day, by }: JudgedDay<unknown>,
  unsaid: FoundPlace,
  { clausePlace, fixesOf }: Lookups,
): readonly Unmarked[] {
  if (!['breaches', 'contradicts itself', 'silent'].includes(row.standing)) return [];
  const full = weightOf(row);
  const told = toldPlace(row);
  const weight = by === 'today' && full === 'error' ? 'warning' : full;
  const related = row.beside.flatMap(({ clause, policyText, why }): readonly RelatedFound[] => {
    const at = clause ? clausePlace(clause) : undefined;
    return at ? [{ message: [policyText, why].filter((each) => each !== null && each !== '').join(': '), at }] : [];
  });
  return [
    {
      kind: 'standing',
      rule: row.provision,
      weight,
      message: row.why,
      about: unsaid.file,
      at: told ? rangeOf(told.source, told.span) : unsaid,
      related,
      fixes: fixesOf(row),
      quiet: !isTold(row),
      row,
      policy: row.policy,
      asAt: day,
      by,
      same: [row.policy, row.standing, row.level, row.value, row.policyText ?? ''],
    },
  ];
}

/**
 * What is the same twice is told apart by its place in the order. Fingerprints are worked out where one is asked for: most
 * checks ask for none.
 */
function marked(all: readonly Unmarked[]): readonly Found[] {
  let fingerprints: readonly string[] | undefined;
  return all.map((each, index) => {
    const { same: _, ...rest } = each;
    return {
      ...rest,
      known: false,
      get fingerprint() {
        return (fingerprints ??= fingerprintsOf(all))[index]!;
      },
    };
  });
}

function fingerprintsOf(all: readonly Unmarked[]): readonly string[] {
  const seen = new Map<string, number>();
  return all.map(({ kind, rule, same }) => {
    const words = [kind, rule, ...same].map((part) => part.replace(/\s+/g, ' ').trim());
    const key = words.map((part) => `${part.length}:${part}`).join('');
    const again = seen.get(key) ?? 0;
    seen.set(key, again + 1);
    return hash('sha256', again === 0 ? key : `${key}#${again}`).slice(0, 32);
  });
}
