import { readdirSync, readFileSync } from 'node:fs';
import type { AttendanceCode, CodeTable, StatisticalMeaning } from '../../register/attendance-code.ts';
import { isoDay } from '../../register/day.ts';
import type { Adult, Pupil } from '../../register/pupil.ts';
import type { Clause, CountedSession, Finding, LadderFinding, LetterFinding } from '../../dsl/evaluate/finding.ts';
import type { LetterInput, SchoolDetails } from '../../letters/draft-fields.ts';
import { letterFields } from '../../letters/draft-fields.ts';
import type { Letter } from '../../letters/letter.ts';
import { printProblem } from '../../letters/letter-problem.ts';
import type { LetterRenderer } from '../../letters/render-letter.ts';
import type { TemplateSources } from '../../letters/template-sources.ts';
import { letterRenderer } from '../../letters/render-letter.ts';

/** The templates of the repository, read from disk. */
export function ownTemplates(): TemplateSources {
  return { templates: textsIn('templates'), partials: textsIn('partials') };
}

function textsIn(folder: string): Record<string, string> {
  const url = new URL(`../../letters/${folder}/`, import.meta.url);
  const names = readdirSync(url).filter((name) => name.endsWith('.hbs'));
  return Object.fromEntries(names.map((name) => [name.slice(0, -4), readFileSync(new URL(name, url), 'utf8')]));
}

let renderer: LetterRenderer | undefined;

/** One letter of the sample school: Amira Khan to Mrs Khan on 28 March 2024, with whatever is changed. */
export function sampleLetter(paper: SamplePaper, changes: SampleChanges = {}): Letter {
  renderer ??= letterRenderer(ownTemplates());
  const input = sampleInput(paper, changes);
  const drafted = letterFields(input);
  if (drafted.kind === 'refused') throw new Error(drafted.reasons.join('\n'));
  const rendered = renderer.render(`widnes.${paper}`, drafted, { adult: input.adult.id, pupil: input.pupil.id });
  if (rendered.kind === 'problems') throw new Error(rendered.problems.map(printProblem).join('\n'));
  return rendered.letter;
}

export type SamplePaper = 'stage-1-letter' | 'stage-2-letter' | 'stage-3-letter' | 'formal-warning';

export interface SampleChanges extends Partial<Omit<LetterInput, 'pupil' | 'adult' | 'school' | 'ladder'>> {
  readonly ladder?: LadderFinding;
  readonly pupil?: Partial<Pupil>;
  readonly adult?: Partial<Adult>;
  readonly school?: Partial<SchoolDetails>;
  readonly sessions?: readonly CountedSession[];
}

export function sampleInput(
  paper: SamplePaper,
  changes: SampleChanges = {},
): LetterInput & { readonly ladder: LadderFinding } {
  const stage = stages[paper];
  const sessions = changes.sessions ?? sampleSessions.slice(0, stage.days * 2 + 1);
  const clause: Clause = { policy: 'widnes', id: 'attendance-support-map', cite: 'Attendance Support Map', line: 40 };
  const days = String(sessions.length / 2);
  const ladder: LadderFinding = {
    id: 'support-map',
    title: 'Attendance Support Map',
    stage: { id: stage.id, title: stage.title },
    possibly: [],
    since: '2024-03-18',
    count: { value: `${sessions.length}/2`, shown: days, unit: 'days absent' },
    next: {
      stage: { id: 'next', title: stage.next },
      needs: { value: '5/2', shown: '2.5', unit: 'days absent' },
    },
    cite: 'Attendance Support Map',
    clause,
    reason: 0,
  };
  const letter: LetterFinding = {
    id: paper,
    title: stage.paper,
    state: 'due',
    stage: ladder.stage,
    since: '2024-03-18',
    sent: null,
    to: 'parents',
    needs: [],
    clause,
    reason: null,
  };
  const possible = 248;
  const unauthorised = sessions.filter((session) => session.code === 'O').length;
  const rate = (((possible - sessions.length) / possible) * 100).toFixed(1);
  const finding: Finding = {
    kind: 'finding',
    school: 'widnes',
    policy: {
      id: 'widnes',
      title: 'Attendance Policy 2023-2024',
      digest: 'a'.repeat(64),
      inForce: { from: '2023-11-22', to: '2024-11-22' },
      covers: true,
    },
    pupil: 'pupil-1',
    at: null,
    periods: [],
    absence: null,
    asAt: '2024-03-28',
    registerTo: { date: '2024-03-28', session: 'PM' },
    tally: {
      from: '2023-09-04',
      possible,
      attended: possible - sessions.length,
      authorised: sessions.length - unauthorised,
      unauthorised,
      late: 2,
      notTaken: 0,
      attendance: { value: `${possible - sessions.length}/${possible}`, shown: rate, unit: 'per cent' },
    },
    ladders: [ladder],
    thresholds: [],
    attention: [],
    family: null,
    bands: [],
    rewards: [],
    duties: [],
    options: [],
    letters: [letter],
    bars: [],
    reviews: [],
    evidence: [],
    contradictions: [],
    undetermined: [],
    reasons: [
      {
        kind: 'counted',
        what: 'days absent',
        count: ladder.count!,
        window: { from: '2023-09-04', to: '2024-03-28', words: 'this school year' },
        open: 0,
        sessions,
        clause,
      },
    ],
  };
  return {
    finding,
    findingDigest: 'f'.repeat(64),
    letter,
    ladder,
    policyTitle: 'Attendance Policy 2023-2024',
    codes: sampleCodes,
    date: isoDay('2024-03-28'),
    reference: 'ATT-2024-0107',
    support: paper === 'stage-1-letter' ? [] : ['A place at breakfast club since January', 'A phone call every Monday'],
    meeting:
      paper === 'stage-2-letter' ? { date: '2024-04-16', time: '3.30pm', place: 'the school office' } : undefined,
    ...changes,
    pupil: { ...samplePupil, ...changes.pupil },
    adult: { ...sampleAdult, ...changes.adult },
    school: { ...sampleSchool, ...changes.school },
  };
}

