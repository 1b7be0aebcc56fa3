export interface SessionName {
  readonly date: string;
  readonly session: 'AM' | 'PM';
}

/** The place in a policy file that a part of a finding rests on, and the place in the school's document that it cites. */
export interface Clause {
  readonly policy: string;
  readonly id: string;
  readonly cite: string | null;
  readonly line: number;
}

export type Truth = 'yes' | 'no' | 'undetermined';

/** What is missing before an answer can be given. */
export type Need =
  /** `since`: the last day on which it was stated, where it has lapsed. */
  | { readonly kind: 'not stated'; readonly what: string; readonly clause: Clause; readonly since?: string }
  /** `by`: the title of the role that judges. */
  | { readonly kind: 'judgement'; readonly what: string; readonly name: string; readonly by: string | null }
  | { readonly kind: 'mark'; readonly sessions: readonly SessionName[] }
  | { readonly kind: 'reading'; readonly what: string; readonly readings: readonly string[] }
  | { readonly kind: 'data'; readonly what: string }
  | { readonly kind: 'possible sessions'; readonly what: string }
  /** Something that must be so first, and is not. */
  | { readonly kind: 'not proved'; readonly what: string };

/** Each need once. */
export function distinct(needs: readonly Need[]): readonly Need[] {
  if (needs.length < 2) return needs;
  const seen = new Set<string>();
  return needs.filter((need) => {
    const key = keyOf(need);
    return !seen.has(key) && seen.add(key);
  });
}

const keys = new WeakMap<Need, string>();

/** Most needs are made once, when the policy is compiled. */
function keyOf(need: Need): string {
  let key = keys.get(need);
  if (key === undefined) keys.set(need, (key = JSON.stringify(need)));
  return key;
}
