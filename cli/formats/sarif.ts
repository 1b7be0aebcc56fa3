import type { Fix, Location, Log, PhysicalLocation, ReportingDescriptor, Result, Run } from 'sarif';
import { formatIsoDay } from '../../register/day.ts';
import type { Found, FoundPlace } from '../check/found.ts';
import { fails } from '../check/found.ts';
import type { CheckReport } from '../check/report.ts';
import { countLines, cureOf, fullWords, lawWords } from './found-words.ts';

/**
 * A check as SARIF 2.1.0. Results are what there is to do or to look at; the whole table of standings is a property of the
 * run, because readers of SARIF take every result for a fault, and the counts are notifications.
 */
export function printSarif(report: CheckReport, held: boolean): string {
  const log: Log = {
    $schema: 'https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json',
    version: '2.1.0',
    runs: [run(report, held)],
  };
  return `${JSON.stringify(log, null, 2)}\n`;
}

function run(report: CheckReport, held: boolean): Run {
  const told = report.found.filter(({ quiet }) => !quiet);
  const rules = rulesOf(told);
  const places = new Map(rules.map(({ id }, index) => [id, index]));
  return {
    tool: { driver: { name: 'Att', rules } },
    columnKind: 'utf16CodeUnits',
    invocations: [
      {
        executionSuccessful: true,
        exitCode: report.found.some((each) => fails(each, report.failOn)) ? 1 : 0,
        toolExecutionNotifications: countLines(report).map(({ file, words }) => ({
          level: 'note',
          message: { text: words },
          locations: [{ physicalLocation: { artifactLocation: artifact(file) } }],
        })),
      },
    ],
    artifacts: report.files.map(({ name }) => ({ location: artifact(name), sourceLanguage: 'att' })),
    results: told.map((each) => result(each, places.get(each.rule)!, held)),
    properties: {
      standings: report.policies.flatMap(({ id, judged }) =>
        judged.flatMap(({ day, rows }) =>
          rows.map(({ provision, standing }) => ({ policy: id, asAt: formatIsoDay(day), provision, standing })),
        ),
      ),
    },
  };
}

/** Each rule once, with what it asks and where that is written. */
function rulesOf(found: readonly Found[]): ReportingDescriptor[] {
  const first = new Map<string, Found>();
  for (const each of found) if (!first.has(each.rule)) first.set(each.rule, each);
  return [...first.values()].map(ruleOf);
}

const levels = { error: 'error', warning: 'warning', information: 'note' } as const;

function ruleOf(found: Found): ReportingDescriptor {
  const { rule, weight, row } = found;
  const level = { level: levels[weight] };
  if (!row) {
    const help = cureOf(found) || words[rule] || found.message;
    return {
      id: rule,
      shortDescription: { text: rule.replaceAll('-', ' ') },
      help: { text: help },
      defaultConfiguration: level,
    };
  }
  const law = lawWords(row);
  const link = row.link ?? undefined;
  return {
    id: rule,
    shortDescription: { text: row.provisionText },
    help: {
      text: law,
      markdown: link === undefined ? law : `${row.value}: [${row.citation}](${link}) (${row.level}; ${row.confidence})`,
    },
    ...(link === undefined ? {} : { helpUri: link }),
    defaultConfiguration: level,
    properties: {
      level: row.level,
      citation: row.citation,
      confidence: row.confidence,
      tags: ['attendance', row.level],
    },
  };
}

const words: Readonly<Record<string, string>> = {
  'letter-template':
    'A letter’s template says what its policy says that the paper includes, and nothing else by that name.',
  'baseline-unmatched': 'The baseline holds something that is no longer found: take the entry out.',
};

function result(found: Found, ruleIndex: number, held: boolean): Result {
  const { row, at, related, fingerprint, known, kind, asAt } = found;
  const fixes = found.fixes.filter(({ edits }) => edits.length > 0);
  const state = kind === 'baseline' ? 'absent' : known ? 'unchanged' : 'new';
  const clause = row?.clause ? [{ fullyQualifiedName: `${row.clause.policy}/${row.clause.id}`, kind: 'clause' }] : [];
  return {
    ruleId: found.rule,
    ruleIndex,
    level: levels[found.weight],
    message: { text: fullWords(found) },
    locations: [{ ...location(at), ...(clause.length === 0 ? {} : { logicalLocations: clause }) }],
    // The second is the one that GitHub goes by.
    partialFingerprints: { 'att/v1': fingerprint, primaryLocationLineHash: fingerprint },
    ...(held ? { baselineState: state } : {}),
    ...(related.length === 0
      ? {}
      : {
          relatedLocations: related.map((each, id) => ({
            id: id + 1,
            ...location(each.at),
            message: { text: each.message },
          })),
        }),
    ...(fixes.length === 0 ? {} : { fixes: fixes.map(fix) }),
    ...(row ? { properties: { standing: row.standing, asAt: formatIsoDay(asAt!) } } : {}),
  };
}

function fix({ id, title, edits }: Found['fixes'][number]): Fix {
  const byFile = Map.groupBy(edits, ({ at }) => at.file);
  return {
    description: { text: title },
    artifactChanges: [...byFile].map(([file, each]) => ({
      artifactLocation: artifact(file),
      replacements: each.map(({ at, text }) => ({
        deletedRegion: regionOf(at),
        insertedContent: { text },
      })),
    })),
    ...(id === undefined ? {} : { properties: { id } }),
  };
}

function location(at: FoundPlace): Location {
  return { physicalLocation: { artifactLocation: artifact(at.file), region: regionOf(at) } };
}

function regionOf({ start, end }: FoundPlace): NonNullable<PhysicalLocation['region']> {
  return { startLine: start.line, startColumn: start.column, endLine: end.line, endColumn: end.column };
}

/** A path below the folder of the run, as a URI. */
function artifact(file: string): NonNullable<PhysicalLocation['artifactLocation']> {
  const parts = file.replaceAll('\\', '/').split('/').map(encodeURIComponent);
  return { uri: parts.join('/'), uriBaseId: '%SRCROOT%' };
}
