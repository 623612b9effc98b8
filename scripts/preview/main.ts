import path from 'node:path';
import { parseArgs } from 'node:util';
import { startPreview } from './server';

/** `node --import tsx scripts/preview/main.ts --port P --cloud URL [--app DIR]` */
async function main(): Promise<void> {
  const { values } = parseArgs({
    options: {
      port: { type: 'string', default: '8787' },
      cloud: { type: 'string', default: 'http://127.0.0.1:8788' },
      app: { type: 'string', default: path.resolve(__dirname, '../../dist/miniprogram') },
    },
  });
  const preview = await startPreview({
    port: Number(values.port),
    cloudUrl: values.cloud.replace(/\/+$/, ''),
    appDir: path.resolve(values.app),
  });
  process.stdout.write(`ready ${preview.url}\n`);
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
