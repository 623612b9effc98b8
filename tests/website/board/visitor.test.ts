import type { Page } from 'playwright-core';
import { boardPoll, boardStandings, hour } from '../support/board-files';
import { stopClock } from '../support/board-page';
import { useBoard } from '../support/use-site';

const setting = useBoard();
const votes = [120, 90, 60, 30, 10];

/** A poll around the browser's own present. */
function presentPoll(): ReturnType<typeof boardPoll> {
  const present = Date.now();
  return boardPoll({ stages: { voting: present - hour, verifying: present + hour } });
}

describe('a viewer of the board', () => {
  it('never sees an older count again, whatever a cache hands out', async () => {
    const { put, open } = setting();
    const folder = put('older', presentPoll(), boardStandings(votes, { batch: 7 }));
    const board = await open(folder);
    await board.says('.votes >> nth=0', '120');
    put('older', presentPoll(), boardStandings([1, 1, 1, 1, 1], { batch: 6, ballots: 5 }));
    await board.asks(2);
    expect((await board.ranking())[0]).toBe('1 项目1 120 60.0%');
    put('older', presentPoll(), boardStandings([130, 90, 60, 30, 10], { batch: 8 }));
    await board.says('.votes >> nth=0', '130');
  });

  it('is told of what time the count is while the connection is broken, and no more once it is back', async () => {
    const { put, open } = setting();
    const board = await open(put('stale', presentPoll(), boardStandings(votes)));
    await board.says('.votes >> nth=0', '120');
    await board.page.context().setOffline(true);
    await board.says('#stale', '连接中断，显示的是 10:32 的票数');
    expect((await board.ranking())[0]).toBe('1 项目1 120 60.0%');
    await board.page.context().setOffline(false);
    await board.page.waitForFunction(() => document.querySelector('#stale')?.textContent === '');
  });

  it('sees lines move to their new places and figures fade, unless they asked for calm', async () => {
    const { put, open } = setting();
    for (const [reducedMotion, moves] of [
      ['no-preference', true],
      ['reduce', false],
    ] as const) {
      const board = await open(put('moving', presentPoll(), boardStandings(votes)), '', { reducedMotion });
      await board.says('.votes >> nth=0', '120');
      await board.page.evaluate(() => {
        const moved = Object.assign(window, { moved: [] as string[] }).moved;
        const animate = Element.prototype.animate;
        Element.prototype.animate = function (...given: Parameters<typeof animate>) {
          moved.push(JSON.stringify(given[0]));
          return animate.apply(this, given);
        };
      });
      put('moving', presentPoll(), boardStandings([20, 90, 60, 30, 10], { batch: 4 }));
      await board.says('tr.line >> nth=0', '项目2');
      const moved = await board.page.evaluate(() => (window as unknown as { moved: string[] }).moved);
      expect(moved.some((each) => each.includes('translateY'))).toBe(moves);
      expect(moved.some((each) => each.includes('opacity'))).toBe(moves);
    }
  });

  it('who looks elsewhere is asked for less, and sees the newest at once on coming back', async () => {
    const { put, open, site } = setting();
    const prepare = async (page: Page): Promise<void> => {
      await stopClock(page);
      await page.addInitScript(() => {
        const state = Object.assign(window, { isAway: false });
        Object.defineProperty(document, 'hidden', { get: () => state.isAway });
      });
    };
    const setAway = (page: Page, isAway: boolean): Promise<void> =>
      page.evaluate((away) => {
        Object.assign(window, { isAway: away });
        document.dispatchEvent(new Event('visibilitychange'));
      }, isAway);
    const board = await open(put('away', presentPoll(), boardStandings(votes)), '', {}, prepare);
    await board.says('.votes >> nth=0', '120');
    await setAway(board.page, true);
    const lastQuestion = board.page.waitForEvent('requestfinished', (request) => request.url().includes('standings'));
    await board.page.clock.runFor(3_000);
    await lastQuestion;
    put('away', presentPoll(), boardStandings([121, 90], { batch: 4 }));
    site.asked.splice(0);
    await board.page.clock.runFor(7_000);
    expect(site.asked).toEqual([]);
    // Not a moment passes on the page's clock.
    await setAway(board.page, false);
    await board.says('.votes >> nth=0', '121');
  });

  it('asks for nothing but its own files, the poll’s, and pictures, each time by an address of its own', async () => {
    const { put, open, site } = setting();
    const folder = put('alone', presentPoll(), boardStandings(votes));
    site.asked.splice(0);
    const board = await open(folder);
    await board.says('.votes >> nth=0', '120');
    await board.asks(2);
    expect(new Set(site.asked)).toEqual(
      new Set([
        '/some/folder/board/',
        '/some/folder/board/board.css',
        '/some/folder/board/board.js',
        '/files/alone/poll.json',
        '/files/alone/standings.json',
      ]),
    );
    expect(site.asked.filter((path) => path.endsWith('poll.json'))).toHaveLength(1);
    const standings = board.answers.map(({ url }) => url).filter((url) => url.includes('standings.json'));
    expect(standings.length).toBeGreaterThanOrEqual(3);
    expect(new Set(standings).size).toBe(standings.length);
  });

  it('is told why there is no board, and sees it by itself once there is one', async () => {
    const { put, open, site } = setting();
    for (const [folder, heading] of [
      ['', '没有填写评选的地址'],
      ['javascript:alert(1)', '评选的地址不完整'],
      [put('nothing', undefined, undefined), '这个地址没有评选'],
      ['http://127.0.0.1:9/logs/x', '没有连上'],
      [site.boardUrl, '这个地址没有评选'],
    ] as const) {
      const board = await open(folder);
      await board.says('#notice-heading', heading);
      expect(await board.page.locator('#board').isHidden()).toBe(true);
    }
    for (const name of ['poll', 'standings']) {
      site.put(`page/${name}.json`, (response) => response.end('<!doctype html><title>登录</title>'));
    }
    const board = await open(site.put('page', (response) => response.end()));
    await board.says('#notice-heading', '这个地址不是评选');
    put('page', presentPoll(), boardStandings(votes));
    await board.says('#title', '十佳为民服务实事');
  });

  it('chooses a group, and the choice outlives the next count', async () => {
    const { put, open } = setting();
    const poll = presentPoll();
    const groups = [
      { id: 'a', name: '民生' },
      { id: 'b', name: '环境' },
    ];
    const candidates = poll.candidates.map((each) => ({ ...each, group: each.number % 2 ? 'a' : 'b' }));
    const board = await open(put('groups', { ...poll, groups, candidates }, boardStandings(votes)));
    await board.says('.cut', '前 2 名将入选');
    await board.page.getByRole('button', { name: '环境' }).click();
    expect(await board.ranking()).toEqual(['1 项目2 90 45.0%', '2 项目4 30 15.0%']);
    expect(await board.page.locator('.cut').count()).toBe(0);
    put('groups', { ...poll, groups, candidates }, boardStandings([120, 90, 60, 95, 10], { batch: 4 }));
    await board.says('tr.line >> nth=0', '项目4');
    expect(await board.page.getByRole('button', { name: '环境' }).getAttribute('aria-pressed')).toBe('true');
  });

  it('hears of a new count at a calm rate, and not of the first', async () => {
    const { put, open } = setting();
    const board = await open(put('spoken', presentPoll(), boardStandings(votes)), '', {}, stopClock);
    await board.says('.votes >> nth=0', '120');
    expect(await board.text('#spoken')).toBe('');
    const shown = (ballots: number, batch: number) => ({ batch, counts: { c1: ballots }, ballots, asOf: Date.now() });
    put('spoken', presentPoll(), boardStandings(votes, { shown: shown(201, 4) }));
    await board.page.clock.runFor(4_000);
    await board.says('#ballots', '201');
    expect(await board.text('#spoken')).toBe('');
    await board.page.clock.runFor(61_000);
    await board.says('#spoken', '有效选票 201 张');
  });

  it('sees a page of one’s own website show its own polls only', async () => {
    const { put, site, browser } = setting();
    const folder = put('own', presentPoll(), boardStandings(votes));
    const context = await browser.newContext();
    await context.route(/\/board\/\?/, async (route) => {
      const response = await route.fetch();
      const body = (await response.text()).replace(
        'name="board-folders" content=""',
        'name="board-folders" content="https://town.example/logs"',
      );
      await route.fulfill({ response, body });
    });
    const page = await context.newPage();
    await page.goto(`${site.boardUrl}?files=${folder}`);
    await page.locator('#notice-heading', { hasText: '这里不显示这个评选' }).waitFor();
    await context.close();
  });
});
