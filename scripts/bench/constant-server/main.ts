import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

/**
 * The floor that a cloud is held beside: reads each request to its end and answers a constant that the SDK takes for the
 * answer of an insert, a read and an update alike. Runs in a process of its own and sends its address to its parent.
 */
const ballot = { _id: 'x', period: 'once', choices: ['c1'], castId: 'x'.repeat(36), mark: 'x', hour: 0, batch: null };
const data = { insertedIds: ['x'], list: [JSON.stringify(ballot)], updated: 1, matched: 1, upsert_id: null };
const answer = JSON.stringify({ requestId: 'x', data });

const server = createServer((request, response) => {
  request.resume().on('end', () => {
    response.writeHead(200, {
      'content-type': 'application/json; charset=utf-8',
      'content-length': Buffer.byteLength(answer),
    });
    response.end(answer);
  });
});
server.keepAliveTimeout = 75_000;
server.listen(0, '127.0.0.1', () => {
  // A TCP server's address is always of this shape once it listens.
  process.send?.(`http://127.0.0.1:${(server.address() as AddressInfo).port}`);
});
process.on('disconnect', () => process.exit(0));
