import type { Pupil } from '../../register/pupil.ts';
import { answerAboutPupil, answerAboutSchool } from './answer-asked.ts';
import type { Answer } from './answer.ts';
import { elsewhere } from './answers/elsewhere.ts';
import { helpAnswer, notUnderstood } from './answers/help.ts';
import type { AskedBy } from './asking.ts';
import { mayShowPupils } from './may-see.ts';
import { noteAudit } from './note-audit.ts';
import { oneSchool, openSchool, schoolsOf } from './open-school.ts';
import type { Asked } from './question.ts';
import { readQuestion } from './read-question.ts';
import type { Services } from './services.ts';

/** A question may come with the pupil (an id) or the school it is about, where a button knows them. */
export interface AskedOf extends AskedBy {
  readonly about?: string | undefined;
  readonly school?: string | undefined;
}

/**
 * Answers a question as a person typed it. It knows no Slack and no terminal: who asks and in what kind of place is
 * given. Every question is noted in the audit, whatever comes of it.
 */
export async function ask(services: Services, question: string, by: AskedOf): Promise<Answer> {
  const read = readQuestion(question);
  const { asked } = read;
  const given = await answerTo();
  await noteAudit(
    services,
    by,
    {
      action: actionOf(given.answer),
      question: asked.kind,
      school: given.school,
      pupil: given.pupil,
      reason: read.because,
    },
    given.answer,
  );
  return given.answer;

  async function answerTo(): Promise<Given> {
    if (asked.kind === 'help') return { answer: helpAnswer() };
    if (asked.kind === 'not understood') return { answer: notUnderstood(question) };
    if (aboutPupils(asked) && !mayShowPupils(by.place)) return { answer: elsewhere() };
    const school = oneSchool(await schoolsOf(services, by), by.school ?? (await schoolOf(services, by)), question);
    if ('kind' in school) return { answer: school };
    const opened = await openSchool(services, by, school, read.day);
    if (opened.kind === 'answer') return { answer: opened.answer, school: school.id };
    const { asking } = opened;
    switch (asked.kind) {
      case 'register times':
      case 'stages':
      case 'arrival':
      case 'list':
      case 'due':
        return { answer: await answerAboutSchool(asking, asked), school: school.id };
      case 'stage':
      case 'why':
      case 'what next':
      case 'attendance':
      case 'letter':
      case 'named':
      case 'bare':
        return { ...(await answerAboutPupil(asking, { ...read, asked }, question, by.about)), school: school.id };
    }
  }
}

interface Given {
  readonly answer: Answer;
  readonly school?: string;
  readonly pupil?: Pupil | undefined;
}

function aboutPupils({ kind }: Asked): boolean {
  return kind !== 'register times' && kind !== 'stages' && kind !== 'arrival';
}

/** The school of the pupil a button names, so that nobody is asked which school a pupil is at. */
async function schoolOf(services: Services, { about, actor }: AskedOf): Promise<string | undefined> {
  const pupil = about === undefined ? undefined : await services.store.pupil(about);
  return pupil && actor.schools.includes(pupil.school) ? pupil.school : undefined;
}

function actionOf(answer: Answer): string {
  if (answer.kind === 'draft') return 'drafted';
  return answer.kind === 'recorded' ? 'recorded' : 'asked';
}
