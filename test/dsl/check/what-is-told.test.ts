import { expect, test } from 'vitest';
import { applied, checkPolicy, diagnose } from '../../support/check-policy.ts';

const head = 'policy example "Example" in force from 1 September 2023';

/** Errors and warnings stand where the text marks them, and nowhere else. */
function check(marked: string, ...others: readonly string[]): void {
  const { found, expected } = checkPolicy(`${head}\n${marked}`, {}, ...others);
  const shown = found.filter((each) => each.severity !== 'information');
  expect(shown.map(({ column: _column, ...rest }) => rest)).toEqual(expected);
}

/** The texts that the fixes of the first message make. */
function fixed(text: string): readonly string[] {
  const whole = `${head}\n${text}`;
  const [first] = diagnose(whole).filter((each) => each.severity === 'error');
  return first!.fixes.map((fix) => applied(whole, fix).slice(head.length + 1));
}

test('a bare day where days are counted', () => {
  check(`threshold t is at least 3 days this term
//                        ^^^^ error: “days” can mean several things; say “days absent”, “days attended” or “school days”
//                        ^^^^^^^^^^^^^^ error: which days? Say absent, unauthorised, authorised, late … or “coded” with the codes`);
});

test('a bare week after this: only the school week fits', () => {
  expect(fixed('threshold t is any late session this week')).toEqual([
    'threshold t is any late session this school week',
  ]);
});

test('a bare day in a deadline, kept in the singular', () => {
  expect(fixed('when visit made { school will "write" within 1 day of visit made }')).toEqual([
    'when visit made { school will "write" within 1 school day of visit made }',
    'when visit made { school will "write" within 1 working day of visit made }',
    'when visit made { school will "write" within 1 calendar day of visit made }',
  ]);
});

test('bare days in a period, and in a fine', () => {
  check(`period p is 5 days after visit made
//            ^^^^ error: “days” can mean several things; say “school days”, “working days” or “calendar days”
threshold t is p
notice n {
  any fine £60 if paid within 21 days of notice issued
//                               ^^^^ error: “days” can mean several things; say “school days”, “working days” or “calendar days”
}`);
});

test('a reward each week says which week', () => {
  expect(fixed('reward best each week to pupils with no absent sessions this school week')).toEqual([
    'reward best each school week to pupils with no absent sessions this school week',
  ]);
});

test('a number without a unit, on a ladder, in a band and in a comparison', () => {
  check(`measure m is late sessions this term
ladder l by m { stage a from 4 }
//                           ^ error: 4 of what? Say “4 sessions”
bands b of attendance this term { band c 90% to 95 }
//                                              ^^ error: 95 of what? Say “95%”
threshold t is m at least 3
//                        ^ error: 3 of what? Say “3 sessions”`);
});

test('units that differ are never compared', () => {
  check(`measure m is days absent this school year
threshold t is m at least 4 sessions
//                        ^^^^^^^^^^ error: this is in sessions, and is compared with days absent
threshold u is attendance this term below m
//                                        ^ error: this is in days absent, and is compared with per cent
threshold v is m below 10%
//                     ^^^ error: this is in per cent, and is compared with days absent`);
});

test('what cannot be counted, or be a window, or come round', () => {
  const words =
    '“school weeks”, “calendar weeks”, “school days”, “calendar days”, “months”, “years”, “half terms”, “terms” or “school years”';
  check(`threshold t is at least 2 late months this school year
//                        ^^^^^^^^^^^^^^^^^^^^^^^^^^^^ error: months cannot stand where something is counted; say “sessions”, “days absent”, “days attended”, “school days” or “school weeks”
threshold u is any late session in a rolling 3 working days
//                              ^^^^^^^^^^^^^^^^^^^^^^^^^^^ error: working days cannot stand in a rolling window; say ${words}
threshold v is any late session this month
//                              ^^^^^^^^^^ error: months cannot stand after this or last; say “half terms”, “terms”, “school years”, “school weeks” or “school days”`);
});

