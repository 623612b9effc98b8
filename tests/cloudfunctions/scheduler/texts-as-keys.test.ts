import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import fc from 'fast-check';
import readXlsxFile from 'read-excel-file/node';
import type { ResultEntry } from '../../../cloudfunctions/shared/universal/ledger/entries/log-entry';
import { closeDelay } from '../../../cloudfunctions/shared/domain/counting/release';
import { recountFile } from '../../../scripts/recount/recount-file';
import { OrganiserClient } from '../../support/organiser-client';
import { startTestCloud, type TestCloud } from '../../support/test-cloud';
import { VoterClient } from '../../support/voter-client';
import { day, hour, idsOf, minute, propose, type Act } from '../organiser/acts/acting';
import { download, existingLogOf } from './support/public-log';

jest.setTimeout(300_000);

const folder = mkdtempSync(path.join(tmpdir(), 'texts-as-keys-'));
let cloud: TestCloud;
beforeAll(async () => {
  cloud = await startTestCloud();
});
afterAll(async () => {
  await cloud.close();
  rmSync(folder, { recursive: true });
});

/** What every object answers to, and what a database's documents give a meaning. */
const words = ['toString', 'constructor', '__proto__', 'hasOwnProperty', 'valueOf', '__defineGetter__', 'a.b', '$set'];
/** Those that a group's id may be, which the page makes. */
const ids = words.filter((word) => /^[A-Za-z0-9_-]{1,16}$/.test(word));

let ahead = 0;
let serial = 0;

function setTime(at: number): void {
  ahead = at - Date.now();
  cloud.setClock(ahead);
}

async function settle(): Promise<void> {
  for (let firing = 0; firing < 12; firing++) await cloud.fireTimer('scheduler');
}

