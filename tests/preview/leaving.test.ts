import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import path from 'node:path';
import { startPreview } from '../../scripts/preview/server';

test('a page that leaves before its answer is whole is no trouble of the preview’s', async () => {
  let isLeft = (): void => undefined;
  const left = new Promise<void>((resolve) => (isLeft = resolve));
  // Begins to answer, and never ends.
  const cloud = createServer((_, response) => {
    response.writeHead(200, { 'content-type': 'text/plain' }).write('begun');
    response.on('close', () => isLeft());
  });
  await new Promise<void>((resolve) => cloud.listen(0, '127.0.0.1', resolve));
  // A listening TCP server has an address of this kind.
  const { port } = cloud.address() as AddressInfo;
  const appDir = path.join(__dirname, 'fixtures/app');
  const preview = await startPreview({ port: 0, cloudUrl: `http://127.0.0.1:${port}`, appDir });
  const told = jest.spyOn(process.stderr, 'write').mockReturnValue(true);
  try {
    const leaving = new AbortController();
    const reply = await fetch(`${preview.url}/storage/large.txt`, { signal: leaving.signal });
    await reply.body?.getReader().read();
    leaving.abort();
    await left;
    // By its answer the preview has done with the one before.
    await fetch(preview.url).then((page) => page.text());
    expect(told.mock.calls.map(([text]) => String(text)).filter((text) => text.startsWith('preview:'))).toEqual([]);
  } finally {
    await preview.close();
    cloud.closeAllConnections();
    await new Promise((resolve) => cloud.close(resolve));
  }
});
