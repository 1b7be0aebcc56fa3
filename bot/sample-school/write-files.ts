import { formatIsoDay } from '../../register/day.ts';
import type { Day } from '../../register/day.ts';
import type { NamedSpan, SchoolPhase } from '../../register/school-calendar.ts';
import type { LogRow, SamplePupil, SampleSchool } from './sample-school.ts';

/** A school as the files it would bring, UTF-8, each by its name and as its text. */
export interface SampleFiles {
  /** Profile `generic-long`. */
  readonly 'marks.csv': string;
  /** Profile `generic-adults`. */
  readonly 'adults.csv': string;
  readonly 'calendar.yaml': string;
  /** Profile `generic-groups`; absent where nothing is known of anyone. */
  readonly 'groups.csv'?: string;
  /** Profile `generic-log`; absent where nothing was recorded. */
  readonly 'log.csv'?: string;
  /** Of a school that brings its marks twice: what came after the first file, and what it amends of that. */
  readonly 'marks-later.csv'?: string;
  /** What was recorded after the first file. */
  readonly 'log-later.csv'?: string;
}

export function writeFiles(school: SampleSchool): SampleFiles {
  const facts = Object.keys(school.pupils[0]?.facts ?? {});
  const { firstFileTo, log, schoolDays } = school;
  const isFirst = (day: Day) => firstFileTo === undefined || day <= firstFileTo;
  const laterLog = log.filter(({ day }) => !isFirst(day));
  return {
    'marks.csv': marksCsv(school, (index) => isFirst(schoolDays[index >> 1]!), true),
    'adults.csv': adultsCsv(school),
    'calendar.yaml': calendarYaml(school),
    ...(facts.length === 0 ? {} : { 'groups.csv': groupsCsv(school, facts) }),
    ...(log.length === 0 ? {} : { 'log.csv': logCsv(log.filter(({ day }) => isFirst(day))) }),
    ...(firstFileTo === undefined
      ? {}
      : {
          'marks-later.csv': marksCsv(
            school,
            (index, pupil) => !isFirst(schoolDays[index >> 1]!) || pupil.earlierCodes?.has(index) === true,
            false,
          ),
        }),
    ...(laterLog.length === 0 ? {} : { 'log-later.csv': logCsv(laterLog) }),
  };
}

const marksHeader = 'upn,surname,forename,date of birth,year group,registration group,date,session,code,minutes late';
const adultsHeader =
  'upn,family,title,forename,surname,relation,parental responsibility,day-to-day care,' +
  'address line 1,address line 2,address line 3,town,postcode,do not send';
const logHeader = ['upn', 'date', 'time', 'name', 'done', 'from', 'to', 'purpose', 'by'];

/**
 * Pupil by pupil in the order of the register, a row a session, sessions not taken with an empty code.
 * @param brings whether the file has a session of a pupil, by its index
 * @param early as it was before amendments
 */
function marksCsv(
  { schoolDays, pupils }: SampleSchool,
  brings: (index: number, pupil: SamplePupil) => boolean,
  early: boolean,
): string {
  const sessions = schoolDays.flatMap((day) => [`${formatIsoDay(day)},AM,`, `${formatIsoDay(day)},PM,`]);
  const rows: string[] = [marksHeader];
  for (const pupil of pupils) {
    const { upn, surname, forename, yearGroup, registrationGroup } = pupil;
    const who = csvRow([upn, surname, forename, formatIsoDay(pupil.dateOfBirth), yearGroup, registrationGroup]);
    for (const [index, session] of sessions.entries()) {
      if (!brings(index, pupil)) continue;
      const code = (early ? pupil.earlierCodes?.get(index) : undefined) ?? pupil.codes[index];
      rows.push(`${who},${session}${code},${pupil.minutesLate.get(index) ?? ''}`);
    }
  }
  return lines(rows);
}

/** A row for each adult of each pupil: the adults of siblings stand once for each of them. */
function adultsCsv({ families, pupils }: SampleSchool): string {
  const adultsOf = new Map(families.map(({ id, adults }) => [id, adults]));
  const rows = pupils.flatMap(({ upn, family }) =>
    adultsOf
      .get(family)!
      .map((adult) =>
        csvRow([
          upn,
          family,
          adult.title,
          adult.forename,
          adult.surname,
          adult.relation,
          yesNo(adult.parentalResponsibility),
          yesNo(adult.dayToDayCare),
          ...adult.address,
          adult.town,
          adult.postcode,
          yesNo(adult.doNotSend),
        ]),
      ),
  );
  return lines([adultsHeader, ...rows]);
}

function groupsCsv({ pupils }: SampleSchool, facts: readonly string[]): string {
  const rows = pupils.map(({ upn, facts: known }) =>
    csvRow([upn, ...facts.map((fact) => (known[fact] === undefined ? '' : yesNo(known[fact])))]),
  );
  return lines([csvRow(['upn', ...facts]), ...rows]);
}

/** The columns for items, an adult and notes stand where some row has them. */
function logCsv(log: readonly LogRow[]): string {
  const day = (value: Day | undefined) => (value === undefined ? '' : formatIsoDay(value));
  const more = (['items', 'adult', 'note'] as const).filter((column) => log.some((row) => row[column] !== undefined));
  const rows = log.map((row) =>
    csvRow([
      row.upn,
      day(row.day),
      row.time ?? '',
      row.name,
      row.done,
      day(row.about?.from),
      day(row.about?.to),
      row.purpose ?? '',
      row.by,
      ...more.map((column) => (column === 'items' ? (row.items ?? []).join('; ') : (row[column] ?? ''))),
    ]),
  );
  return lines([csvRow([...logHeader, ...more]), ...rows]);
}

function calendarYaml({ name, calendar }: SampleSchool): string {
  const year = calendar.years[0]!;
  return lines([
    `# ${name}. Terms and half terms are the days between which the school meets, both included.`,
    `school: ${calendar.school}`,
    `start: ${formatIsoDay(year.from)}`,
    `end: ${formatIsoDay(year.to)}`,
    'terms:',
    ...year.terms.map(yamlSpan),
    'halfTerms:',
    ...year.halfTerms.map(yamlSpan),
    'closures:',
    ...year.closures.map(
      ({ from, to, why }) =>
        `  - { from: ${formatIsoDay(from)}, to: ${formatIsoDay(to)}, why: ${JSON.stringify(why)} }`,
    ),
    ...(year.phases ? ['phases:', ...year.phases.map(yamlPhase)] : []),
  ]);
}

function yamlSpan({ name, from, to }: NamedSpan): string {
  return `  - { name: ${JSON.stringify(name)}, from: ${formatIsoDay(from)}, to: ${formatIsoDay(to)} }`;
}

function yamlPhase({ name, yearGroups }: SchoolPhase): string {
  return `  - { name: ${JSON.stringify(name)}, yearGroups: [${yearGroups.join(', ')}] }`;
}

function yesNo(value: boolean): string {
  return value ? 'yes' : 'no';
}

function csvRow(fields: readonly string[]): string {
  return fields.map((field) => (/[",\n\r]/.test(field) ? `"${field.replaceAll('"', '""')}"` : field)).join(',');
}

function lines(rows: readonly string[]): string {
  return `${rows.join('\n')}\n`;
}
