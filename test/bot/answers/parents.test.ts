import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Answer } from '../../../bot/answers/answer.ts';
import { changeLines } from '../../../bot/answers/change-words.ts';
import { officer, tutor } from './people.ts';
import { smallSchools } from './small-schools.ts';
import type { SmallSchools } from './small-schools.ts';

const policy = `policy south "South policy" in force from 1 September 2020 {}
role headteacher "Headteacher"
fact has-cause for pupil
notice penalty-notice "penalty notice" {
  goes to parents
  counted per parent, pupil issued in a rolling 3 years
  headteacher may issue penalty-notice
  parents must "pay directly" to local-authority after penalty-notice issued unless penalty-notice paid
  first fine £80 if paid within 21 calendar days of notice issued
  second fine £160 if paid within 28 calendar days of notice issued
  will not issue third-penalty-notice within 3 years of first-penalty-notice issued
}
notice notice-to-improve "notice to improve" {
  goes to parents
  school may offer notice-to-improve
  period improvement "improvement period" is from 3 to 6 calendar weeks after notice issued
  when improvement ended { headteacher may issue penalty-notice }
}
leave term-time-leave "leave in term" {
  marked authorised if leave granted
  otherwise not stated
}
while absent and no reason given { will call parents on absence day 1 }
`;

const parent = (title: string, forename: string, surname: string, relation: string, over = {}) => ({
  title,
  forename,
  surname,
  relation,
  parentalResponsibility: true,
  dayToDayCare: true,
  address: ['1 Ferry Lane'],
  postcode: 'WA8 0AA',
  doNotSend: false,
  ...over,
});
const child = (forename: string, surname: string, group = '5B') => ({ forename, surname, group, marks: '/\\' });
const aunt = { parentalResponsibility: false, dayToDayCare: false };

let school: SmallSchools;
beforeEach(async () => {
  school = await smallSchools(
    [policy],
    [
      {
        id: 'south',
        policy: 'south',
        roll: [child('Ruby', 'Perrins'), child('Amira', 'Khan'), child('Yusuf', 'Khan'), child('Ada', 'Ali', '2A')],
      },
    ],
  );
  const khans = [
    parent('Mrs', 'Sadia', 'Khan', 'Mother'),
    parent('Mr', 'Imran', 'Khan', 'Father'),
    parent('Ms', 'Noor', 'Khan', 'Aunt', aunt),
  ];
  const perrins = [
    parent('Mrs', 'Stacey', 'Perrins', 'Mother'),
    parent('Mr', 'Lee', 'Grosvenor', 'Stepfather'),
    parent('Mr', 'Ian', 'Perrins', 'Father'),
    parent('Mr', 'Joe', 'Perrins', 'Grandfather', aunt),
  ];
  await school.store.saveAdults('south', [
    { upn: 'RubyPerrins', family: 'P', adults: perrins },
    { upn: 'AmiraKhan', family: 'K', adults: khans },
    { upn: 'YusufKhan', family: 'K', adults: khans },
  ]);
});
afterEach(() => school.close());

/** What the log of a pupil holds, an entry a line, newest first. */
async function log(name = 'Ruby Perrins'): Promise<readonly string[]> {
  const answer = await school.ask(`log for ${name}`);
  if (answer.kind !== 'log') throw new Error(`no log: ${answer.headline}`);
  return answer.entries.map(({ words, day, about, adult, lasting, purpose, note, undone }) =>
    [
      day,
      words,
      adult ? `for ${adult.called}` : '',
      about ? `${about.from}..${about.to}` : '',
      lasting ? `${lasting.number} ${lasting.unit}` : '',
      purpose === null ? '' : `to be ${purpose}`,
      note === '' ? '' : `“${note}”`,
      undone ? 'undone' : '',
    ]
      .filter((part) => part !== '')
      .join(' '),
  );
}

function labels({ offers }: Answer): readonly string[] {
  return offers.map(({ label }) => label);
}

const issued = '2024-03-28 penalty notice issued';
const improve = '2024-03-28 notice to improve issued';

