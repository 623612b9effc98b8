import type { PollData } from '../../../../../miniprogram/packages/voter/poll/poll-data';
import { PollSession } from '../../../../../miniprogram/packages/voter/poll/poll-session';
import type { PollReply } from '../../../../../miniprogram/services/polls';
import { keptReceipts } from '../../../../../miniprogram/stores/receipts';
import { selectionOf } from '../../../../../miniprogram/stores/selection';
import { casts, openPage, receipt, serve, three, tomorrow, usePollOnPhone, wechat } from './poll-on-phone';
import { pollReply } from './sample-poll';

const voted = pollReply({
  me: { ballotsLeft: 0, nth: null, nextAt: tomorrow, ballots: [{ nth: 1, choices: three }] },
  canCast: false,
});
usePollOnPhone();

async function castThree(session: PollSession): Promise<void> {
  for (const id of three) if (!selectionOf('p1').choices.includes(id)) session.toggle(id);
  const casting = session.cast();
  await jest.advanceTimersByTimeAsync(40_000);
  await casting;
}

test('the first screen needs one call', async () => {
  serve({});
  const { shown } = await openPage();
  expect(wechat.calls).toHaveLength(1);
  expect(shown).toMatchObject({ kind: 'ready', isOpen: true, bar: { kind: 'counting', chosen: 0 } });
});

test('a cast leaves a receipt on the phone, an empty selection and a page that says so', async () => {
  const served = serve({});
  const { session, shown } = await openPage();
  served.get = () => voted;
  await castThree(session);
  expect(shown.sheet).toMatchObject({ kind: 'received', code: '7K4M-Q2XD' });
  expect(shown.bar).toMatchObject({ title: '今天的一票已投', second: '明天 0:00 可以再投' });
  expect(shown.cast).toEqual(three);
  expect(keptReceipts()).toMatchObject([{ receipt: { code: '7K4M-Q2XD' }, state: 'received', choices: [{}, {}, {}] }]);
  expect(selectionOf('p1')).toEqual({ choices: [] });
});

test('with a receipt but no fresh reply the page still invites no second vote', async () => {
  const served = serve({});
  const { session, shown } = await openPage();
  served.get = () => ({ code: 'BUSY', message: '' });
  await castThree(session);
  expect(shown.isOpen).toBe(false);
  expect(shown.bar).toMatchObject({ title: '今天的一票已投' });
});

test('a cast without an answer keeps the choices, and its retry after a restart is the very same cast', async () => {
  const served = serve({ cast: () => ({ code: 'BUSY', message: '' }) });
  const first = await openPage();
  await castThree(first.session);
  expect(first.shown.sheet).toMatchObject({ kind: 'review', button: '再试一次', note: { tone: 'notice' } });

  served.cast = () => ({ receipt });
  const second = await openPage();
  expect(second.shown.chosen).toEqual(three);
  await castThree(second.session);
  expect(second.shown.sheet).toMatchObject({ kind: 'received' });
  expect(new Set(casts().map(({ castId }) => castId)).size).toBe(1);
  expect(casts().length).toBeGreaterThan(2);
  for (const cast of casts()) expect(cast).toMatchObject({ choices: three, nth: 1, period: '2026-11-24' });
});

test('a fault of ours keeps the castId too, since the ballot may have been written', async () => {
  const served = serve({ cast: () => ({ code: 'INTERNAL', message: '', details: { requestId: 'R-7F3A' } }) });
  const { session, shown } = await openPage();
  await castThree(session);
  expect(shown.sheet).toMatchObject({ note: { tone: 'fault' } });
  served.cast = () => ({ receipt });
  await castThree(session);
  expect(new Set(casts().map(({ castId }) => castId)).size).toBe(1);
});

