import type { FileImport } from '../bot/store/import-file.ts';
import type { ImportProblem } from '../register/import/import-problem.ts';
import type { Context } from './context.ts';

const head: Readonly<Record<FileImport['kind'], string>> = {
  imported: 'imported',
  rehearsed: 'would be imported; nothing was changed',
  refused: 'was refused; nothing of it was taken',
};

/** What became of a file: what changed, then what did not read, row by row. */
export function printImport({ out }: Context, file: string, { kind, report, outcome }: FileImport): void {
  const { counts } = report;
  const changes: readonly (readonly [number, string, string])[] = [
    [outcome.pupilsAdded, 'pupil added', 'pupils added'],
    [outcome.pupilsChanged, 'pupil changed', 'pupils changed'],
    [outcome.added, 'mark added', 'marks added'],
    [outcome.amended, 'mark amended', 'marks amended'],
    [outcome.unchanged, 'mark unchanged', 'marks unchanged'],
    [outcome.adultsChanged, 'adult added, changed or removed', 'adults added, changed or removed'],
    [outcome.factsChanged, 'fact changed', 'facts changed'],
    [outcome.recorded, 'entry recorded', 'entries recorded'],
    [counts.notTaken, 'session not taken', 'sessions not taken'],
    [counts.notCounted, 'mark kept and not counted', 'marks kept and not counted'],
    [outcome.quarantined, 'code set aside', 'codes set aside'],
    [counts.disagreements, 'disagreement', 'disagreements'],
    [counts.unreadableRows, 'row not read', 'rows not read'],
  ];
  const changed = changes
    .filter(([count]) => count > 0)
    .map(([count, one, many]) => `  ${count.toLocaleString('en-GB')} ${count === 1 ? one : many}`);
  const lines = [
    `${file} ${head[kind]}`,
    ...(kind === 'refused' ? [] : changed),
    ...report.problems.map(problemLine),
    ...(report.unlisted === 0 ? [] : [`  and ${report.unlisted.toLocaleString('en-GB')} more`]),
  ];
  out(`${lines.join('\n')}\n`);
}

function problemLine({ row, column, found, expected, done, more }: ImportProblem): string {
  const place = [row === null ? '' : `row ${row}`, column === null ? '' : `“${column}”`]
    .filter((part) => part !== '')
    .join(', ');
  const others = more === 0 ? '' : ` (and ${more} more like it)`;
  return `  ${place === '' ? '' : `${place}: `}found ${found}; expected ${expected}; ${done}${others}`;
}
