import type { IncomingMessage, ServerResponse } from 'node:http';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { openGroupIdOf, openidOf } from './identities';
import type { PreviewProgram } from './program';

/** The cloud that a mini-program calls, and who calls there. */
export interface CloudBehind {
  /** Of the local cloud, without a slash at the end. */
  url: string;
  program: Pick<PreviewProgram, 'chats' | 'spelled'>;
}

/** WeChat's number for a group of its own, as opposed to a single chat or one of WeCom. */
const groupChatType = 3;

/** The app id that the preview's callers come from. */
const appId = 'wxpreview0000000000';

/**
 * Calls a cloud function as WeChat does for the person named by `?as=`: the identity is set here, and page code has no
 * way to choose it. The platform's `userInfo` is put into the event, over whatever the client sent under that name.
 */
export async function forwardFunction(
  cloud: CloudBehind,
  name: string,
  url: URL,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const event = JSON.parse((await bodyOf(request)) || '{}') as Record<string, unknown>;
  await pass(await callFunction(cloud, name, url.searchParams.get('as'), event), response);
}

/**
 * Calls a cloud function as the phone of that person would.
 * @param caller null for who looks at a single page of the timeline and has not logged in: the call comes from nobody
 */
export function callFunction(
  cloud: CloudBehind,
  name: string,
  caller: string | null,
  event: object,
): Promise<Response> {
  const identity = caller === null ? {} : { openId: openidOf(cloud.program, caller) };
  return reach(`${cloud.url}/functions/${encodeURIComponent(name)}`, {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      'x-wx-source': 'wx_client',
      ...(identity.openId === undefined ? {} : { 'x-wx-openid': identity.openId }),
    },
    body: JSON.stringify({ ...event, userInfo: { ...identity, appId } }),
  });
}

/** Fires a timer of the local cloud now. */
export function fireTimer(cloud: CloudBehind, name: string): Promise<Response> {
  return reach(`${cloud.url}/timers/${encodeURIComponent(name)}`, { method: 'POST' });
}

/** Sends a file of the cloud's storage. */
export async function forwardFile(
  cloud: CloudBehind,
  fileId: string,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const place = /^cloud:\/\/[^/]+\/(.+)$/.exec(fileId)?.[1];
  if (place === undefined) {
    response.writeHead(404).end();
    return;
  }
  const { range } = request.headers;
  const method = request.method === 'HEAD' ? 'HEAD' : 'GET';
  const encoded = place.split('/').map(encodeURIComponent).join('/');
  await pass(
    await reach(`${cloud.url}/storage/${encoded}`, { method, headers: range ? { range } : {} }),
    response,
    'max-age=3600',
  );
}

/**
 * Gives the person named by `?as=` the cloudID of the group `?chat=`, as WeChat does for who opens a card there; refuses
 * it to those who are not in the group.
 */
export async function enterGroup(cloud: CloudBehind, url: URL, response: ServerResponse): Promise<void> {
  const name = url.searchParams.get('as') ?? '';
  const chat = cloud.program.chats.find(({ id, kind }) => id === url.searchParams.get('chat') && kind === 'group');
  if (!chat?.members.includes(name)) {
    response.writeHead(403).end();
    return;
  }
  const data = { opengid: openGroupIdOf(chat), open_single_roomid: '', group_openid: '', chat_type: groupChatType };
  const body = JSON.stringify({ openid: openidOf(cloud.program, name), data });
  await pass(await reach(`${cloud.url}/cloudids`, { method: 'POST', body }), response);
}

/** Passes on what the person named by `?as=` says to the customer service, or asks for the conversation. */
export async function forwardService(
  cloud: CloudBehind,
  url: URL,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const openid = openidOf(cloud.program, url.searchParams.get('as') ?? '');
  const given = request.method === 'POST' ? { method: 'POST', body: await bodyOf(request) } : {};
  await pass(await reach(`${cloud.url}/service-messages/${openid}`, given), response);
}

/** The service messages that the person named by `?as=` was sent, oldest first. */
export async function forwardNotices(cloud: CloudBehind, url: URL, response: ServerResponse): Promise<void> {
  const reply = await reach(`${cloud.url}/outbox`, {});
  if (!reply.ok) return pass(reply, response);
  // The local cloud's own shape.
  const sent = (await reply.json()) as { touser: string }[];
  const openid = openidOf(cloud.program, url.searchParams.get('as') ?? '');
  const own = sent.filter(({ touser }) => touser === openid);
  response.writeHead(200, { 'content-type': 'application/json', 'cache-control': 'no-store' });
  response.end(JSON.stringify(own));
}

/** Passes on a client's upload or deletion of the file `?path=`, by the person named by `?as=`. */
export async function forwardClientFile(
  cloud: CloudBehind,
  url: URL,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const path = encodeURIComponent(url.searchParams.get('path') ?? '');
  const method = request.method === 'DELETE' ? 'DELETE' : 'PUT';
  // Node's fetch takes the web's streams, whose types are declared apart from Node's own.
  const content = method === 'PUT' ? { body: Readable.toWeb(request) as never, duplex: 'half' as const } : {};
  await pass(
    await reach(`${cloud.url}/client-files/${path}`, {
      method,
      headers: { 'x-wx-openid': openidOf(cloud.program, url.searchParams.get('as') ?? '') },
      ...content,
    }),
    response,
  );
}

async function reach(url: string, init: RequestInit): Promise<Response> {
  try {
    return await fetch(url, init);
  } catch (error) {
    const cause = error instanceof Error && error.cause instanceof Error ? error.cause.message : String(error);
    return new Response(`the local cloud does not answer: ${cause}`, { status: 502 });
  }
}

async function pass(reply: Response, response: ServerResponse, cache = 'no-store'): Promise<void> {
  const kept = ['content-type', 'content-length', 'content-range', 'accept-ranges', 'date'];
  const headers = Object.fromEntries(
    kept.flatMap((name) => (reply.headers.has(name) ? [[name, reply.headers.get(name)]] : [])),
  );
  response.writeHead(reply.status, { ...headers, 'cache-control': reply.ok ? cache : 'no-store' });
  if (reply.body === null) response.end();
  // Node's fetch gives the web's streams, whose types are declared apart from Node's own.
  else await pipeline(Readable.fromWeb(reply.body as never), response);
}

async function bodyOf(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks).toString('utf8');
}
