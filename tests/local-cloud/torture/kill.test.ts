import { publishPoll } from '../../../scripts/trial/publish-poll';
import { connect } from '../../../scripts/connect';
import { seededRandom, wholeBetween } from '../../../scripts/random/random';
import { expectSoundLedger, readLedger } from '../../support/ledger';
import { readAll } from '../../support/read-all';
import { invoke, VoterClient } from '../../support/voter-client';
import { temporaryFolder } from '../support/functions';
import { startCloudProcess, type CloudProcess } from './cloud-process';

// The SDK warns of a slow call seconds after it, when the cloud it called is long gone.
process.env['SILENCE'] = 'true';

/** A release has to pass 30. */
const rounds = Number(process.env['KILL_ROUNDS'] ?? 4);
const writers = 4;

/** What a writer was told, and what it had sent when the cloud died. */
interface Books {
  inserted: Set<string>;
  /** By writer: the last acknowledged and the last sent number of its counter. */
  counters: { acknowledged: number; sent: number }[];
  /** The castIds of acknowledged ballots. */
  cast: Set<string>;
}

interface Item {
  _id: string;
  number: number;
  check: number;
  text: string;
}

interface Counter {
  _id: string;
  a: number;
  b: number;
  total: number;
}

let running: CloudProcess | undefined;
afterEach(() => running?.kill());

/** Inserts, updates and casts, each as soon as the one before is answered, until the cloud is gone. */
async function write(url: string, pollId: string, round: number, writer: number, books: Books): Promise<void> {
  const db = connect(url).database();
  const counter = books.counters[writer];
  if (counter === undefined) throw new Error(`there is no writer ${writer}`);
  for (let n = 0; ; n += 1) {
    const item: Item = { _id: `item:${round}:${writer}:${n}`, number: n, check: n, text: 'x'.repeat(500) };
    await db.collection('candidates').add({ ...item, pollId: 'torture' });
    books.inserted.add(item._id);

    counter.sent += 1;
    const change = { a: counter.sent, b: counter.sent, total: db.command.inc(1) };
    await db.collection('candidates').doc(`counter:${writer}`).update(change);
    counter.acknowledged = counter.sent;

    const castId = `cast-${round}-${writer}-${n}`;
    const reply = await new VoterClient(url, `oKill${round}x${writer}x${n}`).cast(pollId, ['c1'], { castId });
    if ('ok' in reply && reply.ok) books.cast.add(castId);
  }
}

async function expectAllKept(url: string, pollId: string, books: Books): Promise<void> {
  const items = await readAll<Item>(url, 'candidates', { pollId: 'torture' });
  expect(items.filter(({ number, check, text }) => number !== check || text.length !== 500)).toEqual([]);
  const kept = new Set(items.map(({ _id }) => _id));
  expect([...books.inserted].filter((id) => !kept.has(id))).toEqual([]);

  const counters = await readAll<Counter>(url, 'candidates', { pollId: 'counters' });
  for (const [writer, { acknowledged, sent }] of books.counters.entries()) {
    const counter = counters.find(({ _id }) => _id === `counter:${writer}`);
    expect(counter).toMatchObject({ a: counter?.total, b: counter?.total });
    expect(counter?.total).toBeGreaterThanOrEqual(acknowledged);
    expect(counter?.total).toBeLessThanOrEqual(sent);
    // Where the cloud died between the write and its answer, the writer goes on from what is there.
    books.counters[writer] = { acknowledged: counter?.total ?? 0, sent: counter?.total ?? 0 };
  }

  const { ballots } = await readLedger(url, pollId);
  // The field is there, and is never published.
  const castIds = ballots.map((ballot) => (ballot as unknown as { castId: string }).castId);
  expect(new Set(castIds).size).toBe(castIds.length);
  expect([...books.cast].filter((id) => !castIds.includes(id))).toEqual([]);
}

test(
  `kill -9 of the whole group, ${rounds} times, loses nothing that was acknowledged and leaves nothing half done`,
  async () => {
    const dataDir = temporaryFolder();
    const random = seededRandom('kill');
    const books: Books = {
      inserted: new Set(),
      counters: Array.from({ length: writers }, () => ({ acknowledged: 0, sent: 0 })),
      cast: new Set(),
    };
    running = await startCloudProcess(dataDir);
    const pollId = await publishPoll(running.url, { countPolicy: { kind: 'live', step: 1 } });
    const counters = books.counters.map((_, writer) => ({
      _id: `counter:${writer}`,
      pollId: 'counters',
      a: 0,
      b: 0,
      total: 0,
    }));
    await connect(running.url).database().collection('candidates').add(counters);

    for (let round = 0; round < rounds; round += 1) {
      const { url } = running;
      const castBefore = books.cast.size;
      // Every writer ends by the error of the call that the kill cut off.
      const writing = books.counters.map((_, writer) =>
        write(url, pollId, round, writer, books).catch(() => undefined),
      );
      // A function takes its time to start on a busy machine, and would otherwise have answered nobody yet.
      while (books.cast.size === castBefore) await new Promise((resolve) => setImmediate(resolve));
      await new Promise((resolve) => setTimeout(resolve, wholeBetween(random, 0, 600)));
      await running.kill();
      await Promise.all(writing);
      running = await startCloudProcess(dataDir);
      expect(running.printed.join('\n')).toMatch(
        /recovered [\d,]+ documents in \d+ collections of a cloud that was killed/,
      );
      await expectAllKept(running.url, pollId, books);
    }

    const { ballots } = await readLedger(running.url, pollId);
    // Ballots are marked last, after the standings.
    const isCounted = async (): Promise<boolean> => {
      const ledger = await readLedger(url, pollId);
      const isMarked = ledger.ballots.every(({ batch }) => batch !== null);
      return isMarked && ledger.standings?.ballots === ballots.length;
    };
    const { url } = running;
    const scheduler = { 'x-wx-openid': 'oLi', 'x-wx-source': 'wx_client,scf' };
    while (!(await isCounted())) await invoke(url, 'scheduler', { wake: true }, scheduler);
    await expectSoundLedger(url, pollId, ballots.length);
  },
  5 * 60_000 + rounds * 60_000,
);
