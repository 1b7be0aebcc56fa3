import { expect, test } from 'vitest';
import { policyEvents } from '../../../dsl/evaluate/policy-events.ts';
import { compiled } from '../../support/evaluate-policy.ts';

/** `name done`, with `about` where it must or may be told, and `–` where nothing turns on it; contacts left out. */
function eventsOf(...texts: readonly [string, ...string[]]): readonly string[] {
  const [text, ...above] = texts;
  return policyEvents(compiled(text, ...above))
    .filter(({ name }) => !['call', 'contact', 'home-visit'].includes(name))
    .map(({ name, done, needs, matters }) =>
      [
        name,
        done ?? 'yes or no',
        ...(needs.about === 'no' ? [] : [`about: ${needs.about}`]),
        ...(matters ? [] : ['–']),
      ].join(' '),
    );
}

test('what conditions, deadlines and periods name', () => {
  expect(
    eventsOf(`
period exclusion-days is 5 school days from exclusion started
threshold in-public "found" is public-place found during exclusion-days
when concern raised { will "look into it" within 2 school days of plan-review held }`),
  ).toEqual([
    'public-place found',
    'exclusion started about: may',
    'plan-review held',
    'concern raised',
    'look-into-it done',
  ]);
});

test('what the register tells is not written down', () => {
  expect(
    eventsOf(`
threshold level "level" is at least 10 absent sessions this school year
when level met this school year { will "write" }
threshold away "away" is at least 3 absent sessions since absence started`),
  ).toEqual(['write done']);
});

test('what settles a duty, and the duty itself where nothing does', () => {
  expect(
    eventsOf(`
letter first "First letter" { goes to parents }
when concern raised {
  will send first to parents
  will offer early-help
  will monitor attendance-internally
  will not "tell anyone"
}`),
  ).toEqual(['concern raised', 'first sent', 'early-help offered', 'monitor-attendance-internally done']);
});

test('what commonly becomes of a paper', () => {
  expect(
    eventsOf(`
letter first "First letter" { goes to parents }
meeting panel "Panel" { attended by parents }
leave holiday "Holiday" { otherwise not stated }
when panel held { will "write it down" }`),
  ).toEqual([
    'panel held',
    'write-it-down done',
    'first sent –',
    'panel missed –',
    'holiday asked about: must –',
    'holiday granted about: may –',
    'holiday refused about: may –',
    'holiday taken about: must –',
  ]);
});

test('what a checklist includes may be seen', () => {
  const text = 'referral service-referral "Referral" { goes to parents\n includes "dates of contact", "barriers" }';
  const [seen] = policyEvents(compiled(text)).filter(({ done }) => done === 'seen');
  expect([seen?.name, seen?.needs.items]).toEqual(['service-referral', ['dates of contact', 'barriers']]);
});

test('a judgement, and the events of a layer under its name', () => {
  expect(
    eventsOf(
      `policy school "School" in force from 1 September 2020 { under county }
role lead "Lead"
judgement engaged "parents engage" by lead
when engaged { will "thank them" }`,
      `framework county "County" in force from 1 September 2020
referral ews-referral "Referral" { goes to parents }
when ews-referral accepted { will "meet" }`,
    ),
  ).toEqual(['engaged yes or no', 'thank-them done', 'county.ews-referral accepted', 'county.meet done']);
});

test('calls, contacts and visits are written down at every school, and matter where the policy asks for them', () => {
  const matters = (text: string) =>
    policyEvents(compiled(text))
      .filter(({ name }) => ['call', 'contact', 'home-visit'].includes(name))
      .map((event) => `${event.name} ${event.done}${event.matters ? '' : ' –'}`);
  expect(matters('when concern raised { will "look" }')).toEqual([
    'call made –',
    'contact made –',
    'home-visit made –',
  ]);
  expect(matters('while absent and no reason given { will visit home on absence day 2 }')).toEqual([
    'home-visit made',
    'call made –',
    'contact made –',
  ]);
});

test('how a person says it', () => {
  const [call] = policyEvents(compiled('when concern raised { will call parents }')).filter(
    ({ name }) => name === 'call',
  );
  expect([call?.says, call?.past]).toEqual([['call made', 'called parents'], ['called']]);
});

test('what is logged of a review, and of a meeting that has outcomes', () => {
  expect(
    eventsOf(`
judgement good by school
ladder stages by steps { stage one entered when concern raised { review first-review due as agreed { outcome better if good { leaves } } } }
meeting apm { outcome worse if not good { moves stages to one } }`),
  ).toEqual([
    'good yes or no',
    'first-review held',
    'first-review agreed about: must',
    'first-review missed',
    'apm held',
    'concern raised',
    'apm missed –',
  ]);
});

test('of whom each is: of a pupil, of a school, of the schools together', () => {
  const text = `
meeting forum "Forum" { attended by parents }
when concern raised { will hold forum with parents }
for each school {
  meeting termly "Termly meeting" { also called "leads’ meeting" }
  school will join termly each term
  school will hold forum each term
  school will offer "training" each term
}
for the schools together {
  report trends "trends"
  school will make trends
}`;
  const events = policyEvents(compiled(text)).filter(({ matters }) => matters);
  expect(events.map(({ name, done, of }) => `${name} ${done}: ${of.join(', ')}`)).toEqual([
    'concern raised: pupil',
    'forum held: pupil, each school',
    'termly joined: each school',
    'offer-training done: each school',
    'trends made: the schools together',
  ]);
  expect(events.find(({ name }) => name === 'termly')!.says).toContain('leads’ meeting joined');
});

test('the review of a policy is its school’s, and that of a layer above is of all under it', () => {
  const reviewed = (...texts: readonly [string, ...string[]]) =>
    policyEvents(compiled(...texts)).flatMap(({ name, done, of, settles }) =>
      done === 'reviewed' ? [`${name}: ${of.join()}; ${settles.join()}`] : [],
    );
  const own = 'policy own "Own" in force from 1 September 2023 { review due May 2024 }';
  expect(reviewed(own)).toEqual(['policy: each school; policy-review']);
  const higher = own.replace('policy own', 'cluster higher');
  expect(reviewed('policy lower "Lower" in force from 1 September 2023 { under higher }', higher)).toEqual([
    'higher.policy: the schools together; higher.policy-review',
  ]);
});

test('what people are to say of an absence to come, of a length and of the absences a notice is for', () => {
  const policy = compiled(`threshold t is at least 15 days absent coded I this school year with those expected
notice epn "EPN" {
  counted per parent, pupil incurred in a rolling 3 years
  period improvement is from 3 to 6 calendar weeks after notice issued
  local-authority cannot issue third-epn if at least 2 epns incurred in a rolling 3 years
}`);
  const found = policyEvents(policy).map(({ name, done, needs }) => `${name} ${done}: ${needs.about}`);
  expect(found).toEqual(
    expect.arrayContaining([
      'absence expected: must',
      'return expected: must',
      'improvement chosen: must',
      'epn issued: may',
    ]),
  );
  expect(found.filter((each) => /incurred/.test(each))).toEqual([]);
});
