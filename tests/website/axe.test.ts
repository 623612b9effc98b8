import { readdirSync } from 'node:fs';
import path from 'node:path';
import type { BrowserContextOptions } from 'playwright-core';
import { axeComplaints } from '../support/axe';
import { sound } from '../scripts/recount/mutation-kit';
import { boardPoll, boardStandings } from './support/board-files';
import { useBoard, useSite, useVerify } from './support/use-site';

const [board, recount, verify] = [useBoard(), useSite(), useVerify()];

type Look = BrowserContextOptions;

/** The website's pages, each in its states. */
const pages: Readonly<Record<string, Record<string, (look: Look) => Promise<string[]>>>> = {
  board: {
    async counted(look) {
      const folder = board().put('axe', boardPoll(), boardStandings([9, 7, 5, 3, 1]));
      const { page } = await board().open(folder, '', look);
      await page.getByText('项目1').first().waitFor();
      return axeComplaints(page);
    },
    async hall(look) {
      const folder = board().put('axe', boardPoll(), boardStandings([9, 7, 5, 3, 1]));
      const { page } = await board().open(folder, '&view=hall', look);
      await page.getByText('项目1').first().waitFor();
      return axeComplaints(page);
    },
  },
  recount: {
    async empty(look) {
      return axeComplaints((await recount().open('', look)).page);
    },
    async passed(look) {
      const opened = await recount().open('', look);
      await opened.choose({ name: 'poll.bundle', content: sound });
      expect(await opened.verdict()).toBe('核对通过');
      return axeComplaints(opened.page);
    },
  },
  verify: {
    async empty(look) {
      return axeComplaints((await verify().open('', look)).page);
    },
  },
};

test('every page of the website is among them', () => {
  const folders = readdirSync(path.resolve(__dirname, '../../website'), { recursive: true, encoding: 'utf8' });
  const names = folders.filter((name) => name.endsWith('index.html')).map((name) => path.dirname(name));
  expect(names.sort()).toEqual(Object.keys(pages).sort());
});

const states = Object.entries(pages).flatMap(([page, each]) =>
  Object.keys(each).map((state) => [page, state] as const),
);

describe.each(['light', 'dark'] as const)('in the %s', (colorScheme) => {
  test.each(states)('axe finds nothing wrong with %s, %s', async (page, state) => {
    expect(await pages[page]?.[state]?.({ colorScheme })).toEqual([]);
  });
});
