/**
 * What comparing a clause with another that asks the same comes to, seen from the one and from the other: `why` where it is
 * looser, `stricter` what that makes of the other. Nothing at all: it is as strict.
 */
export type Verdict =
  | { readonly kind: 'looser'; readonly why: string; readonly stricter: string }
  | { readonly kind: 'untold'; readonly why: string };

/** As strict: nothing to say. */
export const asStrict: readonly Verdict[] = [];

export function looser(why: string, stricter: string): readonly Verdict[] {
  return [{ kind: 'looser', why, stricter }];
}

export function untold(why: string): readonly Verdict[] {
  return [{ kind: 'untold', why }];
}
