import { expect, test } from 'vitest';
import { schoolPolicies } from '../../support/school-policies.ts';
import { fixture, format, meaningOf } from './policy-texts.ts';

function check(given: string, wanted: string): void {
  expect(format(given)).toBe(wanted);
  expect(format(wanted)).toBe(wanted);
}

test('every construct of the language', () => {
  check(fixture('constructs.att'), fixture('constructs.formatted.att'));
});

test.each(schoolPolicies.map((source) => [source.name, source.text]))('%s is laid out already', (_, text) => {
  expect(format(text)).toBe(text);
});

test('statements on lines of their own, bodies indented, blank lines kept but one', () => {
  check(
    'ladder l by steps { stage a "A" { will call parents\nmay "write" }\n\n\n\nstage b }   note "x"',
    `ladder l by steps {
  stage a "A" {
    will call parents
    may "write"
  }

  stage b
}
note "x"
`,
  );
});

test('a body with one statement stays on its line', () => {
  check('when   a sent{leaves}', 'when a sent { leaves }\n');
  check('letter a "A" {\ngoes to parents }', 'letter a "A" {\n  goes to parents\n}\n');
  check('service a "A" { }', 'service a "A" {}\n');
});

test("the author's line breaks inside a statement, indented", () => {
  check(
    'threshold a "A"\nis at least\n10 unauthorised sessions\nthis school year\n      cite\n"Here" assumed "so"',
    'threshold a "A"\n  is at least\n  10 unauthorised sessions\n  this school year\n  cite "Here"   assumed "so"\n',
  );
});

test('a brace, a bracket or a comma at the beginning of a line goes up', () => {
  check('when (\na sent\n)\n{ may offer help\n, tea }', 'when (a sent) {\n  may offer help, tea\n}\n');
});

test('dates, times, percentages and quotes in one spelling', () => {
  check(
    'example “e” {\nsuppose I on 2025-09-08\nsuppose a sent on 08 September\n2025 at 8.40am }',
    'example "e" {\n  suppose I on 8 September 2025\n  suppose a sent on 8 September 2025 at 08:40\n}\n',
  );
  check('threshold a is attendance this term below 96.5 per cent', 'threshold a is attendance this term below 96.5%\n');
  check('note “he said "no"”', 'note “he said "no"”\n');
});

test('what cannot be read as a date or a time stays as written', () => {
  check('time a 25:70', 'time a 25:70\n');
  check('review due 2025-13-40', 'review due 2025-13-40\n');
});

test('one spelling of a phrase where two mean the same, and the form that grammar wants', () => {
  check(
    'stage a from 4 days absent kept to the end of this school year',
    'stage a from 4 days absent kept to the end of the school year\n',
  );
  check(
    'may hold meeting if any   unauthorised session in any rolling 10 school weeks',
    'may hold meeting if any unauthorised session in a rolling 10 school weeks\n',
  );
  check('suppose U in  the morning on 2 October 2023', 'suppose U in the morning on 2 October 2023\n');
});

test('comments stay where they belong', () => {
  check(
    '//one\n\n\n// two\nletter a { //three\n//four\ngoes to parents     // five\n// six\n}// seven\n// eight',
    '//one\n\n// two\nletter a {  //three\n  //four\n  goes to parents  // five\n  // six\n}  // seven\n// eight\n',
  );
});

test('comments inside a statement and inside a phrase', () => {
  check(
    'threshold a is at // why\nleast 10 // what\n// when\nabsent sessions this school\n// of all\nyear',
    'threshold a is at least  // why\n  10  // what\n  // when\n  absent sessions this school year  // of all\n',
  );
  check('letter a "A" // b\n{ goes to parents }', 'letter a "A"  // b\n  { goes to parents }\n');
});

test('columns that were lined up stay so, and are mended', () => {
  check('role a    "A"\nrole bb   "B" named\nrole ccccc "C"', 'role a     "A"\nrole bb    "B" named\nrole ccccc "C"\n');
});

test('one stray double space makes no table', () => {
  check(
    'role a  "A"\nrole bb "B"\nrole ccc "C"\nrole dddd "D"',
    'role a "A"\nrole bb "B"\nrole ccc "C"\nrole dddd "D"\n',
  );
});

test('a statement far longer than its neighbours does not push their column away', () => {
  const long = `role ${'very-'.repeat(8)}long "L"`;
  check(`role a  "A"\nrole bb "B"\n${long}`, `role a  "A"\nrole bb "B"\n${long}\n`);
});

test('a blank line or a comment ends a table', () => {
  check('role a    "A"\nrole bbb  "B"\n\nrole ccccc "C"', 'role a   "A"\nrole bbb "B"\n\nrole ccccc "C"\n');
});

test('what does not parse is left as it stands, the rest is laid out', () => {
  check(
    'note    "a"\n   threshold  t is   at least\n     or 3\nnote    "b"\nletter   l {\n goes   to\n  issued   by  parents }',
    'note "a"\n   threshold  t is   at least\n     or 3\nnote "b"\nletter l {\n goes   to\n  issued by parents\n}\n',
  );
  check('ladder   l  be  steps {\nstage   a }', 'ladder   l  be  steps {\n  stage a\n}\n');
  check('when   a  { leeves   it }', 'when a { leeves   it }\n');
});

test('a sentence that does not begin its line is not moved to hide it', () => {
  check('will call office   parents may "ring"', 'will call office   parents may "ring"\n');
});

test('round a lost brace nothing is indented by a guess', () => {
  check(
    'note   "a"\nladder  l by steps {\n    stage a {\n    leaves\n\nnote   "b"\nwhen  a {\nleaves }',
    'note "a"\nladder  l by steps {\n    stage a {\n    leaves\n\nnote "b"\nwhen a {\n  leaves\n}\n',
  );
  check(
    'note   "a"\nladder  l by steps\n    stage  a\n}\nnote   "b"',
    'note "a"\nladder  l by steps\n    stage  a\n}\nnote "b"\n',
  );
});

test('round a brace too many', () => {
  check('note   "a"\n  leaves  }\nnote   "b"', 'note "a"\n  leaves  }\nnote "b"\n');
});

test('misspelt words stay misspelt', () => {
  check(
    'stge   a "A"\nthreshold  t is atendance  this term below 90%',
    'stge a "A"\nthreshold t is atendance this term below 90%\n',
  );
});

test('Windows line ends, a byte order mark, no-break spaces', () => {
  expect(format('\ufeffnote\u00a0\u00a0"a"\r\n\r\n\r\nnote "b" // c\r\n')).toBe('note "a"\r\n\r\nnote "b"  // c\r\n');
});

test('nothing', () => {
  check('', '');
  check('\n\n  \n', '');
  check('// only', '// only\n');
});

test('the meaning of the construct file stays', () => {
  expect(meaningOf(fixture('constructs.formatted.att'))).toEqual(meaningOf(fixture('constructs.att')));
});
