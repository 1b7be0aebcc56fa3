import type { Place, Policy } from '../../dsl/resolve/policy.ts';

/** What a policy holds by the names that findings use, each with whether it cites its place in the document. */
export interface Encoded {
  readonly cited: boolean;
  /** Somewhere in it a value is `not stated`. */
  readonly notStated: boolean;
}

/** Everything in a policy that has a place of its own; notes, examples and the layers above left out. */
export function encodedIn(policy: Policy): ReadonlyMap<string, Encoded> {
  const found = new Map<string, Encoded>();
  const { under: _under, examples: _examples, notes: _notes, source: _source, place: _place, ...content } = policy;
  const visit = (value: unknown): boolean => {
    if (typeof value !== 'object' || value === null) return false;
    const parts = Object.values(value).map(visit);
    const stated = 'stated' in value && value.stated === false;
    const unstated = stated || ('kind' in value && value.kind === 'not stated') || parts.includes(true);
    if ('place' in value) {
      const { id, cite } = value.place as Place;
      const before = found.get(id);
      found.set(id, {
        cited: (before?.cited ?? false) || cite !== undefined,
        notStated: (before?.notStated ?? false) || unstated,
      });
    }
    return unstated;
  };
  visit(content);
  found.set('policy', { cited: true, notStated: false });
  return found;
}

export function notesIn(policy: Policy): readonly string[] {
  return policy.notes.map((note) => note.text);
}
