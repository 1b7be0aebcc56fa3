import { formatIsoDay } from '../../register/day.ts';
import type { Found, FoundPlace } from '../check/found.ts';
import { fails } from '../check/found.ts';
import type { CheckReport } from '../check/report.ts';

/** A check for a program: its shape is test/schemas/check.schema.json. */
export function printJsonReport({ policies, templates, found, failOn }: CheckReport): string {
  const byRow = new Map(found.flatMap((each) => (each.row ? [[each.row, each] as const] : [])));
  const report = {
    kind: 'check',
    failOn,
    failed: found.some((each) => fails(each, failOn)),
    policies: policies.map(({ id, title, source, judged }) => ({
      id,
      title,
      file: source.name,
      judged: judged.map(({ day, by, counts, silent, changes, remarks }) => ({
        asAt: formatIsoDay(day),
        because: by,
        counts,
        silent,
        changes: changes.map(({ provision, was, is, because }) => ({ provision, was, is, because })),
        remarks,
      })),
    })),
    diagnostics: found
      .filter(({ kind }) => kind === 'diagnostic')
      .map((each) => ({
        code: each.rule,
        severity: each.weight,
        message: each.message,
        ...placed(each),
        ...marks(each),
      })),
    templates: found
      .filter(({ kind }) => kind === 'template')
      .map((each, index) => ({ ...templates[index], ...marks(each) })),
    standings: policies.flatMap(({ judged }) =>
      judged.flatMap(({ day, by, rows }) =>
        rows.map((row) => {
          const told = byRow.get(row);
          const { place: _, ...rest } = row;
          return {
            ...rest,
            asAt: formatIsoDay(day),
            because: by,
            severity: told?.weight ?? null,
            place: told ? range(told.at) : null,
            fixes: told ? fixesJson(told) : [],
            fingerprint: told?.fingerprint ?? null,
            known: told?.known ?? false,
          };
        }),
      ),
    ),
    baseline: {
      known: found.filter(({ known, kind }) => known && kind !== 'baseline').length,
      unmatched: found
        .filter(({ kind }) => kind === 'baseline')
        .map((each) => ({ message: each.message, ...range(each.at) })),
    },
  };
  return `${JSON.stringify(report, null, 2)}\n`;
}

function placed(found: Found): object {
  return {
    ...range(found.at),
    related: found.related.map(({ message, at }) => ({ message, ...range(at) })),
    fixes: fixesJson(found),
  };
}

function marks({ fingerprint, known }: Found): object {
  return { fingerprint, known };
}

function fixesJson({ fixes }: Found): readonly object[] {
  return fixes.map(({ id, title, edits }) => ({
    id: id ?? null,
    title,
    edits: edits.map(({ at, text }) => ({ ...range(at), text })),
  }));
}

function range({ file, start, end }: FoundPlace): object {
  return { file, start, end };
}
