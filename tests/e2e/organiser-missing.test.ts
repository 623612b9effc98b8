import { layoutComplaints } from './support/layout';
import { field, nextStep, organiserPage } from './support/organising';
import { useProduct } from './support/product';

const product = useProduct();

describe.each([[{ width: 320, height: 640, scale: 1.5 }], [{ width: 375, theme: 'dark' as const }], [{ width: 375 }]])(
  'at %j',
  (options) => {
    test('what publishing misses is named, and one tap leads to where it is written, which says what is missing', async () => {
      const pollId = await product().organiserOf('赵敏').create('services', '年度十佳');
      const phone = await product().phoneOf('赵敏', options);
      const look = async (step: string): Promise<void> => {
        const picture = `${Object.values(options).join('-')}-${step}`;
        await phone.picture(picture);
        expect({ picture, complaints: await layoutComplaints(phone) }).toEqual({ picture, complaints: [] });
      };
      const toPublishing = async (from: readonly string[]): Promise<void> => {
        for (const step of [...from, '发布']) await nextStep(phone, step);
        await phone.find('button', /^还差/).waitFor();
      };
      const afterBasics = ['时间安排', '投票规则', '候选'];
      await phone.open(organiserPage('edit', pollId));
      await phone.find('heading', '基本信息').waitFor();
      // Nobody is told off for what they have not come to yet.
      expect(await phone.screen.getByRole('alert').count()).toBe(0);
      await toPublishing(afterBasics);
      await look('1-list');

      await phone.tap('link', '写明异议渠道：找谁、在哪里、什么时间，去改');
      await phone.find('heading', '基本信息').waitFor();
      const channel = field(phone, '异议渠道');
      await channel.waitFor();
      expect(await isInSight(channel)).toBe(true);
      await phone.screen.getByRole('alert').filter({ hasText: '写明异议渠道：找谁、在哪里、什么时间' }).waitFor();
      await look('2-at-the-field');

      await channel.fill('市政府办公室，工作日九点到五点');
      await phone.screen.getByRole('alert').filter({ hasText: '写明异议渠道' }).waitFor({ state: 'detached' });
      // What else is missing says so at its place as well.
      await phone.screen.getByRole('alert').filter({ hasText: '写上主办方' }).waitFor({ state: 'attached' });

      await toPublishing(afterBasics);
      expect(await phone.screen.getByRole('link', { name: /^写明异议渠道/ }).count()).toBe(0);
      await phone.tap('link', '投票规则选不满一张票：请检查每票选几、分组和候选数目，去改');
      await phone.find('heading', '投票规则').waitFor();
      const told = phone.screen.getByRole('alert').filter({ hasText: '投票规则选不满一张票' });
      await told.waitFor();
      expect(await isInSight(told)).toBe(true);
      await look('3-rules');
    });
  },
);

test('a candidate’s missing text leads to its field, which says what is missing', async () => {
  const owner = product().organiserOf('周主任');
  const pollId = await owner.create('services', '年度十佳');
  await owner.add(pollId, '夜间公交', { unit: '市交通局', sentence: '' });
  const phone = await product().phoneOf('周主任', { width: 320, height: 640, scale: 1.5 });
  await phone.open(organiserPage('edit', pollId));
  for (const step of ['时间安排', '投票规则', '候选', '发布']) await nextStep(phone, step);
  await phone.tap('link', '“夜间公交”还缺一句话介绍，去改');
  const told = phone.screen.getByRole('alert').filter({ hasText: '写一句话介绍' });
  await told.waitFor();
  expect(await isInSight(field(phone, '一句话介绍'))).toBe(true);
  await phone.picture('4-candidate-field');
  await field(phone, '一句话介绍').fill('末班车延到零点');
  await told.waitFor({ state: 'detached' });
});

async function isInSight(place: ReturnType<typeof field>): Promise<boolean> {
  const box = await place.boundingBox();
  const height = await place.evaluate(() => window.innerHeight);
  return box !== null && box.y > 0 && box.y + Math.min(box.height, 40) < height;
}
