import type { BoardPoll, BoardStandings } from '../../../cloudfunctions/shared/universal/board';
import { boardPoll, boardStandings, candidate, day, hour } from '../support/board-files';
import { stopClock, type BoardPage } from '../support/board-page';
import { pageComplaints } from '../support/page-complaints';
import { useBoard } from '../support/use-site';

const setting = useBoard();
const present = Date.now();
const longTitle =
  '云川市第十二届群众满意的基层公共服务窗口与最美社区工作者年度公开评选活动暨为民服务实事项目征集展示与公众投票统计公示和结果';
const longName = '家门口的24小时书房与社区共享自习空间建设项目（二期）';

const stages = { promoting: present - 5 * day, voting: present - 3 * day, verifying: present + 6 * hour };
const sixty = Array.from({ length: 60 }, (_, index) =>
  candidate(index + 1, {
    name: index % 3 === 0 ? longName : `项目${index + 1}`,
    unit: '云川市民政局养老服务处与社区建设指导中心',
    ...(index % 7 === 0 ? { withdrawn: true } : {}),
    // Pictures that are not there look like such as were never given.
    ...(index % 2 === 0 ? { picture: 'http://127.0.0.1:9/nothing.png' } : {}),
  }),
);
const counts = sixty.map((_, index) => Math.round(12_904 * 0.95 ** index));
const many = { batch: 9, counts: boardStandings(counts).shown?.counts ?? {}, ballots: 20_781, asOf: present };
const closed = {
  origin: 'town.example/shishi',
  key: `town.example/shishi+1a2b3c4d+${'QUJD'.repeat(11)}`,
  size: 20_801,
};

const partners = { implementers: '市文化馆、市图书馆、'.repeat(12), coOrganisers: longTitle };

const polls = {
  sixty: [
    boardPoll({ stages, title: longTitle, organiser: longTitle, ...partners, seats: 12, candidates: sixty }),
    boardStandings([], { shown: many, log: closed }),
  ],
  one: [boardPoll({ stages, candidates: [candidate(1)] }), boardStandings([200])],
  hidden: [
    boardPoll({ stages, countPolicy: 'daily', candidates: sixty }),
    boardStandings([], { shown: null, nextAt: present + 3 * hour }),
  ],
  empty: [boardPoll({ stages }), boardStandings([], { shown: { batch: 0, counts: {}, ballots: 0, asOf: present } })],
  opening: [
    boardPoll({ stages: { voting: present + hour, verifying: present + day }, candidates: sixty }),
    boardStandings([], { shown: null }),
  ],
  archived: [
    boardPoll({ stages: { voting: 1, verifying: 2, notice: 3, awarded: 4, archived: 5 } }),
    boardStandings([99, 98], { final: true, log: { ...closed, bundle: 'bundles/20801.txt' } }),
  ],
  lot: [
    boardPoll({
      stages: { voting: present - day, verifying: present - hour },
      seats: 2,
      lot: { source: '福彩3D 第2026330期开奖号码', at: present + hour, digits: 3 },
    }),
    boardStandings([50, 50, 50, 50, 10], { final: true, lot: { tied: [['c1', 'c2', 'c3', 'c4']] }, log: closed }),
  ],
  calledOff: [boardPoll({ stages, withdrawal: { reason: longTitle, at: present } }), boardStandings([99])],
} satisfies Record<string, [BoardPoll, BoardStandings]>;

/** Text that is drawn smaller than this, or reaches out of the window. @param smallest px */
function misplaced(board: BoardPage, smallest: number): Promise<string[]> {
  return board.page.evaluate((least) => {
    const found: string[] = [];
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const parent = node.parentElement;
      const text = node.textContent?.trim() ?? '';
      if (text === '' || !parent?.checkVisibility() || parent.closest('.visually-hidden, thead, template, noscript'))
        continue;
      if (getComputedStyle(parent).clipPath !== 'none') continue;
      const size = parseFloat(getComputedStyle(parent).fontSize);
      if (size < least - 0.01) found.push(`${size} px: ${text}`);
      const { left, right, top, bottom } = parent.getBoundingClientRect();
      const isOut = left < -1 || top < -1 || right > innerWidth + 1 || bottom > innerHeight + 1;
      // Both end in an ellipsis where there is no more room.
      if (isOut && !parent.closest('.left, .second')) found.push(`out of the window: ${text}`);
    }
    return found;
  }, smallest);
}

/** Parts of a hall's sheet that lie over each other. */
function collisions(board: BoardPage): Promise<string[]> {
  return board.page.evaluate(() => {
    const parts = ['.about', '#figures', '#stale', '.code', '.rank', '#left', '#foot', '#page', '#log', '.masthead']
      .flatMap((name) => [...document.querySelectorAll(name)].map((element) => ({ name, element })))
      .filter(({ element }) => element.checkVisibility() && (element.textContent ?? '') !== '')
      .map(({ name, element }) => ({ name, box: element.getBoundingClientRect() }));
    return parts.flatMap(({ name, box }, index) =>
      parts
        .slice(index + 1)
        .filter(
          (other) =>
            box.left < other.box.right - 1 &&
            other.box.left < box.right - 1 &&
            box.top < other.box.bottom - 1 &&
            other.box.top < box.bottom - 1,
        )
        .map((other) => `${name} over ${other.name}`),
    );
  });
}

