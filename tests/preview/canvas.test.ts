import { eventually } from '../support/eventually';
import { startFixturePhone, type FixturePhone } from './support/fixture-phone';
import { call, tryPage } from './support/try-wx';

let phone: FixturePhone;

beforeAll(async () => {
  phone = await startFixturePhone();
});
afterAll(() => phone.close());

describe('a canvas', () => {
  test('is drawn on by page code, pictures too, and is no element of a browser', async () => {
    const page = await phone.open('path=pages/draw/draw');
    const facts = JSON.parse(await page.locator('#facts', { hasText: '{' }).innerText()) as unknown;
    expect(facts).toEqual({
      size: '300x150',
      // The colour of the package's picture, over a red ground.
      ink: [14, 94, 80, 255],
      absent: [],
      scroller: 'function',
      plain: 'undefined',
    });
    expect(await page.locator('#scroller').evaluate((view) => view.scrollTop)).toBe(100);
  });

  test('tells where it was touched, from its own corner', async () => {
    const page = await phone.open('path=pages/draw/draw');
    await page.locator('#facts', { hasText: '{' }).waitFor();
    await page.locator('#poster').click({ position: { x: 40, y: 30 } });
    expect(await page.locator('#touch').innerText()).toBe('40 30');
  });

  test('becomes a picture file of the size that was asked for', async () => {
    const page = await phone.open('path=pages/draw/draw');
    await page.locator('#facts', { hasText: '{' }).waitFor();
    await page.locator('#export').click();
    await page.locator('#loaded', { hasText: '600x480' }).waitFor();
  });

  test('of another kind is refused by name', async () => {
    const page = await phone.open(tryPage);
    expect(await call(page, 'createOffscreenCanvas', { type: 'webgl' })).toEqual({
      errMsg: 'createOffscreenCanvas:fail the preview offers type "2d" only',
    });
    expect(await call(page, 'canvasToTempFilePath', { canvasId: 'old' })).toEqual({
      errMsg: 'canvasToTempFilePath:fail fail canvas is empty',
    });
  });
});

test('ECharts draws without a DOM, and hears touches', async () => {
  const page = await phone.open('path=packages/more/chart/chart');
  const greens = (): Promise<number> =>
    page.locator('#chart').evaluate((host) => {
      const canvas = host.querySelector('canvas') ?? document.createElement('canvas');
      const { data } = canvas.getContext('2d')?.getImageData(0, 0, canvas.width, canvas.height) ?? { data: [] };
      let found = 0;
      for (let at = 0; at < data.length; at += 4) if (data[at] === 14 && data[at + 1] === 94) found += 1;
      return found;
    });
  await eventually(async () => expect(await greens()).toBeGreaterThan(1000));
  const box = await page.locator('#chart').boundingBox();
  await page.locator('#chart').click({ position: { x: (box?.width ?? 0) * 0.75, y: 150 } });
  await page.locator('#touched', { hasText: '10时 20' }).waitFor();
});
