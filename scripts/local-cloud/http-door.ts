import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AdminDoor } from './admin';
import type { Caller } from './functions/caller';
import type { FunctionHost } from './functions/function-host';
import { ERR_CODE, functionMissing, type Outcome } from './functions/invocation';
import type { Timers } from './functions/timers';
import type { CallCounter } from './stats';
import type { Storage } from './storage';

/** The client has to close an idle connection first, or its next request meets a closed socket. */
const KEEP_ALIVE_MS = 75_000;

/** The most that WeChat lets a client send, with room for the SDK's batches. */
const MAX_BODY_BYTES = 32 * 1024 * 1024;

export interface Doors {
  admin: AdminDoor;
  host: FunctionHost;
  timers: Timers;
  counter: CallCounter;
  storage: Storage;
}

/** The HTTP server of the local cloud; it speaks to this machine only. */
export function createHttpServer(doors: Doors): Server {
  const server = createServer((request, response) => {
    route(doors, request, response).catch((error: unknown) => {
      if (!response.headersSent) sendJson(response, 500, { errCode: -1, errMsg: String(error) });
      else response.destroy();
    });
  });
  server.keepAliveTimeout = KEEP_ALIVE_MS;
  return server;
}

async function route(doors: Doors, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const path = (request.url ?? '/').split('?', 1)[0] ?? '/';
  const [, door = '', name = ''] = /^\/([^/]*)\/?(.*)$/.exec(path) ?? [];
  switch (`${request.method} ${door}`) {
    case 'POST admin':
      return answerAdmin(doors, request, response);
    case 'POST functions':
      return answerFunction(doors, decodeURIComponent(name), request, response);
    case 'POST timers': {
      const outcome = await (doors.timers.fire(decodeURIComponent(name)) ?? functionMissing(name));
      return sendOutcome(response, outcome);
    }
    case 'GET stats':
      return sendJson(response, 200, doors.counter.read());
    case 'POST stats':
      if (name !== 'reset') break;
      doors.counter.reset();
      return sendJson(response, 200, doors.counter.read());
    case 'PUT storage':
      return doors.storage.put(decodeURIComponent(name), request, response);
    case 'GET storage':
    case 'HEAD storage':
      return doors.storage.get(decodeURIComponent(name), request, response);
  }
  sendJson(response, 404, { errCode: -1, errMsg: `the local cloud has no ${request.method} ${path}` });
}

async function answerAdmin(doors: Doors, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const text = await readBody(request);
  const secretId = /Credential=([^/,\s]+)/.exec(request.headers.authorization ?? '')?.[1];
  const source = String(request.headers['x-tcb-source'] ?? '').replace(/^,/, '');
  if (request.headers['content-type']?.startsWith('multipart/') === true) {
    const message = '[UnsupportedOperation] cloud.openapi is not offered by the local cloud.';
    return sendJson(response, 200, { code: 'INVALID_PARAM', message, requestId: '' });
  }
  const body = parseObject(text);
  if (body === undefined)
    return sendJson(response, 200, { code: 'INVALID_PARAM', message: 'the body is no JSON object', requestId: '' });
  const answer = await doors.admin.answer(body, { secretId, source });
  if (answer === 'break') request.socket.destroy();
  else sendJson(response, 200, answer);
}

async function answerFunction(
  doors: Doors,
  name: string,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const text = await readBody(request);
  const event = text === '' ? '{}' : text;
  if (parseJson(event) === undefined) return sendJson(response, 400, { errCode: -1, errMsg: 'the event is no JSON' });
  sendOutcome(response, await doors.host.invoke(name, event, readCaller(request)));
}

function readCaller(request: IncomingMessage): Caller {
  const header = (name: string): string | undefined => {
    const value = request.headers[name];
    return typeof value === 'string' && value !== '' ? value : undefined;
  };
  const openid = header('x-wx-openid');
  const clientIp = header('x-wx-clientip');
  return {
    source: header('x-wx-source') ?? 'wx_client',
    ...(openid === undefined ? {} : { openid }),
    ...(clientIp === undefined ? {} : { clientIp }),
  };
}

function sendOutcome(response: ServerResponse, outcome: Outcome): void {
  if (outcome.ok) return sendText(response, 200, outcome.text);
  const statuses: Record<number, number> = { [ERR_CODE.notFound]: 404, [ERR_CODE.timeLimit]: 504 };
  sendJson(response, statuses[outcome.errCode] ?? 502, { errCode: outcome.errCode, errMsg: outcome.errMsg });
}

function sendJson(response: ServerResponse, status: number, value: object): void {
  sendText(response, status, JSON.stringify(value));
}

function sendText(response: ServerResponse, status: number, json: string): void {
  // The SDK reads this exact content type as JSON, even where it otherwise expects protobuf.
  response.writeHead(status, {
    'content-type': 'application/json; charset=utf-8',
    'content-length': Buffer.byteLength(json),
  });
  response.end(json);
}

async function readBody(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  let length = 0;
  for await (const chunk of request as AsyncIterable<Buffer>) {
    length += chunk.length;
    if (length > MAX_BODY_BYTES) throw new Error(`the request is larger than ${MAX_BODY_BYTES} bytes`);
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString('utf8');
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function parseObject(text: string): Record<string, unknown> | undefined {
  const value = parseJson(text);
  // An object of JSON has text keys and unknown values.
  return typeof value === 'object' && value !== null && !Array.isArray(value)
    ? (value as Record<string, unknown>)
    : undefined;
}
