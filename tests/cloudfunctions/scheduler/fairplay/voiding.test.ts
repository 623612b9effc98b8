import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createHash } from 'node:crypto';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Batch } from '../../../../cloudfunctions/shared/store/counting/batches';
import type { InquiryBallot } from '../../../../cloudfunctions/shared/store/fairplay/inquiries';
import { outcomeLine } from '../../../../cloudfunctions/shared/universal/ledger/bundle/outcome-line';
import { connect, insertAll } from '../../../../scripts/connect';
import { recountFile } from '../../../../scripts/recount/recount-file';
import { recountInPython } from '../../../scripts/recount/python-recount';
import { readAll } from '../../../support/read-all';
import { startTestCloud, type TestCloud } from '../../../support/test-cloud';
import { fireAt, hour, lookAt, minute, publishFarmed, residents } from './farmed-poll';

/** How many a farm has: VOIDED_BALLOTS=5000 before a release. */
const farmed = Number(process.env['VOIDED_BALLOTS'] ?? 1_300);

let cloud: TestCloud;
let start: number;
let pollId: string;
beforeEach(async () => {
  cloud = await startTestCloud({ instancesPerFunction: 1 });
  const even = 2 * hour;
  start = Math.ceil(Date.now() / even) * even + 30 * minute;
  pollId = await publishFarmed(cloud, [...residents, { candidate: 4, at: 2, n: farmed + 10, farmed }], start);
  await lookAt(cloud, start);
});
afterEach(() => cloud.close());

async function decide(id: string, decision: object): Promise<void> {
  const persons = { proposer: 'm1', approver: 'm2' };
  const ruling = { _id: `${pollId}:${id}`, pollId, at: start, ...decision, ...persons, batch: null };
  const app = connect(cloud.url);
  await insertAll(app, 'rulings', [{ reason: '用程序投票', clause: '第七条', ...ruling }]);
  await app.database().collection('standings').doc(pollId).update({ dueAt: 1 });
}

const batches = async (): Promise<Batch[]> =>
  (await readAll<Batch & { _id: string }>(cloud.url, 'batches'))
    .filter((batch) => batch.pollId === pollId)
    .sort((a, b) => a.n - b.n);

const rulings = (): Promise<{ _id: string; batch: number; refusal?: string }[]> => readAll(cloud.url, 'rulings');

const fileAt = (name: string): string => path.join(cloud.dataDir, 'storage/logs', pollId, name);

async function recounted(): Promise<string> {
  const { size } = (await batches()).at(-1)?.tally ?? { size: 0 };
  const folder = mkdtempSync(path.join(tmpdir(), 'recount-'));
  const file = path.join(folder, 'bundle.txt');
  writeFileSync(file, readFileSync(fileAt(`bundles/${size}.txt`)));
  const ours = outcomeLine(await recountFile(file));
  expect(recountInPython([file])).toEqual([ours]);
  rmSync(folder, { recursive: true });
  return ours;
}

it('a farm is voided by one decision, some of it comes back, the grounds are public, and two recounters agree', async () => {
  await decide('void', { kind: 'voidInquiry', inquiry: 1, flags: ['unvisited'] });
  await fireAt(cloud, start + 60 * minute);
  const [first] = (await batches()).filter(({ reports }) => reports !== undefined);
  if (first === undefined) throw new Error('no batch has a report');
  expect(first.entries).toHaveLength(Math.ceil(farmed / 1_000));
  expect(first.tally).toMatchObject({ voided: farmed, voids: [{ reason: '用程序投票', ballots: farmed }] });
  // Whatever was voided, no batch copies it.
  expect(JSON.stringify(first.tally).length).toBeLessThan(1_000);
  const [report] = first.reports ?? [];
  const text = readFileSync(fileAt(`reports/${report?.hash ?? ''}.json`), 'utf8');
  expect(createHash('sha256').update(text).digest('hex')).toBe(report?.hash);
  expect(JSON.parse(text)).toMatchObject({
    inquiry: 1,
    kind: 'void',
    candidate: 'c4',
    found: { ballots: farmed + 40, flagged: farmed + 1 },
    decided: { ballots: farmed, flags: [{ flag: 'unvisited', ballots: farmed }] },
  });
  expect(JSON.parse(await recounted())).toMatchObject({ ok: true, result: { voided: farmed } });

  const [page] = await readAll<{ _id: string; ballots: InquiryBallot[] }>(cloud.url, 'inquiryBallots');
  const some = (page?.ballots ?? []).filter(([, flags]) => flags === 2).map(([index]) => index);
  await decide('restore', { kind: 'restoreBallots', inquiry: 1, indexes: some.slice(0, 2) });
  await fireAt(cloud, start + 70 * minute);
  expect((await batches()).at(-1)?.tally).toMatchObject({ voided: farmed - 2 });
  const outcome = JSON.parse(await recounted()) as { result: { voids: object[]; ranking: { candidate: string }[] } };
  expect(outcome.result.voids).toEqual([{ reason: '用程序投票', ballots: farmed - 2 }]);
  expect(outcome.result.ranking.find(({ candidate }) => candidate === 'c4')).toMatchObject({
    votes: 102,
    voided: farmed - 2,
  });
  expect((await rulings()).every(({ batch }) => batch > 0)).toBe(true);
});

it('a decision is taken once, though the scheduler dies behind the log, and what another inquiry voided stays its own', async () => {
  await decide('void', { kind: 'voidInquiry', inquiry: 1, flags: ['unvisited', 'platform'] });
  let deaths = 0;
  const stop = cloud.onDatabaseCall({
    after: ({ collection, functionName, action }) => {
      const isStep = functionName === 'scheduler' && collection === 'batches' && action === 'database.insertDocument';
      if (!isStep || deaths > 0) return undefined;
      deaths += 1;
      return { killInstance: true };
    },
  });
  for (const at of [60, 62, 64, 66]) await fireAt(cloud, start + at * minute);
  stop();
  expect(deaths).toBe(1);
  expect((await batches()).filter(({ reports }) => reports !== undefined)).toHaveLength(1);
  expect((await batches()).at(-1)?.tally).toMatchObject({ voided: farmed + 1 });
  expect(await rulings()).toMatchObject([{ batch: expect.any(Number) }]);

  // Of what is void already a second decision voids nothing, and one of an inquiry that there is not is refused.
  await decide('again', { kind: 'voidInquiry', inquiry: 1, flags: ['platform'] });
  await decide('none', { kind: 'voidInquiry', inquiry: 7, flags: ['platform'] });
  await fireAt(cloud, start + 80 * minute);
  expect((await batches()).filter(({ reports }) => reports !== undefined)).toHaveLength(1);
  const settled = new Map((await rulings()).map(({ _id, batch, refusal }) => [_id.split(':')[1], refusal ?? batch]));
  expect(settled.get('none')).toBe('INQUIRY_NOT_FOUND');
  expect(settled.get('again')).toBeGreaterThan(0);
  expect(existsSync(fileAt('reports'))).toBe(true);
});

it('a reason that the rules did not announce voids nothing', async () => {
  await decide('void', { kind: 'voidInquiry', inquiry: 1, flags: ['unvisited'], reason: '票太多' });
  await fireAt(cloud, start + 60 * minute);
  expect((await batches()).at(-1)?.tally).toMatchObject({ voided: 0 });
  expect(await rulings()).toMatchObject([{ batch: -1, refusal: 'REASON_NOT_DECLARED' }]);
});
