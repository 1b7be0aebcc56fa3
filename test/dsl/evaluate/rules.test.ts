import { expect, test } from 'vitest';
import { calendarOf, compiled, finding, needs, state, year } from '../../support/evaluate-policy.ts';

const marks = { '2023-11-13': 'OO OO OO' };

test('when fires on the day its condition comes to hold, and the duty stands from then', () => {
  const policy = compiled('when at least 4 absent sessions this school year { school will "ask why" }');
  expect(finding(policy, { asAt: '2023-11-13', marks }).duties).toEqual([]);
  expect(finding(policy, { asAt: '2023-12-01', marks }).duties).toMatchObject([{ arose: '2023-11-14', state: 'due' }]);
});

test('while holds day by day and lapses', () => {
  const policy = compiled('while absent { school will "ask why" }');
  expect(finding(policy, { asAt: '2023-11-15', marks }).duties).toMatchObject([{ arose: '2023-11-13' }]);
  expect(finding(policy, { asAt: '2023-11-16', marks }).duties).toEqual([]);
});

test('where brings nothing of itself', () => {
  const policy = compiled('fact traded for school\nwhere traded { school will "write" }');
  expect(finding(policy, { asAt: '2023-11-16', facts: { traded: true } }).duties).toEqual([]);
});

test('where opens an option once its fact is known to be so', () => {
  const policy = compiled('fact traded for school\nwhere traded { school may "write" }');
  const options = (facts?: Record<string, boolean>) => finding(policy, { asAt: '2023-11-16', ...(facts && { facts }) });
  expect(options({ traded: true }).options).toHaveLength(1);
  expect(options({ traded: false }).options).toEqual([]);
  expect(options().options).toEqual([]);
  expect(needs(options(), 'write')).toEqual(['data: traded']);
});

test('a when on an act fires at each one', () => {
  const policy = compiled('when visit missed { school will send letter-one to parents }\nletter letter-one');
  const log = ['2023-11-06 visit missed', '2023-11-07 letter-one sent', '2023-11-20 visit missed'];
  expect(state(finding(policy, { asAt: '2023-11-10', log }), 'letter-one')).toBe('sent');
  expect(state(finding(policy, { asAt: '2023-11-21', log }), 'letter-one')).toBe('due');
});

test('once each half term, one act is enough whatever brought it', () => {
  const policy = compiled(
    'when visit missed { school will send letter-one to parents once each half term }\nletter letter-one',
  );
  const calendar = calendarOf(
    year('2023-09-04', '2024-07-19', { halfTerms: ['2023-09-04 2023-10-20 one', '2023-10-30 2023-12-20 two'] }),
  );
  const log = ['2023-11-06 visit missed', '2023-11-07 letter-one sent', '2023-11-20 visit missed'];
  expect(state(finding(policy, { asAt: '2023-11-21', log, calendar }), 'letter-one')).toBe('sent');
  const other = ['2023-10-06 visit missed', '2023-10-07 letter-one sent', '2023-11-20 visit missed'];
  expect(state(finding(policy, { asAt: '2023-11-21', log: other, calendar }), 'letter-one')).toBe('due');
});

test('once each absence', () => {
  const policy = compiled(
    'when visit missed { school will report pupil to attendance-service once each absence }\nrole attendance-service',
  );
  const log = ['2023-11-14 pupil reported', '2023-11-15 visit missed'];
  expect(state(finding(policy, { asAt: '2023-11-15', marks, log }), 'report-pupil')).toBe('done');
  expect(
    state(
      finding(policy, { asAt: '2023-11-20', log: ['2023-11-14 pupil reported', '2023-11-20 visit missed'], marks }),
      'report-pupil',
    ),
  ).toBe('due');
});

test('if must be proved', () => {
  const policy = compiled('judgement ill by school\nwhile absent { school will "visit the family" if ill }');
  expect(finding(policy, { asAt: '2023-11-14', marks }).duties).toMatchObject([{ state: 'open question' }]);
  expect(finding(policy, { asAt: '2023-11-14', marks, log: ['2023-11-14 ill is not true'] }).duties).toEqual([]);
});

test('unless holds unless proved, and names the exception nobody has judged', () => {
  const policy = compiled('judgement ill by school\nwhile absent { school will "visit the family" unless ill }');
  const open = finding(policy, { asAt: '2023-11-14', marks }).duties;
  expect(open).toMatchObject([{ state: 'due', needs: [{ kind: 'judgement', name: 'ill' }] }]);
  expect(finding(policy, { asAt: '2023-11-14', marks, log: ['2023-11-14 ill is true'] }).duties).toEqual([]);
});

