import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { outcomeLine } from '../../../cloudfunctions/shared/universal/ledger/bundle/outcome-line';
import { parseEntry } from '../../../cloudfunctions/shared/universal/ledger/entries/parse-entry';
import { closeDelay } from '../../../cloudfunctions/shared/domain/counting/release';
import { recountFile } from '../../../scripts/recount/recount-file';
import { describePython, recountInPython } from '../../scripts/recount/python-recount';
import { readLedger } from '../../support/ledger';
import { OrganiserClient, publishable } from '../../support/organiser-client';
import { startTestCloud, type TestCloud } from '../../support/test-cloud';
import { VoterClient } from '../../support/voter-client';
import { day, hour, idsOf, minute, propose, publish, type Act } from '../organiser/acts/acting';
import { download, existingLogOf } from './support/public-log';

jest.setTimeout(180_000);

/**
 * Where the bundle is put, besides being looked at: `WHOLE_LIFE_BUNDLE=FILE npm test -- whole-life` makes the file of a stage that
 * later ones have to be able to read, see `tests/scripts/recount/bundles`.
 */
const kept = process.env.WHOLE_LIFE_BUNDLE;
const folder = mkdtempSync(path.join(tmpdir(), 'life-'));
const file = path.join(folder, 'poll.bundle');
let cloud: TestCloud;
let pollId: string;
let owner: OrganiserClient;
let reviewer: OrganiserClient;
/** How far the cloud's clock is ahead, milliseconds. */
let ahead = 0;

function setTime(at: number): void {
  ahead = at - Date.now();
  cloud.setClock(ahead);
}

async function settle(): Promise<void> {
  for (let firing = 0; firing < 12; firing++) await cloud.fireTimer('scheduler');
}

/** By as many persons as it takes. */
async function decide(act: Act): Promise<void> {
  const { act: proposed } = await owner.get('act.propose', { pollId, act });
  if (proposed.state === 'waiting') await reviewer.get('act.approve', { pollId, actId: proposed.id });
  // The scheduler's plan may be minutes old.
  setTime(Date.now() + ahead + 10 * minute);
  await settle();
}

async function entryTexts(): Promise<string[]> {
  const { batches } = await readLedger(cloud.url, pollId);
  return batches.flatMap(({ entries }) => entries);
}

beforeAll(async () => {
  cloud = await startTestCloud();
  owner = new OrganiserClient(cloud.url, 'oWholeLife');
  const start = Date.now();
  const [end, at] = [start + 2 * day, start + 2 * day + 3 * hour];
  pollId = await owner.create('small', '从规则到结果');
  const ties = [{ by: 'lot' as const, draw: '福彩3D 第2026330期开奖号码', at, digits: 3 }];
  const result = { seats: 1, decimals: 1, votes: { weight: 1, by: 'ballots' as const }, ties };
  const stages = { voting: start, verifying: end, awarded: end + 2 * day };
  const settings = { ...publishable, opensAtOnce: true, stages, result, countPolicy: { kind: 'live' as const } };
  expect(await owner.save(pollId, settings)).toMatchObject({ ok: true });
  for (const name of ['社区食堂', '口袋公园', '共享书屋', '已退出的一项']) await owner.add(pollId, name);
  reviewer = await owner.invite(pollId, 'oWholeLife-second', 'reviewer');
  expect(await propose(owner, pollId, publish)).toMatchObject({ ok: true });
  setTime(start + 2 * minute);
  const ids = await idsOf(owner, pollId);
  // Fourteen each for the first two, fifteen for the third, one for the last: two releases of 22.
  const choices = [...Array.from({ length: 42 }, (_, n) => n % 3), 2, 3];
  for (const [nth, place] of choices.entries()) {
    expect(await new VoterClient(cloud.url, `oLife${nth}`).cast(pollId, [ids[place] ?? ''])).toMatchObject({
      ok: true,
    });
    if (nth === 21) {
      setTime(start + hour);
      await settle();
    }
  }
  await settle();
  setTime(end + closeDelay + minute);
  await settle();
  const third = (await entryTexts()).findIndex((text) => {
    const entry = parseEntry(text);
    return typeof entry === 'object' && entry.kind === 'ballot' && entry.choices[0] === ids[2];
  });
  const reason = (await owner.get('poll.load', { pollId })).poll.voidReasons[0] ?? '';
  await decide({ kind: 'voidBallot', index: third, reason, clause: '第七条' });
  await decide({ kind: 'withdrawCandidate', candidateId: ids[3] ?? '', reason: '本人申请退出' });
  setTime(at + minute);
  await decide({ kind: 'enterDraw', draw: '042' });
  setTime(end + 2 * day + minute);
  await settle();
  const { bundle = '' } = await existingLogOf(cloud, pollId);
  const bytes = await download(cloud, bundle);
  writeFileSync(file, bytes ?? '');
  if (kept !== undefined) writeFileSync(kept, bytes ?? '');
});
afterAll(async () => {
  await cloud.close();
  rmSync(folder, { recursive: true });
});

it('a poll’s whole life stands in its log, under rules of version 3, and the result follows from it', async () => {
  const entries = (await entryTexts()).map((text) => parseEntry(text));
  const kinds = entries.map((entry) => (typeof entry === 'string' ? entry : entry.kind));
  expect(kinds.filter((kind) => kind !== 'ballot')).toEqual(['rules', 'close', 'void', 'withdraw', 'draw', 'result']);
  expect(kinds.filter((kind) => kind === 'ballot')).toHaveLength(44);
  expect(entries[0]).toMatchObject({
    v: 3,
    countPolicy: { kind: 'live' },
    result: { ties: [{ by: 'lot', digits: 3 }] },
  });
  const outcome = await recountFile(file);
  expect(outcome).toMatchObject({ result: { ballots: 43, voided: 1, draw: '042' } });
  const ranked = 'code' in outcome ? [] : outcome.result.ranking.map(({ rank, votes, won }) => [rank, votes, won]);
  expect(ranked).toEqual([
    [1, 14, true],
    [2, 14, false],
    [3, 14, false],
  ]);
});

describePython('the recounter in Python', () => {
  it('says the same of it', async () => {
    expect(recountInPython([file])).toEqual([outcomeLine(await recountFile(file))]);
  });
});
