import type { Pupil } from '../../register/pupil.ts';
import { visiblePupils } from './asking.ts';
import type { Asking } from './asking.ts';
import { findPupil } from './find-pupil.ts';
import { rightsOf } from './may-see.ts';
import type { Telling } from './parts-of-telling.ts';
import { adultsMeant } from './which-adult.ts';
import type { EventMeant } from './which-event.ts';
import { whoIsMeant } from './who-is-meant.ts';
import type { Meant } from './who-is-meant.ts';

/** An event that a sentence may mean, with the pupils whom its name fits. */
export interface Fitting {
  readonly meant: EventMeant;
  readonly pupils: Meant;
}

/** The events of a group that a telling fits, each with its pupils. `head`: the whole of what was typed up to its note. */
export async function fittingOf(
  asking: Asking,
  group: readonly EventMeant[],
  telling: Telling,
  about: string | undefined,
  head: string,
): Promise<readonly Fitting[]> {
  const found = await Promise.all(
    group
      .filter(({ event }) => event.of.includes('pupil'))
      .filter(({ event }) => telling.adult === undefined || event.needs.adult !== 'no')
      .filter(({ event }) => telling.purpose === undefined || event.needs.purpose)
      .map(async (meant) => ({ meant, pupils: await pupilsFor(asking, meant, telling, about) })),
  );
  return found.filter(({ meant, pupils }) => fits(meant, pupils, head));
}

async function pupilsFor(
  asking: Asking,
  { who }: EventMeant,
  telling: Telling,
  about: string | undefined,
): Promise<Meant> {
  const name = who === '' ? undefined : who;
  if (telling.adult !== undefined) return withAdultOf(asking, name, telling, about);
  if (telling.purpose === undefined) return whoIsMeant(asking, name, about);
  // What is left must be a name, or what it is for must be said as such: an unknown name is no purpose.
  if (name === undefined) {
    const isSaid = about === undefined && isSaidAsPurpose.test(telling.purpose);
    return isSaid ? whoIsMeant(asking, undefined, undefined) : none;
  }
  const meant = await whoIsMeant(asking, name, about);
  return about !== undefined && meant.kind === 'one' && findPupil(name, [meant.pupil]).kind === 'none' ? none : meant;
}

const none: Meant = { kind: 'none' };
const isSaidAsPurpose = /^(?:an?|the|her|his|their|some)\s/i;

/**
 * The pupil named, where the adult is one of theirs; where no pupil is named, the one asked about last, if the adult is
 * one of theirs, else those who have such an adult. Whoever may record nothing learns of no adult.
 */
async function withAdultOf(
  asking: Asking,
  name: string | undefined,
  { adult = '', certain }: Telling,
  about: string | undefined,
): Promise<Meant> {
  if (name === undefined && about === undefined && !certain) {
    const asPupil = findPupil(adult, await visiblePupils(asking));
    if (asPupil.kind === 'several' || (asPupil.kind === 'one' && asPupil.exact)) return none;
  }
  const meant = await whoIsMeant(asking, name, about);
  if (!rightsOf[asking.actor.role].recordsActs) return certain ? meant : none;
  const { store } = asking.services;
  const has = async ({ id }: Pupil) => adultsMeant(adult, await store.adultsOf(id)).length > 0;
  const pupils = meant.kind === 'one' ? [meant.pupil] : meant.kind === 'several' ? meant.pupils : [];
  const theirs: Pupil[] = [];
  for (const pupil of pupils) if (await has(pupil)) theirs.push(pupil);
  const [only, ...others] = theirs;
  if (only) return others.length > 0 ? { kind: 'several', pupils: theirs } : oneOf(only, meant);
  if (name === undefined && about === undefined && certain) {
    const all = await store.adultsOfSchool(asking.school.id);
    const found = (await visiblePupils(asking)).filter(({ id }) => adultsMeant(adult, all.get(id) ?? []).length > 0);
    const [first, ...more] = found;
    if (first) return more.length > 0 ? { kind: 'several', pupils: found } : oneOf(first, meant);
  }
  return certain ? meant : none;
}

function oneOf(pupil: Pupil, meant: Meant): Meant {
  return { kind: 'one', pupil, exact: meant.kind !== 'one' || meant.exact || meant.pupil.id !== pupil.id };
}

/** A sentence that names nobody says so on purpose: it is about the pupil asked about last. */
function fits({ event, who, holds, whole }: EventMeant, { kind }: Meant, head: string): boolean {
  if (kind === 'none') return false;
  if (who === '' && /\bfor\s*$/i.test(head)) return false;
  return event.kind === 'act' || holds !== undefined || whole;
}
