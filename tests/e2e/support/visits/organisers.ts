import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { Role } from '../../../../cloudfunctions/shared/contract/editing/fields';
import type { OrganiserClient } from '../../../support/organiser-client';
import type { Visit } from '../looking';
import { longDraft, longName, nominate, propose } from '../long-poll';
import { organiserPage } from '../organising';
import type { Product } from '../product';

let product: Product;
const minute = 60_000;
const hour = 60 * minute;
const why =
  '收到居民反映，材料里的开工日期和现场公示的对不上，先停下来核实，核实清楚以后马上恢复，并把结果写在公开记录里。';
const art = (name: string): Buffer => readFileSync(path.join(__dirname, '../../../../scripts/seed/art', `${name}.svg`));

/** What the pages are about; made once, since nothing here changes anything. */
const made = { draft: '', published: '', empty: '', token: '', candidate: '' };
const owner = (): OrganiserClient => product.organiserOf('赵敏');

/** Makes what the visits are about. */
export async function prepareOrganisers(on: Product): Promise<void> {
  product = on;
  made.draft = await longDraft(owner(), product.now);
  const reviewer = await join(made.draft, '钱进', 'reviewer');
  await join(made.draft, '孙悦', 'owner');
  await join(made.draft, '城关街道纪检监察工委派驻第三监督组李', 'observer');
  await join(made.draft, '周平', 'juror');
  made.token = (await owner().get('invitation.create', { pollId: made.draft, role: 'editor' })).token;
  await fillDraft(made.draft, reviewer);
  made.published = await openPoll();
  made.empty = await owner().create('blank', '');
  made.candidate = (await owner().get('candidate.list', { pollId: made.draft })).candidates[0]?.id ?? '';
}

async function join(pollId: string, name: string, role: Role): Promise<OrganiserClient> {
  const { token } = await owner().get('invitation.create', { pollId, role });
  const member = product.organiserOf(name);
  await member.get('invitation.accept', { token, myName: name });
  return member;
}

