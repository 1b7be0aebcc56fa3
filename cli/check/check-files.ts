import { layerOrder } from '../../dsl/index.ts';
import type { Source } from '../../dsl/index.ts';
import type { PolicyFiles } from '../policy-files.ts';
import type { CheckQuestion } from './days-asked.ts';
import type { KeptOutcomes } from './kept-outcomes.ts';
import type { FileOutcome, PolicyOutcome } from './outcome.ts';
import { readTogether } from './read-together.ts';

/** A file, and what checking it came to. */
export interface CheckedFile {
  readonly source: Source;
  readonly outcome: FileOutcome;
}

/** What checking came to of all files, and their policies in the order of their layers. */
export interface CheckedFiles {
  readonly files: readonly CheckedFile[];
  readonly policies: readonly { readonly source: Source; readonly policy: PolicyOutcome }[];
}

/**
 * Checks policies. A file that was checked before, and with it all that is read together with it, is not checked again
 * where what that came to was kept: only what changed is read, and what reads it takes that in.
 */
export async function checkFiles(
  { asked, beside }: PolicyFiles,
  question: CheckQuestion,
  kept: KeptOutcomes | undefined,
): Promise<CheckedFiles> {
  const sources = [...asked, ...beside];
  const isAsked = new Set(asked);
  const found = sources.map((source) => kept?.find(source));
  const reading = found.every((each) => each !== undefined) ? undefined : await import('./read-outcomes.ts');
  const heads = sources.map((source, index) => found[index]?.outcome.head ?? reading!.headOf(source));
  const outcomes: (FileOutcome | undefined)[] = sources.map(() => undefined);
  const resting = new Map<number, string>();
  for (const group of readTogether(heads)) {
    const restsOn = kept?.digestOf(group.map((index) => sources[index]!)) ?? '';
    const stands = group.every(
      (index) =>
        found[index]?.restsOn === restsOn && answers(found[index].outcome, isAsked.has(sources[index]!), question),
    );
    for (const index of group) {
      if (stands) outcomes[index] = found[index]!.outcome;
      else resting.set(index, restsOn);
    }
  }
  if (resting.size > 0) {
    const { readOutcomes } = reading ?? (await import('./read-outcomes.ts'));
    const anew = [...resting.keys()].sort((a, b) => a - b);
    const read = readOutcomes(
      anew.map((index) => sources[index]!),
      isAsked,
      question,
    );
    anew.forEach((index, place) => {
      outcomes[index] = read[place]!;
      kept?.keep(sources[index]!, { restsOn: resting.get(index)!, outcome: read[place]! });
    });
    kept?.sweep();
  }
  return inOrder(sources.map((source, index) => ({ source, outcome: outcomes[index]! })));
}

/** Whether a kept outcome says what is asked now. */
function answers({ policy }: FileOutcome, asked: boolean, { days }: CheckQuestion): boolean {
  if (!asked || policy === undefined) return true;
  const { standing } = policy;
  return (
    standing !== undefined && (standing === null || days.kind !== 'own and today' || standing.workedOut === days.today)
  );
}

function inOrder(files: readonly CheckedFile[]): CheckedFiles {
  const byId = new Map(
    files.flatMap(({ source, outcome: { policy } }) => (policy ? [[policy.id, { source, policy }] as const] : [])),
  );
  const order = layerOrder(files.map(({ outcome }) => outcome.head));
  return { files, policies: order.flatMap((id) => byId.get(id) ?? []) };
}
