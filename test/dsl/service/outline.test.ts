import { expect, test } from 'vitest';
import { declared } from './at-cursor.ts';

function check(text: string, wanted: string): void {
  const found = declared({ name: 'test.att', text });
  const lines = found.map(
    ({ kind, name, detail, line }) => `${line} ${kind} ${name}${detail === undefined ? '' : ` – ${detail}`}`,
  );
  expect(lines.join('\n')).toBe(wanted);
}

test('declarations, rules, blocks and examples', () => {
  check(
    `policy p "P" in force from 1 September 2024 { school in "England" }
letter l "Letter" { goes to parents }
ladder a "A" by steps {
  stage one "One" entered when concern raised {
    will send l to
      parents   cite "A"
    when help offered { leaves }
  }
}
school day { time t 08:40  morning { arriving by 08:40 is present } }
contradiction between l, a "they differ"
example "e" { suppose on-roll from 2 September 2024  expect l is due }`,
    `1 policy p – P
2 letter l – Letter
3 ladder a – A
4 stage one – One
5 rule will send l to parents
7 when help offered
7 move leaves
10 school day school day
10 time t
10 half day morning
10 arriving by 08:40
11 contradiction l, a – they differ
12 example e`,
  );
});

test('of a broken file, everything else', () => {
  check(
    `policy p "P" in force form 1 September 2024
ladder a be steps {
  stage one "One"
  stage "Two"
  stage three
}
letter l "L`,
    `1 policy p – P
2 ladder a
3 stage one – One
5 stage three
7 letter l – L`,
  );
});

test('a lost brace does not hide what follows', () => {
  check(
    'ladder a by steps {\n  stage one {\n    leaves\n  stage two\n}\nletter l',
    '1 ladder a\n2 stage one\n3 move leaves\n4 stage two\n6 letter l',
  );
});
