import type { PollSession } from '../../../../../miniprogram/packages/voter/poll/poll-session';
import type { PollReply } from '../../../../../miniprogram/services/polls';
import { keptReceipts } from '../../../../../miniprogram/stores/receipts';
import { selectionOf } from '../../../../../miniprogram/stores/selection';
import { casts, openPage, receipt, serve, three, tomorrow, usePollOnPhone, type Cast } from './poll-on-phone';
import { pollReply } from './sample-poll';

usePollOnPhone();

describe('where a day has five ballots of one choice', () => {
  const rules = { ballotsPerPeriod: 5, choices: { min: 1, max: 1 }, perCandidate: 1 };
  const withBallots = (choices: readonly string[]): PollReply => {
    const ballots = choices.map((id, at) => ({ nth: at + 1, choices: [id] }));
    const nth = ballots.length < 5 ? ballots.length + 1 : null;
    return pollReply({ rules, me: { ballotsLeft: 5 - ballots.length, nth, ballots }, canCast: nth !== null });
  };

  /** A cloud that takes ballots, each castId once; `fail` says which call it lets fall, and how. */
  function taking(fail: (call: number) => 'lost' | 'refused' | undefined = () => undefined) {
    const taken: Cast[] = [];
    serve({
      get: () => withBallots(taken.map(({ choices }) => choices[0] ?? '')),
      cast: () => {
        const cast = casts().at(-1);
        if (cast === undefined) throw new Error('nothing was cast');
        const failure = fail(casts().length);
        if (failure === 'refused') return { code: 'NO_BALLOT_LEFT', message: '', details: { nextAt: tomorrow } };
        if (!taken.some(({ castId }) => castId === cast.castId)) taken.push(cast);
        if (failure === 'lost') return { code: 'BUSY', message: '' };
        const nth = taken.findIndex(({ castId }) => castId === cast.castId) + 1;
        return { receipt: { ...receipt, nth, code: `AAAA-000${nth}` } };
      },
    });
    return taken;
  }

  async function choose(session: PollSession, ids: readonly string[]): Promise<void> {
    for (const id of ids) if (!selectionOf('p1').choices.includes(id)) session.toggle(id);
    const casting = session.cast();
    await jest.advanceTimersByTimeAsync(60_000);
    await casting;
  }

  test('all carry the ticket that the page was opened with, though each reply brings a newer one', async () => {
    let served = 0;
    const reply = withBallots([]);
    serve({
      get: () => ({ ...reply, me: { ...reply.me, ticket: `ticket-${(served += 1)}` } }),
      cast: () => ({ receipt: { ...receipt, nth: casts().length, code: `AAAA-000${casts().length}` } }),
    });
    const { session } = await openPage();
    await choose(session, three);
    await session.load();
    expect(served).toBeGreaterThan(1);
    expect(casts()).toHaveLength(3);
    for (const cast of casts()) expect(cast).toHaveProperty('ticket', 'ticket-1');
  });

  test('several are chosen and cast one after the other, each a ballot of its own with a receipt of its own', async () => {
    const taken = taking();
    const { session, shown } = await openPage();
    await choose(session, three);
    expect(casts().map(({ choices, nth }) => [...choices, nth])).toEqual([
      ['c1', 1],
      ['c2', 2],
      ['c3', 3],
    ]);
    expect(new Set(taken.map(({ castId }) => castId)).size).toBe(3);
    expect(
      keptReceipts()
        .map(({ receipt: { nth } }) => nth)
        .sort(),
    ).toEqual([1, 2, 3]);
    expect(shown.sheet).toMatchObject({ kind: 'received', next: '今天还有 2 票，接着投' });
    expect(selectionOf('p1')).toEqual({ choices: [] });
  });

  test('no more are chosen than ballots are left', async () => {
    taking();
    const { session, shown } = await openPage();
    for (const id of ['c1', 'c2', 'c3', 'c4', 'c5', 'c6']) session.toggle(id);
    expect(shown.chosen).toHaveLength(5);
    expect(shown.notice).toMatchObject({ text: '最多选 5 项。先取消一项，再选这一项' });
  });

  test('an answer that is lost half-way, and a restart, neither lose a ballot nor make one twice', async () => {
    let isLost = true;
    const taken = taking((call) => (call > 1 && isLost ? 'lost' : undefined));
    const { session, shown } = await openPage();
    await choose(session, three);
    expect(shown.sheet).toMatchObject({
      kind: 'review',
      note: { title: expect.stringMatching(/^已投出 1 票，下一票/) },
    });
    expect(selectionOf('p1')).toMatchObject({ choices: ['c2', 'c3'], pending: { only: 'c2', nth: 2 } });
    // It reached the cloud: whoever comes back finds it there, and has one left to cast.
    isLost = false;
    const again = await openPage();
    expect(again.shown.chosen).toEqual(['c3']);
    await choose(again.session, []);
    expect(taken.map(({ choices }) => choices)).toEqual([['c1'], ['c2'], ['c3']]);
  });

  test('the limit that is reached half-way is told with what was cast, and the rest stays chosen', async () => {
    taking((call) => (call === 3 ? 'refused' : undefined));
    const { session, shown } = await openPage();
    await choose(session, three);
    expect(shown.notice?.text).toMatch(/^已投出 2 票，下一票没有投出：今天的票已经投完/);
    expect(selectionOf('p1').choices).toEqual(['c3']);
  });
});
