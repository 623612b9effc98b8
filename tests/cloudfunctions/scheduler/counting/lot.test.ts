import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { LogEntry, ResultEntry } from '../../../../cloudfunctions/shared/universal/ledger/entries/log-entry';
import { parseEntry } from '../../../../cloudfunctions/shared/universal/ledger/entries/parse-entry';
import { closeDelay } from '../../../../cloudfunctions/shared/domain/counting/release';
import { describePython, recountInPython } from '../../../scripts/recount/python-recount';
import { readLedger } from '../../../support/ledger';
import { OrganiserClient, publishable } from '../../../support/organiser-client';
import { runScript } from '../../../support/run-script';
import { startTestCloud, type TestCloud } from '../../../support/test-cloud';
import { VoterClient } from '../../../support/voter-client';
import { day, hour, idsOf, minute, propose, publish, refusedBy } from '../../organiser/acts/acting';
import { download, existingLogOf } from '../support/public-log';

jest.setTimeout(120_000);

const source = '福彩3D 第2026330期开奖号码';
const folder = mkdtempSync(path.join(tmpdir(), 'lot-'));
let cloud: TestCloud;

beforeAll(async () => {
  cloud = await startTestCloud();
});
afterAll(async () => {
  await cloud.close();
  rmSync(folder, { recursive: true });
});

interface Voted {
  pollId: string;
  owner: OrganiserClient;
  reviewer: OrganiserClient;
  ids: string[];
  /** When the vote ends, and when it is drawn. */
  end: number;
  at: number;
}

/** A poll with one seat and a lot, closed: each candidate has as many ballots as it says. */
async function voted(name: string, ballots: readonly number[]): Promise<Voted> {
  const owner = new OrganiserClient(cloud.url, `oLot${name}`);
  const start = Date.now() + (await clockAhead());
  const [end, at] = [start + 2 * day, start + 2 * day + 3 * hour];
  const pollId = await owner.create('small', `有抽签的评选${name}`);
  const ties = [{ by: 'lot' as const, draw: source, at, digits: 3 }];
  const result = { seats: 1, decimals: 1, votes: { weight: 1, by: 'ballots' as const }, ties };
  const stages = { voting: start, verifying: end };
  expect(await owner.save(pollId, { ...publishable, opensAtOnce: true, stages, result })).toMatchObject({ ok: true });
  for (const place of ballots.keys()) await owner.add(pollId, `第${place + 1}项`);
  const reviewer = await owner.invite(pollId, `${owner.openid}-second`, 'reviewer');
  expect(await propose(owner, pollId, publish)).toMatchObject({ ok: true });
  setTime(start + 2 * minute);
  await new OrganiserClient(cloud.url, 'oWaits').take('reminder.set', { pollId, kinds: ['result'] });
  const ids = await idsOf(owner, pollId);
  for (const [place, count] of ballots.entries()) {
    for (let nth = 0; nth < count; nth++) {
      const voter = new VoterClient(cloud.url, `o${name}${place}${nth}`);
      expect(await voter.cast(pollId, [ids[place] ?? ''])).toMatchObject({ ok: true });
    }
  }
  setTime(end + closeDelay + minute);
  await settle();
  return { pollId, owner, reviewer, ids, end, at };
}

/** How far the cloud's clock is ahead of this one, milliseconds. */
let ahead = 0;
const clockAhead = (): Promise<number> => Promise.resolve(ahead);
function setTime(at: number): void {
  ahead = at - Date.now();
  cloud.setClock(ahead);
}

async function settle(): Promise<void> {
  for (let firing = 0; firing < 12; firing++) await cloud.fireTimer('scheduler');
}

/** Who was told that there is a result. */
const resultsTold = (): string[] => cloud.outbox().map(({ touser }) => touser);

async function entriesOf(pollId: string): Promise<LogEntry[]> {
  const { batches } = await readLedger(cloud.url, pollId);
  return batches
    .flatMap(({ entries }) => entries)
    .map((text) => {
      const entry = parseEntry(text);
      if (typeof entry === 'string') throw new Error(entry);
      return entry;
    });
}

const countOf = async (pollId: string) => {
  const standings = await new VoterClient(cloud.url, 'oAnyone').get('standings.get', { pollId });
  if (standings.hidden) throw new Error('the counts are hidden');
  return standings;
};

/** What the board and pages in the timeline read. */
async function publicFileOf(pollId: string): Promise<{ lot?: object; final: boolean }> {
  const { files } = await existingLogOf(cloud, pollId);
  const file = await download(cloud, `${files}/standings.json`);
  return JSON.parse(String(file)) as { lot?: object; final: boolean };
}

