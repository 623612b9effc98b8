import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import jsQr from 'jsqr';
import { PNG } from 'pngjs';
import { certificateCode, printedCode } from '../../cloudfunctions/shared/universal/ledger/check/certificate-code';
import { existingLogOf } from '../cloudfunctions/scheduler/support/public-log';
import { at, byTwo, noticedAward, outcomeFile, setTime, settle, type Team } from '../support/awarded-poll';
import { downloaded } from '../support/downloaded';
import { layoutComplaints } from './support/layout';
import { organiserPage } from './support/organising';
import type { Phone } from './support/phone';
import { useProduct } from './support/product';

const product = useProduct({ timers: false });
const screenshots = path.resolve(__dirname, '../../screenshots/outcome-certificate');
let team: Team;
let codes: string[];

beforeAll(async () => {
  const { cloud } = product();
  team = await noticedAward(cloud, 'phone');
  await team.owner.invite(team.pollId, product().voterOf('小韩').openid, 'reviewer');
  setTime(cloud, at('2026-02-28T09:00'));
  expect(await byTwo(team, { kind: 'award' })).toMatchObject({ ok: true });
  await settle(cloud);
  const [first = ''] = team.ids;
  const revoke = { kind: 'revokeAward', candidateId: first, reason: '材料不实', clause: '第九条' } as const;
  expect(await byTwo(team, revoke)).toMatchObject({ ok: true });
  await settle(cloud);
  const { origin } = await existingLogOf(cloud, team.pollId);
  const leaf = new Uint8Array(Buffer.from((await outcomeFile(cloud, team.pollId))?.result?.leaf ?? '', 'hex'));
  codes = team.ids.map((id) => certificateCode(origin, leaf, id));
});

/** As WeChat opens the page for whoever scans a certificate. */
const scanned = (code = ''): string =>
  `packages/receipt/verify/verify?scene=${encodeURIComponent(`${team.pollId}.${code}`)}`;

test('whoever scans a certificate sees at once that it is valid, whose it is, and as of when, with no function asked', async () => {
  const phone = await product().phoneOf('小李');
  const asked: string[] = [];
  phone.page.on('request', (request) => asked.push(request.url()));
  await phone.open(scanned(codes[1]));
  await phone.sees('有效');
  await phone.sees('实事乙');
  await phone.sees(/截至公开账册第 \d+ 条/);
  expect(asked.filter((url) => url.includes('/functions/'))).toEqual([]);
});

test('one that was revoked says so and why; one that is made up does not exist; a typing error is told', async () => {
  const phone = await product().phoneOf('小李');
  await phone.open(scanned(codes[0]));
  await phone.sees('已撤销');
  await phone.sees('材料不实');
  await phone.sees('第九条');
  await phone.type('证书编号', '00000-00000');
  await phone.tap('button', '核对');
  await phone.sees('不存在');
  await phone.type('证书编号', 'C7QM');
  await phone.tap('button', '核对');
  await phone.sees('编号是十位数字和字母。请对照证书再看一遍。');
  // Small letters and blanks are what people type.
  await phone.type(
    '证书编号',
    printedCode(codes[1] ?? '')
      .toLowerCase()
      .replace('-', ' '),
  );
  await phone.tap('button', '核对');
  await phone.sees('有效');
});

test('while the storage is out of reach nothing is called false', async () => {
  const phone = await product().phoneOf('小李');
  await phone.open(scanned());
  await phone.loseTheStorage();
  await phone.type('证书编号', codes[1] ?? '');
  await phone.tap('button', '核对');
  await phone.sees('现在查不到');
});

describe.each([[{ width: 320, scale: 1.5 }], [{ width: 375 }], [{ width: 375, theme: 'dark' as const }]])(
  'at %j',
  (options) => {
    test.each([0, 1, 2])('the answer for winner %i is laid out for fingers and screen readers', async (which) => {
      const phone = await product().phoneOf('小李', { height: 1600, ...options });
      await phone.open(scanned(codes[which]));
      await phone.sees(/^(已撤销|有效|不存在)$/);
      await phone.settles();
      await phone.picture(`verify-${which}-${Object.values(options).join('-')}`);
      expect(await layoutComplaints(phone)).toEqual([]);
    });
  },
);

