import { act } from '../../../bot/answers/act.ts';
import type { Action } from '../../../bot/answers/action.ts';
import type { Actor, Place } from '../../../bot/answers/actor.ts';
import type { Answer } from '../../../bot/answers/answer.ts';
import { ask } from '../../../bot/answers/ask.ts';
import { makeServices } from '../../../bot/answers/make-services.ts';
import type { Services } from '../../../bot/answers/services.ts';
import { openStore } from '../../../bot/store/open-database.ts';
import type { PupilBatch } from '../../../bot/store/register-batch.ts';
import type { Store } from '../../../bot/store/store.ts';
import { isoDay } from '../../../register/day.ts';
import type { Adult } from '../../../register/pupil.ts';
import { marks } from '../../support/marks.ts';
import { readSchoolPolicies } from '../../support/school-policies.ts';
import { directMessage, lead } from './people.ts';

/** A school of five pupils, with marks from 4 to 28 March 2024, on the real policies. */
export interface Widnes {
  readonly services: Services;
  readonly store: Store;
  readonly ask: (question: string, over?: Partial<AskedOver>) => Promise<Answer>;
  readonly act: (action: Action, over?: Partial<AskedOver>) => Promise<Answer>;
  /** Presses the button of an answer whose label begins so. */
  readonly press: (answer: Answer, label: string, over?: Partial<AskedOver>) => Promise<Answer>;
  /** Imports marks of one pupil, as a later file would. */
  readonly amend: (upn: string, date: string, printed: string) => Promise<void>;
  readonly idOf: (forename: string, registrationGroup?: string) => Promise<string>;
}

interface AskedOver {
  readonly actor: Actor;
  readonly place: Place;
  readonly about: string;
}

const present = Array<string>(19).fill('/\\').join(' ');

/** Amira: 8.5 days absent, one of them for a festival; Yusuf: 1 day; Aoife: 4.5 days; the two Emmas none. */
const pupils: readonly [upn: string, forename: string, surname: string, group: string, printed: string][] = [
  ['U1', 'Amira', 'Khan', '5B', `II II II II RR OO OO OO /O ${'/\\ '.repeat(10)}`],
  ['U2', 'Yusuf', 'Khan', '2A', `${'/\\ '.repeat(18)} II`],
  ['U3', 'Aoife', 'O’Neill', '4A', `II II II II I\\ ${'/\\ '.repeat(14)}`],
  ['U4', 'Emma', 'Taylor', '1A', present],
  ['U5', 'Emma', 'Taylor', '4B', present],
];

export async function widnes(): Promise<Widnes> {
  const store = await openStore({ path: ':memory:' });
  await store.saveSchool({ id: 'widnes', name: 'Widnes Academy', policy: 'widnes', facts: {} });
  const [from, to] = [isoDay('2023-09-04'), isoDay('2024-07-19')];
  await store.saveSchoolYear('widnes', { from, to, terms: [], halfTerms: [], closures: [] });
  const now = clock('2024-03-28T16:00:00.000Z');
  const bring = (batch: readonly PupilBatch[]) =>
    store.importRegister({
      school: 'widnes',
      source: 'marks.csv',
      profile: 'generic',
      by: 'office',
      at: now(),
      pupils: batch,
    });
  await bring(
    pupils.map(([upn, forename, surname, group, printed]) =>
      pupilBatch(upn, { forename, surname, group }, '2024-03-04', printed),
    ),
  );
  await store.saveAdults('widnes', [
    {
      upn: 'U1',
      family: 'F1',
      adults: [mother, father, aunt],
    },
    {
      upn: 'U3',
      family: 'F2',
      adults: [adult('Ms', 'Siobhán', 'O’Neill'), adult('Mr', 'Declan', 'O’Neill', { doNotSend: true })],
    },
  ]);
  const services = makeServices({ store, policies: readSchoolPolicies().policies.values(), schoolDetails, now });
  const asked = (over: Partial<AskedOver> = {}) => ({ actor: lead, place: directMessage, ...over });
  const world: Widnes = {
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
    async amend(upn, date, printed) {
      const [, forename, surname, group] = pupils.find((each) => each[0] === upn)!;
      await bring([pupilBatch(upn, { forename, surname, group }, date, printed)]);
    },
    async idOf(forename, registrationGroup) {
      const all = await store.pupils('widnes');
      return all.find(
        (each) =>
          each.forename === forename && (registrationGroup ?? each.registrationGroup) === each.registrationGroup,
      )!.id;
    },
  };
  return world;
}

const schoolDetails = new Map([
  [
    'widnes',
    {
      name: 'Widnes Academy',
      address: ['1 School Lane', 'Widnes', 'WA8 0ZZ'],
      telephone: '0151 496 0100',
      email: 'office@school.example',
      signatory: { role: 'Head of School', name: '' },
      contact: { role: 'Attendance Lead', telephone: '0151 496 0101', email: 'attendance@school.example' },
    },
  ],
]);

function pupilBatch(
  upn: string,
  who: { readonly forename: string; readonly surname: string; readonly group: string },
  first: string,
  printed: string,
): PupilBatch {
  return {
    upn,
    details: {
      surname: who.surname,
      forename: who.forename,
      dateOfBirth: isoDay('2014-02-03'),
      yearGroup: who.group.slice(0, 1),
      registrationGroup: who.group,
    },
    marks: marks(isoDay(first), printed).map((mark) => ({ ...mark, minutesLate: undefined })),
    quarantined: [],
  };
}

function adult(title: string, forename: string, surname: string, over: Partial<Adult> = {}): Omit<Adult, 'id'> {
  return {
    title,
    forename,
    surname,
    relation: 'parent',
    parentalResponsibility: true,
    dayToDayCare: true,
    address: ['14 Ferry Lane', 'Widnes'],
    postcode: 'WA8 0AA',
    doNotSend: false,
    ...over,
  };
}

const mother = adult('Mrs', 'Sadia', 'Khan', { relation: 'Mother' });
const father = adult('Mr', 'Imran', 'Khan', { relation: 'Father', dayToDayCare: false });
const aunt = adult('Ms', 'Noor', 'Khan', { relation: 'aunt', parentalResponsibility: false, dayToDayCare: false });

/** A clock that moves on by a second whenever it is looked at. */
function clock(start: string): () => string {
  let time = Date.parse(start);
  return () => new Date((time += 1000)).toISOString();
}
