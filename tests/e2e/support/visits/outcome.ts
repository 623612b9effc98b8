import { at, noticedPoll } from '../../../support/noticed-poll';
import type { Visit } from '../looking';
import { complaint, objected, outcomePage, tend } from '../objecting';
import type { Product } from '../product';
import { pollPage, resultsPage } from '../voting';

let poll = { pollId: '', ids: [] as string[] };

const signed = {
  name: '城关街道纪检监察工委派驻第三监督组李建国',
  contact: '城关街道人民路一百二十八号院三单元五零一',
  unit: '市园林绿化局',
};
const why = '材料里写新建四十六处，查明是四十一处，介绍已经改正，名单不变；没有开工的五处列入明年计划。';

/** Makes what the visits are about. */
export async function prepareOutcome(product: Product): Promise<void> {
  const noticed = await noticedPoll(product.cloud);
  poll = noticed;
  const { pollId, owner, ids, clock } = noticed;
  const resident = product.organiserOf('小李');
  const [candidateId] = ids;
  // A minute between them, so that lists have one order.
  const declined = await objected(resident, pollId, { kind: 'candidate', candidateId, signed });
  clock.later(60_000);
  await objected(resident, pollId, { kind: 'result', signed });
  clock.later(60_000);
  await objected(resident, pollId);
  const taken = await objected(product.organiserOf('王阿姨'), pollId, { kind: 'process', signed });
  const decide = (objectionId: string, isAccepted: boolean): Promise<unknown> =>
    owner.get('objection.accept', { pollId, objectionId, isAccepted, reason: why });
  await decide(declined.id, false);
  await decide(taken.id, true);
  await resident.take('objection.appeal', { pollId, id: declined.id, text: complaint });
  await tend(product, noticed);
  clock.to(at('2026-02-26T10:00'));
}

/** Every page about objections in its main states. */
export const outcomeVisits: Visit[] = [
  { picture: 'notice-late', address: () => outcomePage('notice', poll.pollId), ready: /已推迟/, person: '小李' },
  { picture: 'poll-notice-late', address: () => pollPage(poll.pollId), ready: /第一项/, person: '小李' },
  { picture: 'ranking-over', address: () => resultsPage(poll.pollId), ready: /第一项/, person: '小李' },
  { picture: 'objections', address: () => outcomePage('objections', poll.pollId), ready: /晚了/, person: '小李' },
  { picture: 'form', address: () => outcomePage('objection', poll.pollId), ready: /写明事由/, person: '王阿姨' },
  {
    picture: 'form-candidate',
    address: () => outcomePage('objection', poll.pollId, `&candidate=${poll.ids[0] ?? ''}`),
    ready: /01 第一项/,
    person: '王阿姨',
  },
  {
    picture: 'objections-mine',
    address: () => outcomePage('my-objections', poll.pollId),
    ready: /申诉中/,
    person: '小李',
  },
  {
    picture: 'objections-mine-none',
    address: () => outcomePage('my-objections', poll.pollId),
    ready: /您没有提过异议/,
    person: '陈叔',
  },
  {
    picture: 'stranger-list',
    address: () => outcomePage('objections', 'nothing'),
    ready: /没有找到这个评选/,
    person: '小李',
    isMissing: true,
  },
  {
    picture: 'stranger-form',
    address: () => outcomePage('objection', 'nothing'),
    ready: /没有找到这个评选/,
    person: '小李',
    isMissing: true,
  },
];
