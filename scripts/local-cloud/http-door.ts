import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AdminDoor, Sender } from './admin';
import type { ClientFiles, FileRefusal } from './client-files';
import type { Caller } from './functions/caller';
import type { FunctionHost } from './functions/function-host';
import { ERR_CODE, functionMissing, type Outcome } from './functions/invocation';
import type { Timers } from './functions/timers';
import type { CallCounter } from './stats';
import { readForm } from './form';
import type { Storage } from './storage';
import type { Wechat } from './wechat/wechat';

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
  clientFiles: ClientFiles;
  wechat: Wechat;
  /** The cloud's time in epoch ms. */
  clock: () => number;
}

/** The HTTP server of the local cloud; it speaks to this machine only. */
export function createHttpServer(doors: Doors): Server {
  const server = createServer((request, response) => {
    route(doors, request, response).catch((error: unknown) => {
      // What cannot be decoded is the caller's fault, everything else is the cloud's.
      const status = error instanceof URIError ? 400 : 500;
      if (!response.headersSent) sendJson(response, status, { errCode: -1, errMsg: String(error) });
      else response.destroy();
    });
  });
  server.keepAliveTimeout = KEEP_ALIVE_MS;
  return server;
}

async function route(doors: Doors, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const path = (request.url ?? '/').split('?', 1)[0] ?? '/';
  const [, door = '', rest = ''] = /^\/([^/]*)\/?(.*)$/.exec(path) ?? [];
  const name = decodeURIComponent(rest);
  switch (`${request.method ?? ''} ${door}`) {
    case 'POST admin':
      await answerAdmin(doors, request, response);
      break;
    case 'POST functions':
      await answerFunction(doors, name, request, response);
      break;
    case 'POST timers':
      sendOutcome(response, await (doors.timers.fire(name) ?? functionMissing(name)));
      break;
    case 'GET stats':
      sendJson(response, 200, doors.counter.read());
      break;
    case 'POST stats':
      if (name === 'reset') doors.counter.reset();
      sendJson(response, name === 'reset' ? 200 : 404, doors.counter.read());
      break;
    case 'GET outbox':
      sendJson(response, 200, doors.wechat.outbox.read());
      break;
    case 'POST cloudids':
      await answerCloudId(doors, request, response);
      break;
    case 'GET service-messages':
      sendJson(response, 200, doors.wechat.serviceMessages.of(name));
      break;
    case 'POST service-messages':
      await answerService(doors, name, request, response);
      break;
    case 'PUT client-files':
      sendFileReply(response, await doors.clientFiles.upload(name, headerOf(request, 'x-wx-openid'), request));
      break;
    case 'DELETE client-files':
      sendFileReply(response, doors.clientFiles.remove(name, headerOf(request, 'x-wx-openid')));
      break;
    case 'GET files':
      sendJson(response, 200, doors.storage.list(name));
      break;
    case 'PUT storage':
      await doors.storage.put(name, request, response);
      break;
    case 'GET storage':
    case 'HEAD storage':
      await doors.storage.get(name, request, response);
      break;
    default:
      sendJson(response, 404, { errCode: -1, errMsg: `the local cloud has no ${request.method ?? ''} ${path}` });
  }
}

async function answerAdmin(doors: Doors, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const bytes = await readBody(request);
  const sender = readSender(request);
  if (isForm(request)) {
    const form = await readForm(request.headers, bytes);
    const name = form.get('apiName')?.toString('utf8') ?? '';
    const answer = await doors.admin.openApi(name, form.get('requestData') ?? Buffer.alloc(0), sender);
    if (Buffer.isBuffer(answer)) sendBytes(response, answer);
    else sendJson(response, 200, answer);
    return;
  }
  const body = parseObject(bytes.toString('utf8'));
  if (body === undefined) {
    sendJson(response, 200, { code: 'INVALID_PARAM', message: 'the body is no JSON object', requestId: '' });
    return;
  }
  const answer = await doors.admin.answer(body, sender);
  if (answer === 'break') request.socket.destroy();
  else sendJson(response, 200, answer);
}

async function answerFunction(
  doors: Doors,
  name: string,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const text = (await readBody(request)).toString('utf8');
  const event = text === '' ? '{}' : text;
  if (parseJson(event) === undefined) sendJson(response, 400, { errCode: -1, errMsg: 'the event is no JSON' });
  else sendOutcome(response, await doors.host.invoke(name, event, readCaller(request)));
}

