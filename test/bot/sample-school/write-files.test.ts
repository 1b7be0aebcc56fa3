import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { widnesPlan } from '../../../bot/sample-school/widnes-plan.ts';
import { writeFiles } from '../../../bot/sample-school/write-files.ts';
import { makeSamples } from '../../../bot/serve-sample.ts';
import { formatIsoDay, parseIsoDay } from '../../../register/day.ts';
import { schoolCalendar } from '../../../register/school-calendar.ts';
import { groupedBy, sample } from './sample.ts';

const { school, files, marks, adults } = sample();

describe('marks.csv', () => {
  test('the header is that of the generic-long profile', () => {
    expect(files['marks.csv'].slice(0, files['marks.csv'].indexOf('\n'))).toBe(
      'upn,surname,forename,date of birth,year group,registration group,date,session,code,minutes late',
    );
  });

  test('a row for each of 420 pupils and 380 sessions', () => {
    expect(marks).toHaveLength(420 * 380);
    expect(new Set(marks.map((row) => `${row['upn']} ${row['date']} ${row['session']}`)).size).toBe(420 * 380);
  });

  test('every date exists and every session is AM or PM', () => {
    const dates = [...new Set(marks.flatMap((row) => [row['date']!, row['date of birth']!]))];
    expect(dates.filter((date) => parseIsoDay(date) === undefined)).toEqual([]);
    expect(new Set(marks.map((row) => row['session']))).toEqual(new Set(['AM', 'PM']));
  });

  test('a field with a comma or a quotation mark is quoted', () => {
    const pupil = { ...school.pupils[0]!, surname: 'Smith, "Jr"' };
    expect(writeFiles({ ...school, pupils: [pupil] })['marks.csv']).toContain(',"Smith, ""Jr""",');
  });
});

describe('adults.csv', () => {
  test('the header is that of the generic-adults profile', () => {
    expect(files['adults.csv'].slice(0, files['adults.csv'].indexOf('\n'))).toBe(
      'upn,family,title,forename,surname,relation,parental responsibility,day-to-day care,' +
        'address line 1,address line 2,address line 3,town,postcode,do not send',
    );
  });

  test('every pupil has an adult, and siblings have the same', () => {
    const byPupil = groupedBy(adults, (row) => row['upn']!);
    expect(new Set(byPupil.keys())).toEqual(new Set(school.pupils.map((pupil) => pupil.upn)));
    const khans = school.pupils.filter((pupil) => pupil.surname === 'Khan' && /Amira|Yusuf/.test(pupil.forename));
    const [amiras, yusufs] = khans.map((pupil) => byPupil.get(pupil.upn)!.map(({ upn: _upn, ...rest }) => rest));
    expect(amiras).toEqual(yusufs);
    expect(amiras).toHaveLength(2);
  });

  test('answers are yes or no, and every adult has title, name, relation and address', () => {
    for (const row of adults) {
      for (const column of ['parental responsibility', 'day-to-day care', 'do not send']) {
        expect(['yes', 'no']).toContain(row[column]);
      }
      for (const column of ['family', 'title', 'forename', 'surname', 'relation', 'address line 1', 'town']) {
        expect(row[column]).not.toBe('');
      }
    }
  });

  test('postcodes have the form of one of Widnes and letters that no real one has', () => {
    for (const row of adults) expect(row['postcode']).toMatch(/^WA8 9[CKMV][A-Z]$/);
  });
});

describe('calendar.yaml', () => {
  const calendar = parse(files['calendar.yaml']) as Record<string, unknown>;

  test('has the keys of the calendar format and no other', () => {
    expect(Object.keys(calendar)).toEqual(['school', 'start', 'end', 'terms', 'halfTerms', 'closures']);
    expect(calendar).toMatchObject({ school: 'widnes', start: '2023-09-04', end: '2024-07-19' });
  });

  test('read back it has 190 school days: 28 March and Eid among them, May Day and INSET days not', () => {
    const day = (text: unknown) => parseIsoDay(String(text))!;
    const spans = (key: string) =>
      (calendar[key] as Record<string, unknown>[]).map(({ name, why, from, to }) => ({
        name: String(name),
        why: String(why),
        from: day(from),
        to: day(to),
      }));
    const year = { from: day(calendar['start']), to: day(calendar['end']) };
    const read = schoolCalendar('widnes', [
      { ...year, terms: spans('terms'), halfTerms: spans('halfTerms'), closures: spans('closures') },
    ]);
    const days = new Set(read.schoolDays.map(formatIsoDay));
    expect(days.size).toBe(190);
    expect(['2023-09-05', '2024-03-28', '2024-04-10', '2024-07-19'].filter((each) => !days.has(each))).toEqual([]);
    expect(['2023-09-04', '2023-10-25', '2024-03-29', '2024-05-06'].filter((each) => days.has(each))).toEqual([]);
    expect(new Set(marks.map((row) => row['date']))).toEqual(days);
  });
});

test('staff.yaml names an attendance lead of the school and a tutor of 5B by their roles, and how the school signs', () => {
  expect(parse(makeSamples([widnesPlan(70)])['staff.yaml'])).toEqual({
    staff: [
      {
        id: 'attendance-lead',
        name: 'Attendance lead',
        role: 'attendance lead',
        schools: ['widnes'],
        registrationGroups: [],
        slackUser: 'U0ATTLEAD',
      },
      {
        id: 'tutor-5b',
        name: 'Tutor of 5B',
        role: 'tutor',
        schools: ['widnes'],
        registrationGroups: ['5B'],
        slackUser: 'U0TUTOR5B',
      },
    ],
    schools: [
      {
        id: 'widnes',
        name: 'Widnes Academy (sample)',
        address: ['Sample Street', 'WIDNES', 'WA8 0ZZ'],
        telephone: '0151 496 0100',
        email: 'office@widnes-academy.example',
        signatory: { role: 'Head of School' },
        contact: {
          role: 'Attendance Leader',
          telephone: '0151 496 0101',
          email: 'attendance@widnes-academy.example',
        },
      },
    ],
  });
});
