import type { Day } from '../../register/day.ts';
import type { Paper, PaperDetail } from '../resolve/policy.ts';
import type { CompiledCondition } from './compiled-condition.ts';
import type { CompileContext } from './context.ts';
import type { PaperItem } from './paper-items.ts';
import type { Timeline } from './timeline.ts';
import { compileCondition } from './compile-condition.ts';
import { allLastTo } from './lasting.ts';
import { itemName, itemsSeen } from './paper-items.ts';
import { UNKNOWN, YES } from './truth.ts';

export interface CompiledPaper {
  readonly name: string;
  readonly paper: Paper;
  readonly details: readonly CompiledDetail[];
  /** What it marks, row by row, asked of the day of a session. */
  readonly rows: readonly { readonly row: Paper['rows'][number]; readonly condition: CompiledCondition | undefined }[];
  /** What it includes, in the document's words, with whether that applies now and was seen. */
  readonly items: (timeline: Timeline, day: Day) => readonly PaperItem[];
  /** The last day up to which what it includes surely applies as on a day. */
  readonly lasts: (timeline: Timeline, day: Day) => Day;
}

export interface CompiledDetail {
  readonly detail: PaperDetail;
  readonly guard: CompiledCondition | undefined;
}

export function compilePaper(context: CompileContext, paper: Paper): CompiledPaper {
  const name = `${context.prefix}${paper.name}`;
  const marking = { ...context, marking: true };
  const details = paper.details.map((detail) => ({
    detail,
    guard: detail.guard && compileCondition(context, detail.guard),
  }));
  const checklist = details
    .filter(({ detail }) => detail.word === 'includes')
    .map(({ detail, guard }) => ({ guard, texts: detail.texts.map((words) => ({ words, key: itemName(words) })) }));
  const guards = checklist.flatMap(({ guard }) => (guard ? [guard] : []));
  return {
    name,
    paper,
    details,
    rows: paper.rows.map((row) => ({ row, condition: row.condition && compileCondition(marking, row.condition) })),
    lasts: (timeline, day) => allLastTo(guards, timeline, day),
    items: (timeline, day) => {
      if (checklist.length === 0) return [];
      const seen = itemsSeen(timeline, name, day);
      return checklist.flatMap(({ texts, guard }) => {
        const applies = guard?.holds(timeline, day) ?? YES;
        const needs = applies === UNKNOWN ? guard!.needs(timeline, day) : [];
        return texts.map(({ words, key }) => ({ words, applies, seen: seen.has(key), needs }));
      });
    },
  };
}
