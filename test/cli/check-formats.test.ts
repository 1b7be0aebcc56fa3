import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { error, notice, warning } from '@actions/core';
import type { AnnotationProperties } from '@actions/core';
import type { Log, Region } from 'sarif';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { check } from '../../cli/commands/check.ts';
import type { CheckFlags } from '../../cli/flags.ts';
import { schemaFaults, xmlFaults } from '../support/schemas.ts';

// Faults of every kind, in files whose names and words are hard to write: texts that do not read, a place that is named
// beside another, a fix, a template for a paper that is not there, breaches, a contradiction, silence, a departure.
const odd = 'a, b%20 [1]&é.att';
const texts = {
  [odd]: `framework widnes "A <framework> & 100%, so: ]]>" in force from 1 September 2022
school day {
morning from 08:45 {
  arriving by 08:45                     is present
  arriving after 08:45 but until 09:45 is L
  arriving after 09:45 is U
}
}
letter stray "Stray"
threshold gone "“a” & b" is at least 3 unauthorised sessions in a rolling 10 school weeks
threshold pa "at most 90%" is attendance this school year at most 90%
threshold pa-below "below 90%" is attendance this school year below 90%
`,
  'school.att': `policy school "School" in force from 1 September 2022 {
  under widnes
}

scool in "England"
threshold few is at least 3 unauthorised sessions in a rolling 10 school weeks   cite "1"
threshold few is at least 4 unauthorised sessions in a rolling 10 school weeks   cite "2"
`,
  'other.att': `policy other "Other" in force from 1 September 2022
threshold persistent is attendance this school year below 90%   cite "1"
threshold severe is attendance this school year below 50%
departs from SA-50 because "the council’s forms: 100% of them" approved by "the board" on 1 September 2022, until 31 August 2040
`,
  'pleased.att': 'policy pleased "Pleased" in force from 1 September 2024\n',
};

const folder = mkdtempSync(join(tmpdir(), 'att-formats-'));
beforeAll(() => {
  for (const [name, text] of Object.entries(texts)) writeFileSync(join(folder, name), text);
});
afterAll(() => {
  rmSync(folder, { recursive: true });
});

async function printed(flags: CheckFlags): Promise<string> {
  let text = '';
  const out = (more: string): void => void (text += more);
  const context = { out, err: out, format: 'text' as const, colour: false, environment: {}, folder };
  await check(context, ['.'], flags);
  return text;
}

interface Place {
  readonly file: string;
  readonly start: { readonly line: number; readonly column: number };
  readonly end: { readonly line: number; readonly column: number };
}
interface CheckJson {
  readonly diagnostics: readonly ({
    readonly code: string;
    readonly fixes: readonly { readonly edits: readonly unknown[] }[];
  } & Place)[];
  readonly templates: readonly { readonly source: string; readonly line: number; readonly column: number }[];
  readonly standings: readonly {
    readonly provision: string;
    readonly standing: string;
    readonly severity: string | null;
    readonly departure?: unknown;
    readonly place: Place | null;
  }[];
}

/** `RULE FILE LINE:COLUMN-LINE:COLUMN` of everything that there is to do or to look at. */
async function placesInJson(flags: CheckFlags): Promise<readonly string[]> {
  const report = JSON.parse(await printed({ ...flags, format: 'json' })) as CheckJson;
  return [
    ...report.diagnostics.map((each) => words(each.code, each)),
    ...report.templates.map(({ source: file, line, column }) =>
      words('letter-template', { file, start: { line, column }, end: { line, column } }),
    ),
    ...report.standings.flatMap(({ provision, severity, departure, place }) =>
      place && (severity !== 'information' || departure) ? [words(provision, place)] : [],
    ),
  ].toSorted();
}

function words(rule: string, { file, start, end }: Place): string {
  return `${rule} ${file} ${start.line}:${start.column}-${end.line}:${end.column}`;
}

const days: readonly CheckFlags[] = [{}, { asAt: '2024-09-01' }, { asAt: '2024-08-01..2024-09-30' }];

test('the faults are of every kind', async () => {
  const report = JSON.parse(await printed({ asAt: '2024-08-18', format: 'json' })) as CheckJson;
  expect(new Set(report.diagnostics.map(({ code }) => code))).toEqual(
    new Set(['misspelt-word', 'duplicate-name', 'lacks-cite']),
  );
  expect(report.diagnostics.some(({ fixes }) => fixes.some(({ edits }) => edits.length > 0))).toBe(true);
  expect(report.templates).not.toEqual([]);
  expect(report.standings.map(({ standing }) => standing)).toEqual(
    expect.arrayContaining(['breaches', 'silent', 'contradicts itself', 'local – cannot judge']),
  );
  expect(report.standings.some(({ departure }) => departure !== undefined)).toBe(true);
});

