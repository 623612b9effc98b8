import { at, byTwo, noticedAward, setTime, settle } from '../../../support/awarded-poll';
import type { Visit } from '../looking';
import type { Product } from '../product';
import { outcomePage } from '../objecting';

let pollId = '';
let ids: string[] = [];

/** An award that is made, of which one was revoked. */
export async function prepareAward(product: Product): Promise<void> {
  const team = await noticedAward(product.cloud, 'Looked');
  ({ pollId, ids } = team);
  setTime(product.cloud, at('2026-02-28T09:00'));
  expect(await byTwo(team, { kind: 'award' })).toMatchObject({ ok: true });
  await settle(product.cloud);
  const [candidateId = ''] = team.ids;
  const revoke = { kind: 'revokeAward', candidateId, reason: '材料不实', clause: '第九条' } as const;
  expect(await byTwo(team, revoke)).toMatchObject({ ok: true });
  await settle(product.cloud);
}

let noticed = '';

/** A poll whose notice is up. */
export async function prepareNotice(product: Product): Promise<void> {
  ({ pollId: noticed } = await noticedAward(product.cloud, 'Noticed'));
  setTime(product.cloud, at('2026-02-24T09:00'));
  await settle(product.cloud);
}

/** What residents read and do while a notice is up. */
export const noticeVisits: Visit[] = [
  { picture: 'notice', address: () => outcomePage('notice', noticed), ready: /到哪里提异议/, person: '王阿姨' },
  {
    picture: 'poll-notice',
    address: () => `packages/voter/poll/poll?id=${noticed}`,
    ready: /公示中/,
    person: '王阿姨',
  },
  {
    picture: 'ranking-notice',
    address: () => `packages/voter/results/results?id=${noticed}`,
    ready: /票数截至|最终/,
    person: '王阿姨',
  },
  { picture: 'form-notice', address: () => outcomePage('objection', noticed), ready: /写明事由/, person: '王阿姨' },
];

/** What is public of an outcome. */
export const awardVisits: Visit[] = [
  { picture: 'awards', address: () => outcomePage('awards', pollId), ready: /实事乙/, person: '王阿姨' },
  { picture: 'notice-over', address: () => outcomePage('notice', pollId), ready: /实事乙/, person: '王阿姨' },
  {
    picture: 'poll-awarded',
    address: () => `packages/voter/poll/poll?id=${pollId}`,
    ready: /实事乙/,
    person: '王阿姨',
  },
  {
    picture: 'certificate',
    address: () => `packages/poster/certificate/certificate?poll=${pollId}&id=${ids[1] ?? ''}`,
    ready: /核对这张证书/,
    person: '王阿姨',
  },
  {
    picture: 'certificate-revoked',
    address: () => `packages/poster/certificate/certificate?poll=${pollId}&id=${ids[0] ?? ''}`,
    ready: /表彰已撤销/,
    person: '王阿姨',
  },
];