/** Nominations in every state, pictures and a video that wait, a publishing that waits. */
async function fillDraft(pollId: string, reviewer: OrganiserClient): Promise<void> {
  const resident = product.organiserOf('王阿姨');
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
  const pollId = await longDraft(owner(), product.now);
  await owner().save(pollId, { opensAtOnce: true });
  const other = await join(pollId, '钱进', 'owner');
  await other.get('act.approve', { pollId, actId: await propose(owner(), pollId, { kind: 'publish' }) });
  product.letPass(2 * hour);
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

/** Every page of organisers in its main states. */
export const organiserVisits: Visit[] = [
  {
    picture: 'draft-candidates',
    address: () => organiserPage('candidates', made.draft),
    ready: /有图片和视频的一项/,
    person: '赵敏',
  },
  { picture: 'draft-team', address: () => organiserPage('team', made.draft), ready: /钱进/, person: '赵敏' },
  { picture: 'draft-review', address: () => organiserPage('review', made.draft), ready: /并入已有/, person: '赵敏' },
  {
    picture: 'draft-review-media',
    address: () => `${organiserPage('review', made.draft)}&part=media`,
    ready: /不通过/,
    person: '赵敏',
  },
  { picture: 'draft-trail', address: () => organiserPage('trail', made.draft), ready: /退回了推荐/, person: '赵敏' },
  {
    picture: 'draft-acts',
    address: () => organiserPage('acts', made.draft),
    ready: /没有等待同意的事/,
    person: '赵敏',
  },
  { picture: 'draft-nominate', address: () => nominating(made.draft), ready: /送出推荐/, person: '陈叔' },
  {
    picture: 'draft-nominate-mine',
    address: () => `${nominating(made.draft)}&part=mine`,
    ready: /已退回/,
    person: '王阿姨',
  },
  {
    picture: 'invitation',
    address: () => `packages/organiser/invitation/invitation?token=${made.token}`,
    ready: /接受邀请/,
    person: '陈叔',
  },
  { picture: 'open-manage', address: () => organiserPage('manage', made.published), ready: /公开记录/, person: '赵敏' },
  {
    picture: 'open-changes',
    address: () => organiserPage('changes', made.published),
    ready: /监督电话/,
    person: '赵敏',
  },
  {
    picture: 'open-candidates',
    address: () => organiserPage('candidates', made.published),
    ready: /夜间门诊/,
    person: '赵敏',
  },
  { picture: 'open-acts', address: () => organiserPage('acts', made.published), ready: /办过的事/, person: '赵敏' },
  { picture: 'open-propose', address: () => organiserPage('propose', made.published), ready: /提出/, person: '赵敏' },
  { picture: 'open-channels', address: () => organiserPage('channels', made.published), ready: /渠道/, person: '赵敏' },
  { picture: 'open-papers', address: () => organiserPage('papers', made.published), ready: /核验报告/, person: '赵敏' },
  { picture: 'open-dashboard', address: () => dashboard(made.published), ready: /计入的选票和访问/, person: '赵敏' },
  { picture: 'open-nominate', address: () => nominating(made.published), ready: /现在不收推荐/, person: '陈叔' },
  {
    picture: 'empty-candidates',
    address: () => organiserPage('candidates', made.empty),
    ready: /还没有候选/,
    person: '赵敏',
  },
  {
    picture: 'empty-review',
    address: () => organiserPage('review', made.empty),
    ready: /没有等待审核的推荐/,
    person: '赵敏',
  },
  {
    picture: 'empty-review-media',
    address: () => `${organiserPage('review', made.empty)}&part=media`,
    ready: /没有等待审核的图片/,
    person: '赵敏',
  },
  { picture: 'empty-team', address: () => organiserPage('team', made.empty), ready: /目前只有您一位/, person: '赵敏' },
  { picture: 'empty-trail', address: () => organiserPage('trail', made.empty), ready: /./, person: '赵敏' },
  {
    picture: 'empty-chat-groups',
    address: () => organiserPage('chat-groups', made.empty),
    ready: /群/,
    person: '赵敏',
  },
  { picture: 'claim', address: () => 'packages/organiser/claim/claim', ready: /人人可以发起评选/, person: '赵敏' },
  { picture: 'polls-none', address: () => 'packages/organiser/polls/polls', ready: /还没有办过评选/, person: '陈叔' },
  { picture: 'help-organising', address: () => help('organising'), ready: /请注意/, person: '赵敏' },
  { picture: 'help-rules', address: () => help('rules'), ready: /规则/, person: '赵敏' },
  { picture: 'help-privacy', address: () => help('privacy'), ready: /./, person: '赵敏' },
  { picture: 'stranger-manage', address: () => organiserPage('manage', made.published), ready: /./, person: '陈叔' },
  { picture: 'draft-edit', address: () => organiserPage('edit', made.draft), ready: /下一步/, person: '赵敏' },
  { picture: 'draft-import', address: () => organiserPage('import', made.draft), ready: /./, person: '赵敏' },
  {
    picture: 'draft-earlier',
    address: () => `${organiserPage('earlier', made.empty)}&from=${made.draft}`,
    ready: /夜间门诊/,
    person: '赵敏',
  },
  { picture: 'draft-manage', address: () => organiserPage('manage', made.draft), ready: /./, person: '赵敏' },
  {
    picture: 'draft-preview',
    address: () => `packages/voter/preview/preview?id=${made.draft}`,
    ready: /夜间门诊/,
    person: '赵敏',
  },
  {
    picture: 'draft-candidate',
    address: () => `packages/organiser/candidate-edit/candidate-edit?poll=${made.draft}&id=${made.candidate}`,
    ready: /./,
    person: '赵敏',
  },
  {
    picture: 'new-candidate',
    address: () => `packages/organiser/candidate-edit/candidate-edit?poll=${made.draft}`,
    ready: /./,
    person: '赵敏',
  },
  { picture: 'open-codes', address: () => organiserPage('codes', made.published), ready: /./, person: '赵敏' },
  { picture: 'open-after', address: () => organiserPage('after', made.published), ready: /./, person: '赵敏' },
  {
    picture: 'open-after-act',
    address: () => `${organiserPage('after-act', made.published)}&act=certifyCount`,
    ready: /./,
    person: '赵敏',
  },
  {
    picture: 'open-objections',
    address: () => organiserPage('objections', made.published),
    ready: /./,
    person: '赵敏',
  },
  { picture: 'open-hearing', address: () => organiserPage('hearing', made.published), ready: /./, person: '赵敏' },
  { picture: 'open-listing', address: () => 'packages/organiser/listing/listing', ready: /./, person: '赵敏' },
  { picture: 'polls', address: () => 'packages/organiser/polls/polls', ready: /./, person: '赵敏' },
  { picture: 'create', address: () => 'packages/organiser/create/create', ready: /./, person: '赵敏' },
  { picture: 'small-poll', address: () => 'packages/organiser/small-poll/small-poll', ready: /./, person: '赵敏' },
  {
    picture: 'sheet-invite',
    address: () => organiserPage('team', made.draft),
    ready: /钱进/,
    person: '赵敏',
    reach: (phone) => phone.tap('button', '邀请同事'),
  },
];
