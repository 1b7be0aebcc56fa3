import type { CodeTable } from '../../register/attendance-code.ts';
import type { Day } from '../../register/day.ts';
import type { PolicySet } from '../check/read-policies.ts';
import type { StandingFix, StandingRow } from '../compliance/standing.ts';
import type { Policy } from '../resolve/policy.ts';
import type { Rulebook } from '../rulebook/rulebook.ts';
import type { Source } from '../text/source.ts';
import { runExamples } from '../cases/examples.ts';
import { readPolicies } from '../check/read-policies.ts';
import { checkCompliance } from '../compliance/compliance.ts';
import { weightOf } from '../compliance/standing.ts';
import { formatPolicy } from '../format/format.ts';
import { applyEdits } from '../text/apply-edits.ts';
import { placeAt } from '../text/source.ts';

export interface CureOptions {
  readonly rulebook: Rulebook;
  readonly codes: CodeTable;
  /** The names of the files that may be changed. */
  readonly asked: ReadonlySet<string>;
  /** The day whose law a policy is to meet. */
  readonly dayOf: (policy: Policy) => Day;
}

/** A breach that was put right. */
export interface Cure {
  readonly file: string;
  /** Where it stood before anything was changed in the file by this cure. */
  readonly line: number;
  readonly policy: string;
  readonly provision: string;
  readonly title: string;
  /** What the policy still leaves unsaid of the provision, which is no breach; undefined where it is met. */
  readonly unsaid: string | undefined;
}

export interface BrokenExample {
  readonly file: string;
  readonly line: number;
  readonly title: string;
}

/** A breach that is left to a person. */
export interface LeftBreach {
  readonly file: string;
  readonly line: number;
  readonly policy: string;
  readonly provision: string;
  readonly why: string;
}

export interface CuredPolicies {
  /** All sources given, those that were changed with their new text. */
  readonly sources: readonly Source[];
  readonly cures: readonly Cure[];
  readonly left: readonly LeftBreach[];
  /** Examples that held before and no longer do: each is for a person to look at. */
  readonly brokenExamples: readonly BrokenExample[];
}

/**
 * Makes the fixes that are safe, one by one, each tried before it is kept: the provision is breached no more, nothing else
 * stands worse beside the law, in this policy or another, and every text still reads. A file that was laid out stays so.
 * What is done over again changes nothing.
 */
export function curePolicies(given: readonly Source[], options: CureOptions): CuredPolicies {
  let sources = given;
  const cures: Cure[] = [];
  const refused = new Map<string, string>();
  const first = judged(sources, options);
  let before = first;
  for (;;) {
    const next = before.breaches.find((each) => each.fix && !refused.has(keyOf(each)));
    if (!next) break;
    const edited = withFix(sources, next.fix!);
    const after = judged(edited, options);
    const why = worse(before, after, next);
    if (why !== undefined) {
      refused.set(keyOf(next), why);
      continue;
    }
    const { standing, why: unsaid } = after.rows.get(rowKey(next))!;
    cures.push({ ...placeOf(next), title: next.fix!.title, unsaid: standing === 'silent' ? unsaid : undefined });
    sources = edited;
    before = after;
  }
  return { sources, cures, left: leftOf(before, refused), brokenExamples: brokenBetween(first, before, options) };
}

interface Breach {
  readonly policy: Policy;
  readonly row: StandingRow;
  readonly fix: StandingFix | undefined;
}

interface Judged {
  readonly set: PolicySet;
  readonly rows: ReadonlyMap<string, StandingRow>;
  readonly breaches: readonly Breach[];
}

function judged(sources: readonly Source[], { rulebook, asked, dayOf }: CureOptions): Judged {
  const set = readPolicies(sources, { rulebook });
  const judgedRows = [...set.policies.values()].flatMap((policy) =>
    checkCompliance(policy, rulebook, dayOf(policy)).map((row) => ({ policy, row })),
  );
  const breaches = judgedRows
    .filter(({ policy, row }) => asked.has(policy.source.name) && isWrong(row))
    .map(({ policy, row }) => ({ policy, row, fix: row.fixes.find((fix) => fix.safe && isWithin(fix, asked)) }));
  return { set, breaches, rows: new Map(judgedRows.map((each) => [rowKey(each), each.row])) };
}

