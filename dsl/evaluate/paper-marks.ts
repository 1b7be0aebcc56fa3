import type { CodeTable, StatisticalMeaning } from '../../register/attendance-code.ts';
import type { CaseEntry } from '../../register/case-log.ts';
import type { Day } from '../../register/day.ts';
import type { HalfDay } from '../../register/session.ts';
import type { CompiledPolicy } from '../compile/compiled-policy.ts';
import type { PupilCase } from '../compile/timeline.ts';
import type { Entered } from '../resolve/policy.ts';
import type { Clause, Need } from './finding.ts';
import { codeOn } from '../../register/attendance-code.ts';
import { clauseOf } from '../compile/context.ts';
import { distinct } from '../compile/needs.ts';
import { timeline } from '../compile/timeline.ts';
import type { Truth as TruthName } from '../compile/needs.ts';
import { NO, truthName, UNKNOWN, YES } from '../compile/truth.ts';

/** What the rows of a leave or a reason come to for a session, and the row that decides. */
export type PaperMark =
  | {
      readonly kind: 'code';
      readonly code: string;
      /** What the code counts as on the day of the session; null where the set of that day has no such letter. */
      readonly meaning: StatisticalMeaning | null;
      /** Whether the absence is authorised; null where the mark is no absence. */
      readonly authorised: boolean | null;
      readonly clause: Clause;
    }
  | {
      readonly kind: 'class';
      readonly class: 'present' | 'late' | 'authorised' | 'unauthorised';
      readonly authorised: boolean | null;
      readonly clause: Clause;
    }
  | { readonly kind: 'undetermined'; readonly needs: readonly Need[] };

/**
 * What the rows of a leave or a reason would mark a session as, by what is logged as at a day: the first true row; where
 * a row cannot be told, its mark only if every row still possible gives the same. Counts always use the register: this
 * never recodes. What was logged of one half of that day says nothing of the other. Undefined where no such paper has rows.
 */
export function paperMark(
  compiled: CompiledPolicy,
  about: PupilCase,
  paperName: string,
  asAt: Day,
  session: Day = asAt,
  half?: HalfDay,
): PaperMark | undefined {
  const layer = compiled.layers.find((each) => each.papers.some((paper) => paper.name === paperName));
  const found = layer?.papers.find((paper) => paper.name === paperName);
  if (!found || found.rows.length === 0) return undefined;
  const { paper } = found;
  const log = { entries: about.log.entries.filter((entry) => !isOfOtherHalf(entry, session, half)) };
  const days = timeline({ ...about, log }, asAt, compiled.classes);
  const possible: { readonly enters: Entered; readonly clause: Clause }[] = [];
  const needs: Need[] = [];
  for (const { row, condition } of found.rows) {
    // `may mark` is an option that people have, not what the policy marks.
    if (row.may) continue;
    const holds = condition?.holds(days, session) ?? YES;
    if (holds === NO) continue;
    possible.push({ enters: row.enters, clause: clauseOf(row.place, layer!.prefix) });
    if (holds === YES) break;
    needs.push(...condition!.needs(days, session));
  }
  const [first] = possible;
  const clause = first?.clause ?? clauseOf(paper.place, layer!.prefix);
  const notStated = { kind: 'not stated' as const, what: `the mark of ${paper.title}`, clause };
  if (!first) return { kind: 'undetermined', needs: [notStated] };
  const same = new Set(possible.map(({ enters }) => JSON.stringify({ ...enters, span: undefined }))).size === 1;
  if (!same) return { kind: 'undetermined', needs: distinct(needs) };
  const { enters } = first;
  if (enters.kind === 'code') return { kind: 'code', ...decided(about.register.codes, enters.code, session), clause };
  if (enters.kind === 'class') return { kind: 'class', class: enters.class, authorised: ofClass(enters.class), clause };
  return { kind: 'undetermined', needs: [notStated] };
}

/** What a row leaves to people: `may mark`. */
export interface MarkOption {
  readonly enters: Entered;
  readonly holds: TruthName;
  readonly needs: readonly Need[];
  readonly clause: Clause;
}

/** The marks that rows of a leave or a reason leave to people, for a session: each with whether it is open to them. */
export function markOptions(
  compiled: CompiledPolicy,
  about: PupilCase,
  paperName: string,
  asAt: Day,
  session: Day = asAt,
): readonly MarkOption[] {
  const layer = compiled.layers.find((each) => each.papers.some((paper) => paper.name === paperName));
  const found = layer?.papers.find((paper) => paper.name === paperName);
  const days = timeline(about, asAt, compiled.classes);
  return (found?.rows ?? []).flatMap(({ row, condition }) => {
    if (!row.may) return [];
    const holds = condition?.holds(days, session) ?? YES;
    const needs = holds === UNKNOWN ? condition!.needs(days, session) : [];
    return [{ enters: row.enters, holds: truthName(holds), needs, clause: clauseOf(row.place, layer!.prefix) }];
  });
}

/** A pupil back in the afternoon was not back in the morning. That the other half was missed is part of the absence. */
function isOfOtherHalf(entry: CaseEntry, session: Day, half: HalfDay | undefined): boolean {
  if (entry.kind !== 'act' || entry.name === 'absence' || entry.day !== session) return false;
  return half !== undefined && entry.half !== undefined && entry.half !== half;
}

/** By the table of codes on the day of the session. */
function decided(codes: CodeTable, code: string, day: Day) {
  const meaning = codeOn(codes, code, day)?.meaning ?? null;
  const authorised = meaning === 'authorised absence' ? true : meaning === 'unauthorised absence' ? false : null;
  return { code, meaning, authorised };
}

function ofClass(entered: string): boolean | null {
  return entered === 'authorised' ? true : entered === 'unauthorised' ? false : null;
}
