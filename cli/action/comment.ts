/** By which the one comment is found again. It stands at its very beginning, where nobody sees it. */
export const marker = '<!-- att: what a change means for the attendance policy -->';

export interface CommentPlace {
  /** `https://api.github.com`. */
  readonly api: string;
  /** `owner/name`. */
  readonly repository: string;
  readonly pull: number;
  readonly token: string;
}

/** What became of the comment; `refused` where the token may not write, as on a pull request from a fork. */
export type Commented =
  | { readonly kind: 'created' | 'updated' | 'none'; readonly url: string | undefined }
  | { readonly kind: 'refused'; readonly why: string };

interface Comment {
  readonly id: number;
  readonly body?: string | null;
  readonly html_url?: string;
}

/**
 * Writes the one comment of a pull request: the one that is there is written anew, however many others stand before it. Where
 * there is none, one is made only if `create` says so. Never throws: what cannot be written is told.
 */
export async function writeComment(place: CommentPlace, body: string, create: boolean): Promise<Commented> {
  const comments = `/repos/${place.repository}/issues/${place.pull}/comments`;
  try {
    const found = await find(place, comments);
    if (!found && !create) return { kind: 'none', url: undefined };
    const whole = JSON.stringify({ body: `${marker}\n${body}` });
    const written = found
      ? await ask(place, 'PATCH', `/repos/${place.repository}/issues/comments/${found.id}`, whole)
      : await ask(place, 'POST', comments, whole);
    const { html_url: url } = (await written.json()) as Comment;
    return { kind: found ? 'updated' : 'created', url };
  } catch (error) {
    return { kind: 'refused', why: error instanceof Error ? error.message : String(error) };
  }
}

const mostPages = 100;

async function find(place: CommentPlace, comments: string): Promise<Comment | undefined> {
  for (let page = 1; page <= mostPages; page++) {
    const answer = await ask(place, 'GET', `${comments}?per_page=100&page=${page}`);
    const found = (await answer.json()) as readonly Comment[];
    const own = found.find(({ body }) => body?.startsWith(marker));
    if (own) return own;
    if (found.length === 0 || answer.headers.get('link')?.includes('rel="next"') !== true) return undefined;
  }
  throw new Error(`there are more than ${mostPages * 100} comments`);
}

async function ask({ api, token }: CommentPlace, method: string, path: string, body?: string): Promise<Response> {
  const answer = await fetch(`${api}${path}`, {
    method,
    headers: {
      accept: 'application/vnd.github+json',
      authorization: `Bearer ${token}`,
      'content-type': 'application/json',
      'user-agent': 'att',
      'x-github-api-version': '2022-11-28',
    },
    signal: AbortSignal.timeout(30_000),
    ...(body === undefined ? {} : { body }),
  });
  if (answer.ok) return answer;
  const said = (await answer.json().catch(() => ({}))) as { readonly message?: string };
  throw new Error(`${method} ${path.split('?')[0]} gave ${answer.status}${said.message ? `: ${said.message}` : ''}`);
}
