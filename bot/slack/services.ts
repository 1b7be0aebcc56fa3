import type { Action } from '../answers/action.ts';
import type { Actor, Place } from '../answers/actor.ts';
import type { Answer, LetterFile } from '../answers/answer.ts';
import type { SchoolOverview } from '../answers/overview.ts';

/** What the Slack door asks of the rest of Att. */
export interface Services {
  ask(question: string, asked: Asked): Promise<Answer>;
  /** Does what a button stands for. */
  act(action: Action, asked: Asked): Promise<Answer>;
  /** Undefined: nobody in `staff.yaml` has this Slack user. */
  actorOf(slackUser: string): Actor | undefined;
  /** How many pupils stand at each stage, of those this person may see. */
  overview(actor: Actor): Promise<readonly SchoolOverview[]>;
  file(letter: string, format: LetterFile['format']): Promise<Uint8Array | undefined>;
  /** True the first time, of all who ask. */
  claimOnce(key: string): Promise<boolean>;
  /** Keeps a value behind an opaque token. */
  handle(payload: unknown): Promise<string>;
  resolve(token: string): Promise<unknown>;
  /** Milliseconds since 1970. */
  now(): number;
}

/** Who asks, and where; the school or pupil is named where a button knows it. */
export interface Asked {
  readonly actor: Actor;
  readonly place: Place;
}
