// `npm run preview`: the mini-program in a browser, on a local cloud that runs already.
import path from 'node:path';
import { parseArgs } from 'node:util';
import { buildMiniprogram } from './build/miniprogram';
import { buildWebsite } from './build/website';
import { startPreview } from './preview/server';
import { gongping } from './start/program';

const help = `Shows the mini-program in a browser, as WeChat would get it, on a local cloud that runs already.

  npm run preview [-- --port P --cloud URL --app DIR]

  --port P     where the browser finds it (default 8080; 0 takes any free one)
  --cloud URL  the local cloud (default http://127.0.0.1:9100, where "npm run cloud" listens)
  --app DIR    a built mini-program (default: this one, built now)
  --help       this text

Prints "ready http://127.0.0.1:P" when it is up. ?as=NAME&path=PAGE in the address opens it as somebody at a page.
`;

async function main(): Promise<void> {
  const { values } = parseArgs({
    options: {
      port: { type: 'string', default: '8080' },
      cloud: { type: 'string', default: 'http://127.0.0.1:9100' },
      app: { type: 'string' },
      help: { type: 'boolean', default: false },
    },
  });
  if (values.help) {
    console.log(help);
    return;
  }
  const port = Number(values.port);
  if (!/^\d+$/.test(values.port) || port > 65_535) throw new Error(`--port ${values.port} is no port number`);
  const preview = await startPreview({
    port,
    cloudUrl: values.cloud.replace(/\/+$/, ''),
    websiteDir: await buildWebsite(),
    appDir: values.app === undefined ? await buildMiniprogram() : path.resolve(values.app),
    program: gongping,
  });
  console.log(`ready ${preview.url}`);
  const stop = (): void => {
    void preview.close().then(() => process.exit(0));
  };
  process.once('SIGINT', stop);
  process.once('SIGTERM', stop);
}

main().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  process.exit(1);
});
