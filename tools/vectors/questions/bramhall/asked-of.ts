import type { Act } from '../../../../register/case-log.ts';
import type { Day } from '../../../../register/day.ts';
import type { Asked } from '../../asked.ts';
import { asked } from '../../asked.ts';

export type Answer = Readonly<Record<string, unknown>>;

/** The same case as at another day. */
export function asAtDay(of: Asked, asAt: Day): Asked {
  return asked({ ...of, asAt, time: undefined });
}

/** The same case with one more thing done, unless the log has it already. */
export function withAct(of: Asked, name: string, done: string, day: Day, more: Partial<Act> = {}): Asked {
  const isThere = of.about.log.entries.some(
    (each) => each.kind === 'act' && each.name === name && each.done === done && each.day === day,
  );
  return isThere ? of : withActs(of, [{ name, done, day, ...more }]);
}

/** The same case with more things done. */
export function withActs(of: Asked, acts: readonly (Pick<Act, 'name' | 'done' | 'day'> & Partial<Act>)[]): Asked {
  const told = { recordedAt: '', by: 'vector', note: '', about: undefined, time: undefined };
  const added = acts.map((act, index): Act => ({ ...told, id: `asked-${index}-${act.name}`, kind: 'act', ...act }));
  return asked({ ...of, about: { ...of.about, log: { entries: [...of.about.log.entries, ...added] } } });
}

/** The texts under which something is said, for those that hold. */
export function those(all: readonly (readonly [words: string, holds: boolean | undefined])[]): readonly string[] {
  return all.flatMap(([words, holds]) => (holds === true ? [words] : []));
}