describe('a poll with one seat and three who are equal', () => {
  let poll: Voted;
  const tied = (): string[] => poll.ids.slice(0, 3).sort();
  beforeAll(async () => {
    poll = await voted('three', [2, 2, 2, 1]);
  });

  it('has no result without the lot, says so to everybody, and costs nothing while it waits', async () => {
    const { pollId, owner, at } = poll;
    expect((await entriesOf(pollId)).at(-1)).toMatchObject({ kind: 'close' });
    const { lot, final } = await countOf(pollId);
    expect([final, lot?.draw, lot?.tied.map((ids) => [...ids].sort())]).toEqual([true, undefined, [tied()]]);
    expect(await publicFileOf(pollId)).toMatchObject({ final: true, lot });
    expect((await owner.get('poll.load', { pollId })).poll.awaitsDraw).toEqual({ source, at, digits: 3, tied: 3 });
    expect((await readLedger(cloud.url, pollId)).standings?.dueAt).toBeNull();
    expect(resultsTold()).toEqual([]);
  });

  it('takes the draw of two persons, and from it one winner', async () => {
    const { pollId, owner, reviewer, ids, at } = poll;
    setTime(at + minute);
    const { act } = await owner.get('act.propose', { pollId, act: { kind: 'enterDraw', draw: '042' } });
    await settle();
    expect((await entriesOf(pollId)).at(-1)).toMatchObject({ kind: 'close' });
    await reviewer.get('act.approve', { pollId, actId: act.id });
    // The scheduler's plan may be minutes old.
    setTime(at + 10 * minute);
    await settle();

    const [draw, result] = (await entriesOf(pollId)).slice(-2) as [LogEntry, ResultEntry];
    const persons = { proposer: await owner.memberId(pollId), approver: await reviewer.memberId(pollId) };
    expect(draw).toEqual({ v: 1, kind: 'draw', draw: '042', ...persons });
    expect(result).toMatchObject({ kind: 'result', draw: '042', ballots: 7 });
    expect(result.ranking.map(({ rank, won }) => [rank, won])).toEqual([
      [1, true],
      [2, false],
      [3, false],
      [4, false],
    ]);
    const order = result.ranking.slice(0, 3).map(({ candidate }) => candidate);
    expect([...order].sort()).toEqual(tied());
    expect(result.ranking[3]?.candidate).toBe(ids[3]);

    const { lot } = await countOf(pollId);
    expect(lot).toEqual({ draw: '042', tied: [order] });
    expect(await publicFileOf(pollId)).toMatchObject({ lot });
    expect((await owner.get('poll.load', { pollId })).poll.awaitsDraw).toBeUndefined();
    // Who asked to be told of the result hears of it now, and not while it waited.
    setTime(at + 2 * hour);
    await settle();
    await settle();
    expect(resultsTold()).toEqual(['oWaits']);
    const { standings } = await owner.get('dashboard.get', { pollId });
    expect(standings.hidden ? [] : standings.ranking.map(({ candidateId, rank }) => [candidateId, rank])).toEqual(
      result.ranking.map(({ candidate, rank }) => [candidate, rank]),
    );
    expect(await propose(owner, pollId, { kind: 'enterDraw', draw: '043' })).toMatchObject(refusedBy('alreadyDrawn'));
  });

  it('is counted again by anyone, and a draw that was changed afterwards is found', async () => {
    const { bundle = '' } = await existingLogOf(cloud, poll.pollId);
    const text = String(await download(cloud, bundle));
    const file = path.join(folder, 'three.bundle');
    writeFileSync(file, text);
    const { status, stdout } = await runScript('recount.ts', file);
    expect([status, stdout]).toEqual([0, expect.stringContaining('042')]);
    const forged = path.join(folder, 'forged.bundle');
    writeFileSync(forged, text.replaceAll('"draw":"042"', '"draw":"043"'));
    expect((await runScript('recount.ts', forged, '--json')).status).toBe(1);
  });

  describePython('in Python', () => {
    it('counts the same', async () => {
      const file = path.join(folder, 'three.bundle');
      const { stdout } = await runScript('recount.ts', file, '--json');
      expect(recountInPython([file])[0]).toBe(stdout.trim());
    });
  });
});

it('who is equal behind the last seat waits for no lot, and none is taken afterwards', async () => {
  const { pollId, owner, at } = await voted('idle', [3, 1, 1]);
  expect((await entriesOf(pollId)).at(-1)).toMatchObject({ kind: 'result' });
  expect((await countOf(pollId)).lot).toBeUndefined();
  expect((await owner.get('poll.load', { pollId })).poll.awaitsDraw).toBeUndefined();
  setTime(at + minute);
  expect(await propose(owner, pollId, { kind: 'enterDraw', draw: '042' })).toMatchObject(refusedBy('notNeeded'));
});
