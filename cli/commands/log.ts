import { ask } from '../../bot/answers/ask.ts';
import { answerJson } from '../answer-json.ts';
import { printJson } from '../context.ts';
import type { Context, ExitCode } from '../context.ts';
import type { LogFlags } from '../flags.ts';
import { commandLine, withAnswers } from '../open-answers.ts';
import { printAnswer } from '../print-answer.ts';

/** Shows what was recorded about a pupil, or of the school itself, with the ids by which entries are undone. Exit 1: there is no such pupil. */
export async function logCommand(context: Context, flags: LogFlags): Promise<ExitCode> {
  return withAnswers(context, flags, async ({ services, actor, school }) => {
    const answer = await ask(services, flags.for === undefined ? 'school log' : `log for ${flags.for}`, {
      actor,
      place: commandLine,
      school,
    });
    if (context.format === 'json') printJson(context, answerJson(answer));
    else printAnswer(context, answer);
    return answer.kind === 'log' ? 0 : 1;
  });
}
