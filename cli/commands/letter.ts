import { mkdir, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { act } from '../../bot/answers/act.ts';
import type { Answer, ApprovedAnswer } from '../../bot/answers/answer.ts';
import { ask } from '../../bot/answers/ask.ts';
import { letterFile } from '../../bot/answers/letter-files.ts';
import type { Services } from '../../bot/answers/services.ts';
import { answerJson } from '../answer-json.ts';
import { CommandFailure, printJson, whyOf } from '../context.ts';
import type { Context, ExitCode } from '../context.ts';
import type { LetterFlags } from '../flags.ts';
import { commandLine, withAnswers } from '../open-answers.ts';
import { printAnswer } from '../print-answer.ts';
import { readDay } from '../read-day.ts';

/** Drafts a letter and shows it; with --out approves it in the person’s name and writes the files. Exit 1: refused. */
export async function letterCommand(context: Context, id: string, flags: LetterFlags): Promise<ExitCode> {
  const asAt = readDay(flags.asAt);
  return withAnswers(context, flags, async ({ services, actor, school }) => {
    const because = flags.because === undefined ? '' : ` because ${flags.because}`;
    const by = { actor, place: commandLine, asAt, school };
    const drafted = await ask(services, `letter ${id} for ${flags.for}${because}`, by);
    const answer =
      drafted.kind === 'draft' && flags.out !== undefined
        ? await act(
            services,
            { kind: 'approve letters', letters: drafted.letters.map(({ id, revision }) => ({ id, revision })) },
            by,
          )
        : drafted;
    if (context.format === 'json') printJson(context, answerJson(answer));
    else printAnswer(context, answer);
    if (answer.kind === 'approved' && flags.out !== undefined) await write(context, services, answer, flags.out);
    return exitCodeOf(answer);
  });
}

async function write(context: Context, { store }: Services, { files }: ApprovedAnswer, out: string): Promise<void> {
  const folder = resolve(context.folder, out);
  try {
    await mkdir(folder, { recursive: true });
    for (const { letter, format, name } of files) {
      const bytes = await letterFile(store, letter, format);
      if (!bytes) throw new Error(`the store holds no ${format} of this letter`);
      await writeFile(join(folder, name), bytes, { mode: 0o600 });
    }
  } catch (error) {
    throw new CommandFailure(3, `cannot write to ${out}: ${whyOf(error)}`, error);
  }
  if (context.format === 'text') context.out(`  Written to ${out}\n`);
}

function exitCodeOf({ kind }: Answer): ExitCode {
  if (kind === 'draft' || kind === 'approved') return 0;
  return kind === 'not understood' ? 2 : 1;
}