function isWrong({ standing, departure }: StandingRow): boolean {
  return standing === 'contradicts itself' || (standing === 'breaches' && (!departure || departure.lapsed));
}

function isWithin({ edits }: StandingFix, asked: ReadonlySet<string>): boolean {
  return edits.every(({ file }) => asked.has(file));
}

function withFix(sources: readonly Source[], { edits }: StandingFix): readonly Source[] {
  return sources.map((source) => {
    const own = edits.filter(({ file }) => file === source.name);
    if (own.length === 0) return source;
    const edited = { name: source.name, text: applyEdits(source.text, own) };
    return formatPolicy(source) === source.text ? { ...edited, text: formatPolicy(edited) } : edited;
  });
}

/** Why a fix is not kept; undefined where it cures and harms nothing. */
function worse(before: Judged, after: Judged, breach: Breach): string | undefined {
  const errors = ({ set }: Judged): readonly string[] =>
    set.diagnostics.filter(({ severity }) => severity === 'error').map(({ message }) => message);
  const known = errors(before);
  const unread = errors(after).find((message) => !known.includes(message));
  if (unread !== undefined) return `the text would not read: ${unread}`;
  const now = after.rows.get(rowKey(breach));
  if (!now || isWrong(now)) return 'the edit alone would not cure it';
  for (const [key, was] of before.rows) {
    const is = after.rows.get(key);
    if (is && harm(is) > harm(was)) return `the edit would put ${is.provision} wrong in ${is.policy}`;
  }
  return undefined;
}

/** How bad a standing is: a breach by its weight, then what says less than it did. */
function harm(row: StandingRow): number {
  if (isWrong(row)) return weightOf(row) === 'error' ? 3 : 2;
  return row.standing === 'silent' ? 1 : 0;
}

/** Of the policies that read otherwise than before. */
function brokenBetween(before: Judged, after: Judged, { codes, asked }: CureOptions): readonly BrokenExample[] {
  return [...after.set.policies].flatMap(([id, policy]) => {
    const was = before.set.policies.get(id);
    if (!was || was === policy || !asked.has(policy.source.name)) return [];
    const failing = failingIn(policy, codes);
    const known = failing.length === 0 ? [] : failingIn(was, codes).map(({ title }) => title);
    return failing.filter(({ title }) => !known.includes(title));
  });
}

function failingIn(policy: Policy, codes: CodeTable): readonly BrokenExample[] {
  return runExamples(policy, codes)
    .filter(({ failures }) => failures.length > 0)
    .map(({ example: { title, place } }) => ({
      file: policy.source.name,
      line: placeAt(policy.source, place.span.start).line,
      title,
    }));
}

function rowKey({ policy, row }: Pick<Breach, 'policy' | 'row'>): string {
  return `${policy.id} ${row.provision}`;
}

function placeOf({ policy, row }: Breach): Pick<Cure, 'file' | 'line' | 'policy' | 'provision'> {
  const place = row.place ?? policy.place;
  return {
    file: place.source.name,
    line: placeAt(place.source, place.span.start).line,
    policy: policy.id,
    provision: row.provision,
  };
}

function leftOf({ breaches }: Judged, refused: ReadonlyMap<string, string>): readonly LeftBreach[] {
  return breaches.map((breach) => ({
    ...placeOf(breach),
    why: refused.get(keyOf(breach)) ?? whyNot(breach),
  }));
}

function whyNot({ policy, row: { place, fixes } }: Breach): string {
  if (place && place.policy !== policy.id) return `the clause is ${place.policy}’s`;
  return fixes.some(({ id }) => id === 'change-value')
    ? 'the edit would reach into another file'
    : 'no single edit puts it right';
}

function keyOf({ policy, row, fix }: Breach): string {
  return `${policy.id} ${row.provision} ${fix?.title ?? ''}`;
}
