import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { Role } from '../../cloudfunctions/shared/contract/editing/fields';
import type { OrganiserClient } from '../support/organiser-client';
import { layoutComplaints } from './support/layout';
import { longDraft, longName, nominate, propose } from './support/long-poll';
import { organiserPage } from './support/organising';
import type { Phone } from './support/phone';
import { useProduct } from './support/product';

const product = useProduct();
const minute = 60_000;
const hour = 60 * minute;
const why =
  '收到居民反映，材料里的开工日期和现场公示的对不上，先停下来核实，核实清楚以后马上恢复，并把结果写在公开记录里。';
const art = (name: string): Buffer => readFileSync(path.join(__dirname, '../../scripts/seed/art', `${name}.svg`));

/** What the pages are about; made once, since nothing here changes anything. */
const made = { draft: '', published: '', empty: '', token: '' };
const owner = (): OrganiserClient => product().organiserOf('赵敏');

beforeAll(async () => {
  made.draft = await longDraft(owner(), product().now);
  const reviewer = await join(made.draft, '钱进', 'reviewer');
  await join(made.draft, '孙悦', 'owner');
  await join(made.draft, '城关街道纪检监察工委派驻第三监督组李', 'observer');
  await join(made.draft, '周平', 'juror');
  made.token = (await owner().get('invitation.create', { pollId: made.draft, role: 'editor' })).token;
  await fillDraft(made.draft, reviewer);
  made.published = await openPoll();
  made.empty = await owner().create('blank', '');
});

async function join(pollId: string, name: string, role: Role): Promise<OrganiserClient> {
  const { token } = await owner().get('invitation.create', { pollId, role });
  const member = product().organiserOf(name);
  await member.get('invitation.accept', { token, myName: name });
  return member;
}

/** Nominations in every state, pictures and a video that wait, a publishing that waits. */
async function fillDraft(pollId: string, reviewer: OrganiserClient): Promise<void> {
  const resident = product().organiserOf('王阿姨');
  const names = ['a', 'b', 'review'].map((name) => `nominations/${pollId}/${name}.svg`);
  await nominate(
    resident,
    pollId,
    longName,
    await Promise.all(names.map((name) => resident.upload(name, art('park')))),
  );
  const returned = await nominate(resident, pollId, '长椅和凉亭');
  await reviewer.get('nomination.return', { pollId, nominationId: returned, reason: why });
  const merged = await nominate(resident, pollId, '夜间的门诊');
  const { candidates } = await owner().get('candidate.list', { pollId });
  const candidateId = candidates[1]?.id ?? '';
  await reviewer.get('nomination.merge', { pollId, nominationId: merged, candidateId });
  const files = ['bus', 'review', 'risky'].map((name) => owner().upload(`polls/${pollId}/${name}.svg`, art('bus')));
  const video = await owner().upload(`polls/${pollId}/film.mp4`, 'film');
  await owner().add(pollId, '有图片和视频的一项', { pictures: await Promise.all(files), video, group: 'g1' });
}

/** A poll that is open, with acts that wait and acts that were decided. */
async function openPoll(): Promise<string> {
  const pollId = await longDraft(owner(), product().now);
  await owner().save(pollId, { opensAtOnce: true });
  const other = await join(pollId, '钱进', 'owner');
  await other.get('act.approve', { pollId, actId: await propose(owner(), pollId, { kind: 'publish' }) });
  product().letPass(2 * hour);
  const { candidates } = await owner().get('candidate.list', { pollId });
  const [first, second] = candidates.map(({ id }) => id);
  const turnedDown = await propose(other, pollId, { kind: 'freezeCandidate', candidateId: second ?? '', reason: why });
  await owner().get('act.reject', { pollId, actId: turnedDown, reason: why });
  await propose(other, pollId, { kind: 'freezeCandidate', candidateId: first ?? '', reason: why });
  await propose(owner(), pollId, { kind: 'callOff', reason: why });
  await owner().save(pollId, { hotline: '0871-6312 3457' }, why);
  await owner().get('listing.request', { pollId });
  return pollId;
}

