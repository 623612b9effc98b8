import { readFileSync } from 'node:fs';
import path from 'node:path';
import { publishCrowdedPoll } from '../../scripts/trial/crowded-poll';
import { setDataCalls } from './support/keep-set-data';
import { heavySetData } from './support/looking';
import { longDraft } from './support/long-poll';
import { organiserPage } from './support/organising';
import type { Phone } from './support/phone';
import { useProduct } from './support/product';
import { choose, pollPage, resultsPage, review } from './support/voting';

// What a slow phone bears is counted here, never timed: how much is handed over at once, how much is drawn before one scrolls, which
// pictures are fetched. `npm run bench -- phone` times it.

const product = useProduct({ timers: false });
/** The most that a poll may have. */
const most = 300;
const content = readFileSync(path.join(__dirname, '../../scripts/seed/art/park.svg'));

let pollId: string;
let draftId: string;

beforeAll(async () => {
  const { cloud, now } = product();
  pollId = await publishCrowdedPoll(cloud.url, { candidates: most, picture: { name: 'park.svg', content }, now });
  const owner = product().organiserOf('赵敏');
  draftId = await longDraft(owner, now);
  const { candidates, listVersion } = await owner.get('candidate.list', { pollId: draftId });
  const rows = Array.from({ length: most - candidates.length }, (_, at) => `老旧小区加装电梯第${at}期,住建局,交通出行`);
  const file = await owner.putList(draftId, ['名称,单位,分组', ...rows].join('\n'));
  await owner.get('candidate.import', { pollId: draftId, file, listVersion, isTrial: false });
});

/** Scrolls to the end of what is there, so often. */
async function scrollOn(phone: Phone, times: number): Promise<void> {
  for (let time = 0; time < times; time += 1) {
    await phone.screen.locator('.page-scroll').evaluate((node) => node.scrollTo(0, node.scrollHeight));
    await phone.settles();
  }
}

test(`a poll of ${most} candidates hands over little at once, whatever one does with it`, async () => {
  const phone = await product().phoneOf('小李');
  await phone.open(pollPage(pollId));
  await choose(phone, 3);
  await scrollOn(phone, 4);
  expect(await phone.screen.getByRole('listitem').count()).toBe(100);
  await review(phone);
  await phone.page.keyboard.press('Escape');
  await phone.open(pollPage(pollId));
  await scrollOn(phone, 2);
  await phone.tap('tab', '交通出行');
  await phone.settles();
  expect(await heavySetData(phone)).toEqual([]);
});

test('before one scrolls no more than a screen and a little more is drawn, and pictures below it are not fetched', async () => {
  const phone = await product().phoneOf('小李');
  await phone.open(pollPage(pollId));
  await phone.find('checkbox', /./).waitFor();
  await phone.settles();
  expect(await phone.screen.getByRole('listitem').count()).toBe(20);
  const pictures = phone.screen.getByRole('listitem').locator('img');
  expect(await pictures.evaluateAll((all) => all.map((each) => each.getAttribute('loading')))).toEqual(
    Array.from({ length: 20 }, () => 'lazy'),
  );
});

test(`a ranking of ${most} comes by and by, and another group of it takes the places of the first`, async () => {
  const phone = await product().phoneOf('小李');
  await phone.open(resultsPage(pollId));
  await phone.sees(/票数截至/);
  const rows = phone.screen.locator('rank-row');
  await rows.first().waitFor();
  expect(await rows.count()).toBe(20);
  await scrollOn(phone, 3);
  expect(await rows.count()).toBe(80);
  await phone.tap('tab', '交通出行');
  await phone.settles();
  const numbers = (await rows.allInnerTexts()).map((text) => Number(/第(\d+)号/.exec(text)?.[1]));
  // Every third candidate is of the group.
  expect(new Set(numbers).size).toBe(20);
  expect(numbers.filter((number) => number % 3 !== 2)).toEqual([]);
  expect(await heavySetData(phone)).toEqual([]);
});

test.each([
  ['the list of candidates', () => organiserPage('candidates', draftId)],
  ['the preview', () => `packages/voter/preview/preview?id=${draftId}`],
])(`for organisers of ${most}: %s`, async (_, address) => {
  const phone = await product().phoneOf('赵敏');
  await phone.open(address());
  await phone.settles();
  await scrollOn(phone, 3);
  await phone.settles();
  expect((await setDataCalls(phone.page)).length).toBeGreaterThan(3);
  expect(await heavySetData(phone)).toEqual([]);
});
