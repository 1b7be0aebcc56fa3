import { ask } from '../../bot/answers/ask.ts';
import { answerJson } from '../answer-json.ts';
import { printJson } from '../context.ts';
import type { Context, ExitCode } from '../context.ts';
import type { AskFlags } from '../flags.ts';
import { commandLine, withAnswers } from '../open-answers.ts';
import { printAnswer } from '../print-answer.ts';
import { readDay } from '../read-day.ts';

/** Answers a question. Any answer exits with 0, “not found” too; a question that does not read is wrong use. */
export async function askCommand(context: Context, question: string, flags: AskFlags): Promise<ExitCode> {
  const asAt = readDay(flags.asAt);
  return withAnswers(context, flags, async ({ services, actor, school }) => {
    const answer = await ask(services, question, { actor, place: commandLine, asAt, school });
    if (context.format === 'json') printJson(context, answerJson(answer));
    else printAnswer(context, answer);
    return answer.kind === 'not understood' ? 2 : 0;
  });
}
