import { describe, expect, test } from 'vitest';
import { changes } from './changes.ts';

const stages = (pa: string): string => `ladder map "Map" by days absent this school year {
  stage everyone "Everyone" from 0 days absent
  stage pa "Persistent" ${pa}
}`;
const closes = (time: string): string => `school day {
  time closes "Registers close" ${time}
  morning from 08:45 {
    arriving by 08:45                 is present
    arriving after 08:45 but by closes is L
    arriving after closes              is U
  }
  afternoon not stated
}`;
const notice = (body: string): string => `notice epn "Penalty notice" {\n${body}\n}`;

describe('in which direction', () => {
  test.each<[string, string, string, string]>([
    [
      'a duty by an earlier time',
      'while absent { school will call parents by 09:40 }',
      'while absent { school will call parents by 09:30 }',
      'tighter for the school: call-parents It gives until 09:30, not 09:40.',
    ],
    [
      'a duty that becomes an option',
      'while absent { school must call parents }',
      'while absent { school may call parents }',
      'neither: call-parents It says “may”, not “must”.',
    ],
    [
      'an option that becomes a duty',
      'while absent { school may call parents }',
      'while absent { school must call parents }',
      'tighter for the school: call-parents It says “must”, not “may”.',
    ],
    [
      'a duty that becomes a bar',
      'while absent { school must call parents }',
      'while absent { school must not call parents }',
      'neither: call-parents It says “must not”, not “must”.',
    ],
    [
      'more days to do it in',
      'when leave asked { school must tell parents about "the outcome" within 5 school days of leave asked }',
      'when leave asked { school must tell parents about "the outcome" within 10 school days of leave asked }',
      'looser for the school: tell-parents It gives 10 school days, not 5 school days.',
    ],
    [
      'days that cannot be told apart from others',
      'when leave asked { school must tell parents about "it" within 5 school weeks of leave asked }',
      'when leave asked { school must tell parents about "it" within 5 calendar weeks of leave asked }',
      'neither: tell-parents Calendar weeks and school weeks are different lengths.',
    ],
    [
      'an exception more',
      'fact known "known illness" for pupil\nwhile absent { school must call parents }',
      'fact known "known illness" for pupil\nwhile absent { school must call parents unless known }',
      'looser for the school: call-parents It adds the exception “unless known illness”.',
    ],
    [
      'a condition less, on parents',
      'fact known "known illness" for pupil\nwhile absent { parents must call school if known }',
      'fact known "known illness" for pupil\nwhile absent { parents must call school }',
      'tighter for pupils and families: call-school It does not ask for “known illness” any more.',
    ],
    [
      'somebody else is asked',
      'role head "Head"\nwhile absent { school must call parents }',
      'role head "Head"\nwhile absent { head must call parents }',
      'neither: call-parents The Head is asked, not the school.',
    ],
    [
      'asked every week, not every term',
      'for each school { school must "publish attendance" each term }',
      'for each school { school must "publish attendance" each school week }',
      'tighter for the school: publish-attendance It is asked each school week.',
    ],
    [
      'a threshold reached later',
      'threshold warn "Warning" is at least 8 unauthorised sessions this school year',
      'threshold warn "Warning" is at least 10 unauthorised sessions this school year',
      'looser for pupils and families: warn It reaches fewer pupils, or later: “at least 10 unauthorised sessions this school year”, not “at least 8 unauthorised sessions this school year”.',
    ],
    [
      'a threshold that takes its own number in',
      'threshold warn "Warning" is attendance this school year below 90%',
      'threshold warn "Warning" is attendance this school year at most 90%',
      'tighter for pupils and families: warn It reaches more pupils, or earlier: “attendance this school year at most 90%”, not “attendance this school year below 90%”.',
    ],
    [
      'a reward that is harder to earn',
      'reward full "Full" each term to pupils with attendance this term at least 97%',
      'reward full "Full" each term to pupils with attendance this term at least 98%',
      'tighter for pupils and families: full It is earned by fewer pupils, or later: “attendance this term at least 98%”, not “attendance this term at least 97%”.',
    ],
    [
      'a group that takes more in',
      'fact send "SEND" for pupil\nfact fsm "FSM" for pupil\ngroup plan "Plan" is send',
      'fact send "SEND" for pupil\nfact fsm "FSM" for pupil\ngroup plan "Plan" is send or fsm',
      'neither: plan It reaches more pupils, or earlier: “SEND or FSM”, not “SEND”.',
    ],
    [
      'a stage entered earlier',
      stages('from 20 days absent'),
      stages('from 19 days absent'),
      'tighter for pupils and families: map.pa It reaches more pupils, or earlier: “from 19 days absent this school year”, not “from 20 days absent this school year”.',
    ],
    [
      'a stage that is kept',
      stages('from 20 days absent'),
      stages('from 20 days absent kept to the end of the school year'),
      'tighter for pupils and families: map.pa It is kept to the end of the school year.',
    ],
    [
      'a dearer fine',
      notice('any fine £60 if paid within 21 calendar days of notice received'),
      notice('any fine £80 if paid within 21 calendar days of notice received'),
      'tighter for pupils and families: epn It is £80, not £60.',
    ],
    [
      'more time to pay',
      notice('any fine £60 if paid within 21 calendar days of notice received'),
      notice('any fine £60 if paid within 28 calendar days of notice received'),
      'looser for pupils and families: epn For £60 it gives 28 calendar days, not 21 calendar days.',
    ],
    [
      'what a paper includes',
      notice('includes "dates", "amount"'),
      notice('includes "amount", "right to appeal"'),
      'neither: epn It includes “right to appeal”, which it did not before. It no longer includes “dates”.',
    ],
    [
      'a notice that may be issued to more families',
      `threshold warn "Warning" is any session coded U this school year\n${notice('local-authority may issue epn if warn')}`,
      `threshold warn "Warning" is any session coded U this school year\n${notice('local-authority may issue epn')}`,
      'tighter for pupils and families: epn.issue-epn It does not ask for “Warning” any more.',
    ],
    [
      'a judgement made by others',
      'role head "Head"\nrole lead "Lead"\njudgement ok "exceptional" by head',
      'role head "Head"\nrole lead "Lead"\njudgement ok "exceptional" by lead',
      'neither: ok It is judged by the Lead, not the Head.',
    ],
    [
      'a code for a reason',
      'reason illness "Illness" { otherwise I }',
      'reason illness "Illness" { otherwise O }',
      'tighter for pupils and families: illness “otherwise O”: it was I.',
    ],
  ])('%s', (_, was, is, expected) => {
    expect(changes(was, is)).toEqual([expected]);
  });

  test('registers that close earlier change the time, and the mark of the minutes between', () => {
    expect(changes(closes('09:30'), closes('09:15'))).toEqual([
      'tighter for pupils and families: closes It is 09:15, not 09:30.',
      'tighter for pupils and families: morning Arriving in the morning from 09:16 to 09:30 is U, and was L.',
    ]);
  });

  test('both ways at once is neither, and each is told', () => {
    expect(
      changes(
        'while absent { school should call parents by 09:30 }',
        'while absent { school must call parents by 09:40 }',
      ),
    ).toEqual(['neither: call-parents It says “must”, not “should”. It gives until 09:40, not 09:30.']);
  });
});