test.each([
  ['notice to improve issued to Ruby Perrins’ mother', `${improve} for Mrs Perrins`],
  ['penalty notice issued to Mrs Perrins for Ruby Perrins', `${issued} for Mrs Perrins`],
  ['penalty notice issued for Ruby Perrins to mrs. stacey perrins', `${issued} for Mrs Perrins`],
  ['Ruby Perrins penalty notice issued to Stacey', `${issued} for Mrs Perrins`],
  ['penalty notice issued to Stacey Perrins for Ruby Perrins', `${issued} for Mrs Perrins`],
  ['penalty notice paid by Ruby Perrins’ mum', '2024-03-28 penalty notice paid for Mrs Perrins'],
  ['penalty notice paid by Stacey for Ruby Perrins, £80', '2024-03-28 penalty notice paid for Mrs Perrins “£80”'],
  ['penalty notice issued to Ruby Perrins’ stepfather', `${issued} for Mr Grosvenor`],
  [
    'penalty notice issued on 3 March to Mr Grosvenor about 5 to 9 February',
    '2024-03-03 penalty notice issued for Mr Grosvenor 2024-02-05..2024-02-09',
  ],
  ['penalty notice issued to both parents of Ruby Perrins', issued],
  ['penalty notice issued to Ruby Perrins’ parents', issued],
  ['penalty notice issued to all of the parents of Ruby Perrins', issued],
  ['notice to improve issued for Ruby Perrins', improve],
  ['improvement chosen for 4 weeks for Ruby Perrins', '2024-03-28 improvement period chosen 4 weeks'],
  ['improvement chosen for Ruby Perrins for four school weeks', '2024-03-28 improvement period chosen 4 school weeks'],
  [
    'improvement chosen for 25 school days for Ruby Perrins’ mother',
    '2024-03-28 improvement period chosen for Mrs Perrins 25 school days',
  ],
  [
    'leave asked for Ruby Perrins from 2 to 6 May for a wedding',
    '2024-03-28 leave in term asked 2024-05-02..2024-05-06 to be a wedding',
  ],
  [
    'leave asked for a family wedding for Ruby Perrins from 2 to 6 May, by letter',
    '2024-03-28 leave in term asked 2024-05-02..2024-05-06 to be a family wedding “by letter”',
  ],
  ['leave refused for Ruby Perrins', '2024-03-28 leave in term refused'],
  ['called Ruby Perrins’ mother', '2024-03-28 call made “mother”'],
])('“%s”', async (sentence, entry) => {
  const answer = await school.ask(sentence);
  expect([answer.headline, answer.kind, await log()]).toEqual([answer.headline, 'recorded', [entry]]);
});

test('it is shown back with the parent, the length and the purpose', async () => {
  const facts = async (sentence: string) =>
    (await school.ask(sentence)).facts.map(({ label, value }) => `${label}: ${value}`).slice(1, -1);
  expect(await facts('penalty notice issued to Ruby Perrins’ mother')).toEqual(['Parent: Mrs Perrins']);
  expect(await facts('improvement chosen for 4 weeks for Ruby Perrins')).toEqual(['Length: 4 weeks']);
  expect(await facts('leave granted for Ruby Perrins from 2 to 6 May for a wedding')).toEqual([
    'About: 2 to 6 May 2024',
    'Purpose: a wedding',
  ]);
  expect((await school.ask('log for Ruby Perrins')).lines).toEqual([
    '28 March 2024: leave in term granted, 2 to 6 May 2024, for a wedding (attendance-lead)',
    '28 March 2024: improvement period chosen, for 4 weeks (attendance-lead)',
    '28 March 2024: penalty notice issued, Mrs Perrins (attendance-lead)',
  ]);
});

test.each([
  ['penalty notice issued to Ruby Perrins’ mother', `${issued} for Mrs Perrins`],
  ['penalty notice issued to both parents of Ruby Perrins', issued],
  [
    'improvement chosen for 4 weeks for Ruby Perrins’ mother',
    '2024-03-28 improvement period chosen for Mrs Perrins 4 weeks',
  ],
  [
    'leave asked for Ruby Perrins from 2 to 6 May for a wedding',
    '2024-03-28 leave in term asked 2024-05-02..2024-05-06 to be a wedding',
  ],
])('“%s” undone and recorded again without loss', async (sentence, entry) => {
  const undone = await school.press(await school.ask(sentence), 'Undo');
  expect(await log()).toEqual([`${entry} undone`]);
  expect((await school.press(undone, 'Record it again')).kind).toBe('recorded');
  expect(await log()).toEqual([entry, `${entry} undone`]);
});

