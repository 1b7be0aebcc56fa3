import { formatDay, formatIsoDay } from '../../register/day.ts';
import type { Found } from '../check/found.ts';
import { fails } from '../check/found.ts';
import type { JudgedDay } from '../check/outcome.ts';
import type { CheckReport, PolicyReport } from '../check/report.ts';
import type { ShownRow } from '../standing-row.ts';
import { fullWords, lawWords, titleWords } from './found-words.ts';

/** One test of a suite: it fails, it is skipped (so that it never reads as a pass), or it passes. */
interface TestCase {
  readonly suite: string;
  readonly name: string;
  readonly came: 'pass' | 'failure' | 'skipped';
  readonly message: string;
  readonly text: string;
}

/**
 * A check as JUnit’s XML: a suite for each file, a test for each thing said of its text and for each provision on a day.
 * What weighs less than the check fails on is skipped with its message, as is every silence.
 */
export function printJUnit(report: CheckReport): string {
  const byRow = new Map(report.found.flatMap((each) => (each.row ? [[each.row, each] as const] : [])));
  const cases = [
    ...report.files.map(({ name }) => read(name, report)),
    ...report.found.filter(({ kind }) => kind !== 'standing').map((each) => ofFound(each, report)),
    ...report.policies.flatMap((policy) =>
      policy.judged.flatMap((day) => day.rows.map((row) => ofRow(policy, day, row, byRow.get(row), report))),
    ),
  ];
  const suites = [...Map.groupBy(cases, ({ suite }) => suite)].map(([name, each]) => suite(name, each));
  const numbers = attributes({ name: 'att check', ...totals(cases), errors: 0 }, ['skipped']);
  return `<?xml version="1.0" encoding="UTF-8"?>\n<testsuites${numbers}>\n${suites.join('')}</testsuites>\n`;
}

/** A file of which nothing is said has a test that passes all the same. */
function read(suite: string, { found }: CheckReport): TestCase {
  const wrong = found.some(({ kind, weight, at }) => kind === 'diagnostic' && weight === 'error' && at.file === suite);
  const text = wrong ? 'what does not read stands beside this' : '';
  return { suite, name: 'the policy is read', came: wrong ? 'skipped' : 'pass', message: text, text: '' };
}

function ofFound(found: Found, { failOn }: CheckReport): TestCase {
  const { file, start } = found.at;
  const name = `${titleWords(found)} at ${start.line}:${start.column}`;
  return { suite: file, name, ...outcome(found, fails(found, failOn)) };
}

function ofRow(
  { source }: PolicyReport,
  { day }: JudgedDay<ShownRow>,
  row: ShownRow,
  found: Found | undefined,
  { failOn }: CheckReport,
): TestCase {
  const name = `${row.provision} as at ${formatIsoDay(day)}`;
  if (found) return { suite: source.name, name, ...outcome(found, fails(found, failOn)) };
  const came = row.standing === 'meets' ? 'pass' : 'skipped';
  return {
    suite: source.name,
    name,
    came,
    message: `${row.standing}: ${row.why}`,
    text: `law: ${lawWords(row)}, ${formatDay(day)}`,
  };
}

function outcome(found: Found, failing: boolean): Pick<TestCase, 'came' | 'message' | 'text'> {
  const { file, start, end } = found.at;
  const place = `${file}:${start.line}:${start.column}-${end.line}:${end.column}`;
  const known = found.known && found.kind !== 'baseline' ? 'known: ' : '';
  return {
    came: failing ? 'failure' : 'skipped',
    message: `${known}${titleWords(found)}: ${found.message}`,
    text: `${place}\n${fullWords(found)}`,
  };
}

function totals(cases: readonly TestCase[]): {
  readonly tests: number;
  readonly failures: number;
  readonly skipped: number;
} {
  const number = (came: TestCase['came']): number => cases.filter((each) => each.came === came).length;
  return { tests: cases.length, failures: number('failure'), skipped: number('skipped') };
}

function suite(name: string, cases: readonly TestCase[]): string {
  const numbers = attributes({ name, ...totals(cases), errors: 0, file: name });
  return `  <testsuite${numbers}>\n${cases.map(testCase).join('')}  </testsuite>\n`;
}

function testCase({ suite: classname, name, came, message, text }: TestCase): string {
  const start = `    <testcase${attributes({ name, classname })}`;
  if (came === 'pass') return `${start}/>\n`;
  const body = text === '' ? '/>' : `>${escape(text)}</${came}>`;
  return `${start}>\n      <${came}${attributes({ message })}${body}\n    </testcase>\n`;
}

function attributes(values: Readonly<Record<string, string | number>>, leftOut: readonly string[] = []): string {
  const shown = Object.entries(values).filter(([key]) => !leftOut.includes(key));
  return shown.map(([key, value]) => ` ${key}="${escape(String(value)).replaceAll('\n', '&#10;')}"`).join('');
}

/** For text and attributes both; what XML cannot hold is left out. */
function escape(text: string): string {
  return text
    .replace(/[^\t\n\u{20}-\u{D7FF}\u{E000}-\u{FFFD}\u{10000}-\u{10FFFF}]/gu, '')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
}
