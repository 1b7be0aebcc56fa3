import type { Policy, Service } from '../resolve/policy.ts';
import type { Place } from '../resolve/policy.ts';
import type { CompiledCondition } from './compiled-condition.ts';
import type { CompiledPeriod } from './compiled-period.ts';
import type { ClassTable } from './session-classes.ts';
import type { Clause, Need } from './needs.ts';
import type { CompiledPaper } from './compile-paper.ts';
import type { CompiledReview } from './compile-review.ts';
import type { LadderTrack, Timeline } from './timeline.ts';
import type { ClockTime } from '../../register/clock-time.ts';
import type { Day } from '../../register/day.ts';
import { placeAt } from '../text/source.ts';

/** Whether a pupil stands at one stage on a day, and up to when that surely stays so. */
export type StageTest = Required<Pick<CompiledCondition, 'holds' | 'lasts'>>;

/** What compiling one layer needs at hand. Names of a layer above carry its id: `halton.stages`. */
export interface CompileContext {
  readonly policy: Policy;
  /** Empty for the policy itself; `halton.` for a layer above it. */
  readonly prefix: string;
  readonly classes: ClassTable;
  /** Conditions, periods and ladders of every layer, by full name; filled while compiling, each when first asked for. */
  readonly named: (name: string) => CompiledCondition | undefined;
  readonly period: (name: string) => CompiledPeriod | undefined;
  readonly atStage: (ladder: string, stage: string) => StageTest | undefined;
  /** What a ladder lacks before it can be said where a pupil stands on it. */
  readonly ladderNeeds: (ladder: string) => ((timeline: Timeline, day: Day) => readonly Need[]) | undefined;
  readonly service: (name: string) => Service | undefined;
  readonly paper: (name: string) => CompiledPaper | undefined;
  readonly review: (name: string) => CompiledReview | undefined;
  /** A ladder's positions day by day; while it is replayed, as far as it is filled. */
  readonly track: (ladder: string) => ((timeline: Timeline, upTo: Day) => LadderTrack) | undefined;
  /** Inside a review: the first day whose judgements count, for a day, and up to when that is so; undefined where none count yet. */
  readonly judgedFrom?: {
    readonly on: (timeline: Timeline, day: Day) => Day | undefined;
    readonly lasts: (timeline: Timeline, day: Day) => Day;
  };
  /** In the rows that mark a session: asked of the session's day. */
  readonly marking?: boolean;
  readonly declared: ReadonlySet<string>;
  readonly hours: SchoolHours;
}

/** When the school's day starts and ends, by the policy asked or a layer above it. */
export interface SchoolHours {
  readonly from: ClockTime | undefined;
  readonly until: ClockTime | undefined;
}

/** The full name of a name as resolved in this layer: its own names carry the layer's prefix, free ones and others' do not. */
export function fullName(context: CompileContext, name: string): string {
  return context.declared.has(name) ? `${context.prefix}${name}` : name;
}

const clauses = new WeakMap<Place, Map<string, Clause>>();

export function clauseOf(place: Place, prefix = ''): Clause {
  let known = clauses.get(place);
  if (!known) clauses.set(place, (known = new Map()));
  let clause = known.get(prefix);
  if (!clause) known.set(prefix, (clause = newClause(place, prefix)));
  return clause;
}

function newClause(place: Place, prefix: string): Clause {
  return {
    policy: place.policy,
    id: `${prefix}${place.id}`,
    cite: place.cite ?? null,
    line: placeAt(place.source, place.span.start).line,
  };
}
