import type { Finding, LadderFinding, Party, RewardFinding, StageName, Truth } from './finding.ts';
import { tasksOf } from './tasks.ts';

/** One thing that a finding says and another of the same pupil and policy does not. */
export type FindingChange =
  | {
      readonly kind: 'stage';
      readonly id: string;
      readonly title: string;
      /** Empty: at no stage. Several: it cannot be said at which of them. */
      readonly was: readonly StageName[];
      readonly is: readonly StageName[];
    }
  | { readonly kind: 'threshold'; readonly id: string; readonly title: string; readonly was: Truth; readonly is: Truth }
  | {
      readonly kind: 'band';
      readonly id: string;
      readonly title: string;
      readonly was: string | null;
      readonly is: string | null;
    }
  | {
      readonly kind: 'reward';
      readonly id: string;
      readonly title: string;
      /** Null: it was of another period. */
      readonly was: string | null;
      readonly is: string;
      /** The period that `is` is of, where the other finding tells of another. */
      readonly period: { readonly from: string; readonly to: string } | null;
    }
  | {
      readonly kind: 'letter';
      readonly id: string;
      readonly title: string;
      /** `not due` where the finding does not name it. */
      readonly was: string;
      readonly is: string;
    }
  /** Something that newly stands, or no longer does: what is owed, what is open to people, what is barred. */
  | {
      readonly kind: 'duty' | 'option' | 'bar';
      readonly id: string;
      /** The parent of whom alone it stands, by id; left out where it is so of all. */
      readonly adult?: string;
      readonly words: string;
      /** Whose it is. */
      readonly party: Party;
      readonly comes: boolean;
      /** An answer is needed before it can be told whether it stands. */
      readonly open: boolean;
    };

/** What the second finding says otherwise than the first: stages, thresholds, bands and rewards, letters, duties, options and bars. */
export function findingChanges(first: Finding, second: Finding): readonly FindingChange[] {
  return [
    ...pairs(first.ladders, second.ladders).flatMap(([was, is]) => changed('stage', is, stagesOf(was), stagesOf(is))),
    ...pairs(first.thresholds, second.thresholds).flatMap(([was, is]) => changed('threshold', is, was.met, is.met)),
    ...pairs(first.bands, second.bands).flatMap(([was, is]) =>
      changed('band', is, was.band?.title ?? null, is.band?.title ?? null),
    ),
    ...pairs(first.rewards, second.rewards).flatMap(([was, is]) => rewardChanges(was, is)),
    ...letterChanges(first, second),
    ...standingChanges('duty', openDuties(first), openDuties(second)),
    ...standingChanges('option', first.options, second.options),
    ...standingChanges('bar', barred(first), barred(second)),
  ];
}

function pairs<Each extends { readonly id: string }>(
  first: readonly Each[],
  second: readonly Each[],
): readonly (readonly [Each, Each])[] {
  return second.flatMap((is) => first.filter(({ id }) => id === is.id).map((was) => [was, is] as const));
}

type Valued = Exclude<Extract<FindingChange, { readonly was: unknown }>, { readonly kind: 'reward' }>;

function changed<Kind extends Valued['kind']>(
  kind: Kind,
  { id, title }: { readonly id: string; readonly title: string },
  was: Extract<Valued, { kind: Kind }>['was'],
  is: Extract<Valued, { kind: Kind }>['is'],
): readonly FindingChange[] {
  if (JSON.stringify(was) === JSON.stringify(is)) return [];
  return [{ kind, id, title, was, is } as FindingChange];
}

/** A reward of another period is not the first one come to something else: it is told where it is won, or would be. */
function rewardChanges(was: RewardFinding, is: RewardFinding): readonly FindingChange[] {
  const { id, title, period, state } = is;
  if (JSON.stringify(was.period) !== JSON.stringify(period)) {
    const won = state === 'earned' || state === 'on track';
    return won ? [{ kind: 'reward', id, title, was: null, is: state, period }] : [];
  }
  return was.state === state ? [] : [{ kind: 'reward', id, title, was: was.state, is: state, period: null }];
}

function stagesOf({ stage, possibly }: LadderFinding): readonly StageName[] {
  return stage ? [stage] : possibly;
}

/** A letter that is not named is not due. What was sent before stays sent. */
function letterChanges(first: Finding, second: Finding): readonly FindingChange[] {
  const named = new Map([...first.letters, ...second.letters].map((letter) => [letter.id, letter]));
  const stateIn = (finding: Finding, id: string) => finding.letters.find((each) => each.id === id)?.state ?? 'not due';
  return [...named.values()]
    .filter(({ id }) => stateIn(second, id) !== 'sent')
    .flatMap((letter) => changed('letter', letter, stateIn(first, letter.id), stateIn(second, letter.id)));
}

interface Standing {
  readonly id: string;
  readonly adult?: string;
  readonly words: string;
  readonly party: Party;
  readonly open?: boolean;
}

/** Duties as tasks, by every id behind them; a letter’s own duty is told with the letter. */
function openDuties({ duties, letters }: Finding): readonly Standing[] {
  const places = new Set(letters.map(({ clause }) => `${clause.policy}:${clause.line}`));
  return tasksOf(duties.filter(({ clause }) => !places.has(`${clause.policy}:${clause.line}`)))
    .filter(({ state }) => state !== 'done')
    .flatMap(({ id, words, party, state, duties: behind }) => {
      const standing = { id, words, party, open: state === 'open question' || state === 'decide today' };
      const adults = new Set(behind.map(({ adult }) => adult));
      return adults.has(undefined) ? [standing] : [...adults].map((adult) => ({ ...standing, ...ofAdult(adult) }));
    });
}

function barred({ bars }: Finding): readonly Standing[] {
  return bars.filter(({ state }) => state === 'barred');
}

function standingChanges(
  kind: 'duty' | 'option' | 'bar',
  first: readonly Standing[],
  second: readonly Standing[],
): readonly FindingChange[] {
  const had = new Set(first.map((each) => `${keyOf(each)} ${each.open === true}`));
  const has = new Set(second.map(keyOf));
  const told = ({ id, adult, words, party }: Standing) => ({ kind, id, ...ofAdult(adult), words, party });
  return [
    ...second
      .filter((each) => !had.has(`${keyOf(each)} ${each.open === true}`))
      .map((each) => ({ ...told(each), comes: true, open: each.open === true })),
    ...first.filter((each) => !has.has(keyOf(each))).map((each) => ({ ...told(each), comes: false, open: false })),
  ];
}

function keyOf({ id, adult = '' }: Standing): string {
  return `${id} ${adult}`;
}

function ofAdult(adult: string | undefined): { readonly adult?: string } {
  return adult === undefined ? {} : { adult };
}
