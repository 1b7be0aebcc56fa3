import { adultName, salutation } from '../../register/pupil.ts';
import type { Adult } from '../../register/pupil.ts';
import type { Actor } from './actor.ts';
import type { Asking } from './asking.ts';
import { rightsOf } from './may-see.ts';

/** What an adult of the pupil is called, by id. */
export type Called = (adult: string) => string;

/**
 * As letters address them, `Mrs Khan`; two who are addressed alike by their whole names. Whoever neither records what was
 * done nor drafts letters has no need of a parent's name, and is told that it is one of them.
 */
export function calledBy(actor: Actor, adults: readonly Adult[]): Called {
  const { recordsActs, draftsLetters } = rightsOf[actor.role];
  if (!recordsActs && !draftsLetters) return () => 'one parent';
  return (id) => {
    const adult = adults.find((each) => each.id === id);
    if (!adult) return 'an adult who is no longer recorded';
    const called = salutation(adult);
    return adults.some((each) => each.id !== id && salutation(each) === called) ? adultName(adult) : called;
  };
}

/** The same of a pupil whose adults are not read yet. */
export async function calledFor({ services, actor }: Asking, pupil: string): Promise<Called> {
  return calledBy(actor, await services.store.adultsOf(pupil));
}
