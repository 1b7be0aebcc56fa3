import type { Pupil } from '../../register/pupil.ts';
import { visiblePupils } from './asking.ts';
import type { Asking } from './asking.ts';
import { findPupil } from './find-pupil.ts';

export type Meant =
  | { readonly kind: 'one'; readonly pupil: Pupil; readonly exact: boolean }
  | { readonly kind: 'several'; readonly pupils: readonly Pupil[] }
  | { readonly kind: 'none' }
  | { readonly kind: 'nobody yet' };

/** The pupil a button names, the one typed, or the one asked about last; only ever among those the asker may see. */
export async function whoIsMeant(asking: Asking, who: string | undefined, about: string | undefined): Promise<Meant> {
  const visible = await visiblePupils(asking);
  const byId = (id: string): Meant => {
    const pupil = visible.find((each) => each.id === id);
    return pupil ? { kind: 'one', pupil, exact: true } : { kind: 'none' };
  };
  if (about !== undefined) return byId(about);
  if (who !== undefined) return findPupil(who, visible);
  const last = await asking.services.store.lastAsked(asking.actor.id, asking.place.id);
  return last ? byId(last.pupil) : { kind: 'nobody yet' };
}
