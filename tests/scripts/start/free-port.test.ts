import { once } from 'node:events';
import { createServer } from 'node:net';
import { freePort } from '../../../scripts/start/free-port';

test('a port that is taken is passed over for the next free one', async () => {
  const holder = createServer();
  const from = await freePort(20_000 + (process.pid % 20_000));
  holder.listen(from, '127.0.0.1');
  await once(holder, 'listening');
  const found = await freePort(from);
  holder.close();
  expect(found).toBeGreaterThan(from);
});
