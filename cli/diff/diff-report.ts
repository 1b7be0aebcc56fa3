import { weightOf } from '../../dsl/index.ts';
import type { ClauseChange, PolicyChange, StandingMove } from '../../dsl/index.ts';
import type { Day } from '../../register/day.ts';
import type { DiffFailLevel } from '../flags.ts';

/** What two versions of policies differ in: only those policies in which something does. */
export interface DiffReport {
  readonly names: { readonly was: string; readonly is: string };
  readonly today: Day;
  readonly compared: number;
  readonly policies: readonly PolicyChange[];
}

export interface DiffCounts {
  readonly tighter: number;
  readonly looser: number;
  readonly neither: number;
  readonly reworded: number;
  readonly addedPolicies: number;
  readonly removedPolicies: number;
  /** Provisions that are breached and were not, and the other way round, on any of the days; each counted once. */
  readonly newlyBreached: number;
  readonly putRight: number;
  /** Provisions of which the standing moved in any way. */
  readonly moved: number;
}

export function countsOf({ policies }: DiffReport): DiffCounts {
  const changes = policies.flatMap((each) => each.changes);
  const count = (way: ClauseChange['way']): number => changes.filter((each) => each.way === way).length;
  const moves = policies.flatMap(({ id, standing }) =>
    standing.flatMap((day) => day.moves.map((move) => ({ key: `${id} ${move.provision}`, move }))),
  );
  const distinct = (which: (move: StandingMove) => boolean): number =>
    new Set(moves.filter(({ move }) => which(move)).map(({ key }) => key)).size;
  return {
    tighter: count('tighter'),
    looser: count('looser'),
    neither: count('neither'),
    reworded: count('reworded'),
    addedPolicies: policies.filter(({ kind }) => kind === 'added').length,
    removedPolicies: policies.filter(({ kind }) => kind === 'removed').length,
    newlyBreached: distinct(isNewBreach),
    putRight: distinct(
      ({ was, is }) => was?.standing === 'breaches' && (is?.standing === 'meets' || is?.standing === 'not applicable'),
    ),
    moved: distinct(() => true),
  };
}

/** A breach that weighs as an error, where there was none that did. */
export function isNewBreach({ was, is }: StandingMove): boolean {
  const breaks = (row: StandingMove['is']): boolean => row?.standing === 'breaches' && weightOf(row) === 'error';
  return breaks(is) && !breaks(was);
}

export function diffFails(report: DiffReport, level: DiffFailLevel): boolean {
  const counts = countsOf(report);
  switch (level) {
    case 'any':
      return meaningChanges(counts) + counts.moved > 0;
    case 'looser':
      return report.policies.some(({ changes }) =>
        changes.some(({ effects }) => effects.some(({ way }) => way === 'looser')),
      );
    case 'breaches':
      return counts.newlyBreached > 0;
    case 'never':
      return false;
  }
}

export function meaningChanges({ tighter, looser, neither, addedPolicies, removedPolicies }: DiffCounts): number {
  return tighter + looser + neither + addedPolicies + removedPolicies;
}

/** `3 changes of meaning (1 tighter, 2 looser), 1 reworded only, 2 standings`. */
export function countWords(counts: DiffCounts): string {
  const changed = meaningChanges(counts);
  const others = Math.max(0, counts.moved - counts.newlyBreached - counts.putRight);
  const ways = [
    part(counts.tighter, 'tighter'),
    part(counts.looser, 'looser'),
    part(counts.neither, 'neither'),
    part(counts.addedPolicies, counts.addedPolicies === 1 ? 'policy added' : 'policies added'),
    part(counts.removedPolicies, counts.removedPolicies === 1 ? 'policy removed' : 'policies removed'),
  ].flat();
  return [
    changed === 0
      ? 'no change of meaning'
      : `${changed} ${changed === 1 ? 'change' : 'changes'} of meaning (${ways.join(', ')})`,
    ...part(counts.reworded, 'reworded only'),
    ...part(
      counts.newlyBreached,
      counts.newlyBreached === 1 ? 'provision newly breached' : 'provisions newly breached',
    ),
    ...part(counts.putRight, counts.putRight === 1 ? 'breach put right' : 'breaches put right'),
    ...part(others, others === 1 ? 'other standing changed' : 'other standings changed'),
  ].join(', ');
}

function part(number: number, words: string): readonly string[] {
  return number === 0 ? [] : [`${number} ${words}`];
}

/** `tighter for pupils and families`, `reworded only`. */
export function wayWords({ way, who }: Pick<ClauseChange, 'way' | 'who'>): string {
  if (way === 'reworded') return 'reworded only';
  return who.length === 0 ? way : `${way} for ${who.join(' and ')}`;
}

export function standingWords(row: StandingMove['was']): string {
  if (row === null) return 'not there';
  return row.departure && !row.departure.lapsed ? `${row.standing}, as recorded in a departure` : row.standing;
}
