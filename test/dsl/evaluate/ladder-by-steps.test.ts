import { expect, test } from 'vitest';
import { compiled, finding, needs, stage } from '../../support/evaluate-policy.ts';

const steps = compiled(`judgement improved by school
judgement worse by school
ladder stages by steps {
  stage one entered when any unauthorised session this school year {
    when improved { leaves }
    when worse { moves to two }
  }
  stage two
  stage three entered when referral accepted {
    needs not improved and visit made
  }
}`);
const absent = { '2023-11-13': 'U\\' };

test('not on the ladder before its condition holds', () => {
  expect(stage(steps, { asAt: '2023-11-10' })).toBeNull();
});

test('entered on the day its condition comes to hold', () => {
  expect(finding(steps, { asAt: '2023-11-20', marks: absent }).ladders[0]).toMatchObject({
    stage: { id: 'one' },
    since: '2023-11-13',
  });
});

test('stays without a further cause', () => {
  expect(stage(steps, { asAt: '2024-05-20', marks: absent })).toBe('one');
});

test('leaves when judged so', () => {
  const log = ['2023-11-20 improved is true'];
  expect(stage(steps, { asAt: '2023-11-19', marks: absent, log })).toBe('one');
  expect(stage(steps, { asAt: '2023-11-20', marks: absent, log })).toBeNull();
});

test('having left, the old cause does not bring the stage back', () => {
  const log = ['2023-11-20 improved is true'];
  const marks = { '2023-11-13': 'U\\', '2023-12-04': 'U\\' };
  expect(stage(steps, { asAt: '2023-12-15', marks, log })).toBeNull();
});

const rolling = compiled(`judgement improved by school
ladder stages by steps {
  stage one entered when at least 2 unauthorised sessions in a rolling 2 school weeks {
    when improved { leaves }
  }
}`);

test('a fresh edge does', () => {
  const marks = { '2023-11-13': 'UU', '2023-12-11': 'UU' };
  const log = ['2023-11-20 improved is true'];
  expect(stage(rolling, { asAt: '2023-12-08', marks, log })).toBeNull();
  expect(finding(rolling, { asAt: '2023-12-15', marks, log }).ladders[0]).toMatchObject({
    stage: { id: 'one' },
    since: '2023-12-11',
  });
});

test('an old judgement does not move a pupil who enters later', () => {
  const log = ['2023-11-06 improved is true'];
  expect(stage(rolling, { asAt: '2023-11-20', marks: { '2023-11-13': 'UU' }, log })).toBe('one');
});

test('judged again, it does', () => {
  const log = ['2023-11-06 improved is true', '2023-11-17 improved is true'];
  expect(stage(rolling, { asAt: '2023-11-20', marks: { '2023-11-13': 'UU' }, log })).toBeNull();
});

test('a move to a stage that has no condition of its own', () => {
  const log = ['2023-11-20 worse is true'];
  expect(finding(steps, { asAt: '2023-11-24', marks: absent, log }).ladders[0]).toMatchObject({
    stage: { id: 'two' },
    since: '2023-11-20',
  });
});

test('a stage waits until what it needs is proved, and says what is missing', () => {
  const log = ['2023-11-20 referral accepted'];
  const found = finding(steps, { asAt: '2023-11-24', marks: absent, log });
  expect(found.ladders[0]).toMatchObject({ stage: { id: 'one' }, possibly: [{ id: 'two' }, { id: 'three' }] });
  expect(needs(found, 'stages')).toContain('not proved: not improved and visit made');
});

test('and is entered on the day it is proved', () => {
  const log = ['2023-11-20 referral accepted', '2023-11-22 visit made', '2023-11-23 improved is not true'];
  expect(finding(steps, { asAt: '2023-11-24', marks: absent, log }).ladders[0]).toMatchObject({
    stage: { id: 'three' },
    since: '2023-11-23',
  });
});

test('a judgement that nobody has made leaves the move open and names who judges', () => {
  const found = finding(steps, { asAt: '2023-11-20', marks: absent });
  expect(found.ladders[0]!.possibly).toEqual([{ id: 'two', title: 'two' }]);
  expect(needs(found, 'stages')).toEqual(['judgement: improved', 'judgement: worse']);
});

