import type { Named } from './check-rulebook.ts';
import type { Misfit, Path } from './misfit.ts';
import type { CodeChangesRow, RulebookFile } from './rulebook-file.ts';
import { dayBefore, overlap } from './row-dates.ts';

/** Old codes stand in the set of the day before, new ones in the set of the day; what is not by a person has one successor. */
export function checkCodeChanges(file: RulebookFile, codes: readonly Named[]): readonly Misfit[] {
  return file.codeChanges.flatMap((row, index) => changesOf(row, codes, ['codeChanges', index]));
}

function changesOf(row: CodeChangesRow, codes: readonly Named[], path: Path): Misfit[] {
  const before = dayBefore(row.on);
  const onDay = (code: string, day: string): boolean =>
    codes.some((entry) => entry.name === code && overlap(entry.row, { from: day, to: day }));
  const missing = (code: string, day: string, at: Path): Misfit[] =>
    onDay(code, day) ? [] : [{ path: at, reason: `code ${code} is not in force on ${day}` }];
  return [
    ...row.added.flatMap((code) => missing(code, row.on, [...path, 'added'])),
    ...row.added
      .filter((code) => onDay(code, before))
      .map((code) => ({
        path: [...path, 'added'],
        reason: `code ${code} is no addition: it was in force on ${before}`,
      })),
    ...row.changes.flatMap((change, index): Misfit[] => {
      const at = [...path, 'changes', index];
      return [
        ...missing(change.code, before, at),
        ...change.to.flatMap((code) => missing(code, row.on, [...at, 'to'])),
        ...(change.byPerson === undefined && (change.to.length > 1 || change.orElse !== undefined)
          ? [{ path: at, reason: `code ${change.code} becomes one of several codes: byPerson is missing` }]
          : []),
      ];
    }),
  ];
}