test('and beside or: both ways are offered', () => {
  const text =
    'threshold t is (any late session this term) and any absent session this term or any late session this half term';
  expect(fixed(text)).toEqual([
    'threshold t is ((any late session this term) and any absent session this term) or any late session this half term',
    'threshold t is (any late session this term) and (any absent session this term or any late session this half term)',
  ]);
});

test('or perhaps beside and', () => {
  check(`judgement ill by school
threshold t is ill and any late session this term or perhaps any late session this half term
//             ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ error: this can be read two ways beside what it is joined to; put brackets round one of them`);
});

test('brackets leave no doubt', () => {
  check(`judgement ill by school
threshold t is (ill and any late session this term) or any late session this half term`);
});

test('a participle belongs to the kind of its name', () => {
  check(`letter l
meeting m
notice n
period p is 5 school days after n issued
when l paid { school will "write" }
//     ^^^^ error: a letter is never “paid”; it can be sent, received, issued, offered …
when m sent { school will "write" }
//     ^^^^ error: a meeting is never “sent”; it can be held, missed, asked, agreed …
when p issued { school will "write" }
//     ^^^^^^ error: a period is never “issued”; it can be started, ended, chosen
when n paid and m held and p ended { school will "write" }`);
});

test('a kind of paper means the one whose body it stands in', () => {
  check(`notice first-notice { any fine £60 if paid within 21 calendar days of notice issued }
notice second-notice { local-authority may "prosecute" unless notice paid }`);
});

test('outside a body, the only one of its kind; where there are two, which must be said', () => {
  check('notice only-notice\nwhen notice issued { school will "write" }');
  expect(fixed('notice one-notice\nnotice two-notice\nwhen notice issued { school will "write" }')).toEqual([
    'notice one-notice\nnotice two-notice\nwhen one-notice issued { school will "write" }',
    'notice one-notice\nnotice two-notice\nwhen two-notice issued { school will "write" }',
  ]);
});

test('measures that turn on each other', () => {
  check(`measure a is b out of school weeks this term
//      ^ error: “a” turns on itself
measure b is a
threshold t is a at least 10%`);
});

test('periods, and a ladder by groups, that turn on themselves', () => {
  check(`period p is 5 school days after q ended
//     ^ error: “p” turns on itself
period q is 5 school days after p ended
threshold t is p or tiers is early
//        ^ error: “t” turns on itself
ladder tiers by groups { stage early for t }`);
});

test('a ladder by steps may look at itself: it sees the day before', () => {
  check(`threshold t is stages is one
ladder stages by steps {
  stage one entered when visit missed
  stage two entered when t
}`);
});

test('stages are entered as their ladder goes', () => {
  check(`ladder l by steps { stage one from 4 days absent }
//                        ^^^ error: a stage with “from” cannot stand in a ladder by steps
ladder m by days absent this term { stage two entered when visit missed }
//                                        ^^^ error: a stage with “entered when” cannot stand in a ladder by measure`);
});

test('statements where they mean nothing', () => {
  check(`ladder l by days absent this term {
  stage one from 4 days absent { band a below 90% }
//                               ^^^^^^^^^^^^^^^^ error: a band cannot stand in a stage
  school will "write"
//^^^^^^^^^^^^^^^^^^^ error: a sentence cannot stand in a ladder
}
expect l is one on 4 September 2023
^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ error: an expect cannot stand in the file
goes to parents
^^^^^^^^^^^^^^^ error: “goes to” cannot stand in the file`);
});

test('a move that nothing brings', () => {
  check(`ladder l by steps {
  stage one entered when visit missed { moves to two }
//                                      ^^^^^^^^^^^^ error: a move cannot stand in a stage
  stage two
}`);
});

test('dates that cross, wherever they stand', () => {
  check(`threshold t is any late session this term   in force from 2 May 2024 to 1 May 2024
//                                          ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ error: this ends on 1 May 2024, before it begins on 2 May 2024
example "e" {
  suppose O from 2 May 2024 to 1 May 2024
//^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ error: this ends on 1 May 2024, before it begins on 2 May 2024
}`);
});