const dashboard = (pollId: string): string => `packages/dashboard/dashboard/dashboard?id=${pollId}`;
const nominating = (pollId: string): string => `packages/participant/nominate/nominate?id=${pollId}`;
const help = (name: string): string => `packages/help/${name}/${name}`;

/** Every page with who looks at it and what is there once it is ready. */
const visits: [picture: string, address: () => string, ready: RegExp, person?: string][] = [
  ['draft-candidates', () => organiserPage('candidates', made.draft), /有图片和视频的一项/],
  ['draft-team', () => organiserPage('team', made.draft), /钱进/],
  ['draft-review', () => organiserPage('review', made.draft), /并入已有/],
  ['draft-review-media', () => `${organiserPage('review', made.draft)}&part=media`, /不通过/],
  ['draft-trail', () => organiserPage('trail', made.draft), /退回了推荐/],
  ['draft-acts', () => organiserPage('acts', made.draft), /没有等待同意的事/],
  ['draft-nominate', () => nominating(made.draft), /送出推荐/, '陈叔'],
  ['draft-nominate-mine', () => `${nominating(made.draft)}&part=mine`, /已退回/, '王阿姨'],
  ['invitation', () => `packages/organiser/invitation/invitation?token=${made.token}`, /接受邀请/, '陈叔'],
  ['open-manage', () => organiserPage('manage', made.published), /公开记录/],
  ['open-changes', () => organiserPage('changes', made.published), /监督电话/],
  ['open-candidates', () => organiserPage('candidates', made.published), /夜间门诊/],
  ['open-acts', () => organiserPage('acts', made.published), /办过的事/],
  ['open-propose', () => organiserPage('propose', made.published), /提出/],
  ['open-channels', () => organiserPage('channels', made.published), /渠道/],
  ['open-papers', () => organiserPage('papers', made.published), /核验报告/],
  ['open-dashboard', () => dashboard(made.published), /计入的选票和访问/],
  ['open-nominate', () => nominating(made.published), /现在不收推荐/, '陈叔'],
  ['empty-candidates', () => organiserPage('candidates', made.empty), /还没有候选/],
  ['empty-review', () => organiserPage('review', made.empty), /没有等待审核的推荐/],
  ['empty-review-media', () => `${organiserPage('review', made.empty)}&part=media`, /没有等待审核的图片/],
  ['empty-team', () => organiserPage('team', made.empty), /目前只有您一位/],
  ['empty-trail', () => organiserPage('trail', made.empty), /./],
  ['empty-chat-groups', () => organiserPage('chat-groups', made.empty), /群/],
  ['claim', () => 'packages/organiser/claim/claim', /人人可以发起评选/],
  ['polls-none', () => 'packages/organiser/polls/polls', /还没有办过评选/, '陈叔'],
  ['help-organising', () => help('organising'), /请注意/],
  ['help-rules', () => help('rules'), /规则/],
  ['help-privacy', () => help('privacy'), /./],
  ['stranger-manage', () => organiserPage('manage', made.published), /./, '陈叔'],
];

describe.each([
  [{ width: 320 }],
  [{ width: 375 }],
  [{ width: 430 }],
  [{ width: 375, theme: 'dark' as const }],
  [{ width: 375, scale: 1.5 }],
])('at %j', (options) => {
  test.each(visits)(
    '%s is laid out for fingers and screen readers',
    async (picture, address, ready, person = '赵敏') => {
      const phone = await product().phoneOf(person, { height: 1600, ...options });
      await phone.open(address());
      await phone.sees(ready);
      await phone.settles();
      await inspect(phone, `${picture}-${Object.values(options).join('-')}`);
    },
  );
});

async function inspect(phone: Phone, picture: string): Promise<void> {
  await phone.picture(picture);
  expect({ picture, complaints: await layoutComplaints(phone) }).toEqual({ picture, complaints: [] });
}
