import { afterEach, expect, test } from 'vitest';
import { isoDay } from '../../../register/day.ts';
import type { Actor } from '../../../bot/answers/actor.ts';
import { lead, officer, tutor } from './people.ts';
import { smallSchools } from './small-schools.ts';
import type { SmallSchools } from './small-schools.ts';

const cluster = `cluster partners "Partners’ statement" in force from 1 September 2020
group shared-family "a family with children in several schools" is family in at least 2 member-schools
leave term-time-leave "leave in term" { otherwise not stated }
where shared-family { attendance-leads will treat alike term-time-leave for family }
role attendance-leads "attendance leads"
`;
const own = `policy south "South policy" in force from 1 September 2020 { under partners }
school day { morning not stated  afternoon not stated }
`;
const child = (forename: string, family = 'one') => ({ forename, surname: 'Khan', group: '5B', marks: '/\\', family });

let schools: SmallSchools;
afterEach(() => schools.close());

/** Two schools of the cluster, one under the statement itself and one under a policy of its own, and a third that is no member. */
async function cousins(): Promise<void> {
  schools = await smallSchools(
    [cluster, own, own.replaceAll('south', 'other').replace('{ under partners }', '')],
    [
      { id: 'north', policy: 'partners', roll: [child('Amira'), child('Yusuf')] },
      { id: 'south', policy: 'south', roll: [child('Zoë'), child('Ewan', 'two')] },
      { id: 'other', policy: 'other', roll: [child('Ada')] },
    ],
  );
}

async function decide(
  school: string,
  forename: string,
  done: string,
  days = '2024-05-07 2024-05-10',
  purpose = 'a wedding',
) {
  const [from, to] = days.split(' ').map(isoDay);
  await schools.store.record(await schools.idOf(school, forename), {
    kind: 'act',
    name: school === 'north' ? 'term-time-leave' : 'partners.term-time-leave',
    done,
    about: { from: from!, to: to! },
    purpose: purpose === '' ? undefined : purpose,
    day: isoDay('2024-03-11'),
    time: undefined,
    recordedAt: '2024-03-11T10:00:00.000Z',
    by: 'head',
    note: '',
  });
}

const ofNorth: Actor = { ...lead, schools: ['north'] };
const ofBoth: Actor = { ...lead, schools: ['north', 'south'] };

async function flags(question: string, actor: Actor): Promise<readonly string[]> {
  return (await schools.ask(question, { actor })).lines.filter((line) => /flag|alike|differently/i.test(line));
}

test('whoever may see both pupils is told, from either side, whichever policy their schools follow', async () => {
  await cousins();
  await decide('north', 'Amira', 'refused');
  await decide('south', 'Zoë', 'granted');
  const told = (where: string, words: string) =>
    `Flag: leave in term decided differently at ${where} School: ${words} (7 to 10 May 2024, a wedding)`;
  for (const question of ['stage for', 'why', 'what next for']) {
    expect(await flags(`${question} Amira Khan`, ofBoth)).toEqual([
      told('South', 'granted for Zoë Khan, refused here'),
    ]);
    expect(await flags(`${question} Zoë Khan`, ofBoth)).toEqual([
      told('North', 'refused for Amira Khan, granted here'),
    ]);
    expect(await flags(`${question} Yusuf Khan`, ofBoth)).toEqual([]);
  }
});

test.each<[string, Actor]>([
  ['of one school alone', ofNorth],
  ['of the other and a school that is no member', { ...lead, schools: ['north', 'other'] }],
  ['who sees one group there', { ...tutor, schools: ['north', 'south'], registrationGroups: ['5B'] }],
])('nobody else learns that there is anything: someone %s', async (_, actor) => {
  await cousins();
  const before = await schools.ask('why Amira Khan', { actor });
  await decide('south', 'Zoë', 'granted');
  await decide('other', 'Ada', 'granted');
  expect(await schools.ask('why Amira Khan', { actor })).toEqual(before);
  await decide('north', 'Amira', 'refused');
  expect(await flags('why Amira Khan', actor)).toEqual([]);
});

test('two at one school are told of only to whoever sees that the family has a child at another', async () => {
  await cousins();
  await decide('north', 'Amira', 'refused');
  await decide('north', 'Yusuf', 'granted');
  expect(await flags('why Amira Khan', ofNorth)).toEqual([]);
  expect(await flags('why Amira Khan', ofBoth)).toEqual([
    'Flag: leave in term decided differently: granted for Yusuf Khan, refused here (7 to 10 May 2024, a wedding)',
  ]);
});

test('where the purpose is not recorded it is an open question; alike, or for another purpose, nothing is said', async () => {
  await cousins();
  const actor = { ...officer, schools: ['north', 'south'] };
  await decide('north', 'Amira', 'refused');
  await decide('south', 'Zoë', 'granted', '2024-05-07 2024-05-10', '');
  expect(await flags('why Amira Khan', actor)).toEqual([
    'Flag: leave in term decided differently at South School: granted for Zoë Khan, refused here (7 to 10 May 2024, a wedding, perhaps not in the same circumstances)',
  ]);
  await decide('south', 'Zoë', 'granted', '2024-05-07 2024-05-10', 'a funeral');
  expect(await flags('why Amira Khan', actor)).toEqual([]);
  await decide('south', 'Zoë', 'refused');
  expect(await flags('why Amira Khan', actor)).toEqual([]);
});