test('a refused cast says why on the fresh page, and the next one is another cast', async () => {
  const served = serve({ cast: () => ({ code: 'PERIOD_OVER', message: '', details: { period: '2026-11-25' } }) });
  const { session, shown } = await openPage();
  served.get = () => pollReply({ me: { period: '2026-11-25' } });
  await castThree(session);
  expect(shown.sheet).toBeNull();
  expect(shown.notice).toMatchObject({ tone: 'refusal' });
  expect(shown.chosen).toEqual(three);
  served.cast = () => ({ receipt });
  await castThree(session);
  const [before, after] = casts();
  expect(after?.period).toBe('2026-11-25');
  expect(after?.castId).not.toBe(before?.castId);
});

test('a cast whose answer was lost and that the server lists is not offered again', async () => {
  const served = serve({ cast: () => ({ code: 'BUSY', message: '' }) });
  const first = await openPage();
  await castThree(first.session);
  served.get = () => voted;
  await openPage();
  expect(selectionOf('p1')).toEqual({ choices: [] });
});

test('a reply that a later one has overtaken is dropped', async () => {
  const replies: ((reply: PollReply) => void)[] = [];
  serve({ get: () => new Promise((resolve) => replies.push(resolve)) });
  const session = new PollSession('p1', (change) => Object.assign(shown, change));
  const shown: Partial<PollData> = {};
  const loads = [session.load(), session.load()];
  await jest.advanceTimersByTimeAsync(0);
  replies[1]?.(pollReply({ poll: { title: '新的' } }));
  await jest.advanceTimersByTimeAsync(0);
  replies[0]?.(pollReply({ poll: { title: '旧的' } }));
  await Promise.all(loads);
  expect(shown.view?.titleLines).toEqual(['新的']);
});

test('when midnight passes on the open page it asks the server again', async () => {
  const served = serve({ get: () => voted });
  const { session, shown } = await openPage();
  expect(session.nextLookAt()).toBe(tomorrow);
  served.get = () => pollReply({ me: { period: '2026-11-25' } });
  jest.setSystemTime(tomorrow + 1000);
  await session.tick();
  expect(shown).toMatchObject({ isOpen: true, bar: { kind: 'counting' } });
});

test('a choice that has withdrawn meanwhile is neither shown nor cast', async () => {
  const served = serve({});
  const first = await openPage();
  for (const id of three) first.session.toggle(id);
  served.get = () => {
    const reply = pollReply();
    return {
      ...reply,
      candidates: reply.candidates.map((one) => (one.id === 'c2' ? { ...one, withdrawn: true } : one)),
    };
  };
  const second = await openPage();
  expect(second.shown.chosen).toEqual(['c1', 'c3']);
  expect(selectionOf('p1').choices).toEqual(['c1', 'c3']);
});

test('a poll that is not there is said so, with a way to the others', async () => {
  serve({ get: () => ({ code: 'POLL_NOT_FOUND', message: '', details: { field: 'pollId' } }) });
  const { shown } = await openPage();
  expect(shown).toMatchObject({ kind: 'stopped', failure: { kind: 'empty', action: '去看评选' } });
});

test('a failed refresh leaves the poll on the page', async () => {
  const served = serve({});
  const { session, shown } = await openPage();
  served.get = () => ({ code: 'BUSY', message: '' });
  await session.load();
  expect(shown.kind).toBe('ready');
  expect(shown.notice).toMatchObject({ tone: 'refusal' });
});

test('candidates come in strips until a screen and more is full, again as one scrolls, and a search starts anew', async () => {
  const many = pollReply();
  const list = Array.from({ length: 50 }, (_, at) => ({ ...many.candidates[0], id: `x${at}`, number: at + 1 }));
  serve({ get: () => ({ ...many, candidates: list }) });
  const { session, shown } = await openPage();
  const added = (): number => Object.keys(shown).filter((path) => path.startsWith('items[')).length;
  expect(shown.items).toHaveLength(4);
  expect(added()).toBe(16);
  session.showMore();
  expect(added()).toBe(36);
  session.find({ query: '07' });
  expect(shown.items.map(({ number }) => number)).toEqual(['07']);
  session.find({ query: '不存在' });
  expect(shown.nothing).toMatchObject({ title: '没有找到“不存在”', action: '看全部 50 项' });
});