/** A person opens the customer service (`{sessionFrom}`) or writes there (`{text}`). */
async function answerService(
  { wechat }: Doors,
  openid: string,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const body = parseObject((await readBody(request)).toString('utf8')) ?? {};
  const { text, sessionFrom } = body;
  if (openid !== '' && typeof text === 'string' && text !== '')
    sendJson(response, 200, { delivery: await wechat.serviceDesk.say(openid, text) });
  else if (openid !== '' && typeof sessionFrom === 'string')
    sendJson(response, 200, { delivery: await wechat.serviceDesk.enter(openid, sessionFrom) });
  else sendJson(response, 400, { errCode: -1, errMsg: 'the body has to be {"text": "…"} or {"sessionFrom": "…"}' });
}

/** What a page gets from WeChat when it asks for open data: the body is `{openid, data}`. */
async function answerCloudId(doors: Doors, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const body = parseObject((await readBody(request)).toString('utf8'));
  const openid = body?.['openid'];
  const data = toObject(body?.['data']);
  if (typeof openid !== 'string' || data === undefined)
    sendJson(response, 400, { errCode: -1, errMsg: 'the body has to be {"openid": "…", "data": {…}}' });
  else sendJson(response, 200, { cloudID: doors.wechat.openData.issue(openid, data, doors.clock()) });
}

function readSender(request: IncomingMessage): Sender {
  const secretId = /Credential=([^/,\s]+)/.exec(request.headers.authorization ?? '')?.[1];
  return { secretId, source: headerOf(request, 'x-tcb-source')?.replace(/^,/, '') ?? '' };
}

function headerOf(request: IncomingMessage, name: string): string | undefined {
  const value = request.headers[name];
  return typeof value === 'string' && value !== '' ? value : undefined;
}

/** The SDK sends `cloud.openapi` calls as forms, and everything else as JSON. */
function isForm(request: IncomingMessage): boolean {
  return headerOf(request, 'content-type')?.startsWith('multipart/') === true;
}

function readCaller(request: IncomingMessage): Caller {
  const openid = headerOf(request, 'x-wx-openid');
  const clientIp = headerOf(request, 'x-wx-clientip');
  return {
    source: headerOf(request, 'x-wx-source') ?? 'wx_client',
    ...(openid === undefined ? {} : { openid }),
    ...(clientIp === undefined ? {} : { clientIp }),
  };
}

function sendOutcome(response: ServerResponse, outcome: Outcome): void {
  if (outcome.ok) {
    sendText(response, 200, outcome.text);
    return;
  }
  const statuses: Record<number, number> = { [ERR_CODE.notFound]: 404, [ERR_CODE.timeLimit]: 504 };
  sendJson(response, statuses[outcome.errCode] ?? 502, { errCode: outcome.errCode, errMsg: outcome.errMsg });
}

/** Answers a client's upload or deletion; one that was refused need not be read to its end. */
function sendFileReply(response: ServerResponse, reply: { fileID?: string } | FileRefusal): void {
  if (!('status' in reply)) {
    sendJson(response, 200, reply);
    return;
  }
  response.shouldKeepAlive = false;
  sendJson(response, reply.status, { errCode: reply.errCode, errMsg: reply.errMsg });
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

function sendBytes(response: ServerResponse, bytes: Buffer): void {
  response.writeHead(200, { 'content-type': 'application/octet-stream', 'content-length': bytes.length });
  response.end(bytes);
}

/** By events: iterating over the request asynchronously costs as much as the database does. */
function readBody(request: IncomingMessage): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = [];
    let length = 0;
    request.on('data', (chunk: Buffer) => {
      length += chunk.length;
      if (length > MAX_BODY_BYTES) reject(new Error(`the request is larger than ${MAX_BODY_BYTES} bytes`));
      else chunks.push(chunk);
    });
    request.on('end', () =>
      resolve(chunks.length === 1 && chunks[0] !== undefined ? chunks[0] : Buffer.concat(chunks)),
    );
    request.on('error', reject);
  });
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function parseObject(text: string): Record<string, unknown> | undefined {
  return toObject(parseJson(text));
}

function toObject(value: unknown): Record<string, unknown> | undefined {
  // An object of JSON has text keys and unknown values.
  return typeof value === 'object' && value !== null && !Array.isArray(value)
    ? (value as Record<string, unknown>)
    : undefined;
}
