import { certificateCode, printedCode } from '../../cloudfunctions/shared/universal/ledger/check/certificate-code';
import { existingLogOf } from '../cloudfunctions/scheduler/support/public-log';
import { at, byTwo, noticedAward, outcomeFile, setTime, settle, type Team } from '../support/awarded-poll';
import { layoutComplaints } from './support/layout';
import { useProduct } from './support/product';

const product = useProduct({ timers: false });
let team: Team;
let codes: string[];

beforeAll(async () => {
  const { cloud } = product();
  team = await noticedAward(cloud, 'phone');
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
