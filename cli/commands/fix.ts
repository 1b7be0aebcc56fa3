import { codeTableOf, curePolicies, england } from '../../dsl/index.ts';
import type { CuredPolicies, Source } from '../../dsl/index.ts';
import type { DaysAsked } from '../check/days-asked.ts';
import { readDaysAsked } from '../check/days-asked.ts';
import { CommandFailure, printJson } from '../context.ts';
import type { Context, ExitCode } from '../context.ts';
import type { CheckFlags } from '../flags.ts';
import { lineDiff } from '../line-diff.ts';
import { readPolicyFiles } from '../policy-files.ts';
import { today } from '../read-day.ts';
import { writeWhole } from '../write-file.ts';

/**
 * Puts right what can be put right by one edit alone: of a day's law, or of each policy's own first day. Says what was done,
 * which examples no longer hold, and what is left to a person. With --dry-run it shows the edits and writes nothing. Exit 1:
 * a breach is left.
 */
export async function fix(context: Context, paths: readonly string[], options: CheckFlags): Promise<ExitCode> {
  const day = oneDay(readDaysAsked(options.asAt));
  const { asked, beside } = readPolicyFiles(context, paths);
  const found = curePolicies([...asked, ...beside], {
    rulebook: england,
    codes: codeTableOf(england),
    asked: new Set(asked.map(({ name }) => name)),
    dayOf: ({ inForce }) => day ?? inForce.from ?? today(),
  });
  const dry = options.dryRun === true;
  const changed = changes(asked, found);
  if (!dry) for (const { name, after } of changed) writeWhole(context, name, after);
  if (options.format === 'json') printJson(context, { kind: 'fix', dryRun: dry, ...asJson(found, changed) });
  else tell(context, found, changed, dry);
  return Promise.resolve(found.left.length > 0 ? 1 : 0);
}

function oneDay(days: DaysAsked): Extract<DaysAsked, { kind: 'day' }>['day'] | undefined {
  if (days.kind === 'range')
    throw new CommandFailure(2, '--fix puts policies right for the law of one day: --as-at 2024-09-01');
  return days.kind === 'day' ? days.day : undefined;
}

interface Change {
  readonly name: string;
  readonly before: string;
  readonly after: string;
}

function changes(asked: readonly Source[], { sources }: CuredPolicies): readonly Change[] {
  const after = new Map(sources.map(({ name, text }) => [name, text]));
  return asked
    .map(({ name, text }) => ({ name, before: text, after: after.get(name)! }))
    .filter((each) => each.before !== each.after);
}

function tell(
  { out }: Context,
  { cures, left, brokenExamples }: CuredPolicies,
  changed: readonly Change[],
  dry: boolean,
): void {
  if (dry) for (const { name, before, after } of changed) out(`${lineDiff(name, before, after)}\n`);
  for (const { file, line, provision, title, unsaid } of cures) {
    out(`${dry ? 'would fix' : 'fixed'} ${provision}  ${title}    ${file}:${line}\n`);
    if (unsaid !== undefined) out(`     it is silent now: ${unsaid}\n`);
  }
  for (const { file, line, title } of brokenExamples) {
    out(`example no longer holds  “${title}”    ${file}:${line}\n`);
  }
  for (const { file, line, provision, why } of left) out(`left ${provision}  ${why}    ${file}:${line}\n`);
  if (cures.length + left.length > 0) out('\n');
  out(`${summary(cures.length, left.length, brokenExamples.length, dry)}\n`);
}

function summary(cures: number, left: number, examples: number, dry: boolean): string {
  if (cures + left === 0) return 'nothing to put right';
  const done = `${cures === 0 ? 'nothing' : cures} ${dry ? 'would be put right' : 'put right'}`;
  const looks = examples === 0 ? '' : `, ${examples} ${examples === 1 ? 'example' : 'examples'} to look at`;
  return `${done}${looks}${left === 0 ? '' : `, ${left} left to a person: att check shows ${left === 1 ? 'it' : 'them'}`}`;
}

function asJson({ cures, left, brokenExamples }: CuredPolicies, changed: readonly Change[]): object {
  return { fixed: cures, left, brokenExamples, files: changed.map(({ name }) => name) };
}
