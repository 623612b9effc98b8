import tcb from '@cloudbase/node-sdk';
import { randomBytes, randomUUID } from 'node:crypto';
import { expectDone } from '../connect';
import { measureLoad } from './load';
import { startServerProcess } from './server-process';
import { median } from './statistics';

export interface CallFigures {
  operation: string;
  clients: number;
  /** Calls per second, median of the rounds. */
  perSecond: number;
  floor: number;
  /** Cloud beside floor, round by round, then the median: the machine's moods touch both sides of a round alike. */
  ratio: number;
}

const rounds = 5;
const callsPerRound: Record<number, number> = { 1: 300, 32: 1_200 };
const counters = 64;

type Database = ReturnType<tcb.CloudBase['database']>;

type Operation = (db: Database, number: number) => Promise<unknown>;

const operations: Record<string, Operation> = {
  inserts: (db) => db.collection('ballots').add(ballot(`bench:${randomBytes(16).toString('hex')}`)),
  gets: (db, number) => db.collection('ballots').doc(counterId(number)).get(),
  incs: (db, number) =>
    db
      .collection('ballots')
      .doc(counterId(number))
      .update({ hour: db.command.inc(1) }),
};

/** Inserts, reads by id and increments through the SDK, at the cloud and at a server that answers a constant, in turns. */
export async function measureSdkCalls(url: string): Promise<CallFigures[]> {
  const floor = await startServerProcess('constant-server/main.ts');
  try {
    const [cloudDb, floorDb] = [databaseAt(url), databaseAt(floor.url)];
    const ids = Array.from({ length: counters }, (_, number) => ballot(counterId(number)));
    expectDone(await cloudDb.collection('ballots').add(ids));
    const figures: CallFigures[] = [];
    for (const [operation, call] of Object.entries(operations)) {
      for (const clients of [1, 32]) figures.push(await compare(operation, call, clients, cloudDb, floorDb));
    }
    return figures;
  } finally {
    await floor.close();
  }
}

async function compare(
  operation: string,
  call: Operation,
  clients: number,
  cloudDb: Database,
  floorDb: Database,
): Promise<CallFigures> {
  const calls = callsPerRound[clients] ?? 1_000;
  const measure = async (db: Database): Promise<number> => {
    const load = await measureLoad(calls, clients, async (number) => void expectDone(await call(db, number)));
    return load.perSecond;
  };
  await measure(cloudDb);
  await measure(floorDb);
  const pairs: { cloud: number; floor: number }[] = [];
  for (let round = 0; round < rounds; round++) {
    // Who goes first changes too: a pause for garbage falls on either side.
    if (round % 2 === 0) pairs.push({ cloud: await measure(cloudDb), floor: await measure(floorDb) });
    else {
      const floor = await measure(floorDb);
      pairs.push({ cloud: await measure(cloudDb), floor });
    }
  }
  return {
    operation,
    clients,
    perSecond: median(pairs.map(({ cloud }) => cloud)),
    floor: median(pairs.map(({ floor }) => floor)),
    ratio: median(pairs.map(({ cloud, floor }) => cloud / floor)),
  };
}

/** As operators connect, with connections that stay. */
function databaseAt(url: string): Database {
  const account = { env: 'local-env', secretId: 'local', secretKey: 'local' };
  // The SDK reads `serviceUrl`, though its typings leave it out.
  return tcb.init({ ...account, serviceUrl: `${url}/admin`, keepalive: true } as tcb.ICloudBaseConfig).database();
}

function counterId(number: number): string {
  return `bench-counter:${number % counters}`;
}

function ballot(id: string): object {
  return { _id: id, period: 'once', choices: ['c1'], castId: randomUUID(), mark: id, hour: 0, batch: 0 };
}
