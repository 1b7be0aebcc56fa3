import { act } from '../../../bot/answers/act.ts';
import type { Action } from '../../../bot/answers/action.ts';
import type { Actor, Place } from '../../../bot/answers/actor.ts';
import type { Answer } from '../../../bot/answers/answer.ts';
import { ask } from '../../../bot/answers/ask.ts';
import { makeServices } from '../../../bot/answers/make-services.ts';
import type { Services } from '../../../bot/answers/services.ts';
import { openStore } from '../../../bot/store/open-database.ts';
import type { School, Store } from '../../../bot/store/store.ts';
import { england, readPolicies } from '../../../dsl/index.ts';
import { formatIsoDay, isoDay } from '../../../register/day.ts';
import type { NamedSpan, SchoolPhase } from '../../../register/school-calendar.ts';
import { marks } from '../../support/marks.ts';
import { directMessage, lead } from './people.ts';

/** A school of the year 2023 to 2024 with marks from 4 March 2024; its pupils are in the year group that their group begins with. */
export interface SmallSchool {
  readonly id: string;
  readonly policy: string;
  readonly terms?: readonly NamedSpan[];
  readonly halfTerms?: readonly NamedSpan[];
  readonly phases?: readonly SchoolPhase[];
  readonly roll?: readonly {
    readonly forename: string;
    readonly surname: string;
    readonly group: string;
    readonly marks: string;
    readonly family?: string;
  }[];
}

export interface SmallSchools {
  readonly services: Services;
  readonly store: Store;
  readonly ask: (question: string, over?: Partial<Asked>) => Promise<Answer>;
  readonly act: (action: Action, over?: Partial<Asked>) => Promise<Answer>;
  /** Presses the button of an answer whose label begins so. */
  readonly press: (answer: Answer, label: string, over?: Partial<Asked>) => Promise<Answer>;
  readonly idOf: (school: string, forename: string) => Promise<string>;
  readonly close: () => Promise<void>;
}

interface Asked {
  readonly actor: Actor;
  readonly place: Place;
  readonly school: string;
}

/** Schools under policies of their own, on 28 March 2024; asked by a lead who answers for them all. */
export async function smallSchools(texts: readonly string[], schools: readonly SmallSchool[]): Promise<SmallSchools> {
  const { policies, diagnostics } = readPolicies(
    texts.map((text, index) => ({ name: `${index}.att`, text })),
    { rulebook: england },
  );
  const wrong = diagnostics.filter(({ severity }) => severity === 'error');
  if (wrong.length > 0) throw new Error(wrong.map(({ message }) => message).join('\n'));
  const store = await openStore({ path: ':memory:' });
  for (const school of schools) await bring(store, school);
  let ticks = 0;
  const now = () => new Date(Date.UTC(2024, 2, 28, 16, 0, ticks++)).toISOString();
  const services = makeServices({ store, policies: policies.values(), asAt: isoDay('2024-03-28'), now });
  const asked = (over: Partial<Asked> = {}) => ({
    actor: { ...lead, schools: schools.map(({ id }) => id) },
    place: directMessage,
    ...over,
  });
  return {
    services,
    store,
    ask: (question, over) => ask(services, question, asked(over)),
    act: (action, over) => act(services, action, asked(over)),
    press(answer, label, over) {
      const offer = answer.offers.find((each) => each.label.startsWith(label));
      if (!offer)
        throw new Error(`no button “${label}”; there are ${answer.offers.map((each) => each.label).join(', ')}`);
      return act(services, offer.action, asked(over));
    },
    async idOf(school, forename) {
      return (await store.pupils(school)).find((pupil) => pupil.forename === forename)!.id;
    },
    close: () => store.close(),
  };
}

async function bring(
  store: Store,
  { id, policy, terms = [], halfTerms = [], phases, roll = [] }: SmallSchool,
): Promise<void> {
  const school: School = { id, name: `${id.slice(0, 1).toUpperCase()}${id.slice(1)} School`, policy, facts: {} };
  await store.saveSchool(school);
  const [from, to] = [isoDay('2023-09-04'), isoDay('2024-07-19')];
  await store.saveSchoolYear(id, { from, to, terms, halfTerms, closures: [], ...(phases ? { phases } : {}) });
  await store.importRegister({
    school: id,
    source: 'marks.csv',
    profile: 'generic',
    by: 'office',
    at: '2024-03-28T15:00:00.000Z',
    pupils: roll.map(({ forename, surname, group, marks: printed }) => ({
      upn: `${forename}${surname}`,
      details: { forename, surname, dateOfBirth: undefined, yearGroup: group.slice(0, 1), registrationGroup: group },
      marks: marks(isoDay('2024-03-04'), printed).map((mark) => ({ ...mark, minutesLate: undefined })),
      quarantined: [],
    })),
  });
  for (const { forename, family } of roll) {
    const pupil = (await store.pupils(id)).find((each) => each.forename === forename);
    if (pupil && family !== undefined) await store.savePupil({ ...pupil, family });
  }
}

export function span(name: string, from: string, to: string): NamedSpan {
  return { name, from: isoDay(from), to: isoDay(to) };
}

/** What a school's log holds: `2024-03-06 forum joined`, ` undone` behind what was undone. */
export async function schoolLogOf(store: Store, school: string): Promise<readonly string[]> {
  return (await store.schoolHistory(school)).map(({ entry, undone }) =>
    [formatIsoDay(entry.day), entry.name, entry.kind === 'act' ? entry.done : '', ...(undone ? ['undone'] : [])].join(
      ' ',
    ),
  );
}