test('codes are known by date: H went, J1 came', () => {
  const codes = (dates: string, code: string) =>
    diagnose(`policy example "Example" in force ${dates}\nthreshold t is any session coded ${code} this term`)
      .filter((each) => each.severity === 'error')
      .map((each) => each.code);
  expect(codes('from 1 September 2023', 'H')).toEqual([]);
  expect(codes('from 19 August 2024', 'H')).toEqual(['unknown-attendance-code']);
  expect(codes('from 1 September 2023 to 31 July 2024', 'J1')).toEqual(['unknown-attendance-code']);
  expect(codes('from 1 September 2023', 'J1')).toEqual([]);
});

test('codes are looked at wherever they stand', () => {
  check(`measure m is late sessions coded A this term
^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ error: A is no attendance code in force on 1 September 2023
threshold t is m at least 1 sessions
example "e" {
  suppose F on 4 September 2023
//^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ error: F is no attendance code in force on 1 September 2023
}`);
});

test('a role that nobody declared, as judge and as party', () => {
  check(`judgement j by hed
//             ^^^ error: no role is called “hed”
when j { school will send l to parnts }
//                             ^^^^^^ error: no role is called “parnts”; did you mean “parents”?
letter l`);
});

test('names of a layer above are found by its name, and what it declares counts as used', () => {
  const upper = 'framework upper "Upper" in force from 1 September 2023\njudgement engaged by school';
  const lower =
    'policy example "Example" in force from 1 September 2023 { under upper }\nwhen not upper.engaged { school will "write" }';
  expect(diagnose(lower, {}, upper)).toEqual([]);
  expect(diagnose(upper, {}, lower)).toEqual([]);
});

test('a hole between the rows is told, unless the half day says itself what is unclear', () => {
  const morning = (marks: string): string =>
    `school day {\n  morning${marks} {\n    arriving by 09:00 is present\n    arriving after 09:01 is late\n  }\n}`;
  const told = (text: string) =>
    diagnose(`${head}\n${text}`).flatMap((each) => (each.code === 'time-gap' ? [each.message] : []));
  expect(told(morning(''))).toHaveLength(1);
  expect(told(morning(' unclear "09:01 itself"'))).toEqual([]);
});

test('an outcome in a meeting whose head does not parse', () => {
  const text = `${head}
meeting apm "APM" fewer than 2 each letter { outcome fine "fine" if reason given { school will "close it" } }`;
  expect(diagnose(text).map((each) => each.code)).toEqual(['not-a-statement']);
});

test('dates, times and amounts as people write them elsewhere', () => {
  const first = head.replace('1 September 2023', '1st Sept 2023');
  expect(fixedIn(`${first}\nthreshold t is 5 or more late sessions this term`)).toEqual([
    'write “1 September 2023”',
    'write “at least 5”',
  ]);
  expect(fixedIn(head.replace('1 September 2023', '01/09/2023'))).toEqual(['write “1 September 2023”']);
  expect(fixedIn(`${head}\nschool day { time closes "Registers close" 9.30 }`)).toEqual(['write “09:30”']);
  expect(fixedIn(`${head}\nwhen visit made { school will call parents by 9am }`)).toEqual(['write “09:00”']);
  expect(fixedIn(`${head}\nnotice n { any fine 80 pounds if paid within 21 calendar days of notice issued }`)).toEqual([
    'write “£80”',
  ]);
});

test('a date that no calendar has is no date written otherwise', () => {
  expect(diagnose(head.replace('1 September', '01/13/')).map(({ code }) => code)).toContain('unexpected-word');
});

test('a stage from so many days, without saying of what', () => {
  expect(fixed('ladder l by days absent this school year { stage a from 4 days }')).toEqual([
    'ladder l by days absent this school year { stage a from 4 days absent }',
  ]);
});

test('a title without its quotes is one mistake', () => {
  check(`letter l cite Rewards
//            ^^^^^^^ error: “Rewards” cannot stand here; expected a text in "quotes"`);
});

/** The fixes offered for what is written otherwise. */
function fixedIn(text: string): readonly string[] {
  return diagnose(text).flatMap(({ code, fixes }) =>
    code === 'written-otherwise' ? fixes.map(({ title }) => title) : [],
  );
}