describe('nothing is guessed', () => {
  test('a notice counted for each parent, and none named', async () => {
    const answer = await school.ask('penalty notice issued for Amira Khan');
    expect([answer.kind, answer.headline, labels(answer), await log('Amira Khan')]).toEqual([
      'choice',
      'Which parent of Amira Khan (5B) does it concern? penalty notice issued',
      ['Mrs Sadia Khan (mother)', 'Mr Imran Khan (father)', 'Both parents'],
      [],
    ]);
    await school.press(answer, 'Mr Imran Khan');
    expect(await log('Amira Khan')).toEqual([`${issued} for Mr Khan`]);
    await school.press(answer, 'Both parents');
    expect(await log('Amira Khan')).toEqual([issued, `${issued} for Mr Khan`]);
  });

  test('two who fit: a choice between them alone', async () => {
    const answer = await school.ask('penalty notice issued to Mr Perrins for Ruby Perrins');
    expect([answer.kind, labels(answer)]).toEqual([
      'choice',
      ['Mr Ian Perrins (father)', 'Mr Joe Perrins (grandfather)'],
    ]);
    await school.press(answer, 'Mr Joe');
    expect(await log()).toEqual([`${issued} for Mr Joe Perrins`]);
  });

  test.each([
    [
      'penalty notice issued to Mr Nobody for Ruby Perrins',
      'No adult of Ruby Perrins (5B) is recorded as “Mr Nobody”.',
    ],
    [
      'penalty notice issued to Miss Perrins for Ruby Perrins',
      'No adult of Ruby Perrins (5B) is recorded as “Miss Perrins”.',
    ],
    ['notice to improve issued to Ruby Perrins’ aunt', 'No adult of Ruby Perrins (5B) is recorded as “aunt”.'],
    ['penalty notice issued to Mrs Khan for Ruby Perrins', 'No adult of Ruby Perrins (5B) is recorded as “Mrs Khan”.'],
    ['visited Ruby Perrins for 4 weeks', 'x'],
    ['improvement chosen for 20 days for Ruby Perrins', 'Which days are “for 20 days”?'],
    ['improvement chosen for Ruby Perrins', 'For how long? improvement period chosen.'],
    ['penalty notice issued to Ruby Perrins’ mother for 4 weeks', 'No length is chosen here: penalty notice issued.'],
    ['leave asked for Ruby Perrins for 2 weeks', 'No length is chosen here: leave in term asked.'],
  ])('“%s”', async (sentence, headline) => {
    const answer = await school.ask(sentence);
    if (headline === 'x') expect(answer.kind).not.toBe('recorded');
    else expect([answer.kind, answer.headline]).toEqual(['refused', headline]);
    expect(await log()).toEqual([]);
  });

  test('who is known is told', async () => {
    expect((await school.ask('penalty notice issued to Mr Nobody for Amira Khan')).lines).toEqual([
      'Mrs Sadia Khan (mother)',
      'Mr Imran Khan (father)',
      'Ms Noor Khan (aunt)',
      'Name one of them, or what they are to the pupil.',
    ]);
  });

  test('an adult of several pupils: which of these, and then no more is asked', async () => {
    const answer = await school.ask('penalty notice issued to Mrs Khan');
    expect([answer.kind, labels(answer)]).toEqual(['choice', ['Amira Khan (5B, year 5)', 'Yusuf Khan (5B, year 5)']]);
    await school.press(answer, 'Yusuf');
    expect([await log('Amira Khan'), await log('Yusuf Khan')]).toEqual([[], [`${issued} for Mrs Khan`]]);
  });

  test('a pupil’s name that fits two, with an adult by forename', async () => {
    const answer = await school.ask('penalty notice issued to Sadia for Khan');
    expect([answer.kind, answer.headline]).toEqual(['choice', 'Which pupil do you mean?']);
    await school.press(answer, 'Amira');
    expect(await log('Amira Khan')).toEqual([`${issued} for Mrs Khan`]);
  });

  test('of the pupil asked about last, if the adult is theirs', async () => {
    await school.ask('stage for Amira Khan');
    await school.ask('penalty notice issued to Mrs Khan');
    await school.ask('penalty notice paid by Imran');
    expect(await log('Amira Khan')).toEqual(['2024-03-28 penalty notice paid for Mr Khan', `${issued} for Mrs Khan`]);
  });

  test('an unknown pupil is no purpose', async () => {
    await school.ask('stage for Amira Khan');
    expect((await school.ask('leave asked for Nobody Known from 2 to 6 May')).kind).not.toBe('recorded');
    expect(await log('Amira Khan')).toEqual([]);
  });

  test('where no adults are recorded the notice concerns whoever there are', async () => {
    expect((await school.ask('penalty notice issued for Ada Ali')).kind).toBe('recorded');
    expect((await school.ask('penalty notice paid by Mr Ali for Ada Ali')).lines).toEqual([
      'No adults are recorded for this pupil: import them first.',
    ]);
  });
});

