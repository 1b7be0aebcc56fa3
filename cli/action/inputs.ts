import { failLevels } from '../check/found.ts';
import type { FailLevel } from '../check/found.ts';
import { CommandFailure } from '../context.ts';
import { diffFailLevels } from '../flags.ts';
import type { DiffFailLevel } from '../flags.ts';

/** What a workflow gives the action (`with:`), as `action.yml` lists it. */
export interface Inputs {
  readonly files: readonly string[];
  readonly asAt: string | undefined;
  readonly failOn: FailLevel;
  readonly failOnChange: DiffFailLevel;
  readonly baseline: string | undefined;
  /** The revision to compare with; undefined: what the event says. */
  readonly base: string | undefined;
  readonly comment: boolean;
  readonly token: string | undefined;
  /** Files to write, below the workspace. */
  readonly sarif: string | undefined;
  readonly junit: string | undefined;
}

type Environment = Readonly<Record<string, string | undefined>>;

/** Throws CommandFailure (2) where an input is none that it may be. */
export function readInputs(environment: Environment): Inputs {
  const text = (name: string): string | undefined => {
    const given = environment[`INPUT_${name.toUpperCase()}`]?.trim() ?? '';
    return given === '' ? undefined : given;
  };
  const one = <Word extends string>(name: string, words: readonly Word[], otherwise: Word): Word => {
    const given = text(name) ?? otherwise;
    const found = words.find((each) => each === given);
    if (found === undefined) throw new CommandFailure(2, `${name} is “${given}”. There are: ${words.join(', ')}`);
    return found;
  };
  return {
    files: (text('files') ?? '').split(/\r?\n/).flatMap((line) => (line.trim() === '' ? [] : [line.trim()])),
    asAt: text('as-at'),
    failOn: one('fail-on', failLevels, 'error'),
    failOnChange: one('fail-on-change', diffFailLevels, 'never'),
    baseline: text('baseline'),
    base: text('base'),
    comment: one('comment', ['true', 'false'], 'true') === 'true',
    token: text('token'),
    sarif: text('sarif'),
    junit: text('junit'),
  };
}
