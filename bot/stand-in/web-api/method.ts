import type { Fields } from '../block-kit/problems.ts';
import type { Model } from '../model/model.ts';

/** One Web API method: checks its arguments, changes the model, gives the fields to stand beside `ok: true`. */
export type Method = (args: Fields, model: Model) => Fields;

/** Which token a method is called with; the app-level one opens sockets and nothing else. */
export type MethodTable = Readonly<Record<string, Method>>;

/** What Slack says when it will not: `{ok: false, error}`, with more where the error alone does not help. */
export class Refusal extends Error {
  readonly error: string;
  readonly details: readonly string[];

  constructor(error: string, details: readonly string[] = []) {
    super([error, ...details].join(' '));
    this.error = error;
    this.details = details;
  }
}

/** A string argument, or the refusal Slack gives for its absence. */
export function needed(args: Fields, name: string, error = 'invalid_arguments'): string {
  const value = optional(args, name);
  if (value === undefined) throw new Refusal(error, [`[ERROR] missing required field: ${name}`]);
  return value;
}

export function optional(args: Fields, name: string): string | undefined {
  const value = args[name];
  if (typeof value === 'number') return String(value);
  return typeof value === 'string' && value !== '' ? value : undefined;
}

/** An argument that is a list or an object: itself in a JSON body, a string of JSON in a form. */
export function structured(args: Fields, name: string, error: string): unknown {
  const value = args[name];
  if (typeof value !== 'string') return value;
  try {
    return JSON.parse(value) as unknown;
  } catch {
    throw new Refusal(error, [`[ERROR] ${name} is not valid JSON`]);
  }
}
