import { readyPoll } from '../support/organiser-client';
import { layoutComplaints } from './support/layout';
import { organiserPage, pickFiles, saved } from './support/organising';
import type { Phone } from './support/phone';
import { useProduct } from './support/product';
import { openPoll } from './support/voting';

const product = useProduct();
const minute = 60_000;

const rules = {
  name: '云川市2026年度十佳为民服务实事评选细则（经市政府常务会议审议通过）.pdf',
  mimeType: 'application/pdf',
  buffer: Buffer.concat([Buffer.from('%PDF-1.7\n'), Buffer.alloc(1_300_000, 32)]),
};
const chosen = { name: '名单.ofd', mimeType: 'application/octet-stream', buffer: Buffer.from('PK') };

describe.each([[{ width: 320, height: 640, scale: 1.5 }], [{ width: 375, theme: 'dark' as const }], [{ width: 375 }]])(
  'at %j',
  (options) => {
    test('a document from a chat is shown once a reviewer has opened and passed it, and every resident can open it', async () => {
      const owner = product().organiserOf('赵敏');
      const now = product().now;
      const stages = { voting: now, verifying: now + 3 * 24 * 60 * minute };
      const pollId = await readyPoll(owner, { opensAtOnce: true, stages });
      const phone = await product().phoneOf('赵敏', options);
      const look = async (on: Phone, step: string): Promise<void> => {
        const picture = `${Object.values(options).join('-')}-${step}`;
        await on.picture(picture);
        expect({ picture, complaints: await layoutComplaints(on) }).toEqual({ picture, complaints: [] });
      };
      await phone.open(organiserPage('edit', pollId));
      await phone.find('heading', '基本信息').waitFor();
      await phone.tap('button', '从聊天里选一份文件');
      await pickFiles(phone, chosen);
      await phone.sees('这种文件手机上打不开。请换成 PDF、Word、Excel 或图片。');
      await phone.tap('button', '从聊天里选一份文件');
      await pickFiles(phone, rules);
      await phone.find('button', /^打开，云川市2026年度.*，PDF，1\.2 MB，等审核人看$/).waitFor();
      await saved(phone);
      await look(phone, '1-attached');

      await phone.open(`${organiserPage('review', pollId)}&part=media`);
      await phone.tap('button', /^打开看，附件“云川市/);
      await phone.page.getByText('微信会在这里打开文档').waitFor();
      await phone.page.getByText('关闭', { exact: true }).tap();
      await look(phone, '2-review');
      await phone.tap('button', /^通过，附件“云川市/);
      await phone.sees('没有等待审核的图片、视频和附件');
      await owner.get('act.propose', { pollId, act: { kind: 'publish' } });
      product().letPass(2 * minute);

      const resident = await product().phoneOf('小李', options);
      await openPoll(resident, pollId);
      await resident.tap('button', '评选规则');
      const file = resident.screen.getByRole('button', { name: /^打开附件，云川市2026年度/ });
      await file.scrollIntoViewIfNeeded();
      await look(resident, '3-rules');
      await file.tap();
      // WeChat's own reader has it, by the name under which it was attached.
      await resident.page.locator('.sheet-title').getByText(rules.name).waitFor();
    });
  },
);

test('a document that is added after publishing waits for a reviewer, and its reason stands in the public record', async () => {
  const owner = product().organiserOf('赵敏');
  const now = product().now;
  const pollId = await readyPoll(owner, {
    opensAtOnce: true,
    stages: { voting: now, verifying: now + 4_320 * minute },
  });
  await owner.get('act.propose', { pollId, act: { kind: 'publish' } });
  product().letPass(2 * minute);
  const phone = await product().phoneOf('赵敏', { width: 320, height: 640, scale: 1.5 });
  await phone.open(organiserPage('manage', pollId));
  await phone.tap('link', /^改简介、电话、封面/);
  await phone.tap('button', '从聊天里选一份文件');
  await pickFiles(phone, rules);
  const added = phone.find('button', /^打开，云川市2026年度/);
  await added.waitFor();
  await added.scrollIntoViewIfNeeded();
  await phone.picture('later-1-added');
  expect(await layoutComplaints(phone)).toEqual([]);
  await phone.tap('button', '保存并公开理由');
  const sheet = phone.screen.getByRole('dialog');
  await sheet.getByRole('textbox').fill('补上评选细则');
  await sheet.getByRole('button', { name: '保存并公开理由' }).tap();
  await phone.sees('改了附件');
  await phone.picture('later-2-record-desk');

  await phone.open(`${organiserPage('review', pollId)}&part=media`);
  await phone.tap('button', /^打开看，附件“云川市/);
  await phone.page.getByText('关闭', { exact: true }).tap();
  await phone.tap('button', /^通过，附件“云川市/);
  await phone.sees('没有等待审核的图片、视频和附件');
  product().letPass(minute);
  const resident = await product().phoneOf('小李', { width: 320, height: 640, scale: 1.5 });
  await openPoll(resident, pollId);
  await resident.tap('button', '评选规则');
  await resident.screen.getByRole('button', { name: /^打开附件，云川市2026年度/ }).waitFor();
  await resident.open(`packages/voter/changes/changes?id=${pollId}`);
  await resident.sees(/补上评选细则/);
  await resident.picture('later-3-record');
});
