import { CandidatesSession } from '../../../../../miniprogram/packages/organiser/candidates/candidates-session';
import { moveCandidate } from '../../../../../miniprogram/packages/organiser/candidates/order';
import type { Failure } from '../../../../../miniprogram/services/cloud';
import { now } from '../../../samples';
import { installWechat, type FakeWechat } from '../../../wechat';
import { editedPoll, listedCandidates } from '../edited-poll';

let wechat: FakeWechat;
let refused = false;
const failures: Failure[] = [];

beforeEach(() => {
  jest.useFakeTimers();
  refused = false;
  failures.length = 0;
  wechat = installWechat();
  wechat.answer(({ data }) => {
    // The services build these calls.
    const { procedure } = data as { procedure: string };
    if (procedure === 'poll.load') return { ok: true, data: { poll: editedPoll() }, now };
    if (procedure === 'candidate.list')
      return { ok: true, data: { candidates: listedCandidates(3), listVersion: 5 }, now };
    if (refused) return { ok: false, error: { code: 'EDIT_CONFLICT', message: '' }, now };
    return { ok: true, data: { listVersion: 6 }, now };
  });
});
afterEach(() => jest.useRealTimers());

async function loaded(): Promise<CandidatesSession> {
  const list = new CandidatesSession('p1', (failure) => {
    if (failure) failures.push(failure);
  });
  await list.load();
  return list;
}

const asked = (procedure: string): unknown[] =>
  wechat.calls.flatMap(({ data }) => {
    // As above.
    const call = data as { procedure: string; input: unknown };
    return call.procedure === procedure ? [call.input] : [];
  });

test('a removal is made only after the time in which it can be taken back', async () => {
  const list = await loaded();
  await list.remove('c2');
  expect(list.gone?.id).toBe('c2');
  await jest.advanceTimersByTimeAsync(5_000);
  expect(asked('candidate.remove')).toEqual([]);
  await jest.advanceTimersByTimeAsync(2_000);
  expect(asked('candidate.remove')).toEqual([{ pollId: 'p1', candidateId: 'c2', listVersion: 5 }]);
  expect(list.candidates.map(({ id }) => id)).toEqual(['c1', 'c3']);
});

test('a removal that is taken back never reaches the cloud', async () => {
  const list = await loaded();
  await list.remove('c2');
  list.undo();
  await jest.advanceTimersByTimeAsync(60_000);
  expect(asked('candidate.remove')).toEqual([]);
  expect(list.candidates).toHaveLength(3);
});

test('whoever leaves the page means the removal', async () => {
  const list = await loaded();
  await list.remove('c2');
  await list.finishRemoval();
  expect(asked('candidate.remove')).toHaveLength(1);
});

test('an order that somebody else was faster to change is not written over; the cloud’s is shown again', async () => {
  const list = await loaded();
  refused = true;
  const order = moveCandidate(list.candidates, 'c1', 1);
  if (order) await list.arrange(order);
  expect(failures).toMatchObject([{ code: 'EDIT_CONFLICT' }]);
  expect(list.candidates.map(({ id }) => id)).toEqual(['c1', 'c2', 'c3']);
});
