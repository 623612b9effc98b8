import jsQR from 'jsqr';
import { PNG } from 'pngjs';
import { publishPoll } from '../../../scripts/trial/publish-poll';
import { startTestCloud, type TestCloud } from '../../support/test-cloud';
import { useBoard } from '../support/use-site';

const setting = useBoard();
let cloud: TestCloud;
let pollId: string;
beforeAll(async () => {
  cloud = await startTestCloud({ instancesPerFunction: 1 });
  pollId = await publishPoll(cloud.url);
  for (let firing = 0; firing < 10; firing++) await cloud.fireTimer('scheduler');
});
afterAll(() => cloud.close());

test.each([
  ['on a phone', '', 375, 1200],
  ['on a tablet', '', 768, 1200],
  ['on a desk', '', 1280, 900],
  ['in a hall', '&view=hall', 1920, 1080],
])('a board %s shows a code that leads to the poll by the board’s own channel', async (_, view, width, height) => {
  const board = await setting().open(`${cloud.url}/storage/logs/${pollId}`, view, { viewport: { width, height } });
  const picture = board.page.locator('#code-picture');
  await picture.scrollIntoViewIfNeeded();
  await board.page.waitForFunction(() => {
    const image = document.querySelector('#code-picture');
    return image instanceof HTMLImageElement && image.complete && image.naturalWidth > 0;
  });
  // As a phone sees it: the whole window, and what else is on it.
  const seen = PNG.sync.read(await board.page.screenshot());
  expect(jsQR(new Uint8ClampedArray(seen.data), seen.width, seen.height)?.data).toBe(
    `packages/voter/poll/poll?scene=${encodeURIComponent(`${pollId}..board`)}`,
  );
});
