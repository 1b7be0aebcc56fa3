import { afterAll, beforeAll, expect, test } from 'vitest';
import { makeServices } from '../../../bot/answers/make-services.ts';
import { ask } from '../../../bot/answers/ask.ts';
import { act } from '../../../bot/answers/act.ts';
import type { Answer } from '../../../bot/answers/answer.ts';
import type { Services } from '../../../bot/answers/services.ts';
import { openStore } from '../../../bot/store/open-database.ts';
import { england, readPolicies } from '../../../dsl/index.ts';
import { isoDay } from '../../../register/day.ts';
import { marks } from '../../support/marks.ts';
import { directMessage, lead } from './people.ts';

/** Two schools, each with a policy of its own: the words of one mean nothing at the other. */
const policies = readPolicies(
  [
    {
      name: 'north.att',
      text: `policy north "North policy" in force from 1 September 2020
school day { time closes "Registers close" 09:10  morning not stated  afternoon not stated }
judgement engaged "parents engage" by attendance-lead
role attendance-lead "Attendance Lead"
letter first-letter "First letter" { goes to parents }
bands summary "Termly summary" of attendance this school year { band blue "Great" 98% to 100%  band red "Serious" below 98% }
reward full-year "Full year" each school year to pupils with attendance this school year exactly 100%
ladder steps "Steps" by days absent this school year {
  stage one "One" from 2 days absent {
    will send first-letter to parents
    will "look into it" within 2 school days of concern raised
    will hold early-meeting with parents if engaged
  }
}
referral service-referral "Referral to the service" { goes to parents
  includes "dates of contact", "reasons and barriers", "early help, or that it was considered" }
meeting early-meeting "Early meeting" { attended by parents }
while absent and no reason given { will call parents on absence day 1 by 09:30  will visit home on absence day 2 if no contact made since absence started }
`,
    },
    {
      name: 'south.att',
      text: `policy south "South policy" in force from 1 September 2020
school day { time closes "Registers close" 09:40  morning not stated  afternoon not stated }
meeting panel "Attendance panel" { attended by parents }
ladder levels "Levels" by days absent this school year {
  stage green "Green" from 0 days absent { will hold panel with parents }
}
`,
    },
  ],
  { rulebook: england },
);

const both = { ...lead, schools: ['north', 'south'] };
const by = { actor: both, place: directMessage };
let services: Services;

beforeAll(async () => {
  const store = await openStore({ path: ':memory:' });
  const roll = [
    ['north', 'Amira', 'Khan', 'OO OO OO OO OO'],
    ['north', 'Zoë', 'Reid', '/\\ /\\ /\\ /\\ /\\'],
    ['south', 'Yusuf', 'Khan', '/\\ /\\ /\\ /\\ /\\'],
    ['south', 'Zoë', 'Reid', '/\\ /\\ /\\ /\\ /\\'],
    ['south', 'Ewan', 'Bell', '/\\ /\\ /\\ /\\ /\\'],
  ] as const;
  for (const school of ['north', 'south'] as const) {
    await store.saveSchool({
      id: school,
      name: school === 'north' ? 'North Road Primary School' : 'South Academy',
      policy: school,
      facts: {},
    });
    const [from, to] = [isoDay('2023-09-04'), isoDay('2024-07-19')];
    await store.saveSchoolYear(school, { from, to, terms: [], halfTerms: [], closures: [] });
    await store.importRegister({
      school,
      source: 'marks.csv',
      profile: 'generic',
      by: 'office',
      at: '2024-03-08T16:00:00.000Z',
      pupils: roll
        .filter(([at]) => at === school)
        .map(([, forename, surname, printed]) => ({
          upn: `${forename}${surname}`,
          details: { forename, surname, dateOfBirth: isoDay('2014-02-03'), yearGroup: '5', registrationGroup: '5B' },
          marks: marks(isoDay('2024-03-04'), printed).map((mark) => ({ ...mark, minutesLate: undefined })),
          quarantined: [],
        })),
    });
  }
  services = makeServices({ store, policies: policies.policies.values(), now: () => '2024-03-08T16:00:00.000Z' });
});
afterAll(() => services.store.close());

function labels({ offers }: Answer): readonly string[] {
  return offers.map(({ label }) => label);
}

test('the policies read', () => {
  expect(policies.diagnostics.filter(({ severity }) => severity === 'error').map(({ message }) => message)).toEqual([]);
});

test.each([
  ['when do registers close at North Road', 'Registers close: 09:10'],
  ['when do registers close at South Academy?', 'Registers close: 09:40'],
  ['South: when do registers close', 'Registers close: 09:40'],
  ['when do registers close in north road primary', 'Registers close: 09:10'],
])('“%s”', async (question, headline) => {
  expect((await ask(services, question, by)).headline).toBe(headline);
});

