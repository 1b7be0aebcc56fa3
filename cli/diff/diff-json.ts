import type { ClauseChange, PolicyChange } from '../../dsl/index.ts';
import { formatIsoDay } from '../../register/day.ts';
import type { DiffReport } from './diff-report.ts';
import { countsOf } from './diff-report.ts';

/** A comparison for a program. Its fields are these: nothing else of the values goes out. */
export function diffJson(report: DiffReport): unknown {
  return {
    kind: 'diff',
    old: report.names.was,
    new: report.names.is,
    today: formatIsoDay(report.today),
    compared: report.compared,
    counts: countsOf(report),
    policies: report.policies.map(policyJson),
  };
}

function policyJson({ id, title, kind, before, after, changes, standing, remarks }: PolicyChange): unknown {
  return {
    policy: id,
    title,
    kind,
    before,
    after,
    remarks,
    changes: changes.map((change) => ({
      clause: change.clause,
      title: change.title,
      sort: change.sort,
      kind: change.kind,
      change: change.way,
      for: change.who,
      effects: change.effects.map(({ way, who, words, witnesses }) => ({ change: way, for: who, words, witnesses })),
      before: writtenJson(change.before),
      after: writtenJson(change.after),
    })),
    standing: standing.flatMap(({ day, moves }) =>
      moves.map(({ provision, was, is }) => ({
        asAt: formatIsoDay(day),
        provision,
        was: was?.standing ?? null,
        is: is?.standing ?? null,
        departure: is?.departure !== undefined,
        why: is?.why ?? null,
        clause: is?.clause ?? null,
        provisionText: (is ?? was)!.provisionText,
        level: (is ?? was)!.level,
        citation: (is ?? was)!.citation,
      })),
    ),
  };
}

function writtenJson(written: ClauseChange['before']): unknown {
  return written && { words: written.words, file: written.place.source.name, line: written.line };
}
