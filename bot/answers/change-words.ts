import type { FindingChange } from '../../dsl/index.ts';
import type { Called } from './called-adults.ts';
import { forWhom } from './of-whom.ts';
import { capital, runWords } from './words.ts';

/** Changes as people read them, the weightiest first, a line each; what is no longer to do in one. */
export function changeLines(changes: readonly FindingChange[], called: Called): readonly string[] {
  const told = order.flatMap((kind) => changes.filter((change) => change.kind === kind));
  const gone = told.flatMap((each) =>
    each.kind === 'duty' && !each.comes && each.party === 'school' ? [standingWords(each, called)] : [],
  );
  return [
    ...told.filter((each) => each.kind !== 'duty' || each.comes).map((each) => changeWords(each, called)),
    ...(gone.length === 0 ? [] : [`No longer to do: ${counted(gone).join('; ')}`]),
  ];
}

/** What is said alike is said once, with how often. */
function counted(words: readonly string[]): readonly string[] {
  return [...Map.groupBy(words, (each) => each)].map(([each, { length }]) =>
    length === 1 ? each : `${each} (${length} times)`,
  );
}

const order = ['stage', 'threshold', 'band', 'reward', 'letter', 'bar', 'option', 'duty'] as const;

function changeWords(change: FindingChange, called: Called): string {
  switch (change.kind) {
    case 'stage':
      return `${change.title}: ${stagesWords(change.is)} (now ${stagesWords(change.was)})`;
    case 'threshold':
      return `${thresholdWords[change.is]}: ${change.title}`;
    case 'band':
      return `${capital(change.title)}: ${change.is ?? 'no band that can be said'} (now ${change.was ?? 'none that can be said'})`;
    case 'reward':
      return rewardWords(change);
    case 'letter':
      return letterWords(change);
    case 'duty':
      if (change.open) return `Waits for an answer: ${standingWords(change, called)}`;
      return `${change.party === 'school' ? 'To do' : 'For others to do'}: ${standingWords(change, called)}`;
    case 'option':
      return `${change.comes ? 'Newly open' : 'No longer open'}: ${standingWords(change, called)}`;
    case 'bar':
      return `${change.comes ? 'Newly barred' : 'No longer barred'}: ${standingWords(change, called)}`;
  }
}

function standingWords(change: Extract<FindingChange, { readonly words: string }>, called: Called): string {
  return `${change.words}${forWhom([change], called)}`;
}

const thresholdWords = { yes: 'Met', no: 'No longer met', undetermined: 'Could not be said' } as const;

function stagesWords(stages: Extract<FindingChange, { kind: 'stage' }>['is']): string {
  return stages.length === 0 ? 'no stage' : stages.map(({ title }) => title).join(' or ');
}

function rewardWords({ title, was, is, period }: Extract<FindingChange, { kind: 'reward' }>): string {
  const of = period === null ? '' : ` (${runWords(period)})`;
  return `${capital(title)}${of}: ${is}${was === null ? '' : ` (now ${was})`}`;
}

function letterWords({ title, was, is }: Extract<FindingChange, { kind: 'letter' }>): string {
  if (is === 'due') return `Letter due: ${title}`;
  if (is === 'waiting') return `Letter waits for an answer: ${title}`;
  return `${title}: ${is} (now ${was})`;
}
