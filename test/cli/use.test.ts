import { expect, test } from 'vitest';
import { main } from '../../cli/main.ts';
import { desk } from './att.ts';

const here = desk();

/** The exit code, and a piece of what was printed, of a command that opens no store but one in a folder of its own. */
async function check(args: readonly string[], exit: number, printed: string): Promise<void> {
  const texts: string[] = [];
  const print = (text: string) => void texts.push(text);
  const environment = { ATT_STORE: `${here.folder}/att.db` };
  const code = await main(args, { out: print, err: print, colour: false }, environment);
  expect([code, texts.join('')]).toEqual([exit, expect.stringContaining(printed)]);
}

test.each<[string, readonly string[], number, string]>([
  ['no command', [], 2, 'Usage: att'],
  ['help', ['--help'], 0, 'ask [options] <question>'],
  ['an unknown command', ['chekc'], 2, '(Did you mean check?)'],
  ['a missing operand', ['ask'], 2, "missing required argument 'question'"],
  ['a missing option', ['import', 'x.csv', '--school', 'widnes'], 2, "'--profile <name>' not specified"],
  [
    'an unknown profile',
    ['import', 'x.csv', '--school', 'w', '--profile', 'sims'],
    2,
    'There are: generic, generic-long',
  ],
  [
    'a file that is not there',
    ['import', 'x.csv', '--school', 'w', '--profile', 'generic'],
    3,
    'there is no such file',
  ],
  ['a day that is none', ['ask', 'help', '--as-at', '28/3/2024'], 2, 'Write it as year-month-day'],
  ['a format nobody knows', ['ask', 'help', '--format', 'xml'], 2, 'Allowed choices are text, json'],
  ['nobody to explain', ['explain'], 2, 'att explain "NAME", or att explain --case FILE'],
  ['somebody who is not on the staff', ['ask', 'help', '--as', 'nobody'], 2, 'There are: attendance-lead'],
  ['a store without a school', ['ask', 'stage for Jo'], 0, 'There is no school here'],
  ['a path without policies', ['check', 'test/cli'], 2, 'holds no .att file'],
  ['a path that is not there', ['check', 'nowhere'], 3, 'cannot read nowhere'],
  ['the policies of this repository', ['test', 'policies'], 0, 'all hold'],
  ['their form', ['fmt', '--check', 'policies'], 0, 'all in the form'],
])('%s', async (_case, args, exit, printed) => {
  await check(args, exit, printed);
});

test('a case from a file', async () => {
  here.write(
    'case.yaml',
    `school: widnes
asOf: 2023-12-08
calendar: { start: 2023-09-04, end: 2024-07-19 }
marks:
  - { from: 2023-09-04, to: 2023-12-08, am: /, pm: \\ }
  - { from: 2023-12-04, to: 2023-12-08, am: O, pm: O }
events:
  - { type: letterSent, template: Stage 1 letter, at: 2023-12-07 }
`,
  );
  await check(
    ['explain', '--case', `${here.folder}/case.yaml`],
    0,
    'Concerning levels of child absence since 7 December 2023: 5 days absent.',
  );
});

test('a case with an event that nobody knows', async () => {
  here.write(
    'odd.yaml',
    'school: widnes\nasOf: 2023-12-08\ncalendar: { start: 2023-09-04, end: 2024-07-19 }\nevents: [{ type: rumour, at: 2023-12-07 }]\n',
  );
  await check(['explain', '--case', `${here.folder}/odd.yaml`], 1, 'events[0].type is “rumour”');
});

test('a policy that is wrong fails the check, with the place', async () => {
  here.write('wrong.att', 'policy wrong "Wrong" in force from 1 September 2024 {\n  scool in "England"\n}\n');
  await check(['check', `${here.folder}/wrong.att`], 1, 'wrong.att:2:3');
});
