import path from 'node:path';
import { readyPoll, type OrganiserClient } from '../support/organiser-client';
import { layoutComplaints } from './support/layout';
import { organiserPage, pickFiles } from './support/organising';
import type { Phone } from './support/phone';
import { useProduct } from './support/product';

const product = useProduct();
const hour = 3600_000;
const owner = (): OrganiserClient => product().organiserOf('赵敏');
const trouble = path.join(__dirname, '../cloudfunctions/shared/spreadsheet/files/openpyxl-trouble.xlsx');
const invitation = (token: string): string => `packages/organiser/invitation/invitation?token=${token}`;

async function importFile(phone: Phone, pollId: string, file: Parameters<typeof pickFiles>[1]): Promise<void> {
  await phone.open(organiserPage('import', pollId));
  await phone.tap('button', '选择表格文件');
  await pickFiles(phone, file);
}

test('a list with hundreds of faults is told whole, and a long report is still a page one can use', async () => {
  const pollId = await owner().create('small', '很长的报告');
  const phone = await product().phoneOf('赵敏', { width: 320, height: 1200 });
  const rows = Array.from({ length: 300 }, (_, at) => `x${at},,${'很长的单位名称'.repeat(9)}`);
  const buffer = Buffer.from(['编号,名称,单位', ...rows].join('\r\n'));
  await importFile(phone, pollId, { name: '很长的报告.csv', mimeType: 'text/csv', buffer });
  await phone.sees(/有 \d+ 处要改/);
  await phone.picture('1-long-report');
  expect(await layoutComplaints(phone)).toEqual([]);
  expect((await owner().get('candidate.list', { pollId })).candidates).toEqual([]);
});

test('pictures, formulas and merged cells where text should be are told by their cells', async () => {
  const pollId = await owner().create('small', '有图片的表格');
  const phone = await product().phoneOf('赵敏', { height: 1400 });
  await importFile(phone, pollId, trouble);
  await phone.sees(/要改/);
  await phone.picture('2-trouble');
  expect(await layoutComplaints(phone)).toEqual([]);
});

test('a file that is no list at all is refused in a sentence, and another can be chosen', async () => {
  const pollId = await owner().create('small', '不是表格');
  const phone = await product().phoneOf('赵敏');
  await importFile(phone, pollId, { name: '名单.xlsx', mimeType: 'application/zip', buffer: Buffer.from('不是表格') });
  await phone.find('button', /选|换/).waitFor();
  await phone.settles();
  await phone.picture('3-no-list');
  expect(await layoutComplaints(phone)).toEqual([]);
});

test('whoever was removed is told so on every page, with a way on', async () => {
  const pollId = await readyPoll(owner());
  const { token } = await owner().get('invitation.create', { pollId, role: 'editor' });
  const member = product().organiserOf('小赵');
  await member.get('invitation.accept', { token, myName: '赵东' });
  const memberId = await member.memberId(pollId);
  const phone = await product().phoneOf('小赵');
  await phone.open(organiserPage('edit', pollId));
  await phone.find('heading', '基本信息').waitFor();
  await owner().get('team.remove', { pollId, memberId, reason: '岗位调整' });
  await phone.screen.getByRole('textbox', { name: '标题', exact: true }).fill('移出以后写的标题');
  await phone.sees('您已不在这个团队里');
  await phone.picture('4-removed-while-writing');
  expect((await owner().get('poll.load', { pollId })).poll.title).toBe('我们的评选');
  const pages = ['edit', 'manage', 'candidates', 'review', 'team', 'acts', 'propose', 'trail', 'channels', 'changes'];
  for (const name of [...pages, 'chat-groups']) {
    await phone.open(organiserPage(name, pollId));
    await phone.sees('您已不在这个团队里');
    await phone.screen.getByRole('button').filter({ visible: true }).last().waitFor();
  }
  await phone.picture('5-removed');
  await importFile(phone, pollId, { name: '名单.csv', mimeType: 'text/csv', buffer: Buffer.from('编号,名称\n1,甲') });
  await phone.sees('您已不在这个团队里');
  await phone.open(`packages/dashboard/dashboard/dashboard?id=${pollId}`);
  await phone.sees('您已不在这个团队里');
  await phone.tap('button', '去看评选');
  await phone.find('searchbox', '搜评选名称').waitFor();
});

test('an invitation that is over, taken back or made up says so, and what to do', async () => {
  const pollId = await readyPoll(owner());
  const phone = await product().phoneOf('小孙');
  const late = await owner().get('invitation.create', { pollId, role: 'reviewer' });
  const revoked = await owner().get('invitation.create', { pollId, role: 'reviewer' });
  await owner().get('invitation.revoke', { pollId, invitationId: revoked.id });
  await phone.open(invitation(revoked.token));
  await phone.sees(/邀请/);
  await phone.picture('6-revoked');
  await phone.open(invitation('made-up'));
  await phone.settles();
  await phone.picture('7-made-up');
  await phone.open(invitation(late.token));
  await phone.find('button', '接受邀请').waitFor();
  product().letPass(80 * hour);
  await phone.type('如 张敏', '孙丽');
  await phone.tap('button', '接受邀请');
  await phone.page.getByText(/过期/).first().waitFor();
  await phone.picture('8-expired-while-reading');
  await phone.open(invitation(late.token));
  await phone.sees(/过期/);
  expect(await layoutComplaints(phone)).toEqual([]);
  await phone.picture('9-expired');
});
