import type { Condition, Measure, StageMove } from '../../resolve/policy.ts';
import type { Effect } from '../change.ts';
import type { Parts, StageOf } from '../declared.ts';
import type { Beside } from '../side.ts';
import { formatFraction } from '../../../register/fraction.ts';
import { meaningOf } from '../../check/refining/same-meaning.ts';
import { effect, families, neither } from '../effect.ts';
import { reachEffects } from '../reach.ts';

/** What a ladder goes by, when its duties apply at all, and the moves written elsewhere. */
export function ladderEffects(beside: Beside, is: Parts['ladder'], was: Parts['ladder']): readonly Effect[] {
  const { after, before } = beside;
  const gates = (): readonly Effect[] => {
    if (is.gate && was.gate)
      return reachEffects(beside, is.gate, was.gate, { burden: 'burden', verb: 'has its actions for' });
    if (is.gate) return [effect('looser', families, `its actions apply only if “${is.gate.words}”`)];
    if (was.gate) return [effect('tighter', families, `its actions apply whether or not “${was.gate.words}”`)];
    return [];
  };
  const by =
    meaningOf(after, is.by) === meaningOf(before, was.by) ? [] : [neither('the ladder goes by something else')];
  return [...by, ...gates(), ...moveEffects(beside, is.moves, was.moves)];
}

/** When a stage is entered, what it waits for, how long it is kept, and where it moves a pupil. */
export function stageEffects(beside: Beside, is: StageOf, was: StageOf): readonly Effect[] {
  const { after, before } = beside;
  const kept =
    is.keptToEndOf === was.keptToEndOf
      ? []
      : [
          is.keptToEndOf === undefined
            ? effect('looser', families, 'it is not kept once it is reached')
            : effect('tighter', families, `it is kept to the end of the ${is.keptToEndOf.replace(/s$/, '')}`),
        ];
  const waits = (conditions: readonly Condition[], policy: Beside['after']) =>
    new Map(conditions.map((each) => [meaningOf(policy, each), each]));
  const [needs, needed] = [waits(is.needs, after), waits(was.needs, before)];
  const more = [...needs].filter(([key]) => !needed.has(key)).map(([, { words }]) => `it waits for “${words}”`);
  const less = [...needed].filter(([key]) => !needs.has(key)).map(([, { words }]) => `it does not wait for “${words}”`);
  return [
    ...entryEffects(beside, is, was),
    ...kept,
    ...more.map((words) => effect('looser', families, words)),
    ...less.map((words) => effect('tighter', families, words)),
    ...moveEffects(beside, is.moves, was.moves),
  ];
}

/** A rung more is tighter for those who come to stand on it. */
export function newStage(isNew: boolean): Effect {
  return isNew
    ? effect('tighter', families, 'it is a stage that was not there before')
    : effect('looser', families, 'it is no stage any more');
}

function entryEffects(beside: Beside, is: StageOf, was: StageOf): readonly Effect[] {
  const [now, then] = [entryOf(is), entryOf(was)];
  if (now && then) return reachEffects(beside, now, then, { burden: 'burden' });
  if (now) return [neither(`it is entered by itself when “${now.words}”`)];
  return then ? [neither(`it is not entered by itself when “${then.words}” any more`)] : [];
}

/** When a stage is entered, as a condition. */
export function entryOf({ entry, by }: StageOf): Condition | undefined {
  if (!entry) return undefined;
  if ('condition' in entry) return entry.condition;
  if (by.kind !== 'measure') return undefined;
  const comparator = entry.kind === 'from' ? 'at least' : 'below';
  const { measure } = by;
  const shown = isShare(measure)
    ? `${formatFraction({ ...entry.value, numerator: entry.value.numerator * 100 })}%`
    : formatFraction(entry.value);
  const to = { kind: 'constant', value: entry.value, unit: undefined, words: shown } as const;
  return { kind: 'compare', measure, comparator, to, words: `${entry.kind} ${shown} ${measure.words}` };
}

function isShare(measure: Measure): boolean {
  if (measure.kind === 'highest' || measure.kind === 'dated') return isShare(measure.of);
  if (measure.kind === 'readings') return measure.of.every(isShare);
  return measure.kind === 'rate' || measure.kind === 'ratio';
}

function moveEffects(
  { after, before }: Beside,
  is: readonly StageMove[],
  was: readonly StageMove[],
): readonly Effect[] {
  const meant = new Set(was.map((each) => meaningOf(before, each)));
  const means = new Set(is.map((each) => meaningOf(after, each)));
  const words = ({ move, to, when }: StageMove): string =>
    `${move === 'to' ? `moves to ${to}` : move === 'leaves' ? 'leaves the ladder' : 'stays'} when “${when.map((each) => each.words).join(' and ')}”`;
  return [
    ...is.filter((each) => !meant.has(meaningOf(after, each))).map((each) => neither(`a pupil ${words(each)}`)),
    ...was
      .filter((each) => !means.has(meaningOf(before, each)))
      .map((each) => neither(`no longer is it said that a pupil ${words(each)}`)),
  ];
}
