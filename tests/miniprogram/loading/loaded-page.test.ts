import { loadedPage, newestOf } from '../../../miniprogram/loading/loaded-page';
import { pagedPage } from '../../../miniprogram/loading/paged-page';
import type { Answer, Failure } from '../../../miniprogram/services/cloud';

const offline: Failure = { code: 'OFFLINE', message: '' };
const gone: Failure = { code: 'POLL_NOT_FOUND', message: '', details: { field: 'pollId' } };
const said = (data: string): Answer<string> => ({ ok: true, data, now: 0 });
const failed = (error: Failure): Answer<string> => ({ ok: false, error });

/** What WeChat was asked to do with the page. */
let done: string[];

beforeEach(() => {
  done = [];
  Object.assign(globalThis, {
    wx: {
      stopPullDownRefresh: () => done.push('let go'),
      switchTab: ({ url }: { url: string }) => done.push(url),
    },
  });
});

interface Asked {
  cursor: string | undefined;
  answer: (answer: Answer<string>) => void;
}

/** A page as WeChat makes it of its fragments; each of its questions is answered by the test. */
function open(options: Parameters<typeof loadedPage>[0] = {}) {
  const asked: Asked[] = [];
  const page = {
    ...loadedPage(options),
    ...pagedPage,
    data: { view: { kind: 'loading' } as { kind: string; shown?: string }, failure: null as { kind: string } | null },
    setData(change: object) {
      Object.assign(page.data, change);
    },
    fetch: (cursor?: string) =>
      new Promise<Answer<string>>((resolve) => {
        asked.push({ cursor, answer: resolve });
      }),
    show(shown: string) {
      page.setData({ view: { kind: 'ready', shown } });
    },
  };
  return { page, asked };
}

/** All that was to happen by an answer has happened. */
const settled = (): Promise<void> => new Promise((resolve) => setTimeout(resolve));

test('a page shows what the cloud answers, and asks again each time it is come back to', async () => {
  const { page, asked } = open();
  page.onShow();
  asked[0]?.answer(said('first'));
  await settled();
  expect(page.data.view).toEqual({ kind: 'ready', shown: 'first' });
  page.onShow();
  asked[1]?.answer(said('second'));
  await settled();
  expect(page.data.view.shown).toBe('second');
});

test('a page that does not resume asks when it is opened and no more', async () => {
  const { page, asked } = open({ resumes: false });
  page.onShow();
  asked[0]?.answer(said('first'));
  await settled();
  page.onShow();
  expect(asked).toHaveLength(1);
});

test('an answer that a newer question has overtaken is dropped, of one page alone', async () => {
  const [one, other] = [open(), open()];
  one.page.onShow();
  one.page.onShow();
  other.page.onShow();
  one.asked[1]?.answer(said('second'));
  await settled();
  one.asked[0]?.answer(said('first'));
  other.asked[0]?.answer(said('other'));
  await settled();
  expect([one.page.data.view.shown, other.page.data.view.shown]).toEqual(['second', 'other']);
});

test('any request of a page can be made one of its order', async () => {
  const { page, asked } = open();
  page.onShow();
  expect(await newestOf(page, Promise.resolve('count'))).toBe('count');
  asked[0]?.answer(said('overtaken'));
  await settled();
  expect(page.data.view.kind).toBe('loading');
});

test('a page that was pulled down is let go once the answer is there', async () => {
  const { page, asked } = open();
  const pulled = page.onPullDownRefresh();
  await settled();
  expect(done).toEqual([]);
  asked[0]?.answer(failed(offline));
  await pulled;
  expect(done).toEqual(['let go']);
});

test.each([
  [true, 'ready'],
  [false, 'failed'],
])('after a failure what was shown stays (isKept: %s): the page is %s', async (isKept, kind) => {
  const { page, asked } = open({ isKept });
  page.onShow();
  asked[0]?.answer(said('first'));
  await settled();
  page.onShow();
  asked[1]?.answer(failed(offline));
  await settled();
  expect(page.data.view.kind).toBe(kind);
});

test('where there was nothing to show, a failure is shown, and its button asks again', async () => {
  const { page, asked } = open();
  page.onShow();
  asked[0]?.answer(failed(offline));
  await settled();
  expect(page.data.view.kind).toBe('failed');
  page.tapState();
  expect(page.data.view.kind).toBe('loading');
  asked[1]?.answer(said('there'));
  await settled();
  expect(page.data.view.shown).toBe('there');
});

test('where there is nothing, the button leads home', async () => {
  const { page, asked } = open();
  page.onShow();
  asked[0]?.answer(failed(gone));
  await settled();
  page.tapState();
  expect([page.data.view.kind, asked.length, done]).toEqual(['empty', 1, ['/pages/home/home']]);
});

test('a page that keeps its failure beside its view says so there, and asks again', async () => {
  const { page, asked } = open({ place: 'failure' });
  page.onShow();
  asked[0]?.answer(failed(offline));
  await settled();
  expect(page.data).toMatchObject({ kind: 'stopped', failure: { kind: 'failed' }, view: { kind: 'loading' } });
  page.tapState();
  expect(page.data).toMatchObject({ kind: 'loading', failure: null });
  expect(asked).toHaveLength(2);
});

test('the page behind the last one is asked for at the end of a list, once at a time', async () => {
  const { page, asked } = open();
  await page.onReachBottom();
  expect(asked).toEqual([]);
  page.cursor = 'c1';
  const reached = page.onReachBottom();
  await page.onReachBottom();
  expect(asked.map(({ cursor }) => cursor)).toEqual(['c1']);
  asked[0]?.answer(said('more'));
  await reached;
  expect([page.data.view.shown, page.cursor]).toEqual(['more', undefined]);
});

test('after a failure, and after a newer question, the same page can be asked for again', async () => {
  const { page, asked } = open();
  page.cursor = 'c1';
  const refused = page.onReachBottom();
  asked[0]?.answer(failed(offline));
  await refused;
  expect(page.cursor).toBe('c1');
  const overtaken = page.onReachBottom();
  page.onShow();
  asked[1]?.answer(said('more'));
  await overtaken;
  expect([page.cursor, page.data.view.kind]).toEqual(['c1', 'loading']);
});