const stages = {
  'stage-1-letter': {
    id: 'concerning',
    title: 'Concerning levels',
    next: 'Serious concerns',
    days: 4,
    paper: 'Stage 1 letter',
  },
  'stage-2-letter': { id: 'serious', title: 'Serious concerns', next: 'High risk', days: 7, paper: 'Stage 2 letter' },
  'stage-3-letter': { id: 'high-risk', title: 'High risk', next: 'Serious risk', days: 10, paper: 'Stage 3 letter' },
  'formal-warning': {
    id: 'serious-risk',
    title: 'Serious risk',
    next: 'Enforcement',
    days: 13,
    paper: 'Formal warning notice',
  },
} as const;

export const samplePupil: Pupil = {
  id: 'pupil-1',
  school: 'widnes',
  upn: 'A876200023001',
  surname: 'Khan',
  forename: 'Amira',
  dateOfBirth: isoDay('2014-01-12'),
  yearGroup: '5',
  registrationGroup: '5B',
  onRollFrom: isoDay('2018-09-03'),
  onRollTo: undefined,
  family: 'family-1',
  facts: {},
};

export const sampleAdult: Adult = {
  id: 'adult-1',
  title: 'Mrs',
  forename: 'Sadia',
  surname: 'Khan',
  relation: 'mother',
  parentalResponsibility: true,
  dayToDayCare: true,
  address: ['14 Ferry Lane', 'Lower Bank', 'Widnes'],
  postcode: 'WA8 0AA',
  doNotSend: false,
};

export const sampleSchool: SchoolDetails = {
  name: 'Widnes Academy',
  address: ['1 School Lane', 'Widnes', 'WA8 0ZZ'],
  telephone: '0151 496 0100',
  email: 'office@widnes-academy.example',
  signatory: { role: 'Head of School', name: '' },
  contact: { role: 'Attendance Leader', telephone: '0151 496 0100', email: 'attendance@widnes-academy.example' },
};

/** Sixteen days away: illness, an appointment, a run of illness, days with no good reason, a morning late. */
export const sampleSessions: readonly CountedSession[] = [
  ...away('2023-09-21', 'II'),
  ...away('2023-10-10', '.M'),
  ...away('2023-11-14', 'II'),
  ...away('2023-11-15', 'II'),
  ...away('2023-11-16', 'I.'),
  ...away('2023-12-20', 'OO'),
  ...away('2024-01-09', 'II'),
  ...away('2024-01-22', 'IO'),
  ...away('2024-02-05', 'II'),
  ...away('2024-02-06', 'II'),
  ...away('2024-02-26', 'OO'),
  ...away('2024-03-01', 'U.'),
  ...away('2024-03-11', 'II'),
  ...away('2024-03-12', 'II'),
  ...away('2024-03-15', 'OO'),
  ...away('2024-03-18', 'II'),
  ...away('2024-03-22', 'II'),
];

/** A day's morning and afternoon as two codes; a dot is a session attended. */
export function away(date: string, codes: string): CountedSession[] {
  const [morning = '.', afternoon = '.'] = codes;
  const sessions = [
    { date, session: 'AM' as const, code: morning },
    { date, session: 'PM' as const, code: afternoon },
  ];
  return sessions.filter(({ code }) => code !== '.');
}

export const sampleCodes: CodeTable = {
  codes: [
    code('I', 'Illness', 'authorised absence'),
    code('M', 'Medical or dental appointment', 'authorised absence'),
    code('O', 'Absent without leave', 'unauthorised absence'),
    code('U', 'Arrived after the register closed', 'unauthorised absence'),
  ],
};

function code(letter: string, title: string, meaning: StatisticalMeaning): AttendanceCode {
  return { code: letter, title, meaning, late: false, sensitive: false, from: undefined, to: undefined };
}
