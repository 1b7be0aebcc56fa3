import { expect, test } from 'vitest';
import { finesDue } from '../../../dsl/evaluate/fines.ts';
import { paperMark } from '../../../dsl/evaluate/paper-marks.ts';
import { isoDay } from '../../../register/day.ts';
import { compiled, pupilCase } from '../../support/evaluate-policy.ts';

const notices = compiled(`notice penalty "Penalty" {
  first  fine £80 if paid within 21 calendar days of notice received, £160 if paid within 28 calendar days of notice received
  second fine £160 if paid within 28 calendar days of notice received
}
notice warning`);

function fine(asAt: string, ...log: string[]): string {
  const [found] = finesDue(notices, pupilCase({ asAt, log }), isoDay(asAt));
  return found ? `${found.state} ${found.pounds?.shown ?? ''} ${found.until ?? ''}`.trim() : 'none';
}

const issued = ['2024-01-05 penalty issued', '2024-01-08 penalty received'];

test('no notice, no fine', () => {
  expect(fine('2024-01-10')).toBe('none');
});

test('the 21st day is in time for the lower sum, the 22nd is not', () => {
  expect(fine('2024-01-29', ...issued)).toBe('payable 80 2024-01-29');
  expect(fine('2024-01-30', ...issued)).toBe('payable 160 2024-02-05');
});

test('after the 28th day it is unpaid', () => {
  expect(fine('2024-02-05', ...issued)).toBe('payable 160 2024-02-05');
  expect(fine('2024-02-06', ...issued)).toBe('unpaid');
});

test('paid, and withdrawn', () => {
  expect(fine('2024-02-06', ...issued, '2024-01-20 penalty paid')).toBe('paid');
  expect(fine('2024-02-06', ...issued, '2024-01-20 penalty withdrawn')).toBe('withdrawn');
});

test('a notice nobody has logged as received cannot be told', () => {
  expect(fine('2024-01-10', '2024-01-05 penalty issued')).toBe('undetermined');
});

test('the second notice has its own sum', () => {
  expect(fine('2024-03-20', ...issued, '2024-03-10 penalty issued', '2024-03-12 penalty received')).toBe(
    'payable 160 2024-04-09',
  );
});

test.each([
  ['counted per parent, pupil', { parent: 2, pupil: 3 }, '480'],
  ['counted per parent', { parent: 2, pupil: 3 }, '160'],
  ['', { parent: 2, pupil: 3 }, '80'],
  ['counted per parent, pupil', { parent: 2 }, undefined],
])('in all, %s', (counted, numbers, total) => {
  const notice = compiled(`notice penalty "Penalty" {
  ${counted}
  any fine £80 if paid within 21 calendar days of notice received
}`);
  const [found] = finesDue(notice, pupilCase({ asAt: '2024-01-20', log: issued }), isoDay('2024-01-20'), numbers);
  expect([found?.pounds?.shown, found?.total?.shown]).toEqual(['80', total]);
});

test('of a notice that is paid there is no sum', () => {
  const log = [...issued, '2024-01-20 penalty paid'];
  const [found] = finesDue(notices, pupilCase({ asAt: '2024-01-20', log }), isoDay('2024-01-20'), { parent: 1 });
  expect(found).toMatchObject({ pounds: null, total: null });
});

const leave = compiled(`judgement family-holiday by headteacher
role headteacher
leave holiday "Holiday" {
  marked G if family-holiday and leave not granted
  marked C if leave granted
  otherwise not stated
}
reason illness "Illness" {
  marked I if evidence given
  may mark O if evidence refused
  otherwise I
}`);

function mark(paper: string, ...log: string[]): string {
  const found = paperMark(leave, pupilCase({ asAt: '2024-01-20', log }), paper, isoDay('2024-01-20'))!;
  if (found.kind === 'undetermined') return found.needs.map((need) => need.kind).join();
  return found.kind === 'code' ? found.code : found.class;
}