test('a length outside the range is kept as it was chosen, and that is said', async () => {
  await school.ask('notice to improve issued for Ruby Perrins on 4 March');
  const said = async (weeks: number) =>
    (await school.ask(`improvement chosen for ${weeks} weeks for Ruby Perrins`)).lines;
  expect(await said(6)).not.toContain('That is outside what the policy says: from 3 to 6 calendar weeks.');
  expect(await said(7)).toContain('That is outside what the policy says: from 3 to 6 calendar weeks.');
});

describe('answers name the parent', () => {
  beforeEach(async () => {
    await school.ask('penalty notice issued on 4 March to Amira Khan’s mother');
  });

  test('what is asked of one parent alone', async () => {
    const { lines } = await school.ask('what next for Amira Khan');
    expect(lines).toContain(
      'Asked of the family: Parents must pay directly to local authority after penalty notice issued (for Mrs Khan)',
    );
  });

  test('what one of them did settles no duty of the other', async () => {
    await school.ask('penalty notice issued on 5 March to Amira Khan’s father');
    const { lines } = await school.ask('penalty notice paid by Mr Khan for Amira Khan');
    expect(lines.join('\n')).not.toContain('Mrs Khan');
    expect((await school.ask('what next for Amira Khan')).lines.join('\n')).toContain('(for Mrs Khan)');
  });

  test('of what a notice would cost each', async () => {
    const { lines } = await school.ask('notice for Amira Khan');
    const costs = lines.filter((line) => line.includes('would be the')).map((line) => line.trim());
    expect(costs).toEqual([
      'Mrs Khan: It would be the second that counts (issued before on 4 March 2024)',
      'Mr Khan: It would be the first that counts (none issued before)',
    ]);
  });

  test('of what would change for one alone', () => {
    const change = { id: 'pay', adult: 'a-1', words: 'issue it', party: 'school', open: false } as const;
    const lines = changeLines(
      [
        { ...change, kind: 'duty', comes: true },
        { ...change, kind: 'bar', comes: false },
      ],
      (id) => (id === 'a-1' ? 'Mrs Khan' : ''),
    );
    expect(lines).toEqual(['No longer barred: issue it (for Mrs Khan)', 'To do: issue it (for Mrs Khan)']);
  });

  test('a tutor sees that it is one parent, and no name', async () => {
    const answer = await school.ask('what next for Amira Khan', {
      actor: { ...tutor, schools: ['south'], registrationGroups: ['5B'] },
    });
    expect(answer.lines.join('\n')).toContain('(for one parent)');
    expect(JSON.stringify(answer)).not.toMatch(/Sadia|Imran|Mrs Khan|Mr Khan/);
  });
});

describe('who may', () => {
  const asTutor = { actor: { ...tutor, schools: ['south'], registrationGroups: ['5B'] } };

  test.each([
    'penalty notice issued for Ruby Perrins',
    'penalty notice issued to Mr Nobody for Ruby Perrins',
    'penalty notice issued to Mr Perrins for Ruby Perrins',
  ])('a tutor is refused, and learns of no adult: “%s”', async (sentence) => {
    const answer = await school.ask(sentence, asTutor);
    expect([answer.kind, answer.lines, labels(answer)]).toEqual(['refused', ['Ask them to record it.'], []]);
  });

  test('an adult of a pupil whom the asker may not see is nobody', async () => {
    const other = { actor: { ...officer, schools: [] } };
    expect((await school.ask('penalty notice issued to Mr Grosvenor', other)).kind).not.toBe('recorded');
    expect(await log()).toEqual([]);
  });
});
