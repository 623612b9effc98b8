import type { ServerResponse } from 'node:http';
import type { ActionLine, ActionScene, PreviewAction } from './action';
import { callFunction, fireTimer, type CloudBehind } from './cloud-door';
import type { PreviewView, Seen } from './view';

/** Performs an action and answers with a line of JSON for each thing that it says. */
export async function performAction(
  action: PreviewAction,
  cloud: CloudBehind,
  path: string,
  response: ServerResponse,
): Promise<void> {
  response.writeHead(200, { 'content-type': 'application/x-ndjson; charset=utf-8', 'cache-control': 'no-store' });
  const write = (kind: ActionLine['kind'], text: string): void => {
    response.write(`${JSON.stringify({ kind, text } satisfies ActionLine)}\n`);
  };
  try {
    write('done', await action.perform(sceneOf(cloud, path), (text) => write('progress', text)));
  } catch (error) {
    write('problem', sentenceOf(error));
  }
  response.end();
}

/** Answers with what a view shows of the page that the phone of `?as=` is at. */
export async function showView(
  view: PreviewView,
  cloud: CloudBehind,
  query: URLSearchParams,
  response: ServerResponse,
): Promise<void> {
  const { path, call } = sceneOf(cloud, query.get('path') ?? '');
  const seen = await view
    .look({ path, call, person: query.get('as') ?? '' })
    .catch((error: unknown): Seen => ({ text: sentenceOf(error) }));
  response.writeHead(200, { 'content-type': 'application/json; charset=utf-8', 'cache-control': 'no-store' });
  response.end(JSON.stringify(seen));
}

function sceneOf(cloud: CloudBehind, path: string): ActionScene {
  return {
    path,
    async call(caller, name, event) {
      const reply = await callFunction(cloud, name, caller, event);
      if (!reply.ok) throw new Error(await reply.text());
      return reply.json();
    },
    async fireTimer(name) {
      const reply = await fireTimer(cloud, name);
      if (!reply.ok) throw new Error(await reply.text());
    },
  };
}

function sentenceOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
