import { catalogue, didYouMean, england, provisionHelp, usualWidth, wrap } from '../../dsl/index.ts';
import type { DiagnosticCode } from '../../dsl/index.ts';
import { CommandFailure, printJson } from '../context.ts';
import type { Context, ExitCode } from '../context.ts';

/** Says what a provision of the law or guidance is, or a message of the check, by its id. Exit 2: nothing is called so. */
export async function help(context: Context, topic: string): Promise<ExitCode> {
  const lines = provisionHelp(england, topic.toUpperCase()) ?? diagnosticHelp(topic);
  if (!lines) throw new CommandFailure(2, unknown(topic));
  if (context.format === 'json') printJson(context, { kind: 'help', topic, lines });
  else for (const line of lines) context.out(`${wrapped(line, context.columns ?? usualWidth)}\n`);
  return Promise.resolve(0);
}

/** Further lines stand under the words, not under the key before them. */
function wrapped(line: string, width: number): string {
  const indent = /^(?:\S+ {2,}|\s*)/.exec(line)![0].length;
  return line.slice(0, indent) + wrap(line.slice(indent), width, Math.min(indent, 10), indent);
}

function diagnosticHelp(code: string): readonly string[] | undefined {
  if (!Object.hasOwn(catalogue, code)) return undefined;
  const { severity, words, cure } = catalogue[code as DiagnosticCode];
  const say: (...args: readonly string[]) => string = words;
  return [`${code}  ${severity}`, `says      ${say('…', '…', '…', '…')}`, `cure      ${cure}`];
}

function unknown(topic: string): string {
  const known = [...new Set(england.provisions.map(({ id }) => id)), ...Object.keys(catalogue)];
  const near = [...new Set([...didYouMean(topic.toUpperCase(), known), ...didYouMean(topic, known)])].slice(0, 3);
  const hint = near.length === 0 ? '' : `; did you mean ${near.join(', ')}?`;
  return `no command, provision or message is called “${topic}”${hint} (att comply POLICY lists the provisions)`;
}
