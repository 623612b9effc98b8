import { readdirSync } from 'node:fs';
import path from 'node:path';
import type { BrowserContextOptions } from 'playwright-core';
import { axeComplaints } from '../support/axe';
import { replaced, sound } from '../scripts/recount/mutation-kit';
import {
  awardedLog,
  codeOf,
  published,
  revokedLog,
  untilResult,
} from '../cloudfunctions/shared/universal/ledger/awarded-log';
import { boardPoll, boardStandings, hour, now } from './support/board-files';
import { askFor, folderOf } from './support/certificate-files';
import { useBoard, useSite, useVerify } from './support/use-site';

const [board, recount, verify] = [useBoard(), useSite(), useVerify()];

type Look = BrowserContextOptions;

/** A bundle in which somebody raised a count. */
const broken = replaced('result ', '"votes":2', '"votes":3');

/** The website's pages, each in its states. */
const pages: Readonly<Record<string, Record<string, (look: Look) => Promise<string[]>>>> = {
  board: {
    async counted(look) {
      const folder = board().put('axe', boardPoll(), boardStandings([9, 7, 5, 3, 1]));
      const { page } = await board().open(folder, '', look);
      await page.getByText('项目1').first().waitFor();
      return axeComplaints(page);
    },
    async hidden(look) {
      const poll = boardPoll({ countPolicy: 'daily' });
      const standings = boardStandings([], { shown: null, nextAt: now + 8 * hour });
      const { page } = await board().open(board().put('axe', poll, standings), '', look);
      await page.locator('#ballots').waitFor();
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
    async filled(look) {
      const opened = await recount().open('', look);
      await opened.fill({});
      return axeComplaints(opened.page);
    },
    async failed(look) {
      const opened = await recount().open('', look);
      await opened.choose({ name: 'poll.bundle', content: broken });
      expect(await opened.verdict()).toBe('核对没有通过');
      return axeComplaints(opened.page);
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
    valid: (look) => certificate(look, folderOf(awardedLog()), '有效'),
    revoked: (look) => certificate(look, folderOf(revokedLog()), '已撤销'),
    unknown: (look) => certificate(look, folderOf(published(untilResult, [603])), '不存在'),
    async unreachable(look) {
      const nowhere = verify().site.put('axe-nowhere', (each) => each.writeHead(404).end());
      const opened = await verify().open(askFor(nowhere, codeOf('a')), look);
      expect(await opened.verdict()).toBe('现在查不到');
      return axeComplaints(opened.page);
    },
    async mistyped(look) {
      const opened = await verify().open(askFor(verify().putAll('axe-typed', folderOf(awardedLog()))), look);
      await opened.ask('C7QM');
      await opened.page.locator('#code-problem', { hasText: '编号是' }).waitFor();
      return axeComplaints(opened.page);
    },
  },
};

async function certificate(look: Look, files: Map<string, Uint8Array>, verdict: string): Promise<string[]> {
  const opened = await verify().open(askFor(verify().putAll('axe', files), codeOf('a')), look);
  expect(await opened.verdict()).toBe(verdict);
  return axeComplaints(opened.page);
}

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
