import type { Day } from '../../register/day.ts';
import type { Pupil } from '../../register/pupil.ts';
import type { School } from '../store/store.ts';
import type { Actor, Place } from './actor.ts';
import { maySee } from './may-see.ts';
import type { SchoolPolicy, Services } from './services.ts';

/** Who asks, where, and as at which day. */
export interface AskedBy {
  readonly actor: Actor;
  readonly place: Place;
  /** Undefined: the day the question names, else the services’ own, else the last day with marks. */
  readonly asAt?: Day | undefined;
}

/** A question on its way to an answer: the school and its policy are settled, and so is the day. */
export interface Asking {
  readonly services: Services;
  readonly actor: Actor;
  readonly place: Place;
  readonly school: School;
  readonly policy: SchoolPolicy;
  readonly asAt: Day;
  /** What “today” means to someone who says what was done: the day given, else the clock's, else the last with marks. */
  readonly today: Day;
  /** `as known on 12 March`: the records as they stood at the end of that day. Left out: as they are. */
  readonly known?: { readonly day: Day; readonly at: string } | undefined;
}

/** The pupils of the school whom the asker may ask about; nobody else is looked at. */
export async function visiblePupils({
  services,
  actor,
  school,
}: Omit<Asking, 'asAt' | 'today' | 'policy'>): Promise<readonly Pupil[]> {
  const pupils = await services.store.pupils(school.id);
  return pupils.filter((pupil) => maySee(actor, pupil));
}
