import type { PreviewAction } from '../../scripts/preview/action';
import { openidOf } from '../../scripts/preview/identities';
import type { PreviewView } from '../../scripts/preview/view';
import { startFixturePhone, type FixturePhone } from './support/fixture-phone';
import { fixture } from './support/program';

let goOn: () => void = () => undefined;
const actions: PreviewAction[] = [
  {
    id: 'slow',
    label: '慢慢来',
    perform: async ({ path, call }, tell) => {
      tell('做到一半');
      await new Promise<void>((resolve) => (goOn = resolve));
      const { openid } = (await call('居民甲', 'echo', { said: 1 })) as { openid: string };
      return `${path} 由 ${openid} 做完`;
    },
  },
  { id: 'breaking', label: '做不成', perform: ({ fireTimer }) => fireTimer('broken').then(() => '做成了') },
];

const views: PreviewView[] = [
  {
    id: 'echo',
    title: '回声',
    look: async ({ path, person, call }) => {
      if (path.startsWith('pages/detail')) throw new Error('这一页没有回声');
      const { openid } = (await call(person, 'echo', {})) as { openid: string };
      return { text: path, rows: [{ name: openid, figure: '12', share: 0.5 }] };
    },
  },
];

let phone: FixturePhone;
beforeAll(async () => {
  phone = await startFixturePhone({ actions, views });
}, 60_000);
afterAll(() => phone.close());

test('the panel offers what it was given, tells how far it is, and takes no second press meanwhile', async () => {
  const page = await phone.open('path=pages/detail/detail?id=7');
  const button = page.getByRole('button', { name: '慢慢来' });
  const said = page.getByRole('status').filter({ hasText: /./ });
  await button.click();
  await page.getByText('做到一半').waitFor();
  expect(await button.isDisabled()).toBe(true);
  goOn();
  await page.getByText('做完').waitFor();
  expect(await said.textContent()).toBe(`pages/detail/detail?id=7 由 ${openidOf(fixture, '居民甲')} 做完`);
  expect(await button.isEnabled()).toBe(true);
});

test('an action that fails says why', async () => {
  const page = await phone.open();
  await page.getByRole('button', { name: '做不成' }).click();
  await page.locator('.actions .problem').waitFor();
  expect(await page.locator('.actions .problem').textContent()).toBe('it broke');
});

test('the panel shows what it was given to look at, for the page and the person of the phone, and says why it cannot', async () => {
  const page = await phone.open('as=小王&path=pages/phone/phone');
  const view = page.locator('section', { hasText: '回声' });
  await view.getByText(openidOf(fixture, '小王')).waitFor();
  expect(await view.locator('.view p').textContent()).toBe('pages/phone/phone');
  expect(await view.locator('b').textContent()).toBe('12');
  const elsewhere = await phone.open('as=小王&path=pages/detail/detail?id=7');
  await elsewhere.getByText('这一页没有回声').waitFor();
});