test('a mark missing leaves an entry open, and does not move the pupil', () => {
  const found = finding(steps, { asAt: '2023-11-15', marks: { '2023-11-13': '/.' } });
  expect(found.ladders[0]).toMatchObject({ stage: null, possibly: [{ id: 'one' }] });
  expect(needs(found, 'stages')).toEqual(['2023-11-13 PM']);
});

test('a judgement revised later moves from the day it was revised', () => {
  const log = ['2023-11-20 worse is not true', '2023-11-27 worse is true'];
  expect(stage(steps, { asAt: '2023-11-24', marks: absent, log })).toBe('one');
  expect(stage(steps, { asAt: '2023-11-27', marks: absent, log })).toBe('two');
});

test('what is already so at joining is entered that day', () => {
  const policy = compiled(`fact in-care for pupil
ladder care by steps { stage watched entered when in-care }`);
  const supposed = { asAt: '2023-11-15', onRoll: { from: '2023-11-13' }, facts: { 'in-care': true } };
  expect(finding(policy, supposed).ladders[0]).toMatchObject({ stage: { id: 'watched' }, since: '2023-11-13' });
});

test('unless in a move is the exception', () => {
  const policy = compiled(`judgement ill by school
ladder stages by steps {
  stage one entered when any unauthorised session this school year {
    when visit missed { moves to two unless ill }
  }
  stage two
}`);
  const log = ['2023-11-20 visit missed'];
  expect(stage(policy, { asAt: '2023-11-24', marks: absent, log: ['2023-11-17 ill is true', ...log] })).toBe('one');
  expect(stage(policy, { asAt: '2023-11-24', marks: absent, log: ['2023-11-17 ill is not true', ...log] })).toBe('two');
});

test('an exception nobody has judged does not hold a move back', () => {
  const policy = compiled(`judgement ill by school
ladder stages by steps {
  stage one entered when any unauthorised session this school year {
    when visit missed { moves to two unless ill }
  }
  stage two
}`);
  expect(stage(policy, { asAt: '2023-11-24', marks: absent, log: ['2023-11-20 visit missed'] })).toBe('two');
});

test('stays here holds a higher stage back while it is so', () => {
  const policy = compiled(`judgement ill by school
ladder stages by steps {
  stage one entered when any unauthorised session this school year { stays here while ill }
  stage two entered when at least 2 unauthorised sessions this school year
}`);
  const marks = { '2023-11-13': 'U\\', '2023-11-20': 'U\\' };
  const log = ['2023-11-15 ill is true'];
  expect(stage(policy, { asAt: '2023-11-24', marks, log })).toBe('one');
  expect(stage(policy, { asAt: '2023-11-24', marks })).toBe('two');
  expect(stage(policy, { asAt: '2023-11-28', marks, log: [...log, '2023-11-27 ill is not true'] })).toBe('two');
});

test('an outcome moves only once its review is held', () => {
  const policy = compiled(`judgement better by school
ladder stages by steps {
  stage one entered when any unauthorised session this school year {
    review first-review due 4 school weeks after home-visit made {
      must record "the rates"
      outcome worse "not improving" if not better { moves to two  will "review the support" }
    }
  }
  stage two
}`);
  const judged = '2023-11-20 better is not true';
  expect(stage(policy, { asAt: '2023-11-24', marks: absent, log: [judged] })).toBe('one');
  expect(finding(policy, { asAt: '2023-11-24', marks: absent, log: [judged] }).duties).toEqual([]);
  const held = ['2023-11-20 first-review held'];
  expect(stage(policy, { asAt: '2023-11-24', marks: absent, log: [...held, judged] })).toBe('two');
  const open = finding(policy, { asAt: '2023-11-24', marks: absent, log: held });
  expect(open.duties.map((each) => each.state)).toEqual(['done', 'due', 'open question']);
});

test('two ladders that look at each other see the day before', () => {
  const policy = compiled(`ladder first by steps {
  stage low entered when any unauthorised session this school year
  stage up entered when second is low
}
ladder second by steps {
  stage low entered when first is low
  stage up entered when first is up
}`);
  const since = (asAt: string) => finding(policy, { asAt, marks: absent }).ladders.map((each) => each.stage?.id ?? '-');
  expect(since('2023-11-13')).toEqual(['low', '-']);
  expect(since('2023-11-14')).toEqual(['low', 'low']);
  expect(since('2023-11-15')).toEqual(['up', 'low']);
  expect(since('2023-11-16')).toEqual(['up', 'up']);
});
