import { describe, expect, test } from 'vitest';
import { isoDay } from '../../../register/day.ts';
import { genericWide, profiles } from '../../../register/import/profile.ts';
import { amira, longHeading, readMarks } from '../../support/import-file.ts';

/** Each case: a file, the marks it holds, and what is told of it. */
const cases: readonly { name: string; file: string; marks: readonly string[]; told?: readonly string[] }[] = [
  {
    name: 'a row a session, with minutes late or none',
    file: amira('2023-09-04,AM,L,12', '2023-09-04,PM,\\,'),
    marks: ['A1 2023-09-04 AM L 12', 'A1 2023-09-04 PM \\'],
  },
  {
    name: 'columns in another order, headed in capitals, with underscores or without spaces',
    file: 'CODE;Session;Date;UPN;SURNAME;fore name;Date_Of_Birth;YearGroup;Registration-Group\nO;am;04/09/2023;A1;Khan;Amira;03/02/2014;5;5B\n',
    marks: ['A1 2023-09-04 AM O'],
  },
  {
    name: 'separated by tabs, with a byte order mark and Windows line ends',
    file: '\ufeff' + amira('2023-09-04,AM,/,').replaceAll(',', '\t').replaceAll('\n', '\r\n'),
    marks: ['A1 2023-09-04 AM /'],
  },
  {
    name: 'separated by bars, the heading in quotation marks',
    file: amira('2023-09-04,AM,/,')
      .replaceAll(',', '|')
      .replace(/^.*$/m, (line) => line.replaceAll(/[^|]+/g, '"$&"')),
    marks: ['A1 2023-09-04 AM /'],
  },
  {
    name: 'a name with the separator, in quotation marks, and blank lines',
    file: `${longHeading}\n\nA1,"Khan, of Widnes",Amira,2014-02-03,5,5B,2023-09-04,AM,/,\n\n`,
    marks: ['A1 2023-09-04 AM /'],
  },
  {
    name: 'no minutes late and no cell for them',
    file: amira('2023-09-04,AM,/'),
    marks: ['A1 2023-09-04 AM /'],
  },
  {
    name: 'blank and - are not taken',
    file: amira('2023-09-04,AM,,', '2023-09-04,PM,-,'),
    marks: [],
  },
  {
    name: 'either mark for present, in either session',
    file: amira('2023-09-04,AM,\\,', '2023-09-04,PM,/,', '2023-09-04,AM,/,'),
    marks: ['A1 2023-09-04 AM \\', 'A1 2023-09-04 PM /'],
    told: ['row 4: what row 2 says (repeated)'],
  },
  {
    name: 'minutes late never change a code',
    file: amira('2023-09-04,AM,/,45'),
    marks: ['A1 2023-09-04 AM / 45'],
  },
  {
    name: 'two rows that disagree about a session: neither is taken, nor a third',
    file: amira('2023-09-04,AM,/,', '2023-09-04,AM,O,', '2023-09-04,AM,/,', '2023-09-04,PM,/,'),
    marks: ['A1 2023-09-04 PM /'],
    told: ['row 3, code: O, where row 2 says / (disagreement)', 'row 4: what row 2 says (repeated)'],
  },
  {
    name: 'a mark and a blank for one session disagree',
    file: amira('2023-09-04,AM,/,', '2023-09-04,AM,-,'),
    marks: [],
    told: ['row 3, code: not taken, where row 2 says / (disagreement)'],
  },
  {
    name: 'two figures of minutes for one session disagree',
    file: amira('2023-09-04,AM,L,5', '2023-09-04,AM,L,10'),
    marks: [],
    told: ['row 3, code: L, 10 minutes late, where row 2 says L, 5 minutes late (disagreement)'],
  },
  {
    name: 'the same row again and again is told once',
    file: amira(...Array<string>(5).fill('2023-09-04,AM,/,')),
    marks: ['A1 2023-09-04 AM /'],
    told: ['row 3: what row 2 says (repeated) and 3 more'],
  },
  {
    name: 'a closure and a weekend: kept, told once a day',
    file: amira('2023-09-06,AM,/,', '2023-09-06,PM,\\,', '2023-09-09,AM,/,', '2022-09-05,AM,/,'),
    marks: ['A1 2022-09-05 AM /', 'A1 2023-09-06 AM /', 'A1 2023-09-06 PM \\', 'A1 2023-09-09 AM /'],
    told: [
      'row 2, code: a mark on 6 September 2023: Training (not counted) and 1 more',
      'row 4, code: a mark on 9 September 2023: a weekend (not counted)',
      'row 5, code: a mark on 5 September 2022: outside the school year (not counted)',
    ],
  },
  {
    name: 'a code that does not exist is set aside',
    file: amira('2023-09-04,AM,QQ,', '2023-09-04,PM,/,'),
    marks: ['A1 2023-09-04 PM /'],
    told: ['row 2, code: QQ (unknown code)'],
  },
  {
    name: 'a code of another year is set aside',
    file: amira('2023-09-04,AM,C1,', '2023-09-04,PM,H,'),
    marks: ['A1 2023-09-04 PM H'],
    told: ['row 2, code: C1 (unknown code)'],
  },
  {
    name: 'a code in small letters is not guessed at',
    file: amira('2023-09-04,AM,l,'),
    marks: [],
    told: ['row 2, code: l (unknown code)'],
  },
  {
    name: 'dates that do not exist, or are not written as the profile says',
    file: amira('2023-02-29,AM,/,', '31/09/2023,AM,/,', '4.9.23,AM,/,', '4 Sep 2023,AM,/,', '04.09.2023,AM,/,'),
    marks: ['A1 2023-09-04 AM /'],
    told: [
      'row 2, date: 2023-02-29 (unreadable)',
      'row 3, date: 31/09/2023 (unreadable)',
      'row 4, date: 4.9.23 (unreadable)',
      'row 5, date: 4 Sep 2023 (unreadable)',
    ],
  },
  {
    name: 'sessions and minutes that are none',
    file: amira('2023-09-04,morning,/,', '2023-09-04,AM,L,ten', '2023-09-04,PM,L,-3', '2023-09-05,AM,/,'),
    marks: ['A1 2023-09-05 AM /'],
    told: [
      'row 2, session: MORNING (unreadable)',
      'row 3, minutes late: ten (unreadable)',
      'row 4, minutes late: -3 (unreadable)',
    ],
  },
  {
    name: 'half a row, and one with a cell too many',
    file: amira('2023-09-04', '2023-09-04,AM,/,,x', '2023-09-05,AM,/,,'),
    marks: ['A1 2023-09-05 AM /'],
    told: ['row 2: 7 cells (unreadable)', 'row 3: 11 cells (unreadable)'],
  },
  {
    name: 'a row without a UPN, and one without a name',
    file: `${longHeading}\n,Khan,Amira,,5,5B,2023-09-04,AM,/,\nA1,,,,5,5B,2023-09-04,AM,/,\n`,
    marks: [],
    told: ['row 2, upn: a blank (unreadable)', 'row 3, surname: a blank (unreadable)'],
  },
  {
    name: 'a NUL byte',
    file: amira('2023-09-04,AM,\0/,', '2023-09-05,AM,/,'),
    marks: ['A1 2023-09-05 AM /'],
    told: ['row 2, code: a NUL byte (unreadable)'],
  },
  {
    name: 'a stray quotation mark spoils its own row',
    file: amira('2023-09-04,AM,/"/,', '2023-09-05,AM,/,'),
    marks: ['A1 2023-09-05 AM /'],
    told: ['row 2: a quotation mark inside a cell (unreadable)'],
  },
  {
    name: 'two pupils with one UPN: neither is taken',
    file: `${longHeading}\nA1,Khan,Amira,2014-02-03,5,5B,2023-09-04,AM,/,\nA1,Jones,Tom,2013-05-06,6,6A,2023-09-04,PM,/,\nA2,O’Neill,Zoë,,5,5B,2023-09-04,AM,/,\nA2,O'NEILL,Zoe,2014-01-01,5,5B,2023-09-04,PM,/,\n`,
    marks: ['A2 2023-09-04 AM /', 'A2 2023-09-04 PM /'],
    told: ['row 3, surname: another surname for the UPN than in row 2 (disagreement)'],
  },
  {
    name: 'a column that the profile does not know is left out and told',
    file: amira('2023-09-04,AM,/,')
      .replaceAll(/$/gm, (end, offset: number) => (offset < 100 ? ',Sex' : ',F') + end)
      .replace(/,F\s*$/, '\n'),
    marks: ['A1 2023-09-04 AM /'],
    told: ['row 1, Sex: a column that the profile does not know (heading)'],
  },
];

