import { expect, test } from 'vitest';
import { diagnose } from '../../support/check-policy.ts';

const layer = `trust halton "Halton" in force from 1 September 2023
judgement worried by school
letter warning { goes to parents }
leave holiday-leave { parents should ask school for holiday-leave before leave started }
school day { time closes "Registers close" 09:30 }
threshold lates is at least 10 late sessions this term
threshold low is attendance this term below 90%
threshold concern is not stated
while absent {
  school should call parents by 10:00 on absence day 1
  school will visit home within 3 school days if worried
  school will "speak with the family" each school week
  school will tell parents about "the reason" within 5 school days of meeting-one held unless reason given
  school may send warning to parents
  school must not send warning
  school will inform parents by pastoral-team or safeguarding
  school will contact home on absence day 2 and 4
}
role pastoral-team
role safeguarding
when lates { school will report pupil }
for each school { school will hold review-day each term }
`;
const head = 'policy example "Example" in force from 1 September 2023 {\n  under halton\n}\n';

/** What is said of a clause that refines one of the layer: the code and the reason, nothing where it is as strict. */
function told(clause: string): readonly string[] {
  return diagnose(`${head}${clause}`, {}, layer)
    .filter(({ severity }) => severity !== 'information')
    .map(({ code, message }) => `${code}: ${/(?:refines|“[^”]*”): (.*)$/.exec(message)?.[1] ?? message}`);
}

const call = (timing: string, strength = 'will'): string =>
  `while absent { school ${strength} call parents ${timing} refines halton.call-parents }`;

test.each([
  ['the same again', call('by 10:00 on absence day 1', 'should')],
  ['a stronger word', call('by 10:00 on absence day 1')],
  ['an earlier hour', call('before 09:30 on absence day 1')],
  ['a window that ends earlier', call('between 09:00 and 09:30')],
  ['on the same school day, a minute earlier', call('by 09:59 on the same school day')],
  ['more often', call('by 10:00 each school day')],
  [
    'someone more',
    'while absent { school will call parents, carers by 10:00 on absence day 1 refines halton.call-parents }',
  ],
  ['under fewer conditions', 'while absent { school will visit home within 2 school days refines halton.visit-home }'],
  [
    'days of the calendar for school days',
    'while absent { school will visit home within 3 calendar days refines halton.visit-home }',
  ],
  [
    'the day itself for three days',
    'while absent { school will visit home on absence day 1 refines halton.visit-home }',
  ],
  [
    'one of those from whom the layer lets choose',
    'while absent { school will inform parents by halton.safeguarding refines halton.inform-parents }',
  ],
  ['for words any act', 'while absent { school will call home each school day refines halton.speak-with-the-family }'],
  ['fewer sessions', 'threshold l is at least 8 late sessions this term refines halton.lates'],
  ['as many', 'threshold l is more than 9 late sessions this term refines halton.lates'],
  ['a higher rate below which it begins', 'threshold l is attendance this term below 92% refines halton.low'],
  [
    'one more way to it',
    'threshold l is at least 10 late sessions this term or any unauthorised session this term refines halton.lates',
  ],
  ['what is not stated', 'threshold l is any late session this term refines halton.concern'],
  [
    'the condition of a test that begins sooner',
    'threshold l is at least 8 late sessions this term\nwhen l { school will report pupil refines halton.report-pupil }',
  ],
  [
    'notice of the leave it stands in',
    'when halton.holiday-leave asked { parents must ask school for halton.holiday-leave no later than 2 calendar weeks before halton.holiday-leave started refines halton.holiday-leave.ask-school }',
  ],
  ['an earlier time', 'school day { time shut "Shut" 09:15 refines halton.closes }'],
])('as strict: %s', (_case, clause) => {
  expect(told(clause)).toEqual([]);
});

