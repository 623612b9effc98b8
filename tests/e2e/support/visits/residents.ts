import type { Visit } from '../looking';
import type { Phone } from '../phone';
import type { Product } from '../product';
import { castIt, choose, pollPage, receivedCode, resultsPage, review } from '../voting';

/** What 王阿姨 has cast; what the visits do themselves is 小李's. */
const made = { code: '', candidate: '' };

/** Casts a ballot whose receipt is looked at. */
export async function prepareResidents(product: Product): Promise<void> {
  const voter = product.voterOf('王阿姨');
  const { candidates } = await voter.get('poll.get', { pollId: 'services' });
  const chosen = candidates.slice(0, 3).map(({ id }) => id);
  made.candidate = chosen[0] ?? '';
  const answer = await voter.cast('services', chosen);
  expect(answer).toMatchObject({ ok: true });
  const { ballots } = await voter.get('ballot.mine', { pollId: 'services' });
  made.code = ballots[0]?.receipt.code ?? '';
}

const poster = (query: string): string => `packages/poster/poster/poster?${query}`;
const services = (): string => pollPage('services');

async function openReview(phone: Phone): Promise<void> {
  await choose(phone, 3);
  await review(phone);
}

/** Every page of residents in its main states, on the demonstration's polls. */
export const residentVisits: Visit[] = [
  { picture: 'home', address: () => '', ready: /更多评选/, person: '小李' },
  {
    picture: 'home-elder',
    address: () => '',
    ready: /更多评选/,
    person: '小李',
    reach: (phone) => phone.tap('button', '换长辈版'),
  },
  {
    picture: 'poll-elder',
    address: services,
    ready: /20 件候选/,
    person: '小李',
    reach: (phone) => phone.tap('button', '换长辈版'),
  },
  { picture: 'mine', address: () => 'pages/mine/mine', ready: /不需要头像、昵称和手机号/, person: '小李' },
  { picture: 'mine-receipts', address: () => 'pages/mine/mine', ready: /不需要头像、昵称和手机号/, person: '王阿姨' },
  {
    picture: 'sheet-look',
    address: () => 'pages/mine/mine',
    ready: /不需要头像、昵称和手机号/,
    person: '小李',
    reach: (phone) => phone.tap('button', /字号与深色/),
  },
  { picture: 'poll', address: services, ready: /20 件候选/, person: '小李' },
  { picture: 'poll-voted', address: services, ready: /20 件候选/, person: '王阿姨' },
  { picture: 'poll-chosen', address: services, ready: /20 件候选/, person: '小李', reach: (phone) => choose(phone, 3) },
  {
    picture: 'sheet-rules',
    address: services,
    ready: /20 件候选/,
    person: '小李',
    reach: (phone) => phone.tap('button', '评选规则'),
  },
  { picture: 'sheet-review', address: services, ready: /20 件候选/, person: '小李', reach: openReview },
  {
    picture: 'sheet-received',
    address: services,
    ready: /20 件候选/,
    person: '小王',
    async reach(phone) {
      await openReview(phone);
      await castIt(phone);
      await receivedCode(phone);
    },
  },
  {
    picture: 'sheet-offline',
    address: services,
    ready: /20 件候选/,
    person: '小张',
    async reach(phone) {
      await openReview(phone);
      await phone.loseTheCloud();
      await castIt(phone);
      await phone.sees('没有连上网络');
    },
  },
  { picture: 'poll-groups', address: () => pollPage('spaces'), ready: /\d [项位件幅个]候选/, person: '小李' },
  { picture: 'poll-before', address: () => pollPage('ideas'), ready: /./, person: '小李' },
  { picture: 'poll-closed', address: () => pollPage('volunteers'), ready: /./, person: '小李' },
  { picture: 'poll-none', address: () => pollPage('nothing'), ready: /没有找到这个评选/, person: '小李' },
  {
    picture: 'candidate',
    address: () => `packages/voter/candidate/candidate?poll=services&id=${made.candidate}`,
    ready: /./,
    person: '小李',
  },
  { picture: 'ranking', address: () => resultsPage('services'), ready: /票数截至/, person: '小李' },
  { picture: 'ranking-groups', address: () => resultsPage('spaces'), ready: /./, person: '小李' },
  { picture: 'ranking-hidden', address: () => resultsPage('village'), ready: /票数还没有公布/, person: '小李' },
  { picture: 'changes', address: () => 'packages/voter/changes/changes?id=services', ready: /./, person: '小李' },
  {
    picture: 'receipt',
    address: () => `packages/receipt/receipt/receipt?poll=services&code=${made.code}`,
    ready: /选票回执/,
    person: '王阿姨',
  },
  { picture: 'verify', address: () => 'packages/receipt/verify/verify?poll=services', ready: /./, person: '小李' },
  { picture: 'poster', address: () => poster('poll=services'), ready: /./, person: '小李' },
  { picture: 'nominate', address: () => 'packages/participant/nominate/nominate?id=ideas', ready: /./, person: '小李' },
];