test('the first true row wins', () => {
  expect(mark('holiday', '2024-01-02 family-holiday is true')).toBe('G');
  expect(mark('holiday', '2024-01-02 family-holiday is true', '2024-01-03 holiday granted')).toBe('C');
});

test('a row that cannot be told leaves the mark open, unless every row still possible gives the same', () => {
  expect(mark('holiday')).toBe('judgement');
  expect(mark('illness')).toBe('I');
});

test('no row is true: not stated', () => {
  expect(mark('holiday', '2024-01-02 family-holiday is not true')).toBe('not stated');
});

const ill = compiled(`letter stage-2-letter
reason illness {
  marked I if stage-2-letter sent and medical-evidence given
  marked O if stage-2-letter sent
  otherwise I
}`);
const absent = { '2024-02-19': 'II II', '2024-03-04': 'II' };

/** The mark of a session's day, as at another, and whether that is authorised. */
function illness(session: string, asAt: string, ...log: string[]) {
  const found = paperMark(ill, pupilCase({ asAt, marks: absent, log }), 'illness', isoDay(asAt), isoDay(session))!;
  return found.kind === 'code' ? [found.code, found.authorised] : [found.kind];
}
const letter = '2024-02-05 stage-2-letter sent';

test('without the letter illness is authorised', () => {
  expect(illness('2024-02-20', '2024-02-20')).toEqual(['I', true]);
});

test('after the letter it is not, without evidence', () => {
  expect(illness('2024-02-20', '2024-02-20', letter)).toEqual(['O', false]);
});

test('a letter of the session’s own day, or later, does not change its mark', () => {
  expect(illness('2024-02-20', '2024-02-20', '2024-02-20 stage-2-letter sent')).toEqual(['I', true]);
  expect(illness('2024-02-20', '2024-03-04', '2024-02-26 stage-2-letter sent')).toEqual(['I', true]);
  expect(illness('2024-02-20', '2024-02-20', '2024-02-19 stage-2-letter sent')).toEqual(['O', false]);
});

test('evidence about the absence counts whenever it comes', () => {
  expect(illness('2024-02-19', '2024-02-26', letter, '2024-02-26 medical-evidence given')).toEqual(['I', true]);
  expect(illness('2024-02-19', '2024-03-04', letter, '2024-03-04 medical-evidence given about 2024-02-19')).toEqual([
    'I',
    true,
  ]);
});

test('evidence about another absence does not', () => {
  expect(illness('2024-03-04', '2024-03-04', letter, '2024-02-20 medical-evidence given')).toEqual(['O', false]);
});

test('what the code counts as on that day, and the row that decides', () => {
  const found = paperMark(
    ill,
    pupilCase({ asAt: '2024-02-20', marks: absent, log: [letter] }),
    'illness',
    isoDay('2024-02-20'),
  );
  expect(found).toMatchObject({ meaning: 'unauthorised absence', clause: { id: 'illness', line: 5 } });
});

const appointment = compiled(`reason appointment {
  marked present if pupil returned since appointment given
  marked M       if appointment given
}`);

test.each([
  ['AM', 'AM', 'present'],
  ['PM', 'AM', 'M'],
  ['PM', 'PM', 'present'],
  [undefined, 'AM', 'present'],
  ['PM', undefined, 'present'],
] as const)('back in the half %s, the mark of the half %s is %s', (back, half, expected) => {
  const about = pupilCase({ asAt: '2024-01-16', log: ['2024-01-16 appointment given', '2024-01-16 pupil returned'] });
  const entries = about.log.entries.map((each) =>
    each.kind === 'act' && each.done === 'returned' ? { ...each, half: back } : each,
  );
  const day = isoDay('2024-01-16');
  const found = paperMark(appointment, { ...about, log: { entries } }, 'appointment', day, day, half);
  expect(found?.kind === 'code' ? found.code : found?.kind === 'class' && found.class).toBe(expected);
});