test.each([
  ['a weaker word', call('by 10:00 on absence day 1', 'may'), 'it says “may”, not “should”'],
  ['a later hour', call('by 10:01 on absence day 1'), 'it gives until 10:01, not 10:00'],
  ['the whole morning', call('that morning'), 'it gives until the end of the morning, not 10:00'],
  ['no hour', call('on absence day 1'), 'it names no time of day'],
  ['another day of the absence', call('by 10:00 on absence day 2'), 'it leaves out absence day 1'],
  [
    'an exception',
    call('by 10:00 on absence day 1 unless reason given'),
    'it adds the exception “unless reason given”',
  ],
  ['a condition', call('by 10:00 on absence day 1 if no reason given'), 'it adds the condition “no reason given”'],
  [
    'another act',
    'while absent { school will visit parents by 10:00 on absence day 1 refines halton.call-parents }',
    'it asks another act',
  ],
  [
    'more time',
    'while absent { school will visit home within 4 school days refines halton.visit-home }',
    'it gives 4 school days, not 3 school days',
  ],
  ['no deadline', 'while absent { school will visit home refines halton.visit-home }', 'it sets no day'],
  [
    'more rarely',
    'while absent { school will call home each half term refines halton.speak-with-the-family }',
    'it is asked each half term alone',
  ],
  [
    'once',
    'while absent { school will call home refines halton.speak-with-the-family }',
    'it sets no day; it is not asked each school week',
  ],
  [
    'one day of two',
    'while absent { school will contact home on absence day 2 refines halton.contact-home }',
    'it leaves out absence day 4',
  ],
  [
    'nobody to do it',
    'while absent { school will inform parents refines halton.inform-parents }',
    'it leaves out some of those it is done by',
  ],
  [
    'a bar less firm',
    'while absent { school should not send halton.warning refines halton.send-warning-2 }',
    'it says “should not”, not “must not”',
  ],
  ['more sessions', 'threshold l is at least 12 late sessions this term refines halton.lates', 'is reached later'],
  [
    'the bar itself left out',
    'threshold l is more than 10 late sessions this term refines halton.lates',
    'is reached later',
  ],
  ['a lower rate', 'threshold l is attendance this term below 85% refines halton.low', 'is reached later'],
  [
    'a condition reached later',
    'threshold l is at least 12 late sessions this term\nwhen l { school will report pupil refines halton.report-pupil }',
    'is reached later',
  ],
  [
    'less notice',
    'when halton.holiday-leave asked { parents must ask school for halton.holiday-leave before halton.holiday-leave ended refines halton.holiday-leave.ask-school }',
    'cannot be laid side by side',
  ],
  ['a later time', 'school day { time shut "Shut" 09:45 refines halton.closes }', 'it is a later time'],
])('not as strict: %s', (_case, clause, why) => {
  expect(
    told(clause)
      .filter((each) => each.startsWith('refines'))
      .join(),
  ).toContain(why);
});

test('two sorts are not compared', () => {
  expect(told('threshold l is at least 8 late sessions this term refines halton.call-parents').join()).toContain(
    '“halton.call-parents” is a sentence; a threshold is wanted here',
  );
});

test('what no layer says is told, with the nearest name', () => {
  const said = diagnose(
    `${head}${call('by 10:00 on absence day 1').replace('call-parents', 'call-parent')}`,
    {},
    layer,
  );
  const [first] = said.filter(({ severity }) => severity === 'error');
  expect(first!.message).toBe(
    'no clause of a layer above is called “halton.call-parent”; did you mean “halton.call-parents”?',
  );
});

test('a clause of its own is none of a layer above', () => {
  const own = 'threshold a is any late session this term\nthreshold b is any late session this term refines a';
  expect(told(own)).toEqual(['unknown-name: no clause of a layer above is called “a”']);
});

test('what has no name of its own refines nothing', () => {
  expect(told('while absent refines halton.call-parents { school will call parents }')).toEqual([
    'not-understood-yet: “refines” on what has no name of its own is read but not worked out by this version',
  ]);
});
