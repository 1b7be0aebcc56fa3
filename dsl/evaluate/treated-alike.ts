import type { Act } from '../../register/case-log.ts';
import type { CompiledLayer } from '../compile/compiled-policy.ts';
import type { CompiledLadder } from '../compile/ladder-track.ts';
import type { Timeline } from '../compile/timeline.ts';
import type { AlikeFinding } from './family-finding.ts';
import type { Need, ThingName } from './finding.ts';
import { formatIsoDay } from '../../register/day.ts';
import { fullName } from '../compile/context.ts';
import { actKey } from '../compile/timeline.ts';
import { distinct } from '../compile/needs.ts';
import { stageIndex } from './ladders.ts';

export type Compared = Pick<AlikeFinding, 'circumstances' | 'state' | 'parts' | 'needs'>;

/** What became of one child: a decision or a stage, with what it is alike or not alike in. */
interface Treated {
  readonly child: Timeline;
  readonly found: AlikeFinding['parts'][number]['found'];
  readonly circumstances: Compared['circumstances'];
  /** What would tell where it is open. */
  readonly needs: readonly Need[];
}

/**
 * Decisions about leave on the same days for the same purpose. Where the days only overlap, or a purpose is not recorded,
 * whether the circumstances are the same is an open question, asked where the decisions differ.
 */
export function leaveCompared(layer: CompiledLayer, leave: string, children: readonly Timeline[]): readonly Compared[] {
  const decisions = children.flatMap((child) => decisionsOf(child, fullName(layer.context, leave)));
  return pairsOf(decisions, (a, b) => sameLeave(a.circumstances, b.circumstances));
}

/**
 * Stages of a ladder, of children who stand at the same stage of the ladder that the sentence is about. Where it is open at
 * which stage a child stands, a difference is an open question.
 */
export function stagesCompared(
  [ladder, about]: readonly [CompiledLadder, CompiledLadder | undefined],
  children: readonly Timeline[],
): readonly Compared[] {
  const stages = children.map((child): Treated => {
    const at = standingAt(ladder, child);
    const beside = about && standingAt(about, child);
    const needs = [...at.needs, ...(beside?.needs ?? [])];
    return {
      child,
      found: at.stage,
      circumstances: { days: null, purpose: null, stage: beside?.stage ?? null },
      needs,
    };
  });
  return pairsOf(stages, (a, b) => {
    if (a.needs.length > 0 || b.needs.length > 0) return 'perhaps';
    return a.circumstances.stage?.id === b.circumstances.stage?.id ? 'same' : 'other';
  });
}

function standingAt(
  ladder: CompiledLadder,
  child: Timeline,
): { readonly stage: ThingName | null; readonly needs: readonly Need[] } {
  const stage = ladder.ladder.stages[stageIndex(ladder, child, child.asAt)];
  return {
    stage: stage ? { id: `${ladder.name}.${stage.name}`, title: stage.title } : null,
    needs: ladder.open(child, child.asAt).needs,
  };
}

/** The last decision about each run of days. */
function decisionsOf(child: Timeline, leave: string): readonly Treated[] {
  const last = new Map<string, Act>();
  for (const done of ['granted', 'refused']) {
    for (const act of child.acts.get(actKey(leave, done)) ?? []) {
      const key = act.about ? `${act.about.from} ${act.about.to}` : act.id;
      const before = last.get(key);
      if (!before || before.day <= act.day) last.set(key, act);
    }
  }
  return [...last.values()].map((act) => ({
    child,
    found: { id: act.done, title: act.done },
    circumstances: {
      days: act.about ? { from: formatIsoDay(act.about.from), to: formatIsoDay(act.about.to) } : null,
      purpose: (act.purpose ?? purposeAsked(child, leave, act))?.trim().toLowerCase() ?? null,
      stage: null,
    },
    needs: [],
  }));
}

/** What the leave was asked for, by the last request about the very days that were decided on. */
function purposeAsked(child: Timeline, leave: string, { about, day }: Act): string | undefined {
  const asked = child.acts.get(actKey(leave, 'asked')) ?? [];
  const same = asked.filter(
    (each) => each.day <= day && each.about?.from === about?.from && each.about?.to === about?.to,
  );
  return about && same.findLast(({ purpose }) => purpose !== undefined)?.purpose;
}

type Sameness = 'same' | 'perhaps' | 'other';

function sameLeave(a: Compared['circumstances'], b: Compared['circumstances']): Sameness {
  if (a.purpose !== null && b.purpose !== null && a.purpose !== b.purpose) return 'other';
  if (!a.days || !b.days) return 'perhaps';
  if (a.days.to < b.days.from || b.days.to < a.days.from) return 'other';
  const sameDays = a.days.from === b.days.from && a.days.to === b.days.to;
  return sameDays && a.purpose !== null && b.purpose !== null ? 'same' : 'perhaps';
}

/** Two children at a time, in the order given. */
function pairsOf(all: readonly Treated[], sameness: (a: Treated, b: Treated) => Sameness): readonly Compared[] {
  return all.flatMap((a, index) =>
    all.slice(index + 1).flatMap((b): readonly Compared[] => {
      if (a.child === b.child) return [];
      const same = sameness(a, b);
      const isAlike = a.found?.id === b.found?.id;
      if (same === 'other' || (same === 'perhaps' && isAlike)) return [];
      return [compare([a, b], same === 'perhaps' ? 'open question' : isAlike ? 'alike' : 'not alike')];
    }),
  );
}

function compare(pair: readonly [Treated, Treated], state: Compared['state']): Compared {
  return {
    circumstances: pair[0].circumstances,
    state,
    parts: pair.map(({ child, found }) => ({ pupil: child.about.pupil, school: child.about.school, found })),
    needs: state === 'open question' ? needsOf(pair) : [],
  };
}

function needsOf(pair: readonly Treated[]): readonly Need[] {
  const needs = distinct(pair.flatMap((each) => each.needs));
  return needs.length > 0 ? needs : [{ kind: 'data', what: 'whether the circumstances are the same' }];
}
