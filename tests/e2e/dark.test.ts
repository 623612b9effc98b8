import type { Phone } from './support/phone';
import { useProduct } from './support/product';
import { choose, openPoll, resultsPage, review } from './support/voting';

const product = useProduct();

/** Relative luminance of a CSS colour like rgb(13, 20, 18), 0 … 1, near enough to tell dark from light. */
function luminance(colour: string): number {
  const [red = 0, green = 0, blue = 0] = (colour.match(/[\d.]+/g) ?? []).map(Number);
  return (0.2126 * red + 0.7152 * green + 0.0722 * blue) / 255;
}

/** The colour behind the page's content. */
function groundOf(phone: Phone): Promise<string> {
  return phone.screen.locator('.page-viewport').evaluate((viewport) => {
    for (let at: Element | null = viewport.querySelector('.shell') ?? viewport; at; at = at.parentElement) {
      const { backgroundColor } = getComputedStyle(at);
      if (!/rgba\(.*, 0\)/.test(backgroundColor)) return backgroundColor;
    }
    return 'rgb(255, 255, 255)';
  });
}

test('in dark mode pages have a dark ground and light text', async () => {
  const phone = await product().phoneOf('小张', { theme: 'dark' });
  await phone.open();
  await phone.sees('更多评选');
  await phone.picture('1-home');
  await openPoll(phone, 'services');
  const heading = phone.find('heading', '20 件候选');
  const text = await heading.evaluate((node) => getComputedStyle(node).color);
  const ground = await groundOf(phone);
  expect(luminance(ground)).toBeLessThan(0.15);
  expect(luminance(text)).toBeGreaterThan(0.6);
  await choose(phone, 3);
  await phone.picture('2-chosen');
  await review(phone);
  await phone.picture('3-review');
  await phone.open(resultsPage('services'));
  await phone.sees('票数截至');
  await phone.picture('4-results');
});

test('dark mode and large text chosen in the app hold on its other pages and when it is opened again', async () => {
  const phone = await product().phoneOf('小张');
  await phone.open('pages/mine/mine');
  await phone.tap('button', /字号与深色/);
  await phone.screen.getByRole('radio', { name: '深色' }).tap();
  await phone.screen.getByRole('radio', { name: '特大' }).tap();
  await phone.picture('5-settings');
  await phone.tap('button', '好了');
  await phone.sees('特大，深色');
  await phone.page.getByRole('tab', { name: '评选' }).tap();
  await phone.sees('更多评选');
  expect(luminance(await groundOf(phone))).toBeLessThan(0.15);
  await phone.picture('6-home');

  await openPoll(phone, 'services');
  expect(luminance(await groundOf(phone))).toBeLessThan(0.15);
  const size = await phone.find('heading', '20 件候选').evaluate((node) => parseFloat(getComputedStyle(node).fontSize));
  expect(size).toBeGreaterThan(20);
  await phone.picture('7-opened-again');
});
