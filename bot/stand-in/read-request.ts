import type { IncomingMessage } from 'node:http';
import { isFields, type Fields } from './block-kit/problems.ts';

const largestBody = 64 * 1024 * 1024;

/** The whole body of a request, up to 64 MB; more ends the connection. */
export async function readBody(request: IncomingMessage): Promise<Buffer> {
  const parts: Buffer[] = [];
  let size = 0;
  for await (const part of request) {
    const bytes = Buffer.from(part as Uint8Array);
    size += bytes.length;
    if (size > largestBody) throw new Error('The body of the request is longer than 64 MB.');
    parts.push(bytes);
  }
  return Buffer.concat(parts);
}

/** The arguments of a call, from a form or from JSON; undefined when the body is neither. */
export function readArguments(body: Buffer, contentType: string): Fields | undefined {
  if (!contentType.includes('json')) return Object.fromEntries(new URLSearchParams(body.toString('utf8')));
  try {
    const value: unknown = JSON.parse(body.toString('utf8'));
    return isFields(value) ? value : undefined;
  } catch {
    return undefined;
  }
}

/** The bytes of an upload: the body itself, or the one file of a multipart form, as Slack's own client sends it. */
export async function readUpload(body: Buffer, contentType: string): Promise<Uint8Array> {
  if (!contentType.startsWith('multipart/form-data')) return body;
  const form = await new Response(new Uint8Array(body), { headers: { 'content-type': contentType } }).formData();
  for (const value of form.values()) {
    if (value instanceof File) return new Uint8Array(await value.arrayBuffer());
  }
  return new Uint8Array();
}

/** The token of a call: the bearer of its header, else the argument of that name. */
export function readToken(authorization: string | undefined, args: Fields): string | undefined {
  const bearer = /^Bearer (\S+)$/i.exec(authorization ?? '')?.[1];
  return bearer ?? (typeof args['token'] === 'string' ? args['token'] : undefined);
}