test('a call or a visit that cannot be told is decided today', () => {
  const policy = compiled('judgement ill by school\nwhile absent { school will visit home if ill }');
  const found = finding(policy, { asAt: '2023-11-14', marks });
  expect(found.duties).toMatchObject([{ state: 'decide today' }]);
  expect(needs(found, 'visit-home')).toEqual(['judgement: ill']);
});

test('a may is an option and never a duty; should and must are duties with their own word', () => {
  const policy = compiled('while absent { school may "visit"\nschool should "ring"\nschool must "record" }');
  const found = finding(policy, { asAt: '2023-11-14', marks });
  expect(found.options.map((each) => each.strength)).toEqual(['may']);
  expect(found.duties.map((each) => each.strength)).toEqual(['should', 'must']);
});

test('a may that sends a letter makes no letter due', () => {
  const policy = compiled('while absent { school may send letter-one to parents }\nletter letter-one');
  expect(finding(policy, { asAt: '2023-11-14', marks }).letters).toEqual([]);
});

test('a when that can never be told says what it lacks', () => {
  const policy = compiled('threshold low "below guidelines" is not stated\nwhen low { school will "write" }');
  const found = finding(policy, { asAt: '2023-11-14' });
  expect(found.duties).toMatchObject([
    { state: 'open question', needs: [{ kind: 'not stated', what: 'below guidelines' }] },
  ]);
});

test('a bar holds until its exception is proved', () => {
  const policy = compiled('judgement exceptional by school\nschool will not "grant leave" unless exceptional');
  const bar = (...log: string[]) => finding(policy, { asAt: '2023-11-14', log }).bars[0]!;
  expect(bar()).toMatchObject({ state: 'barred', needs: [{ name: 'exceptional' }] });
  expect(bar('2023-11-10 exceptional is not true')).toMatchObject({ state: 'barred', needs: [] });
  expect(bar('2023-11-10 exceptional is true').state).toBe('lifted');
});

test('what is unlikely is a presumption that holds if its condition may', () => {
  const policy = compiled('judgement holiday by school\nschool is unlikely to "grant leave" if holiday');
  expect(finding(policy, { asAt: '2023-11-14' }).bars).toMatchObject([
    { state: 'barred', needs: [{ name: 'holiday' }] },
  ]);
  expect(finding(policy, { asAt: '2023-11-14', log: ['2023-11-10 holiday is not true'] }).bars).toEqual([]);
});

const deadlines: Record<string, readonly [within: string, lastDay: string, overdue: string]> = {
  // Asked on Monday 8 January 2024; 15 January is a closed day, 16 January a bank holiday.
  'school days: a closed day and a bank holiday do not count': ['10 school days', '2024-01-24', '2024-01-25'],
  'working days: a closed day counts, a bank holiday does not': ['10 working days', '2024-01-23', '2024-01-24'],
  'calendar days': ['10 calendar days', '2024-01-18', '2024-01-19'],
  'calendar weeks: the same weekday': ['2 calendar weeks', '2024-01-22', '2024-01-23'],
  'school weeks': ['2 school weeks', '2024-01-22', '2024-01-23'],
  'months: the same date': ['1 month', '2024-02-08', '2024-02-09'],
};

test.each(Object.entries(deadlines))('within %s', (_name, [within, lastDay, overdue]) => {
  const policy = compiled(`when visit missed { school must "write" within ${within} of visit missed }`);
  const calendar = calendarOf(
    year('2023-09-04', '2024-07-19', {
      closures: ['2024-01-15 2024-01-15 training', '2024-01-16 2024-01-16 bank holiday'],
    }),
  );
  const on = (asAt: string) => finding(policy, { asAt, calendar, log: ['2024-01-08 visit missed'] }).duties[0]!;
  expect(on(lastDay)).toMatchObject({ state: 'due', due: { date: lastDay } });
  expect(on(overdue).state).toBe('overdue');
});

test('once done it is no longer overdue', () => {
  const policy = compiled(
    'when visit missed { school must send letter-one within 5 school days of visit missed }\nletter letter-one',
  );
  const log = ['2024-01-08 visit missed', '2024-01-17 letter-one sent'];
  expect(finding(policy, { asAt: '2024-01-16', log }).duties[0]!.state).toBe('overdue');
  expect(finding(policy, { asAt: '2024-01-17', log }).duties[0]).toMatchObject({ state: 'done', done: '2024-01-17' });
});

