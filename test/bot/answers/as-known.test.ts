import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Answer } from '../../../bot/answers/answer.ts';
import { isoDay } from '../../../register/day.ts';
import { marks } from '../../support/marks.ts';
import { officer, tutor } from './people.ts';
import { smallSchools } from './small-schools.ts';
import type { SmallSchools } from './small-schools.ts';

const policy = `policy north "North policy" in force from 1 September 2020
letter warning "Warning" { goes to parents }
ladder steps "Steps" by days absent this school year {
  stage early "Some absence" from 2 days absent { will send warning to parents }
  stage much "Much absence" from 4 days absent
}
`;

let school: SmallSchools;
beforeAll(async () => {
  school = await smallSchools([policy], [{ id: 'north', policy: 'north' }]);
  // A file each Friday; the last of them amends Tuesday 5 March.
  await bring('2024-03-08T15:30:00Z', '2024-03-04', 'OO OO OO /\\ /\\');
  await bring('2024-03-15T15:30:00Z', '2024-03-11', 'OO /\\ /\\ /\\ /\\');
  await bring('2024-03-22T15:30:00Z', '2024-03-05', '/\\');
  const pupil = await school.idOf('north', 'Amira');
  const entry = {
    kind: 'act',
    name: 'warning',
    done: 'sent',
    day: isoDay('2024-03-06'),
    time: undefined,
    about: undefined,
    note: '',
    by: 'attendance-lead',
  } as const;
  const sent = await school.store.record(pupil, { ...entry, recordedAt: '2024-03-07T09:00:00Z' });
  await school.store.undo(sent.id, { by: 'attendance-lead', at: '2024-03-14T09:00:00Z', reason: 'wrong pupil' });
});
afterAll(() => school.close());

async function bring(at: string, first: string, printed: string): Promise<void> {
  await school.store.importRegister({
    school: 'north',
    source: 'marks.csv',
    profile: 'generic',
    by: 'attendance-officer',
    at,
    pupils: [
      {
        upn: 'U1',
        details: {
          forename: 'Amira',
          surname: 'Khan',
          dateOfBirth: undefined,
          yearGroup: '5',
          registrationGroup: '5B',
        },
        marks: marks(isoDay(first), printed).map((mark) => ({ ...mark, minutesLate: undefined })),
        quarantined: [],
      },
    ],
  });
}

function told({ headline, lines }: Pick<Answer, 'headline' | 'lines'>): readonly string[] {
  return [headline, ...lines];
}

test('the stage by what was known then, with what has changed since and by which role', async () => {
  expect(told(await school.ask('stage for Amira Khan as known on 12 March'))).toEqual([
    'As known on 12 March 2024: Amira Khan (5B): Some absence since 5 March 2024',
    'Warning: sent on 6 March 2024',
    'Since: 5 March 2024 AM was O and is now /, PM was O and is now \\: amended by the attendance officer on 22 March 2024',
    'Since: 4 marks of days up to then came in on 15 March 2024',
    'Since undone: Warning sent, 6 March 2024 (the attendance lead on 14 March 2024)',
  ]);
});

test('as at another day than the one it was known on', async () => {
  const answer = await school.ask('stage for Amira Khan as known on 20 March 2024 as at 11 March 2024');
  expect(answer.headline).toBe('As known on 20 March 2024: Amira Khan (5B): Much absence since 11 March 2024');
  expect(answer.lines).toContain('By the records as they are now, that day’s stage is Some absence');
  expect(answer.context).toContain('As at Monday 11 March 2024 · Register to Monday 11 March 2024 PM');
});

test('how fresh the register was, and before anything was recorded', async () => {
  const early = await school.ask('stage for Amira Khan as known on 7 March');
  expect(early.headline).toBe('As known on 7 March 2024: Amira Khan (5B): no mark was recorded by then');
  expect(early.context).toContain('As at Thursday 7 March 2024 · The register holds no marks up to this day');
});

test('nothing changed since', async () => {
  expect((await school.ask('attendance for Amira Khan as known on 27 March')).lines).toContain(
    'Nothing that was known then has been changed since.',
  );
});

test('its buttons ask of the same records, and none records or drafts', async () => {
  const answer = await school.ask('stage for Amira Khan as known on 12 March');
  expect(answer.offers.map(({ label }) => label)).toEqual(['Why', 'What next']);
  expect((await school.press(answer, 'Why')).headline).toMatch(/^As known on 12 March 2024: /);
});

test('thresholds, notices and lists: what can be asked so, and what cannot', async () => {
  expect((await school.ask('what next for Amira Khan as known on 12 March')).headline).toMatch(/^As known on /);
  expect((await school.ask('letters due as known on 12 March')).kind).toBe('refused');
  expect((await school.ask('letter warning for Amira Khan as known on 12 March')).kind).toBe('refused');
  expect((await school.ask('stage for Amira Khan as known on 31 February 2024')).kind).toBe('not understood');
});

test('a tutor is told how much of the case log changed, and not what', async () => {
  const actor = { ...tutor, schools: ['north'] };
  const { lines } = await school.ask('stage for Amira Khan as known on 12 March', { actor });
  expect(lines).toContain('Since: one change to the case log');
  expect(lines.join()).not.toContain('undone');
});

test('an officer sees it as the lead does', async () => {
  const actor = { ...officer, schools: ['north'] };
  expect((await school.ask('stage for Amira Khan as known on 12 March', { actor })).lines).toHaveLength(4);
});
