import { formatIsoDay } from '../../register/day.ts';
import type { NamedSpan } from '../../register/school-calendar.ts';
import type { SampleSchool } from './sample-school.ts';

/** A school as the files it would bring, UTF-8, each by its name and as its text. */
export interface SampleFiles {
  /** Profile `generic-long`. */
  readonly 'marks.csv': string;
  /** Profile `generic-adults`. */
  readonly 'adults.csv': string;
  readonly 'calendar.yaml': string;
  readonly 'staff.yaml': string;
}

export function writeFiles(school: SampleSchool): SampleFiles {
  return {
    'marks.csv': marksCsv(school),
    'adults.csv': adultsCsv(school),
    'calendar.yaml': calendarYaml(school),
    'staff.yaml': staffYaml(school),
  };
}

const marksHeader = 'upn,surname,forename,date of birth,year group,registration group,date,session,code,minutes late';
const adultsHeader =
  'upn,family,title,forename,surname,relation,parental responsibility,day-to-day care,' +
  'address line 1,address line 2,address line 3,town,postcode,do not send';

/** Pupil by pupil in the order of the register, a row a session, sessions not taken with an empty code. */
function marksCsv({ calendar, pupils }: SampleSchool): string {
  const sessions = calendar.schoolDays.flatMap((day) => [`${formatIsoDay(day)},AM,`, `${formatIsoDay(day)},PM,`]);
  const rows: string[] = [marksHeader];
  for (const pupil of pupils) {
    const { upn, surname, forename, yearGroup, registrationGroup } = pupil;
    const who = csvRow([upn, surname, forename, formatIsoDay(pupil.dateOfBirth), yearGroup, registrationGroup]);
    for (const [index, session] of sessions.entries()) {
      rows.push(`${who},${session}${pupil.codes[index]},${pupil.minutesLate.get(index) ?? ''}`);
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
  ]);
}

function yamlSpan({ name, from, to }: NamedSpan): string {
  return `  - { name: ${JSON.stringify(name)}, from: ${formatIsoDay(from)}, to: ${formatIsoDay(to)} }`;
}

function staffYaml({ id: school, name, staff }: SampleSchool): string {
  return lines([
    `# ${name}. Who may ask, and about whom: no registration groups means the whole school.`,
    'staff:',
    ...staff.flatMap(({ id, role, schools, registrationGroups, slackUser }) => [
      `  - id: ${id}`,
      `    name: ${JSON.stringify(staffName(role, registrationGroups))}`,
      `    role: ${role}`,
      `    schools: [${schools.join(', ')}]`,
      `    registrationGroups: [${registrationGroups.join(', ')}]`,
      `    slackUser: ${slackUser}`,
    ]),
    '# How each school signs its letters, and how a parent reaches it. The numbers are of a range kept for fiction.',
    'schools:',
    `  - id: ${school}`,
    `    name: ${JSON.stringify(name)}`,
    '    address: [Sample Street, WIDNES, WA8 0ZZ]',
    '    telephone: 0151 496 0100',
    '    email: office@widnes-academy.example',
    '    signatory: { role: Head of School }',
    '    contact: { role: Attendance Leader, telephone: 0151 496 0101, email: attendance@widnes-academy.example }',
  ]);
}

/** The role stands for the name: the sample names no member of staff. */
function staffName(role: string, groups: readonly string[]): string {
  const title = role[0]!.toUpperCase() + role.slice(1);
  return groups.length === 0 ? title : `${title} of ${groups.join(', ')}`;
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
