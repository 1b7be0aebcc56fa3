import type { Day } from '../../register/day.ts';
import type { CompiledDetail } from '../compile/compile-paper.ts';
import type { CompiledLayer, CompiledPolicy } from '../compile/compiled-policy.ts';
import type { PupilCase, Timeline } from '../compile/timeline.ts';
import type { PaperDetail } from '../resolve/policy.ts';
import type { Clause, Need, ThingName } from './finding.ts';
import { clauseOf } from '../compile/context.ts';
import { timeline } from '../compile/timeline.ts';
import { NO, truthName, UNKNOWN } from '../compile/truth.ts';
import { thingName } from './sentence-parts.ts';

/** Who arranges, leads and attends a meeting about a pupil now. */
export interface MeetingPeople {
  readonly id: string;
  readonly title: string;
  readonly arrangedBy: readonly MeetingParty[];
  readonly ledBy: readonly MeetingParty[];
  readonly attendedBy: readonly MeetingParty[];
  readonly clause: Clause;
}

/** One party: one of several where the document says *or*. Those who are surely not meant are left out. */
export interface MeetingParty {
  readonly anyOf: readonly ThingName[];
  /** Whether what it turns on holds. */
  readonly holds: 'yes' | 'undetermined';
  readonly needs: readonly Need[];
  readonly clause: Clause;
}

/** Undefined where the policy and its layers have no meeting (or other paper) of that name: `halton.sam`. */
export function meetingOf(
  compiled: CompiledPolicy,
  about: PupilCase,
  name: string,
  asAt: Day,
): MeetingPeople | undefined {
  const layer = compiled.layers.find((each) => each.papers.some((paper) => paper.name === name));
  const found = layer?.papers.find((paper) => paper.name === name);
  if (!layer || !found) return undefined;
  const days = timeline(about, asAt, compiled.classes);
  const parties = (word: PaperDetail['word']): readonly MeetingParty[] =>
    found.details.flatMap((each) => (each.detail.word === word ? partiesOf(each, layer, days) : []));
  return {
    id: found.name,
    title: found.paper.title,
    arrangedBy: parties('arranged by'),
    ledBy: parties('led by'),
    attendedBy: parties('attended by'),
    clause: clauseOf(found.paper.place, layer.prefix),
  };
}

function partiesOf({ detail, guard }: CompiledDetail, layer: CompiledLayer, days: Timeline): readonly MeetingParty[] {
  const holds = guard ? guard.holds(days, days.asAt) : undefined;
  if (holds === NO) return [];
  const names = detail.names.map((each) => thingName(layer, each));
  const common = {
    holds: holds === UNKNOWN ? (truthName(UNKNOWN) as 'undetermined') : ('yes' as const),
    needs: holds === UNKNOWN ? guard!.needs(days, days.asAt) : [],
    clause: clauseOf(detail.place, layer.prefix),
  };
  if (detail.join === 'any') return [{ anyOf: names, ...common }];
  return names.map((each) => ({ anyOf: [each], ...common }));
}
