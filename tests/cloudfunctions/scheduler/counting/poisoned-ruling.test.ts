import type { Ruling } from '../../../../cloudfunctions/shared/store/counting/rulings';
import { closeDelay } from '../../../../cloudfunctions/shared/domain/counting/release';
import { connect, insertAll } from '../../../../scripts/connect';
import { publishPoll } from '../../../../scripts/trial/publish-poll';
import { eventually } from '../../../support/eventually';
import { expectSoundLedger, readLedger } from '../../../support/ledger';
import { readAll } from '../../../support/read-all';
import { startTestCloud, type TestCloud } from '../../../support/test-cloud';
import { VoterClient } from '../../../support/voter-client';

jest.setTimeout(120_000);

const hour = 60 * 60 * 1000;
let cloud: TestCloud;
/** How far its clock is ahead, milliseconds: it never goes back. */
let ahead = 0;
beforeAll(async () => {
  cloud = await startTestCloud();
});
afterAll(() => cloud.close());

async function settle(): Promise<void> {
  for (let firing = 0; firing < 12; firing++) {
    // A scheduler that fails tells so by its own reply; what counts here is what the others get.
    await cloud.fireTimer('scheduler').catch(() => undefined);
  }
}

const persons = { proposer: 'mOne', approver: 'mTwo', batch: null };
const fine = { kind: 'void', index: 3, reason: '用程序投票', clause: '规则第一条' };

/** What a lost field, another version or a mistake may leave among the rulings. */
const poison: [what: string, ruling: object][] = [
  ['of no kind', { index: 3 }],
  ['of an unknown kind', { kind: 'toString', index: 3 }],
  ['without a place', { kind: 'void', reason: '用程序投票', clause: '规则第一条' }],
  ['whose place is a text', { ...fine, index: '3' }],
  ['whose place is no ballot', { ...fine, index: 0 }],
  ['whose place is behind the log', { ...fine, index: 1e9 }],
  ['whose place is below nought', { ...fine, index: -1 }],
  ['without a reason', { ...fine, reason: null }],
  ['whose reason is an object', { ...fine, reason: { toString: 1 } }],
  ['whose reason is half a character', { ...fine, reason: 'a\ud800' }],
  ['whose reason was never announced', { ...fine, reason: '__proto__' }],
  ['of one person alone', { ...fine, proposer: 'mOne', approver: 'mOne' }],
  ['of nobody', { ...fine, proposer: null, approver: null }],
  ['of a candidate that is none', { kind: 'withdraw', candidate: '__proto__', reason: '理由' }],
  ['of a candidate that is no text', { kind: 'withdraw', candidate: 7, reason: '理由' }],
  ['of a draw that no rules announce', { kind: 'draw', draw: '042' }],
  ['of a draw that is no text', { kind: 'draw', draw: 42 }],
];

it.each(poison)('a ruling %s holds up neither the others, nor the close, nor another poll', async (_what, ruling) => {
  const start = Date.now() + ahead;
  const stages = { voting: start - hour, verifying: start + hour };
  const polls = [
    await publishPoll(cloud.url, { stages, seats: 2, now: start, countPolicy: { kind: 'live', step: 1 } }),
    await publishPoll(cloud.url, { stages, seats: 2, now: start, countPolicy: { kind: 'live', step: 1 } }),
  ];
  const [poisoned = ''] = polls;
  for (const pollId of polls) {
    for (const name of ['1', '2', '3']) await new VoterClient(cloud.url, `o${pollId}${name}`).cast(pollId, ['c1']);
  }
  for (const pollId of polls) {
    await eventually(async () => {
      await cloud.fireTimer('scheduler');
      expect((await readLedger(cloud.url, pollId)).standings?.ballots).toBe(3);
    });
  }
  const app = connect(cloud.url);
  const key = (rest: string): string => `${poisoned}:${rest}`;
  await insertAll(app, 'rulings', [
    { ...persons, ...ruling, _id: key('b'), pollId: poisoned },
    // One before it and one behind.
    { ...persons, ...fine, index: 1, _id: key('a'), pollId: poisoned },
    { ...persons, ...fine, index: 2, _id: key('c'), pollId: poisoned },
    { ...persons, ...fine, _id: `${polls[1]}:a`, pollId: polls[1] },
  ]);
  ahead += hour + closeDelay + 1_000;
  cloud.setClock(ahead);
  await settle();
  for (const [at, pollId] of polls.entries()) {
    const state = await expectSoundLedger(cloud.url, pollId, 3);
    expect([at, state.isClosed, state.hasResult, state.voided]).toEqual([at, true, true, at === 0 ? 2 : 1]);
    expect((await readLedger(cloud.url, pollId)).standings?.final).toBe(true);
  }
  const rulings = await readAll<Ruling>(cloud.url, 'rulings', { pollId: poisoned });
  const settled = new Map(rulings.map(({ _id, batch }) => [_id, batch]));
  expect([settled.get(key('a')), settled.get(key('c'))].every((batch) => batch !== null && Number(batch) > 0)).toBe(
    true,
  );
  expect(settled.get(key('b'))).not.toBeGreaterThan(0);
});