test('a duty in words is done when it is logged as done', () => {
  const policy = compiled('when visit missed { school must "write" }');
  const log = ['2024-01-08 visit missed', '2024-01-09 write done'];
  expect(finding(policy, { asAt: '2024-01-10', log }).duties[0]).toMatchObject({ state: 'done', done: '2024-01-09' });
});

test('on absence day 1: due that day, overdue while the absence lasts, gone when it ends', () => {
  const policy = compiled('parents should report absence before 09:30 on absence day 1');
  const on = (asAt: string, ...log: string[]) => finding(policy, { asAt, marks, log }).duties;
  expect(on('2023-11-13')).toMatchObject([{ state: 'due', due: { date: '2023-11-13', time: '09:30' } }]);
  expect(on('2023-11-15')).toMatchObject([{ state: 'overdue', arose: '2023-11-13' }]);
  expect(on('2023-11-16')).toEqual([]);
  expect(on('2023-11-15', '2023-11-13 09:10 absence reported')).toMatchObject([{ state: 'done' }]);
});

test('on absence day 2 and 4, a weekend not counted', () => {
  const policy = compiled('school will visit home on absence day 2 and 4');
  const long = { '2023-11-16': 'OO OO OO OO' };
  const arose = (asAt: string) => finding(policy, { asAt, marks: long }).duties.map((each) => each.arose);
  expect(arose('2023-11-16')).toEqual([]);
  expect(arose('2023-11-20')).toEqual(['2023-11-17']);
  expect(arose('2023-11-21')).toEqual(['2023-11-21']);
});

test('after 28 days of an event an option opens on the 29th day, and not without the event', () => {
  const policy = compiled(
    'notice fine-notice { local-authority may "prosecute" after 28 calendar days of notice issued unless notice paid }',
  );
  const open = (asAt: string, ...log: string[]) => finding(policy, { asAt, log }).options.length;
  expect(open('2024-02-05')).toBe(0);
  expect(open('2024-02-05', '2024-01-08 fine-notice issued')).toBe(0);
  expect(open('2024-02-06', '2024-01-08 fine-notice issued')).toBe(1);
  expect(open('2024-02-06', '2024-01-08 fine-notice issued', '2024-02-01 fine-notice paid')).toBe(0);
});

test('that an earlier notice was paid does not settle a later one', () => {
  const policy = compiled(
    'notice fine-notice { local-authority may "prosecute" after 28 calendar days of notice issued unless notice paid }',
  );
  const log = ['2023-10-02 fine-notice issued', '2023-10-05 fine-notice paid', '2024-01-08 fine-notice issued'];
  expect(finding(policy, { asAt: '2024-02-06', log }).options).toHaveLength(1);
});

test('what is done after an event arises with it', () => {
  const policy = compiled(
    'while absent { school will send letter-one to parents after visit made }\nletter letter-one',
  );
  expect(finding(policy, { asAt: '2023-11-15', marks }).letters).toEqual([]);
  const found = finding(policy, { asAt: '2023-11-15', marks, log: ['2023-11-14 visit made'] });
  expect(found.letters).toMatchObject([{ state: 'due', since: '2023-11-14' }]);
});

test('each school day a duty is owed anew', () => {
  const policy = compiled('while absent { school will call parents each school day }');
  const log = ['2023-11-14 contact made'];
  expect(finding(policy, { asAt: '2023-11-14', marks, log }).duties[0]!.state).toBe('done');
  expect(finding(policy, { asAt: '2023-11-15', marks, log }).duties[0]!.state).toBe('due');
});

test('a clause past its own dates asks nothing', () => {
  const policy = compiled('while absent { school will "ring"   in force from 1 September 2023 to 13 November 2023 }');
  expect(finding(policy, { asAt: '2023-11-13', marks }).duties).toHaveLength(1);
  expect(finding(policy, { asAt: '2023-11-14', marks }).duties).toEqual([]);
});

test('a duty in words is settled by logging the sentence as done', () => {
  const policy = compiled('when visit missed { school will "look into it" }\nthreshold looked is look-into-it done');
  const log = ['2023-11-06 visit missed', '2023-11-08 look-into-it done'];
  const found = (asAt: string) => finding(policy, { asAt, log });
  expect(found('2023-11-07').duties).toMatchObject([{ state: 'due', done: null }]);
  expect(found('2023-11-08').duties).toMatchObject([{ state: 'done', done: '2023-11-08' }]);
  expect(found('2023-11-08').thresholds).toMatchObject([{ met: 'yes' }]);
  const again = finding(policy, { asAt: '2023-11-20', log: [...log, '2023-11-20 visit missed'] });
  expect(again.duties).toMatchObject([{ state: 'due', arose: '2023-11-20' }]);
});
