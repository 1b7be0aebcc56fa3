import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { Fields } from './block-kit/problems.ts';
import type { Model } from './model/model.ts';
import { callMethod, refusalForm, type ApiCall } from './web-api/call-method.ts';
import { receiveUpload } from './web-api/files.ts';
import { Refusal } from './web-api/method.ts';
import { respond } from './web-api/respond.ts';
import { readArguments, readBody, readToken, readUpload } from './read-request.ts';

export interface ServerParts {
  readonly model: () => Model;
  readonly openSocket: () => string;
  /** An error to answer instead, once, for a test of how an app takes it. */
  readonly takeFailure: (method: string) => string | undefined;
  readonly record: (call: ApiCall) => void;
}

/** The one server: Web API under `/api/`, uploads, response URLs, and files for who holds the token. */
export function createSlackServer(parts: ServerParts): Server {
  return createServer((request, response) => {
    handle(request, response, parts).catch((error: unknown) => {
      if (!response.headersSent) response.writeHead(500, { 'content-type': 'text/plain' });
      response.end(error instanceof Error ? error.message : String(error));
    });
  });
}

async function handle(request: IncomingMessage, response: ServerResponse, parts: ServerParts): Promise<void> {
  const [, place = '', rest = '', more] = new URL(request.url ?? '/', 'http://127.0.0.1').pathname.split('/');
  const model = parts.model();
  if (place === 'files-pri' && request.method === 'GET') return sendFile(rest, request, response, model);
  const body = await readBody(request);
  const contentType = request.headers['content-type'] ?? '';
  if (request.method !== 'POST') return sendText(response, 404, 'not found');
  if (place === 'api') return answerCall(rest, readArguments(body, contentType), request, response, parts);
  if (place === 'response') return answerResponse(rest, readArguments(body, contentType), response, model);
  if (place === 'upload' && more !== undefined) {
    const problem = receiveUpload(more, await readUpload(body, contentType), model);
    return problem === undefined ? sendText(response, 200, `OK - ${body.length}`) : sendText(response, 400, problem);
  }
  return sendText(response, 404, 'not found');
}

function answerCall(
  method: string,
  args: Fields | undefined,
  request: IncomingMessage,
  response: ServerResponse,
  { model, openSocket, takeFailure, record }: ServerParts,
): void {
  const failure = takeFailure(method);
  if (failure === 'ratelimited') {
    record({ method, args: args ?? {}, outcome: failure });
    response.setHeader('retry-after', '1');
    return sendJson(response, 429, { ok: false, error: failure });
  }
  const answer: Fields =
    failure !== undefined
      ? { ok: false, error: failure }
      : args === undefined
        ? { ok: false, error: 'invalid_json' }
        : callMethod(method, args, readToken(request.headers.authorization, args), model(), openSocket);
  record({ method, args: args ?? {}, outcome: answer['ok'] === true ? 'ok' : String(answer['error']) });
  return sendJson(response, 200, answer);
}

function answerResponse(key: string, args: Fields | undefined, response: ServerResponse, model: Model): void {
  const grant = model.grants.spendResponse(key);
  if (!grant) return sendJson(response, 404, { ok: false, error: 'expired_url' });
  try {
    respond(args ?? {}, grant, model);
    return sendText(response, 200, 'ok');
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    return sendJson(response, 400, refusalForm(error));
  }
}

function sendFile(id: string, request: IncomingMessage, response: ServerResponse, model: Model): void {
  const file = model.files.find(id);
  const allowed = readToken(request.headers.authorization, {}) === model.directory.app.botToken;
  if (!file || file.state !== 'complete' || !allowed) return sendText(response, 404, 'not found');
  response.writeHead(200, { 'content-type': file.mimeType, 'content-length': file.size });
  response.end(file.bytes);
}

function sendJson(response: ServerResponse, status: number, body: Fields): void {
  response.writeHead(status, { 'content-type': 'application/json; charset=utf-8' });
  response.end(JSON.stringify(body));
}

function sendText(response: ServerResponse, status: number, body: string): void {
  response.writeHead(status, { 'content-type': 'text/plain; charset=utf-8' });
  response.end(body);
}