/** A poll through all its life, each of whose texts is one of the words. @param text the next one @param id as above */
async function live(text: () => string, id: () => string): Promise<void> {
  const start = Date.now() + ahead;
  const [end, at] = [start + day, start + day + hour];
  const owner = new OrganiserClient(cloud.url, `oTexts${(serial += 1)}`);
  const reviewer = new OrganiserClient(cloud.url, `${owner.openid}-second`);
  const { poll } = await owner.get('poll.create', {
    requestId: randomUUID(),
    template: 'small',
    title: text(),
    myName: text(),
  });
  const { id: pollId } = poll;
  const { token } = await owner.get('invitation.create', { pollId, role: 'reviewer' });
  await reviewer.get('invitation.accept', { token, myName: text() });
  const [group, other] = [id(), id()];
  const voidReasons = [text(), text()];
  const source = text();
  const change = {
    title: text(),
    organiser: text(),
    summary: text(),
    purpose: text(),
    approval: text(),
    hotline: text(),
    objectionChannel: text(),
    opensAtOnce: true,
    stages: { voting: start, verifying: end, notice: at },
    voidReasons,
    rules: {
      period: 'once' as const,
      ballotsPerPeriod: 1,
      choices: { min: 1, max: 2 },
      groups: [
        { id: group, name: text(), min: 0, max: 1 },
        { id: other, name: text(), min: 0, max: 1 },
      ],
    },
    result: {
      seats: 1,
      decimals: 1,
      votes: { weight: 1, by: 'ballots' as const },
      ties: [{ by: 'lot' as const, draw: source, at, digits: 2 }],
    },
    nomination: { isOpen: false, perPerson: 1, guide: text() },
  };
  expect(await owner.save(pollId, change)).toMatchObject({ ok: true });

  // The list comes from a file whose other columns are headed by the same words.
  const file = await owner.putList(
    pollId,
    `名称,分组,${text()},${text()}\n列表里的一项,${change.rules.groups[0]?.name},x,y\n`,
  );
  const { listVersion } = await owner.get('candidate.list', { pollId });
  const imported = await owner.get('candidate.import', { pollId, file, listVersion, isTrial: true });
  expect(imported.problems.filter(({ level }) => level === 'fault')).toEqual([]);
  for (const [at, name] of [text(), text(), text(), text()].entries()) {
    await owner.add(pollId, name, { group: at % 2 ? other : group, unit: text(), sentence: text() });
  }
  const { channel } = await owner.get('channel.add', { pollId, requestId: randomUUID(), name: text() });
  expect(await propose(owner, pollId, { kind: 'publish' })).toMatchObject({ ok: true });

  setTime(start + 2 * minute);
  const [a = '', b = '', c = '', d = ''] = await idsOf(owner, pollId);
  const cast = async (name: string, choices: string[], by: string): Promise<void> => {
    const voter = new VoterClient(cloud.url, `${owner.openid}${name}`);
    expect(await voter.get('poll.get', { pollId, channel: by })).toMatchObject({ poll: { id: pollId } });
    expect(await voter.cast(pollId, choices, { channel: by })).toMatchObject({ ok: true });
    expect((await voter.get('ballot.mine', { pollId })).ballots).toHaveLength(1);
  };
  await cast('1', [a, b], 'constructor');
  await cast('2', [b], channel.id);
  await cast('3', [c], 'valueof');
  await cast('4', [d], 'constructor');

  const two = async (act: Act): Promise<void> => {
    const { act: proposed } = await owner.get('act.propose', { pollId, act });
    expect(await reviewer.get('act.approve', { pollId, actId: proposed.id })).toMatchObject({ act: { state: 'done' } });
  };
  expect(await propose(owner, pollId, { kind: 'freezeCandidate', candidateId: d, reason: text() })).toMatchObject({
    ok: true,
  });
  expect(await owner.save(pollId, { summary: text() + text() }, text())).toMatchObject({ ok: true });
  setTime(end + closeDelay + minute);
  await settle();
  // Ballots stand behind the rules, in whatever order.
  await two({ kind: 'voidBallot', index: 1, reason: voidReasons[0] ?? '', clause: text() });
  await two({ kind: 'voidBallot', index: 2, reason: voidReasons[1] ?? '', clause: text() });
  await two({ kind: 'restoreBallot', index: 2, reason: text(), clause: text() });
  setTime(end + hour / 2);
  await settle();
  expect(await propose(owner, pollId, { kind: 'withdrawCandidate', candidateId: d, reason: text() })).toMatchObject({
    ok: true,
  });
  setTime(at + minute);
  await settle();
  const standings = await new VoterClient(cloud.url, 'oAnyone').get('standings.get', { pollId });
  expect(standings).toMatchObject({ hidden: false, final: true, ballots: 3 });
  if (!standings.hidden && standings.lot) await two({ kind: 'enterDraw', draw: '07' });
  setTime(at + hour);
  await settle();

  const { bundle = '' } = await existingLogOf(cloud, pollId);
  const target = path.join(folder, `${pollId}.bundle`);
  writeFileSync(target, (await download(cloud, bundle)) ?? '');
  const recounted = await recountFile(target);
  const result = 'result' in recounted ? (recounted.result as ResultEntry | undefined) : undefined;
  expect(result).toMatchObject({ ballots: 3, voided: 1, voids: [{ reason: voidReasons[0], ballots: 1 }] });

  for (const kind of ['results', 'participation', 'candidates', 'template'] as const) {
    const { url } = await owner.get('export.make', { pollId, kind });
    const sheets = await readXlsxFile(Buffer.from(await (await fetch(url)).arrayBuffer()));
    expect(sheets.length).toBeGreaterThan(0);
  }
  for (const procedure of [
    'trail.list',
    'act.list',
    'team.list',
    'channel.list',
    'dashboard.get',
    'poll.load',
  ] as const) {
    expect(await owner.ask(procedure, { pollId })).toMatchObject({ ok: true });
  }
  const { changes } = await new VoterClient(cloud.url, 'oAnyone').get('poll.changes', { pollId });
  expect(changes.length).toBeGreaterThanOrEqual(3);
}

it('a poll lives to its result whatever its texts are called', async () => {
  const orders = fc.tuple(
    fc.shuffledSubarray(words, { minLength: words.length }),
    fc.shuffledSubarray(ids, { minLength: ids.length }),
  );
  await fc.assert(
    fc.asyncProperty(orders, async ([texts, groupIds]) => {
      let next = 0;
      const text = (): string => texts[(next += 1) % texts.length] ?? '';
      let nextId = 0;
      const id = (): string => groupIds[(nextId += 1) % groupIds.length] ?? '';
      await live(text, id);
    }),
    { numRuns: Number(process.env['TEXT_RUNS'] ?? 3), endOnFailure: true },
  );
});
