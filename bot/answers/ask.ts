import type { Pupil } from '../../register/pupil.ts';
import type { School } from '../store/store.ts';
import { answerAboutPupil, answerAboutSchool } from './answer-asked.ts';
import type { OfSchool, PupilAnswer } from './answer-asked.ts';
import type { Answer } from './answer.ts';
import { choiceOfSchools, choiceOverSchools } from './answers/choice.ts';
import { elsewhere } from './answers/elsewhere.ts';
import { helpAnswer, notUnderstood } from './answers/help.ts';
import { isAskedAsKnown, notAsKnown } from './as-known.ts';
import type { AskedBy } from './asking.ts';
import { mayShowPupils } from './may-see.ts';
import { noteAudit } from './note-audit.ts';
import { openSchool, schoolsOf } from './open-school.ts';
import type { Asked, Question } from './question.ts';
import { readQuestion } from './read-question.ts';
import { undoOfSchool } from './undo-of-school.ts';
import { mayTellWhatWasDone, recordingMeant, unrecorded } from './recording-meant.ts';
import type { RecordingMeant } from './recording-meant.ts';
import type { Services } from './services.ts';
import type { OfPupil } from './what-is-meant.ts';
import { oneSchool, schoolInWords, schoolsOfPupil } from './which-school.ts';

/** A question may come with the pupil (an id) or the school it is about, where a button knows them. */
export interface AskedOf extends AskedBy {
  readonly about?: string | undefined;
  readonly school?: string | undefined;
}

/**
 * Answers a question as a person typed it, or records what it says was done. It knows no Slack and no terminal: who asks
 * and in what kind of place is given. Every question is noted in the audit, whatever comes of it.
 */
export async function ask(services: Services, typed: string, by: AskedOf): Promise<Answer> {
  const all = await schoolsOf(services, by);
  const inWords = schoolInWords(typed, all);
  const question = inWords.question;
  const read = readQuestion(question);
  const { asked } = read;
  const given = await answerTo();
  const { answer, school, pupil } = given;
  await noteAudit(
    services,
    by,
    { action: actionOf(answer), question: asked.kind, school, pupil, reason: read.because },
    answer,
  );
  return answer;

  async function answerTo(): Promise<Given> {
    if (asked.kind === 'help') return { answer: helpAnswer() };
    if (aboutPupils(asked) && !mayShowPupils(by.place)) return { answer: elsewhere() };
    const settled = by.school ?? inWords.school?.id ?? (await schoolOf(services, by));
    const schools = settled === undefined ? all : all.filter(({ id }) => id === settled);
    if (schools.length === 0) return { answer: oneSchool(all, settled, question) as Answer };
    if (mayShowPupils(by.place) && !read.known && mayTellWhatWasDone(asked, question)) {
      const recorded = await recordIn(services, by, schools, question);
      if (recorded && (recorded.answer.kind !== 'not found' || asked.kind === 'bare' || asked.kind === 'named'))
        return recorded;
    }
    if (asked.kind === 'undo' && asked.who === undefined && by.about === undefined) {
      const undone = await undoOfSchool(services, by, schools);
      if (undone) return undone;
    }
    if (asked.kind === 'not understood') return { answer: notUnderstood(question) };
    if (read.known && !isAskedAsKnown(asked.kind)) return { answer: notAsKnown() };
    if (!isOfPupil(asked)) {
      const school = oneSchool(schools, settled, question);
      if ('kind' in school) return { answer: school };
      const opened = await openSchool(services, by, school, read.day);
      if (opened.kind === 'answer') return { answer: opened.answer, school: school.id };
      return { answer: await answerAboutSchool(opened.asking, asked), school: school.id };
    }
    return answerInSchool({ ...read, asked }, schools);
  }

  /** Of several schools, the one that has a pupil of the name. */
  async function answerInSchool(
    ofPupil: Question & { readonly asked: OfPupil },
    schools: readonly School[],
  ): Promise<Given> {
    let [school] = schools;
    if (schools.length > 1) {
      const found = await schoolsOfPupil(services, by, schools, whoOf(ofPupil.asked));
      if (found.length > 1) return { answer: choiceOverSchools(question, found) };
      // Nobody of that name: any of the schools says so, and so does one that has nobody asked about yet.
      school = found[0]?.school ?? schools[0];
    }
    const opened = await openSchool(services, by, school!, read.day, read.known);
    if (opened.kind === 'answer') return { answer: opened.answer, school: school!.id };
    return { ...(await answerAboutPupil(opened.asking, ofPupil, question, by.about)), school: school!.id };
  }
}

interface Given {
  readonly answer: Answer;
  readonly school?: string | undefined;
  readonly pupil?: Pupil | undefined;
}

function isOfPupil(asked: Exclude<Asked, { kind: 'help' | 'not understood' }>): asked is OfPupil {
  return !ofSchool.has(asked.kind as OfSchool['kind']);
}
const ofSchool: ReadonlySet<OfSchool['kind']> = new Set([
  ...(['register times', 'stages', 'arrival', 'list'] as const),
  ...(['due today', 'letters due', 'rewards due', 'returns due', 'reviews due'] as const),
  ...(['school duties', 'school log'] as const),
]);

function aboutPupils({ kind }: Asked): boolean {
  return !ofNobody.has(kind);
}

const ofNobody: ReadonlySet<Asked['kind']> = new Set([
  'register times',
  'stages',
  'arrival',
  'school duties',
  'not understood',
]);

/** The name as typed, where the form of the question says which words it is. */
function whoOf(asked: OfPupil): string | undefined {
  if (asked.kind === 'bare') return asked.words;
  return asked.kind === 'letter' && asked.who === undefined && asked.paper !== '' ? asked.paper : asked.who;
}

/** Records what a sentence says was done, at the school whose policy and pupils fit it; undefined where none does. */
async function recordIn(
  services: Services,
  by: AskedOf,
  schools: readonly School[],
  question: string,
): Promise<Given | undefined> {
  const meant: { readonly school: School; readonly meaning: RecordingMeant }[] = [];
  let otherwise: Answer | undefined;
  for (const school of schools) {
    const opened = await openSchool(services, by, school);
    if (opened.kind === 'answer') continue;
    const meaning = await recordingMeant(opened.asking, question, by.about);
    if (meaning) meant.push({ school, meaning });
    else otherwise ??= await unrecorded(opened.asking, question);
  }
  const [first, ...others] = meant;
  if (!first) return otherwise && { answer: otherwise };
  if (others.length > 0) {
    return {
      answer: choiceOfSchools(
        question,
        meant.map(({ school }) => school),
      ),
    };
  }
  const { answer, pupil }: PupilAnswer = await first.meaning.answer();
  return { answer, pupil, school: first.school.id };
}

/** The school of the pupil a button names, so that nobody is asked which school a pupil is at. */
async function schoolOf(services: Services, { about, actor }: AskedOf): Promise<string | undefined> {
  const pupil = about === undefined ? undefined : await services.store.pupil(about);
  return pupil && actor.schools.includes(pupil.school) ? pupil.school : undefined;
}

function actionOf({ kind }: Answer): string {
  if (kind === 'draft') return 'drafted';
  return kind === 'recorded' || kind === 'undone' ? kind : 'asked';
}
