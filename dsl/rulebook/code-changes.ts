import type { Day } from '../../register/day.ts';
import type { CodeChange, CodeChanges, Rulebook } from './rulebook.ts';
import { codeOn } from '../../register/attendance-code.ts';
import { addDays } from '../../register/day.ts';

/** What an entry of one day is called in the set of codes of another, later day. */
export type Successors =
  /** The same letter, for the same thing. */
  | { readonly kind: 'kept'; readonly code: string }
  /** It follows from the code alone; `change` says how letter or class differ. */
  | { readonly kind: 'one'; readonly code: string; readonly change: CodeChange; readonly by: CodeChanges }
  /** A person must say which of these it is, or that it is something else besides. */
  | {
      readonly kind: 'by a person';
      readonly codes: readonly string[];
      readonly orElse: string | undefined;
      readonly question: string;
      readonly change: CodeChange;
      readonly by: CodeChanges;
    };

/**
 * What an entry made with this code before a change of the codes is called on a day after it: of a code in force on the day
 * before the last change up to `day`. Undefined where no such set has the letter. On a day before every change a code in
 * force is kept.
 */
export function successorsOf(rulebook: Rulebook, code: string, day: Day): Successors | undefined {
  const by = rulebook.codeChanges.findLast(({ on }) => on <= day);
  const table = { codes: rulebook.codes };
  if (by === undefined) return codeOn(table, code, day) && { kind: 'kept', code };
  const change = by.changes.find((each) => each.code === code);
  if (change === undefined) {
    const held = codeOn(table, code, addDays(by.on, -1)) && codeOn(table, code, day);
    return held && { kind: 'kept', code };
  }
  const { to, orElse, byPerson } = change;
  if (byPerson === undefined) return { kind: 'one', code: to[0]!, change, by };
  return { kind: 'by a person', codes: to, orElse, question: byPerson, change, by };
}

/** The codes of the set before a change that may have become this one: `Q` of `Y`; of a code that was added to nothing, none. */
export function predecessorsOf(rulebook: Rulebook, code: string, day: Day): readonly string[] {
  const by = rulebook.codeChanges.findLast(({ on }) => on <= day);
  if (by === undefined) return [];
  const changed = by.changes.filter(({ to }) => to.includes(code)).map((change) => change.code);
  return successorsOf(rulebook, code, day)?.kind === 'kept' ? [code, ...changed] : changed;
}