describe('on the website', () => {
  it.each([
    ['320 px wide', 320, 1, 'light'],
    ['375 px wide, with text at 1.5, dark', 375, 1.5, 'dark'],
    ['768 px wide', 768, 1, 'light'],
    ['1440 px wide', 1440, 1, 'dark'],
  ] as const)(
    '%s: nothing scrolls sideways, and all has a name, a role and room',
    async (_, width, text, colorScheme) => {
      for (const [name, [poll, standings]] of Object.entries(polls)) {
        const { put, open } = setting();
        const board = await open(put(name, poll, standings), '', { viewport: { width, height: 800 }, colorScheme });
        await board.says('#title', poll.title);
        await board.page.evaluate((size) => (document.documentElement.style.fontSize = `${size * 16}px`), text);
        expect([name, await board.overflow(), await pageComplaints(board.page)]).toEqual([name, 0, []]);
      }
    },
  );

  it('lists all sixty: who stands by rank, who left below, and missing pictures by the mark and the number', async () => {
    const { put, open } = setting();
    const board = await open(put('sixty', ...polls.sixty));
    await board.says('.cut', '前 12 名将入选');
    expect(await board.page.locator('tr.line').count()).toBe(51);
    expect(await board.page.locator('#left li').count()).toBe(9);
    // Pictures load when they come near.
    await board.page.locator('tr.line >> nth=1').scrollIntoViewIfNeeded();
    await board.says('tr.line >> nth=1 >> .missing', '03');
    expect(await board.page.getByRole('table', { name: '排名' }).getByRole('row').count()).toBe(53);
  });
});

describe('in a hall', () => {
  it.each([
    ['1920 × 1080', 1920, 1080],
    ['1280 × 720', 1280, 720],
    ['1920 × 1200, another shape', 1920, 1200],
  ])('at %s all fits, nothing lies over another, and no text is under 24 of 1080 px', async (_, width, height) => {
    for (const [name, [poll, standings]] of Object.entries(polls)) {
      const { put, open } = setting();
      const board = await open(put(name, poll, standings), '&view=hall', { viewport: { width, height } });
      await board.says('#title', poll.title);
      const unit = Math.min(width / 1920, height / 1080);
      expect([name, await misplaced(board, 24 * unit), await collisions(board)]).toEqual([name, [], []]);
    }
  });

  it('tells in one glance that the connection is broken', async () => {
    const { put, open } = setting();
    const folder = put('sixty', ...polls.sixty);
    const board = await open(folder, '&view=hall', { viewport: { width: 1920, height: 1080 } });
    await board.says('.votes >> nth=0', ',');
    await board.page.context().setOffline(true);
    await board.says('#stale', '连接中断');
    expect([await misplaced(board, 24), await collisions(board)]).toEqual([[], []]);
  });

  it('shows ten at once, turns the pages calmly, and stays where somebody holds it', async () => {
    const { put, open } = setting();
    const folder = put('sixty', ...polls.sixty);
    const board = await open(folder, '&view=hall', {}, stopClock);
    const button = board.page.locator('#page');
    await board.says('#page', '第 1–10 个，共 51 个');
    expect(await board.page.locator('tr.line').count()).toBe(10);
    await board.page.clock.runFor(19_000);
    expect(await button.innerText()).toContain('第 1–10 个');
    await board.page.clock.runFor(1_500);
    await board.says('#page', '第 11–20 个');
    expect(await board.page.locator('tr.line').count()).toBe(10);
    await button.click();
    await board.page.clock.runFor(60_000);
    expect(await button.innerText()).toBe('第 11–20 个，共 51 个 · 继续翻页');
    expect(await board.page.locator('.cut').count()).toBe(1);
    await board.page.keyboard.press('ArrowLeft');
    await board.says('#page', '第 1–10 个');
    // Twelve win, so the line is on the second page.
    expect(await board.page.locator('.cut').count()).toBe(0);
  });

  it('shows the first ten of all, then group by group, and says which', async () => {
    const { put, open } = setting();
    const groups = [{ id: 'a', name: '民生组' }];
    const poll = boardPoll({
      stages,
      groups,
      candidates: [1, 2, 3].map((number) => candidate(number, { group: 'a' })),
    });
    const board = await open(put('grouped', poll, boardStandings([9, 8, 7])), '&view=hall');
    await board.says('#foot', '前 2 名将入选');
    await board.page.keyboard.press('ArrowRight');
    await board.says('#page', '民生组 第 1–3 个，共 3 个');
    await board.says('#foot', '民生组');
    expect(await board.text('#foot')).not.toContain('入选');
  });
});
