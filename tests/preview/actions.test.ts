import type { PreviewAction } from '../../scripts/preview/action';
import { openidOf } from '../../scripts/preview/identities';
import { startFixturePhone, type FixturePhone } from './support/fixture-phone';

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

let phone: FixturePhone;
beforeAll(async () => {
  phone = await startFixturePhone(actions);
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
  expect(await said.textContent()).toBe(`pages/detail/detail?id=7 由 ${openidOf('居民甲')} 做完`);
  expect(await button.isEnabled()).toBe(true);
});

test('an action that fails says why', async () => {
  const page = await phone.open();
  await page.getByRole('button', { name: '做不成' }).click();
  await page.locator('.actions .problem').waitFor();
  expect(await page.locator('.actions .problem').textContent()).toBe('it broke');
});
