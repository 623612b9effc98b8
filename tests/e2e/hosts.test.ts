import { readyPoll } from '../support/organiser-client';
import { layoutComplaints } from './support/layout';
import type { Phone } from './support/phone';
import { useProduct } from './support/product';
import { openPoll } from './support/voting';

const product = useProduct();
const minute = 60_000;

const offices = '云川市文化和旅游局、云川市图书馆、云川市群众艺术馆、云川广播电视台、云川日报社、云川市青少年活动中心';

/** A poll that several offices hold, as its residents find it. */
async function openedPoll(implementers: string, coOrganisers: string): Promise<string> {
  const owner = product().organiserOf('赵敏');
  const now = product().now;
  const stages = { voting: now, verifying: now + 3 * 24 * 60 * minute };
  const organiser = '中共云川市委宣传部、云川市精神文明建设办公室';
  const hosts = { organiser, implementers, coOrganisers };
  const pollId = await readyPoll(owner, { opensAtOnce: true, stages, ...hosts });
  await owner.get('act.propose', { pollId, act: { kind: 'publish' } });
  product().letPass(2 * minute);
  return pollId;
}

describe.each([[{ width: 320, height: 640, scale: 1.5 }], [{ width: 375, theme: 'dark' as const }], [{ width: 375 }]])(
  'at %j',
  (options) => {
    test.each([
      ['long', `${offices}、${offices}`.slice(0, 120), offices],
      ['short', '', '云川日报社'],
    ])('whoever is behind a poll stands on its page, in its rules, and on its poster (%s)', async (name, ...others) => {
      const pollId = await openedPoll(...(others as [string, string]));
      const phone = await product().phoneOf('小李', options);
      const look = async (step: string): Promise<void> => {
        const picture = `${Object.values(options).join('-')}-${name}-${step}`;
        await phone.picture(picture);
        expect({ picture, complaints: await layoutComplaints(phone) }).toEqual({ picture, complaints: [] });
      };
      await openPoll(phone, pollId);
      await phone.sees(/^主办：中共云川市委宣传部/);
      await phone.sees(/^协办：云川/);
      await look('1-poll');
      await openRules(phone, others[1] ?? '');
      await look('2-rules');
      await phone.open(`packages/poster/poster/poster?poll=${pollId}`);
      await phone.find('button', /^海报：/).waitFor();
      await look('3-poster');
    });
  },
);

/** The rules tell all of it, however much there is. */
async function openRules(phone: Phone, coOrganisers: string): Promise<void> {
  await phone.tap('button', '评选规则');
  const row = phone.screen.getByRole('dialog', { name: '评选规则' }).getByText(coOrganisers, { exact: true });
  await row.scrollIntoViewIfNeeded();
}
