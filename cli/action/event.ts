import { readFileSync } from 'node:fs';

/** What brought the run, as far as it matters here. */
export interface WorkflowEvent {
  /** The number of the pull request it is about; undefined where it is about none. */
  readonly pull: number | undefined;
  /** What it is to be compared with: the base of the pull request, or what stood before a push. */
  readonly base: { readonly commit: string; readonly name: string } | undefined;
  /** The commit by which a reader can be led to a line. */
  readonly head: string | undefined;
}

interface Payload {
  readonly before?: string;
  readonly pull_request?: {
    readonly number?: number;
    readonly base?: { readonly sha?: string; readonly ref?: string };
    readonly head?: { readonly sha?: string };
  };
}

/** Reads the event’s file (GITHUB_EVENT_PATH). A run without one, by hand say, is about nothing. */
export function readEvent(environment: Readonly<Record<string, string | undefined>>): WorkflowEvent {
  const payload = payloadOf(environment['GITHUB_EVENT_PATH']);
  const { pull_request: pull, before } = payload;
  const head = pull?.head?.sha ?? environment['GITHUB_SHA'];
  if (pull) {
    const { sha, ref } = pull.base ?? {};
    return { pull: pull.number, base: sha === undefined ? undefined : { commit: sha, name: ref ?? sha }, head };
  }
  // A branch that is new has nothing before it: the id is all noughts.
  const stood = before !== undefined && /[1-9a-f]/.test(before) ? before : undefined;
  return { pull: undefined, base: stood === undefined ? undefined : { commit: stood, name: stood.slice(0, 7) }, head };
}

function payloadOf(path: string | undefined): Payload {
  if (path === undefined || path === '') return {};
  try {
    return JSON.parse(readFileSync(path, 'utf8')) as Payload;
  } catch {
    return {};
  }
}
