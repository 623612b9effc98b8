import { queueWords } from '../../../../../miniprogram/text/queue';
import { selectionOf } from '../../../../../miniprogram/stores/selection';
import type { PollSession } from '../../../../../miniprogram/packages/voter/poll/poll-session';
import { casts, openPage, receipt, serve, three, usePollOnPhone, wechat } from './poll-on-phone';

usePollOnPhone();

const noRoom = { code: 'BUSY', message: '', details: { requestId: '1', retryAfter: 3000 } };

function choose(session: PollSession): void {
  for (const id of three) session.toggle(id);
}

test('a ballot without room waits by itself, says so in words that stay, and brings its receipt', async () => {
  const served = serve({ cast: () => noRoom });
  const { session, shown } = await openPage();
  choose(session);
  const casting = session.cast();
  await jest.advanceTimersByTimeAsync(100);
  const first = shown.sheet;
  expect(first).toMatchObject({ kind: 'review', isReady: false, isHeld: false, back: '先不等了' });
  if (first?.kind !== 'review') throw new Error('no sheet');
  expect(first.note).toMatchObject({ title: '人多，正在排队' });
  expect(first.button).toMatch(/^约 [3-6] 秒后再试$/);
  // What is read aloud stays the same to the letter, try after try: it is heard once.
  const notes = new Set<unknown>([first.note]);
  for (let half = 0; half < 60; half += 1) {
    await jest.advanceTimersByTimeAsync(500);
    notes.add(shown.sheet?.kind === 'review' ? shown.sheet.note : 'none');
  }
  expect([...notes]).toEqual([first.note]);
  expect(casts().length).toBeGreaterThan(2);

  served.cast = () => ({ receipt });
  await jest.advanceTimersByTimeAsync(2 * 60_000);
  await casting;
  expect(shown.sheet).toMatchObject({ kind: 'received', code: '7K4M-Q2XD' });
  expect(new Set(casts().map(({ castId }) => castId)).size).toBe(1);
});

test('whoever does not want to wait may leave at once, keeps the choices, and the next try is the very same cast', async () => {
  const served = serve({ cast: () => noRoom });
  const { session, shown } = await openPage();
  choose(session);
  const casting = session.cast();
  await jest.advanceTimersByTimeAsync(100);
  session.closeSheet();
  await casting;
  expect(shown.sheet).toMatchObject({ kind: 'review', button: '再试一次', back: '再看看', isSending: false });
  session.closeSheet();
  expect(shown.sheet).toBeNull();
  expect(casts()).toHaveLength(1);

  served.cast = () => ({ receipt });
  await session.cast();
  expect(casts()[1]).toEqual(casts()[0]);
});

test('a page that is closed in the queue is told of when it is opened again, and its ballot keeps its key', async () => {
  const served = serve({ cast: () => noRoom });
  const first = await openPage();
  choose(first.session);
  const casting = first.session.cast();
  await jest.advanceTimersByTimeAsync(100);
  expect(first.session.leaveQueue()).toBe(true);
  await casting;
  const second = await openPage();
  expect(second.shown.notice).toMatchObject({ text: queueWords.unfinished });
  expect(second.shown.chosen).toEqual(three);
  served.cast = () => ({ receipt });
  await second.session.cast();
  expect(new Set(casts().map(({ castId }) => castId)).size).toBe(1);
  expect(selectionOf('p1')).toEqual({ choices: [] });
});

test('a page for which there is no room opens by itself, later each time', async () => {
  const served = serve({ get: () => noRoom });
  const { session, shown } = await openPage();
  expect(shown).toMatchObject({ kind: 'stopped', failure: { title: '人多，正在排队', action: '现在就试' } });
  expect(shown.later).toMatch(/^约 [3-6] 秒后再试$/);
  const words = shown.failure;
  const opened: number[] = [];
  for (let tries = 0; tries < 4; tries += 1) {
    const at = session.nextLookAt() ?? NaN;
    opened.push(at - Date.now());
    await session.tick();
    expect(wechat.calls).toHaveLength(1 + tries);
    jest.setSystemTime(at);
    await session.tick();
    expect(wechat.calls).toHaveLength(2 + tries);
    expect(shown.failure).toEqual(words);
  }
  for (const [index, ms] of opened.entries()) expect(ms).toBeGreaterThanOrEqual(3000 * 2 ** index - 1);
  served.get = serve({}).get;
  jest.setSystemTime(session.nextLookAt() ?? NaN);
  await session.tick();
  expect(shown.kind).toBe('ready');
  expect(shown.notice).toBeNull();
});

test('a poll that is on the page stays there, and says once that there is no room', async () => {
  const served = serve({});
  const { session, shown } = await openPage();
  served.get = () => noRoom;
  await session.load();
  expect(shown).toMatchObject({ kind: 'ready', notice: { tone: 'refusal' } });
  const said = shown.notice;
  jest.setSystemTime(session.nextLookAt() ?? NaN);
  await session.tick();
  expect(shown.notice).toBe(said);
  served.get = serve({}).get;
  jest.setSystemTime(session.nextLookAt() ?? NaN);
  await session.tick();
  expect(shown.notice).toBeNull();
});
