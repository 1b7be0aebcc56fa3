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
  const { entries } = of.about.log;
  const isThere = entries.some(
    (each) => each.kind === 'act' && each.name === name && each.done === done && each.day === day,
  );
  if (isThere) return of;
  const told = { recordedAt: '', by: 'vector', note: '', about: undefined, time: undefined };
  const entry: Act = { ...told, id: `asked-${name}-${done}-${day}`, kind: 'act', name, done, day, ...more };
  return asked({ ...of, about: { ...of.about, log: { entries: [...entries, entry] } } });
}

/** The texts under which something is said, for those that hold. */
export function those(all: readonly (readonly [words: string, holds: boolean | undefined])[]): readonly string[] {
  return all.flatMap(([words, holds]) => (holds === true ? [words] : []));
}
