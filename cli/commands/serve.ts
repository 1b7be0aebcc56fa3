import type { Context, ExitCode } from '../context.ts';

/** Runs the bot until it is asked to stop. */
export async function serveCommand(context: Context): Promise<ExitCode> {
  const { serveUntilStopped } = await import('../../bot/main.ts');
  return (await serveUntilStopped(context.environment)) as ExitCode;
}
