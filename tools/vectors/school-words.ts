import type { Policy } from '../../dsl/index.ts';
import type { Act, Judgement } from '../../register/case-log.ts';
import type { Day } from '../../register/day.ts';
import type { Fields } from '../../cli/case-fields.ts';
import type { Asked } from './asked.ts';

/** How the vectors' words for one school are said in its policy: names on both sides, and nothing that decides. */
export interface SchoolWords {
  /** The policy that answers. */
  readonly policy: string;
  /** What lies under the marks of its vectors: nothing (left out), or a pupil who attends. */
  readonly base?: 'attended';
  /** By event type: what it is in the case log or among the pupil's facts. */
  readonly events: Readonly<Record<string, EventWords>>;
  /** What an event that is absent means: a vector's events are all there is, and what is absent did not happen. */
  readonly unsaid?: readonly Told[];
  /** Facts that the vector's `pupil` holds, by the policy's names; a flag that is absent is no. */
  readonly facts: (pupil: Fields) => Readonly<Record<string, boolean>>;
  /** By `ask.fn`: the answer under the keys of `expected`. Undefined under a key: undetermined, or not said. */
  readonly questions: Readonly<Record<string, (asked: Asked) => Readonly<Record<string, unknown>>>>;
}

export type EventWords = (event: Fields, at: EventDay) => readonly Told[];

/** The day an event bears, or the day asked about where it bears none. */
export interface EventDay {
  readonly day: Day;
  /** The day asked about: of what bears no day of its own, and is about days to come. */
  readonly asAt: Day;
  /** `from` and `to` of the event, where it has both. */
  readonly about: Act['about'];
  readonly policy: Policy;
}

/** What an event tells. Day, time and the like are added from the event itself where they are left out. */
export type Told =
  | ({ readonly kind: 'act' } & Pick<Act, 'name' | 'done'> & Partial<Act>)
  | ({ readonly kind: 'judgement' } & Pick<Judgement, 'name' | 'holds'> & Partial<Judgement>)
  | { readonly kind: 'pupil fact' | 'school fact'; readonly name: string; readonly holds: boolean };