describe('a certificate as a picture', () => {
  /** What the album gets. */
  async function saved(phone: Phone): Promise<Buffer> {
    const download = phone.page.waitForEvent('download');
    await phone.tap('button', '保存到相册');
    await phone.page.locator('.modal').getByText('允许', { exact: true }).tap();
    return downloaded(await download);
  }

  test('whoever is awarded finds it on their own page and saves it, and its code leads whoever scans it to its check', async () => {
    const phone = await product().phoneOf('王阿姨');
    await phone.open(`packages/voter/candidate/candidate?poll=${team.pollId}&id=${team.ids[1] ?? ''}`);
    await phone.tap('link', '看证书');
    await phone.find('button', /^实事乙的证书，竖版/).waitFor();
    const file = await saved(phone);
    const picture = PNG.sync.read(file);
    expect([picture.width, picture.height]).toEqual([1240, 1754]);
    mkdirSync(screenshots, { recursive: true });
    writeFileSync(path.join(screenshots, 'certificate-upright.png'), file);
    // The corner that has it: a reader looks for minutes through the whole.
    const corner = new PNG({ width: 300, height: 300 });
    PNG.bitblt(picture, corner, 100, 1400, 300, 300, 0, 0);
    const page = jsQr(new Uint8ClampedArray(corner.data), 300, 300)?.data ?? '';
    expect(page).toBe(scanned(codes[1]));
    await phone.open(page);
    await phone.sees('有效');
    await phone.sees('实事乙');
    await phone.tap('link', '证书图片');
    for (const [design, name] of [
      ['wide', '横版'],
      ['plain', '黑白'],
    ] as const) {
      await phone.tap('radio', name);
      await phone.find('button', new RegExp(`^实事乙的证书，${name}`)).waitFor();
      const download = phone.page.waitForEvent('download');
      await phone.tap('button', '保存到相册');
      writeFileSync(path.join(screenshots, `certificate-${design}.png`), await downloaded(await download));
    }
  });

  test('one that was revoked, and one that never was, has none, and the page leads to the decision', async () => {
    const phone = await product().phoneOf('王阿姨');
    for (const [id, says] of [
      [team.ids[0], '表彰已撤销'],
      [team.ids[2], '没有这张证书'],
    ] as const) {
      await phone.open(`packages/poster/certificate/certificate?poll=${team.pollId}&id=${id ?? ''}`);
      await phone.sees(says);
    }
    await phone.tap('button', '看表彰决定');
    await phone.sees('撤销说明');
  });

  test('an organiser has the papers of one winner from the hub, as a picture and as a PDF of one page', async () => {
    const phone = await product().phoneOf('小韩');
    await phone.open(organiserPage('after', team.pollId));
    await phone.tap('link', '实事乙的证书');
    await phone.find('link', /^证书图片/).waitFor();
    const download = phone.page.waitForEvent('download');
    await phone.tap('button', /^证书，竖版/);
    await phone.page.getByRole('dialog').getByText('下载', { exact: true }).tap();
    const pdf = (await downloaded(await download)).toString('latin1');
    expect(pdf.match(/\/Type \/Page\b(?!s)/g)).toHaveLength(1);
    await phone.tap('link', /^证书图片/);
    await phone.find('button', /^实事乙的证书，竖版/).waitFor();
  });

  test.each([
    [{ width: 320, height: 640, scale: 1.5 }],
    [{ width: 375, height: 812 }],
    [{ width: 430, height: 932, theme: 'dark' as const }],
  ])('at %j the picture, its designs and its button are laid out for fingers and screen readers', async (options) => {
    const phone = await product().phoneOf('王阿姨', options);
    await phone.open(`packages/poster/certificate/certificate?poll=${team.pollId}&id=${team.ids[1] ?? ''}`);
    await phone.find('button', /^实事乙的证书，竖版/).waitFor();
    await phone.settles();
    await phone.picture(`picture-${options.width}`);
    expect(await layoutComplaints(phone)).toEqual([]);
  });
});
