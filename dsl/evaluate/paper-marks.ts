import type { Day } from '../../register/day.ts';
import type { CompiledPolicy } from '../compile/compiled-policy.ts';
import type { PupilCase } from '../compile/timeline.ts';
import type { Entered } from '../resolve/policy.ts';
import type { ArrivalMark } from './describe.ts';
import { compileCondition } from '../compile/compile-condition.ts';
import { clauseOf } from '../compile/context.ts';
import { distinct } from '../compile/needs.ts';
import { timeline } from '../compile/timeline.ts';
import { NO, YES } from '../compile/truth.ts';

/**
 * What the rows of a leave or a reason would mark, as at a day: the first true row; where a row cannot be told, its
 * mark only if every row still possible gives the same. Counts always use the register: this never recodes.
 */
export function paperMark(
  compiled: CompiledPolicy,
  about: PupilCase,
  paperName: string,
  asAt: Day,
): ArrivalMark | undefined {
  const layer = compiled.layers.find((each) =>
    each.policy.papers.some((paper) => `${each.prefix}${paper.name}` === paperName),
  );
  const paper = layer?.policy.papers.find((each) => `${layer.prefix}${each.name}` === paperName);
  if (!paper || paper.rows.length === 0) return undefined;
  const days = timeline(about, asAt, compiled.classes);
  const possible: { readonly enters: Entered; readonly clause: ReturnType<typeof clauseOf> }[] = [];
  const needs = [];
  for (const row of paper.rows) {
    // `may mark` is an option that people have, not what the policy marks.
    if (row.may) continue;
    const condition = row.condition && compileCondition(layer!.context, row.condition);
    const holds = condition?.holds(days, asAt) ?? YES;
    if (holds === NO) continue;
    possible.push({ enters: row.enters, clause: clauseOf(row.place) });
    if (holds === YES) break;
    needs.push(...condition!.needs(days, asAt));
  }
  const [first] = possible;
  const clause = first?.clause ?? clauseOf(paper.place);
  const notStated = { kind: 'not stated' as const, what: `the mark of ${paper.title}`, clause };
  if (!first) return { kind: 'undetermined', needs: [notStated] };
  const same = new Set(possible.map(({ enters }) => JSON.stringify({ ...enters, span: undefined }))).size === 1;
  if (!same) return { kind: 'undetermined', needs: distinct(needs) };
  const { enters } = first;
  if (enters.kind === 'code') return { kind: 'code', code: enters.code, clause };
  if (enters.kind === 'class') return { kind: 'class', class: enters.class, clause };
  return { kind: 'undetermined', needs: [notStated] };
}
