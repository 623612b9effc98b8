import type { ServerResponse } from 'node:http';
import type { ActionLine, ActionScene, PreviewAction } from './action';
import { callFunction, fireTimer } from './cloud-door';

/** Performs an action and answers with a line of JSON for each thing that it says. */
export async function performAction(
  action: PreviewAction,
  cloudUrl: string,
  path: string,
  response: ServerResponse,
): Promise<void> {
  response.writeHead(200, { 'content-type': 'application/x-ndjson; charset=utf-8', 'cache-control': 'no-store' });
  const write = (kind: ActionLine['kind'], text: string): void => {
    response.write(`${JSON.stringify({ kind, text } satisfies ActionLine)}\n`);
  };
  try {
    write('done', await action.perform(sceneOf(cloudUrl, path), (text) => write('progress', text)));
  } catch (error) {
    write('problem', error instanceof Error ? error.message : String(error));
  }
  response.end();
}

function sceneOf(cloudUrl: string, path: string): ActionScene {
  return {
    path,
    async call(caller, name, event) {
      const reply = await callFunction(cloudUrl, name, caller, event);
      if (!reply.ok) throw new Error(await reply.text());
      return reply.json();
    },
    async fireTimer(name) {
      const reply = await fireTimer(cloudUrl, name);
      if (!reply.ok) throw new Error(await reply.text());
    },
  };
}