test('a school that is not named is asked for, and the button answers', async () => {
  const choice = await ask(services, 'when do registers close', by);
  expect([choice.headline, labels(choice)]).toEqual([
    'Which school do you mean?',
    ['North Road Primary School', 'South Academy'],
  ]);
  expect((await act(services, choice.offers[1]!.action, by)).headline).toBe('Registers close: 09:40');
});

test('a pupil is found at whichever school they are', async () => {
  expect((await ask(services, 'stage for Amira Khan', by)).headline).toContain('One since');
  expect((await ask(services, 'stage for Ewan Bell', by)).headline).toContain('Green since');
  expect((await ask(services, 'why', by)).headline).toContain('Ewan Bell');
});

test('a name that both schools have is a choice with the school', async () => {
  const choice = await ask(services, 'stage for Zoë Reid', by);
  expect(labels(choice)).toEqual([
    'Zoë Reid (5B, year 5), North Road Primary School',
    'Zoë Reid (5B, year 5), South Academy',
  ]);
  expect((await act(services, choice.offers[1]!.action, by)).headline).toContain('Green');
  expect((await ask(services, 'stage for Zoë Reid at North Road', by)).headline).toContain('at no stage of Steps');
});

test('of a school that is not theirs nothing is said', async () => {
  const north = { ...by, actor: { ...lead, schools: ['north'] } };
  expect((await ask(services, 'stage for Ewan Bell', north)).kind).toBe('not found');
  expect((await ask(services, 'stage for Ewan Bell', { ...north, school: 'south' })).kind).toBe('not found');
});

test('due today at one school: what is most pressing stands first', async () => {
  const answer = await ask(services, 'due today at North Road', by);
  expect(answer.kind === 'due' && answer.groups.map(({ title, pupils }) => `${title}: ${pupils}`)).toEqual([
    'Overdue: 1',
  ]);
});

test('what was done is recorded under the policy of the pupil’s own school', async () => {
  expect((await ask(services, 'first letter sent for Amira Khan', by)).headline).toBe(
    'Recorded for Amira Khan (5B): First letter sent',
  );
  expect((await ask(services, 'panel held for Ewan Bell on 6 March', by)).headline).toBe(
    'Recorded for Ewan Bell (5B): Attendance panel held',
  );
  expect((await ask(services, 'panel held for Amira Khan', by)).kind).toBe('not found');
  expect((await ask(services, 'visited Zoë Reid', by)).headline).toBe('Which school do you mean?');
});

test('what was seen of a checklist is told in its own words', async () => {
  const seen = await ask(services, 'service referral seen for Amira Khan: contact, early help', by);
  expect(seen.kind === 'recorded' && seen.entry.items).toEqual([
    'dates of contact',
    'early help, or that it was considered',
  ]);
  const none = await ask(services, 'service referral seen for Amira Khan', by);
  expect([none.kind, none.lines[0]]).toEqual(['refused', 'dates of contact']);
});

test('a call may have reached nobody: where the policy turns on it, a person says', async () => {
  const called = await ask(services, 'called Amira Khan’s parents at 9.15', by);
  expect(labels(called)).toContain('They were reached');
  const reached = await act(services, called.offers.find(({ label }) => label === 'They were reached')!.action, by);
  expect(reached.headline).toBe('Recorded for Amira Khan (5B): contact made');
  expect(labels(await ask(services, 'called Amira Khan’s parents at 9.25, no answer', by))).not.toContain(
    'They were reached',
  );
});

test('the band of a pupil, with the exact rate', async () => {
  const answer = await ask(services, 'band for Amira Khan', by);
  expect([answer.kind, answer.headline, answer.facts[0]?.value]).toEqual([
    'band',
    'Amira Khan (5B): Serious, so far',
    '0%',
  ]);
  expect((await ask(services, 'band for Zoë Reid at North Road', by)).headline).toBe('Zoë Reid (5B): Great, so far');
});

test('the band stands with the stage, and what was not done in time with why', async () => {
  const stage = await ask(services, 'stage for Amira Khan', by);
  expect(stage.facts).toContainEqual({ label: 'Termly summary', value: 'Serious, so far' });
  await ask(services, 'concern raised for Amira Khan on 4 March', by);
  await ask(services, 'look into it done for Amira Khan on 7 March', by);
  expect((await ask(services, 'why Amira Khan', by)).lines).toContain(
    'Not in time: will look into it within 2 school days of concern raised (by 6 March 2024; done on 7 March 2024)',
  );
});

test('rewards due', async () => {
  const answer = await ask(services, 'rewards due at North Road', by);
  expect([answer.headline, answer.lines]).toEqual([
    'Rewards earned: 0; on track: 1',
    ['Full year (4 September 2023 to 19 July 2024): 1 pupil on track'],
  ]);
});
