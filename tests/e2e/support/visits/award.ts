import { at, byTwo, noticedAward, setTime, settle } from '../../../support/awarded-poll';
import type { Visit } from '../looking';
import type { Product } from '../product';
import { outcomePage } from '../objecting';

let pollId = '';

/** An award that is made, of which one was revoked. */
export async function prepareAward(product: Product): Promise<void> {
  const team = await noticedAward(product.cloud, 'Looked');
  ({ pollId } = team);
  setTime(product.cloud, at('2026-02-28T09:00'));
  expect(await byTwo(team, { kind: 'award' })).toMatchObject({ ok: true });
  await settle(product.cloud);
  const [candidateId = ''] = team.ids;
  const revoke = { kind: 'revokeAward', candidateId, reason: '材料不实', clause: '第九条' } as const;
  expect(await byTwo(team, revoke)).toMatchObject({ ok: true });
  await settle(product.cloud);
}

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
];
