import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { encodeEntryBundle } from '../../../cloudfunctions/shared/universal/ledger/tiles/tile-content';
import {
  awardedLog,
  codeOf,
  published,
  revokedLog,
  untilResult,
} from '../../cloudfunctions/shared/universal/ledger/awarded-log';
import { candidates, revocationOf } from '../../cloudfunctions/shared/universal/ledger/sample-log';
import { boardPoll, candidate } from '../support/board-files';
import { askFor as ask, folderOf } from '../support/certificate-files';
import { pageComplaints } from '../support/page-complaints';
import { useVerify } from '../support/use-site';

const setting = useVerify();

describe('whoever holds a certificate in their hand', () => {
  it('follows the address with its code and sees at once whose it is, for what, and as of which state of the log', async () => {
    const { putAll, open, site } = setting();
    const folder = putAll('awarded', folderOf(awardedLog()));
    site.asked.splice(0);
    const page = await open(ask(folder, codeOf('b')));
    expect(await page.verdict()).toBe('有效');
    const text = await page.text();
    for (const said of ['口袋公园', '一等奖', '十佳为民服务实事', '云川市人民政府办公室']) expect(text).toContain(said);
    expect(text).toContain('截至公开账册第 604 条（2026年11月23日 10:32公布）');
    expect(await page.page.inputValue('#code')).toBe(`${codeOf('b').slice(0, 5)}-${codeOf('b').slice(5)}`);
    // Static files of its own and of the poll; no function is called.
    const elsewhere = site.asked.filter((each) => !/^\/some\/folder\/verify\/|^\/files\/awarded\//.test(each));
    expect(elsewhere).toEqual([]);
  });

  it('types the code as it is printed, or wrongly, and is told what is wrong with it', async () => {
    const { putAll, open } = setting();
    const page = await open(ask(putAll('typed', folderOf(awardedLog()))));
    await page.ask('C7QM');
    expect(await page.page.innerText('#code-problem')).toContain('编号是十位数字和字母');
    expect(await page.page.locator('#result h2').count()).toBe(0);
    await page.ask(` ${codeOf('a').slice(0, 5).toLowerCase()}—${codeOf('a').slice(5)} `);
    expect(await page.verdict()).toBe('有效');
    expect(await page.text()).toContain('二等奖');
    expect(await page.page.innerText('#code-problem')).toBe('');
  });

  it('sees that it was revoked, why, and that the other one still holds', async () => {
    const { putAll, open } = setting();
    const folder = putAll('revoked', folderOf(revokedLog()));
    const page = await open(ask(folder, codeOf('a')));
    expect(await page.verdict()).toBe('已撤销');
    const text = await page.text();
    for (const said of ['社区食堂', '材料不实', '第九条', '第 605 条']) expect(text).toContain(said);
    await page.ask(codeOf('b'));
    await page.page.locator('.certificate.valid').waitFor();
    expect(await page.verdict()).toBe('有效');
  });

  it('sees that a code made up, or one of a candidate without an award, does not exist', async () => {
    const { putAll, open } = setting();
    const folder = putAll('none', folderOf(awardedLog()));
    for (const code of ['0000000000', codeOf('c')]) {
      const page = await open(ask(folder, code));
      expect(await page.verdict()).toBe('不存在');
      expect(await page.text()).toContain('表彰名单里没有这个编号');
    }
    const early = await open(ask(putAll('early', folderOf(published(untilResult, [603]))), codeOf('b')));
    expect(await early.verdict()).toBe('不存在');
    expect(await early.text()).toContain('还没有表彰');
    const unopened = await open(ask(putAll('unopened', folderOf(null)), codeOf('b')));
    expect(await unopened.text()).toContain('还没有表彰');
  });
});

describe('what is not known is not called false', () => {
  it('says so while files do not come, and finds it once they do', async () => {
    const { putAll, open, site } = setting();
    const files = folderOf(awardedLog());
    const folder = putAll('away', files);
    const away = 'away/tile/entries/002.p/92';
    site.put(away, (response) => response.writeHead(503).end());
    const page = await open(ask(folder, codeOf('b')));
    expect(await page.verdict()).toBe('现在查不到');
    expect(await page.text()).toContain('不等于证书无效');
    putAll('away', files);
    await page.page.getByRole('button', { name: '再查一次' }).click();
    await page.page.locator('.certificate.valid').waitFor();
  });

  it.each(['http://127.0.0.1:9/logs/p', 'nothing'])('says so of %s', async (folder) => {
    const { open, site } = setting();
    const page = await open(
      ask(folder === 'nothing' ? site.put('nowhere', (each) => each.writeHead(404).end()) : folder, codeOf('b')),
    );
    expect(await page.verdict()).toBe('现在查不到');
  });
});

describe('whoever keeps the files', () => {
  it('makes nothing valid by an altered tile, a forged text, a foreign signature', async () => {
    const { putAll, open } = setting();
    const altered = folderOf(awardedLog());
    const tile = [...altered.keys()].find((name) => name.startsWith('tile/0/002.p/92')) ?? '';
    altered.set(tile, Buffer.from(altered.get(tile) ?? []).fill(7, 0, 32));
    const forged = folderOf(awardedLog());
    const last = [...forged.keys()].find((name) => name.startsWith('tile/entries/002.p/92')) ?? '';
    const texts = [...untilResult.slice(512), revocationOf('b')].map((text) => new Uint8Array(Buffer.from(text)));
    forged.set(last, encodeEntryBundle(texts));
    const foreign = folderOf(awardedLog());
    foreign.set('checkpoint', awardedLog().files.get('checkpoint') ?? new Uint8Array());
    for (const [name, files] of Object.entries({ altered, forged, foreign })) {
      expect([name, last !== '' && tile !== '']).toEqual([name, true]);
      const page = await open(ask(putAll(name, files), codeOf('b')));
      expect([name, await page.verdict()]).toEqual([name, '账册对不上']);
      expect(await page.text()).not.toContain('口袋公园');
    }
  });

  it('cannot hide a revocation behind an older checkpoint', async () => {
    const { putAll, open } = setting();
    const log = revokedLog();
    const files = folderOf(log);
    files.set('checkpoint', log.files.get('checkpoints/604') ?? new Uint8Array());
    const page = await open(ask(putAll('old', files), codeOf('a')));
    expect(await page.verdict()).toBe('已撤销');
  });

  it('gets no markup into the page by what it calls a candidate', async () => {
    const { putAll, site, open } = setting();
    const files = folderOf(awardedLog());
    const named = candidates.map(({ number, ...each }) =>
      candidate(number, { ...each, name: '<img src=x onerror=alert(1)>' }),
    );
    files.set('poll.json', Buffer.from(JSON.stringify(boardPoll({ candidates: named }))));
    const page = await open(ask(putAll('hostile', files), codeOf('b')));
    expect(await page.verdict()).toBe('有效');
    expect(await page.text()).toContain('<img src=x');
    expect(await page.page.locator('#result img').count()).toBe(0);
    expect(await page.text()).toContain('更正过');
    expect(site.asked.some((each) => each.endsWith('/x'))).toBe(false);
  });
});

describe('whose certificates a website checks', () => {
  it('is told by its owner, as of the board, and an address that leads nowhere is told what it lacks', async () => {
    const { putAll, open, site } = setting();
    const folder = putAll('ours', folderOf(awardedLog()));
    const page = await readFile(path.resolve(__dirname, '../../../dist/website/verify/index.html'), 'utf8');
    const restricted = page.replace(
      'name="board-folders" content=""',
      'name="board-folders" content="https://ours.example/logs"',
    );
    expect(restricted).not.toBe(page);
    const opened = await open(ask(folder, codeOf('b')));
    expect(await opened.page.innerText('#source')).toContain('没有限定来源');
    await opened.page.route(`${site.verifyUrl}*`, (route) =>
      new URL(route.request().url()).pathname.endsWith('/')
        ? route.fulfill({ contentType: 'text/html', body: restricted })
        : route.continue(),
    );
    await opened.page.reload();
    await opened.page.locator('#notice-heading', { hasText: '这里不核对这个评选' }).waitFor();
    expect(await opened.page.locator('#form').isHidden()).toBe(true);
    const missing = await open('');
    await missing.page.locator('#notice-heading', { hasText: '没有填写评选的地址' }).waitFor();
    const unusable = await open('?files=javascript:alert(1)');
    await unusable.page.locator('#notice-heading', { hasText: '评选的地址不完整' }).waitFor();
  });
});

describe('everybody', () => {
  it.each([
    ['320 px wide', { viewport: { width: 320, height: 640 } }],
    ['dark', { viewport: { width: 375, height: 760 }, colorScheme: 'dark' }],
    ['wide', { viewport: { width: 1280, height: 900 } }],
  ] as const)('can use it %s', async (_look, options) => {
    const { putAll, open } = setting();
    const folder = putAll('look', folderOf(revokedLog()));
    for (const [who, state] of [
      ['b', 'valid'],
      ['a', 'revoked'],
      ['c', 'none'],
    ] as const) {
      const page = await open(ask(folder, codeOf(who)), options);
      await page.page.locator(`.certificate.${state}`).waitFor();
      expect(await pageComplaints(page.page)).toEqual([]);
      expect(await page.overflow()).toBe(0);
    }
  });
});
