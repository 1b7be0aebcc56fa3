import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll } from 'vitest';

/** A comment as GitHub keeps it. */
export interface KeptComment {
  readonly id: number;
  body: string;
}

export interface CommentsApi {
  readonly url: string;
  readonly comments: KeptComment[];
  /** Method and path of each request, in order. */
  readonly asked: string[];
  /** From now on nobody may write. */
  refuseWriting: (refuse: boolean) => void;
}

/** What of GitHub’s API is about the comments of pull request 7 of oak/policies, on this machine: in pages, oldest first. */
export async function commentsApi(token: string): Promise<CommentsApi> {
  const comments: KeptComment[] = [];
  const asked: string[] = [];
  let refuses = false;
  const server = createServer((request, response) => {
    const url = new URL(request.url ?? '/', 'http://here');
    asked.push(`${request.method} ${url.pathname}${url.search}`);
    let sent = '';
    request.on('data', (piece: Buffer) => (sent += piece.toString()));
    request.on('end', () => {
      const answer = (status: number, value: unknown, headers: Record<string, string> = {}): void => {
        response.writeHead(status, { 'content-type': 'application/json', ...headers });
        response.end(JSON.stringify(value));
      };
      if (request.headers.authorization !== `Bearer ${token}`) return answer(401, { message: 'Bad credentials' });
      if (request.method !== 'GET' && refuses)
        return answer(403, { message: 'Resource not accessible by integration' });
      const shown = (comment: KeptComment) => ({ ...comment, html_url: `${address()}/c/${comment.id}` });
      const one = /^\/repos\/oak\/policies\/issues\/comments\/(\d+)$/.exec(url.pathname);
      if (one && request.method === 'PATCH') {
        const comment = comments.find(({ id }) => id === Number(one[1]));
        if (!comment) return answer(404, { message: 'Not Found' });
        comment.body = (JSON.parse(sent) as KeptComment).body;
        return answer(200, shown(comment));
      }
      if (url.pathname !== '/repos/oak/policies/issues/7/comments') return answer(404, { message: 'Not Found' });
      if (request.method === 'POST') {
        const comment = { id: 1000 + comments.length, body: (JSON.parse(sent) as KeptComment).body };
        comments.push(comment);
        return answer(201, shown(comment));
      }
      const [page, size] = [Number(url.searchParams.get('page') ?? 1), Number(url.searchParams.get('per_page') ?? 30)];
      const next = comments.length > page * size;
      answer(
        200,
        comments.slice((page - 1) * size, page * size).map(shown),
        next ? { link: `<${address()}/next>; rel="next"` } : {},
      );
    });
  });
  await new Promise<void>((resolve) => void server.listen(0, '127.0.0.1', resolve));
  const address = (): string => `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  afterAll(async () => {
    await new Promise((resolve) => void server.close(resolve));
  });
  return { url: address(), comments, asked, refuseWriting: (refuse) => (refuses = refuse) };
}
