// `npm start`: the whole product on this machine, to be opened in a browser.
import path from 'node:path';
import { parseArgs } from 'node:util';
import { buildMiniprogram } from './build/miniprogram';
import { buildWebsite } from './build/website';
import { startPreview } from './preview/server';
import { freePort } from './start/free-port';
import { startCloudProcess } from './start/cloud-process';
import { onChange } from './watch/on-change';
import { watchApp } from './watch/watch-app';
import { gongping } from './start/program';

const root = path.resolve(__dirname, '..');

const help = `Runs Gongping on this machine: the cloud functions on a local cloud, the mini-program in a browser.

  npm start [-- --port P --cloud-port P --data DIR --watch]

  --port P        where the browser finds it (default 8080; the next free one when taken)
  --cloud-port P  where the local cloud listens (default 9100; the next free one when taken)
  --data DIR      where polls, ballots and keys are kept (default .data)
  --watch         show a page, and answer by a function, as soon as it is saved
  --help          this text

Ends with Ctrl-C; the data stay.
`;

interface Arguments {
  port: number;
  cloudPort: number;
  dataDir: string;
  isWatched: boolean;
}

/** Undefined when only help was asked for. Throws a sentence for a wrong option. */
function readArguments(): Arguments | undefined {
  const { values } = parseArgs({
    options: {
      port: { type: 'string', default: '8080' },
      'cloud-port': { type: 'string', default: '9100' },
      data: { type: 'string', default: path.join(root, '.data') },
      watch: { type: 'boolean', default: false },
      help: { type: 'boolean', default: false },
    },
  });
  if (values.help) return undefined;
  return {
    port: portOf('--port', values.port),
    cloudPort: portOf('--cloud-port', values['cloud-port']),
    dataDir: path.resolve(values.data),
    isWatched: values.watch,
  };
}

function portOf(option: string, text: string): number {
  const port = Number(text);
  if (!/^\d+$/.test(text) || port < 1 || port > 65_535) throw new Error(`${option} ${text} is no port number`);
  return port;
}

async function start({ port, cloudPort, dataDir, isWatched }: Arguments): Promise<void> {
  console.log('Building and starting …');
  const [cloud, appDir, websiteDir] = await Promise.all([
    freePort(cloudPort).then((free) =>
      startCloudProcess({ port: free, dataDir: path.join(dataDir, 'cloud'), isWatched }),
    ),
    buildMiniprogram(),
    buildWebsite(),
  ]);
  const preview = await startPreview({
    port: await freePort(port),
    cloudUrl: cloud.url,
    appDir,
    websiteDir,
    program: gongping,
    isWatched,
  });
  if (isWatched) {
    const shared = [path.join(root, 'cloudfunctions/shared')];
    await watchApp({ sources: path.join(root, 'miniprogram'), shared, appDir, preview });
    onChange([path.join(root, 'website'), ...shared], () => buildWebsite());
  }
  const board = `${preview.url}/website/board/?files=${cloud.url}/storage/logs/services`;
  console.log(
    `\n  Open ${preview.url}\n  Recount a bundle at ${preview.url}/website/recount/\n  The public board of a poll, for a website: ${board}\n    and for a hall's screen: ${board}&view=hall\n\n  The local cloud is ${cloud.url}; Ctrl-C stops both, the data stay in ${dataDir}.`,
  );

  let isStopping = false;
  const stop = (exitCode: number): void => {
    if (isStopping) return;
    isStopping = true;
    void Promise.all([preview.close(), cloud.close()]).then(() => process.exit(exitCode));
  };
  process.on('SIGINT', () => stop(0)).on('SIGTERM', () => stop(0));
  void cloud.ended.then((wasAsked) => {
    if (!wasAsked) console.error('The local cloud broke down.');
    stop(wasAsked ? 0 : 1);
  });
}

async function main(): Promise<void> {
  const given = readArguments();
  if (given === undefined) console.log(help);
  else await start(given);
}

main().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  process.exit(1);
});