describe.each(days)('each place is the one in the JSON: %o', (flags) => {
  test('github', async () => {
    const lines = (await printed({ ...flags, format: 'github' })).trimEnd().split('\n');
    const found = lines.map(readCommand).filter(({ properties }) => properties['title'] !== 'standing');
    const places = found.map(({ properties: { file, line, col, endLine, endColumn, title } }) => {
      const rule = title!.split(' ').at(-1)!;
      return `${rule} ${file} ${line}:${col}-${endLine}:${endColumn}`;
    });
    expect(places.toSorted()).toEqual(await placesInJson(flags));
  });

  test('sarif', async () => {
    const log = JSON.parse(await printed({ ...flags, format: 'sarif' })) as Log;
    const places = log.runs[0]!.results!.map(({ ruleId, locations }) => {
      const { artifactLocation, region } = locations![0]!.physicalLocation!;
      return `${ruleId} ${decodeURIComponent(artifactLocation!.uri!)} ${regionWords(region!)}`;
    });
    expect(places.toSorted()).toEqual(await placesInJson(flags));
    expect(schemaFaults('sarif-schema-2.1.0.json', log)).toEqual([]);
  });

  test('junit', async () => {
    const xml = await printed({ ...flags, format: 'junit' });
    const places = [
      ...xml.matchAll(
        /<(?:failure|skipped) message="[^"]*?([\w-]+): [^"]*">(?<file>[^\n]+?):(?<place>\d+:\d+-\d+:\d+)\n(?<rest>[^<]*)/g,
      ),
    ].map(({ 1: rule, groups }) => `${rule} ${unescape(groups!['file']!)} ${groups!['place']}`);
    const wanted = await placesInJson(flags);
    expect(wanted.filter((each) => !places.includes(each))).toEqual([]);
    expect(await xmlFaults('junit-10.xsd', xml)).toEqual([]);
  });

  test('gitlab', async () => {
    const issues = JSON.parse(await printed({ ...flags, format: 'gitlab' })) as readonly GitLabIssue[];
    const found = issues.filter(({ check_name }) => check_name !== 'standing');
    const places = found.map(({ check_name, location: { path, positions } }) =>
      words(check_name, { file: path, start: positions.begin, end: positions.end }),
    );
    expect(places.toSorted()).toEqual(await placesInJson(flags));
    expect(schemaFaults('gitlab-code-quality.schema.json', issues)).toEqual([]);
    expect(new Set(issues.map(({ fingerprint }) => fingerprint)).size).toBe(issues.length);
  });

  test('pretty', async () => {
    const text = await printed(flags);
    for (const place of await placesInJson(flags)) {
      const [, rule, file, start] = /^(\S+) (.*) (\d+:\d+)-\d+:\d+$/.exec(place)!;
      if (!text.includes(`silent ${rule} `)) expect(text).toContain(`${file}:${start}`);
    }
  });

  test('json holds to its schema', async () => {
    expect(schemaFaults('check.schema.json', JSON.parse(await printed({ ...flags, format: 'json' })))).toEqual([]);
  });
});

test('a pupil for whom policy and law part ways is told in every format', async () => {
  const flags: CheckFlags = { asAt: '2024-09-01' };
  const told = /who:? +a pupil with/;
  for (const format of ['pretty', 'github', 'sarif', 'junit', 'gitlab'] as const)
    expect([format, told.test(await printed({ ...flags, format }))]).toEqual([format, true]);
  expect(await printed({ ...flags, format: 'json' })).toMatch(/"words": "a pupil with/);
});

test('a command of a workflow is written as GitHub’s own toolkit writes it', async () => {
  const lines = (await printed({ format: 'github' })).trimEnd().split('\n');
  const written: string[] = [];
  const stdout = vi.spyOn(process.stdout, 'write').mockImplementation((text) => written.push(String(text)) > 0);
  try {
    for (const line of lines) {
      const { name, properties, message } = readCommand(line);
      const { title = '', file = '', line: startLine, endLine, col: startColumn, endColumn } = properties;
      const numbers = Object.entries({ startLine, endLine, startColumn, endColumn }).flatMap(([key, value]) =>
        value === undefined ? [] : [[key, Number(value)]],
      );
      const place = { title, file, ...(Object.fromEntries(numbers) as AnnotationProperties) };
      if (name === 'error') error(message, place);
      else if (name === 'warning') warning(message, place);
      else notice(message, place);
    }
  } finally {
    stdout.mockRestore();
  }
  expect(written.join('').trimEnd().split('\n')).toEqual(lines);
});

interface GitLabIssue {
  readonly check_name: string;
  readonly fingerprint: string;
  readonly location: {
    readonly path: string;
    readonly positions: { readonly begin: Place['start']; readonly end: Place['end'] };
  };
}

function regionWords({ startLine, startColumn, endLine, endColumn }: Region): string {
  return `${startLine}:${startColumn}-${endLine}:${endColumn}`;
}

/** As the runner of a workflow reads a command. */
function readCommand(line: string): {
  readonly name: string;
  readonly properties: Readonly<Record<string, string>>;
  readonly message: string;
} {
  const [, name = '', given = '', message = ''] = /^::(error|warning|notice) (.*?)::(.*)$/.exec(line)!;
  const undo = (text: string): string =>
    text
      .replaceAll('%0D', '\r')
      .replaceAll('%0A', '\n')
      .replaceAll('%3A', ':')
      .replaceAll('%2C', ',')
      .replaceAll('%25', '%');
  const pairs = given
    .split(',')
    .map((pair) => [pair.slice(0, pair.indexOf('=')), undo(pair.slice(pair.indexOf('=') + 1))] as const);
  return { name, properties: Object.fromEntries(pairs), message: undo(message) };
}

function unescape(text: string): string {
  return text.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&quot;', '"').replaceAll('&amp;', '&');
}
