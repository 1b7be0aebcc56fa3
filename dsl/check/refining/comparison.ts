/** What comparing a clause with the one it refines comes to: nothing against it, looser, or not to be told; and why. */
export type Verdict = { readonly kind: 'looser' | 'untold'; readonly why: string };

/** As strict: nothing to say. */
export const asStrict: readonly Verdict[] = [];

export function looser(why: string): readonly Verdict[] {
  return [{ kind: 'looser', why }];
}

export function untold(why: string): readonly Verdict[] {
  return [{ kind: 'untold', why }];
}
