import { ask } from '../../bot/answers/ask.ts';
import type { Services } from '../../bot/answers/services.ts';
import { answerJson } from '../answer-json.ts';
import { CommandFailure, printJson } from '../context.ts';
import type { Context, ExitCode } from '../context.ts';
import type { ExplainFlags } from '../flags.ts';
import { commandLine, withAnswers } from '../open-answers.ts';
import { printAnswer } from '../print-answer.ts';
import { readDay } from '../read-day.ts';

/** Says why a pupil is where they are; with --case explains a case from a file, without a store. */
export async function explainCommand(
  context: Context,
  name: string | undefined,
  flags: ExplainFlags,
): Promise<ExitCode> {
  const asAt = readDay(flags.asAt);
  if ((name === undefined) === (flags.case === undefined)) {
    throw new CommandFailure(2, 'say whom to explain: att explain "NAME", or att explain --case FILE');
  }
  if (flags.case !== undefined) {
    const { explainCase } = await import('../explain-case.ts');
    return explainCase(context, flags.case, { policy: flags.policy, asAt });
  }
  return withAnswers(context, flags, async ({ services, actor, school }) => {
    const chosen = flags.policy === undefined ? services : byPolicy(services, flags.policy);
    const answer = await ask(chosen, `why for ${name}`, { actor, place: commandLine, asAt, school });
    if (context.format === 'json') printJson(context, answerJson(answer));
    else printAnswer(context, answer);
    return answer.kind === 'not understood' ? 2 : 0;
  });
}

/** The same services with one policy standing for every school’s own. */
function byPolicy(services: Services, id: string): Services {
  const policy = services.policies.get(id);
  if (!policy) {
    throw new CommandFailure(2, `no policy is called “${id}”. There are: ${[...services.policies.keys()].join(', ')}.`);
  }
  return { ...services, policies: new Map([...services.policies.keys()].map((each) => [each, policy])) };
}