describe('what is new or gone', () => {
  test.each<[string, string, string, string]>([
    [
      'a duty',
      '',
      'while absent { school will call parents }',
      'tighter for the school: call-parents (added) It is asked, and was not before.',
    ],
    [
      'a duty gone',
      'while absent { parents must call school }',
      '',
      'looser for pupils and families: call-school (removed) It is not asked any more.',
    ],
    [
      'an option',
      '',
      'while absent { school may visit home }',
      'neither: visit-home (added) It may be done, and was not said before.',
    ],
    [
      'a bar',
      '',
      'school must not "fine anyone"',
      'tighter for the school: fine-anyone (added) It is barred, and was not before.',
    ],
  ])('%s', (_, was, is, expected) => {
    expect(changes(was, is)).toEqual([expected]);
  });

  test('a sentence put before another that asks alike is the new one, whatever the ids', () => {
    const one = 'when leave asked { school must tell parents about "the outcome" }';
    const two = 'when concern raised { school must tell parents about "the concern" }';
    expect(changes(one, `${two}\n${one}`)).toEqual([
      'tighter for the school: tell-parents (added) It is asked, and was not before.',
    ]);
  });
});

describe('no change of meaning', () => {
  const body = `threshold warn "Warning" is at least 8 unauthorised sessions this school year   cite "2"
while absent { school will call parents by 09:40   cite "3" }
note "for readers"`;
  test.each<[string, string, readonly string[]]>([
    ['nothing at all', body, []],
    ['comments and layout', `// a comment\n\n${body.replaceAll('{ ', '{\n    ')}`, []],
    ['what is cited', body.replace('"2"', '"Section 2"'), []],
    ['the order', body.split('\n').toReversed().join('\n'), []],
    ['an example', `${body}\nexample "x" { expect not warn on 4 September 2024 }`, []],
    ['a title', body.replace('"Warning"', '"First warning"'), ['reworded: warn']],
    ['a note', body.replace('for readers', 'for those who read'), ['reworded: note']],
    ['a name', body.replace('threshold warn', 'threshold warning'), ['reworded: warning']],
  ])('%s', (_, is, expected) => {
    expect(changes(body, is)).toEqual(expected);
  });

  test('a name that others speak of', () => {
    const of = (name: string): string =>
      `threshold ${name} "Warning" is any session coded U this school year\nwhile ${name} { school must call parents }`;
    expect(changes(of('warn'), of('first-warning'))).toEqual(['reworded: first-warning']);
  });

  test('the parts of a condition in another order', () => {
    const of = (words: string): string =>
      `fact a-one "A" for pupil\nfact b-two "B" for pupil\nwhile ${words} { school must call parents }`;
    expect(changes(of('a-one and b-two'), of('b-two and a-one'))).toEqual([]);
  });

  test('capitals and stops of what is asked in words', () => {
    expect(changes('school must "keep watch"', 'school must "Keep watch."')).toEqual(['reworded: keep-watch']);
  });

  test('other words are for a person to judge', () => {
    expect(changes('school must "keep watch over absence"', 'school must "keep an eye on absence"')).toEqual([
      'neither: keep-an-eye-on-absence It is asked in other words: whether they ask the same is for a person to say.',
    ]);
  });
});
