import type { Answer } from '../../../miniprogram/services/cloud';
import { showNextPage } from '../../../miniprogram/loading/next-page';

const failed: Answer<string> = { ok: false, error: { code: 'OFFLINE', message: '' } };

function list(cursor: string | undefined) {
  const asked: string[] = [];
  const shown: string[] = [];
  const page = { cursor };
  const reach = (answer: Promise<Answer<string> | undefined>): Promise<void> =>
    showNextPage(
      page,
      (from) => {
        asked.push(from);
        return answer;
      },
      (data) => shown.push(data),
    );
  return { page, asked, shown, reach };
}

test('the page behind the last one is shown', async () => {
  const { asked, shown, reach } = list('c1');
  await reach(Promise.resolve({ ok: true, data: 'more', now: 0 }));
  expect([asked, shown]).toEqual([['c1'], ['more']]);
});

test('nothing is asked behind the last page, nor twice at once', async () => {
  const last = list(undefined);
  await last.reach(Promise.resolve({ ok: true, data: 'more', now: 0 }));
  expect(last.asked).toEqual([]);

  const slow = list('c1');
  const first = slow.reach(Promise.resolve({ ok: true, data: 'more', now: 0 }));
  await slow.reach(Promise.resolve({ ok: true, data: 'again', now: 0 }));
  await first;
  expect([slow.asked, slow.shown]).toEqual([['c1'], ['more']]);
});

test.each([
  ['a failure', failed],
  ['a newer request', undefined],
])('after %s the same page can be asked for again', async (_, answer) => {
  const { page, shown, reach } = list('c1');
  await reach(Promise.resolve(answer));
  expect([page.cursor, shown]).toEqual(['c1', []]);
});