describe('a long register', () => {
  for (const { name, file, marks, told } of cases) {
    test(name, async () => {
      const imported = await readMarks(file);
      expect(imported.told).toEqual(told ?? []);
      expect(imported.marks).toEqual(marks);
      expect(imported.reading.kind).toBe('read');
    });
  }

  test('a mark while the pupil was off roll is kept and told', async () => {
    const roll = new Map([['A1', { onRollFrom: isoDay('2023-09-05'), onRollTo: undefined }]]);
    const imported = await readMarks(amira('2023-09-04,AM,/,', '2023-09-05,AM,/,'), undefined, roll);
    expect(imported.marks).toHaveLength(2);
    expect(imported.told).toEqual(['row 2, code: a mark on 4 September 2023: the pupil was off roll (not counted)']);
    expect(imported.reading.report.counts).toMatchObject({ marks: 2, notCounted: 1 });
  });

  test('the group of the latest day is the pupil’s group', async () => {
    const rows = ['6A,2023-09-05', '5B,2023-09-04', ',2023-09-08'].map((each) => `A1,Khan,Amira,,5,${each},AM,/,`);
    const { reading } = await readMarks([longHeading, ...rows, ''].join('\n'));
    expect(reading).toMatchObject({ pupils: [{ details: { registrationGroup: '6A', dateOfBirth: undefined } }] });
  });

  test('at most 1,000 problems are listed, and the rest are counted', async () => {
    const bad = Array.from({ length: 2_500 }, () => '2023-02-30,AM,/,');
    const { report } = (await readMarks(amira(...bad, '2023-09-04,AM,/,'))).reading;
    expect([report.problems.length, report.unlisted]).toEqual([1_000, 1_500]);
    expect(report.counts).toMatchObject({ rows: 2_501, unreadableRows: 2_500, marks: 1 });
    expect(report.problems[999]).toMatchObject({ row: 1_001, column: 'date', found: '2023-02-30' });
  });

  test('`generic` is `generic-long`', () => {
    expect(profiles['generic']).toBe(profiles['generic-long']);
  });
});

