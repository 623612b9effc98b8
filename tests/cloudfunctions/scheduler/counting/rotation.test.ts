import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import database from '../../../../cloudfunctions/database.json';
import {
  functionEnvironment,
  newKeys,
  withNewKey,
  withoutOldKeys,
  type Keys,
} from '../../../../scripts/keys/installation-keys';
import { startLocalCloud, type LocalCloud } from '../../../../scripts/local-cloud/start';
import { publishPoll } from '../../../../scripts/trial/publish-poll';
import { addWaitingBallots } from '../../../../scripts/trial/waiting-ballots';
import { VoterClient } from '../../../support/voter-client';

let dataDir: string;
let cloud: LocalCloud | undefined;
beforeAll(async () => {
  dataDir = await mkdtemp(path.join(tmpdir(), 'rotation-'));
});
afterAll(async () => {
  await cloud?.close();
  await rm(dataDir, { recursive: true });
});

/** Deploys anew, with these keys, on the same data. */
async function deploy(keys: Keys): Promise<LocalCloud> {
  await cloud?.close();
  cloud = await startLocalCloud({
    port: 0,
    dataDir,
    functionsDir: path.resolve(__dirname, '../../../../dist/cloudfunctions'),
    database,
    functionEnv: functionEnvironment(keys, 'gongping.test'),
    timers: false,
    log: () => undefined,
  });
  return cloud;
}

async function grow(at: LocalCloud, pollId: string, from: number): Promise<{ key: string; size: number }> {
  await addWaitingBallots(at.url, pollId, 20, from);
  for (let firing = 0; firing < 8; firing++) await at.fireTimer('scheduler');
  const { log } = await new VoterClient(at.url, 'oAnyone').get('standings.get', { pollId });
  if (!log) throw new Error('not published');
  return log;
}

test('a log goes on with the key it began with, new logs take the new one, and voters keep their ballots', async () => {
  const keys = newKeys();
  const first = await deploy(keys);
  const pollId = await publishPoll(first.url);
  const voter = (at: LocalCloud): VoterClient => new VoterClient(at.url, 'oVoter');
  const { receipt } = await voter(first).get('ballot.cast', { pollId, choices: ['c1'], castId: 'cast-0001' });
  const begun = await grow(first, pollId, 0);

  const rotated = withNewKey(withNewKey(withNewKey(keys, 'LOG_KEY'), 'MASTER_KEY'), 'RECEIPT_KEY');
  const second = await deploy(rotated);
  const grown = await grow(second, pollId, 20);
  expect(grown).toMatchObject({ key: begun.key, size: 42 });
  const other = await publishPoll(second.url);
  expect((await grow(second, other, 0)).key.split('+')[2]).not.toBe(begun.key.split('+')[2]);

  // The same tag under the re-wrapped secret: a second ballot is still refused, a retry still recognised.
  expect(await voter(second).cast(pollId, ['c1'])).toMatchObject({ ok: false, error: { code: 'ALREADY_VOTED' } });
  const again = await voter(second).get('ballot.cast', { pollId, choices: ['c1'], castId: 'cast-0001' });
  expect(again.receipt).toMatchObject({ leafHash: receipt.leafHash, code: receipt.code });
  expect(again.receipt.keyId).not.toBe(receipt.keyId);

  // Without the old key nothing can be signed, so the ballots of its log wait for the key, and the operator is told.
  const third = await deploy(withoutOldKeys(rotated, 'LOG_KEY'));
  await addWaitingBallots(third.url, pollId, 20, 40);
  const reply = await third.fireTimer('scheduler');
  expect(reply).toMatchObject({ data: { ballots: 0, faults: 1 } });
  await addWaitingBallots(third.url, pollId, 20, 60);
  const fourth = await deploy(rotated);
  expect(await grow(fourth, pollId, 80)).toMatchObject({ key: begun.key, size: 102 });
});
