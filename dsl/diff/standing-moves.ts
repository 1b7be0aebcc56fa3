import type { Day } from '../../register/day.ts';
import type { StandingRow } from '../compliance/standing.ts';
import type { Policy } from '../resolve/policy.ts';
import type { Rulebook } from '../rulebook/rulebook.ts';
import type { StandingDay, StandingMove } from './change.ts';
import { checkCompliance } from '../compliance/compliance.ts';
import { weightOf } from '../compliance/standing.ts';

/**
 * Each provision beside which a policy stands otherwise than before, on the new policy’s own first day in force and today. Of a
 * policy that was not there before: what it breaches, and where it contradicts itself.
 */
export function standingMoves(
  before: Policy | undefined,
  after: Policy,
  rulebook: Rulebook,
  today: Day,
): readonly StandingDay[] {
  const days = new Set([after.inForce.from ?? today, today]);
  return [...days].flatMap((day) => {
    const was = before && rowsBy(checkCompliance(before, rulebook, day));
    const moves = checkCompliance(after, rulebook, day).flatMap((is): readonly StandingMove[] => {
      const old = was?.get(is.provision) ?? null;
      const moved = old ? old.standing !== is.standing || weightOf(old) !== weightOf(is) : wrong.has(is.standing);
      return moved ? [{ provision: is.provision, was: old, is }] : [];
    });
    return moves.length === 0 ? [] : [{ day, moves }];
  });
}

const wrong: ReadonlySet<StandingRow['standing']> = new Set(['breaches', 'contradicts itself']);

function rowsBy(rows: readonly StandingRow[]): ReadonlyMap<string, StandingRow> {
  return new Map(rows.map((row) => [row.provision, row]));
}