describe('a wide register', () => {
  const wide = (...lines: string[]): string => `${lines.join('\n')}\n`;
  const heading = 'upn,surname,forename,date of birth,year group,registration group,2023-09-04 AM,04/09/2023 pm';

  test('a column a session', async () => {
    const file = wide(heading, 'A1,Khan,Amira,2014-02-03,5,5B,/,O', 'A2,Ng,Lee,,5,5B,-,');
    const imported = await readMarks(file, genericWide);
    expect(imported.marks).toEqual(['A1 2023-09-04 AM /', 'A1 2023-09-04 PM O']);
    expect(imported.reading.report.counts).toMatchObject({ pupils: 2, marks: 2, notTaken: 2 });
  });

  test('a code that does not exist, and half a row', async () => {
    const file = wide(heading, 'A1,Khan,Amira,2014-02-03,5,5B,QQ,O', 'A2,Ng,Lee,,5,5B,/');
    const imported = await readMarks(file, genericWide);
    expect(imported.marks).toEqual(['A1 2023-09-04 PM O']);
    expect(imported.told).toEqual(['row 2, 2023-09-04 AM: QQ (unknown code)', 'row 3: 7 cells (unreadable)']);
  });

  test('two rows for one pupil that disagree about a session', async () => {
    const file = wide(heading, 'A1,Khan,Amira,,5,5B,/,O', 'A1,Khan,Amira,,5,5B,N,O');
    expect((await readMarks(file, genericWide)).marks).toEqual(['A1 2023-09-04 PM O']);
  });

  test('two columns for one session are refused', async () => {
    const file = wide(`${heading},2023-09-04 PM`, 'A1,Khan,Amira,,5,5B,/,O,/');
    expect((await readMarks(file, genericWide)).reading.kind).toBe('refused');
  });

  test('no session at all is refused', async () => {
    const file = wide(heading.replace(/,2023.*/, ''), 'A1,Khan,Amira,,5,5B');
    expect((await readMarks(file, genericWide)).told).toEqual(['row 1: no session (file)']);
  });
});
