import type { Told } from './school-words.ts';

/** What was done, with what the event says beside its day. */
export function act(name: string, done: string, more: Partial<Told & { kind: 'act' }> = {}): Told {
  return { kind: 'act', name, done, ...more };
}

/** What is told only where the event says so. */
export function when(holds: unknown, ...told: readonly Told[]): readonly Told[] {
  return holds === true ? told : [];
}
