import type { Locator } from 'playwright-core';
import { eventually } from '../support/eventually';
import { at, noticedAward, setTime, settle } from '../support/awarded-poll';
import { outcomePage } from './support/objecting';
import type { Phone } from './support/phone';
import { useProduct } from './support/product';
import { contrast, differenceOfShape, lightOf, seesAs, sights } from './support/sight';
import { prepareOrganisers, organiserVisits } from './support/visits/organisers';
import { castIt, choose, openPoll, receivedCode, resultsPage, review, sheet } from './support/voting';

/** Of the cells of two shapes this many are others, or they are one. */
const tellsApart = 0.04;

/** Whoever sees colours otherwise, or none, tells all of these from each other by their shape. */
async function areToldApart(phone: Phone, signs: Readonly<Record<string, Locator>>): Promise<void> {
  const named = Object.entries(signs);
  const mixedUp: string[] = [];
  for (const sight of sights) {
    await seesAs(phone, sight);
    const seen: [string, number[]][] = [];
    for (const [name, sign] of named) seen.push([name, await lightOf(phone, sign)]);
    for (const [place, [name, light]] of seen.entries()) {
      for (const [other, otherLight] of seen.slice(place + 1)) {
        const difference = differenceOfShape(light, otherLight);
        if (difference < tellsApart) mixedUp.push(`${sight}: ${name} and ${other}, ${difference.toFixed(3)}`);
      }
    }
  }
  await seesAs(phone, 'none');
  expect(mixedUp).toEqual([]);
}

describe('without telling colours apart one sees', () => {
  const product = useProduct();

  test('that the comparison itself is without colour: red and green are one, a tick and a dot are two', async () => {
    const phone = await product().phoneOf('小李');
    await phone.open();
    await phone.page.setContent(`<style>i{display:block;width:40px;height:40px;margin:9px;border:9px solid #fff}</style>
      <i id="red" style="background:#b44"></i><i id="green" style="background:#4a4"></i>
      <i id="ring" style="border-radius:50%;box-shadow:inset 0 0 0 6px #4a4"></i>`);
    await seesAs(phone, 'achromatopsia');
    const [red, green, ring] = await Promise.all(
      ['#red', '#green', '#ring'].map((id) => lightOf(phone, phone.page.locator(id))),
    );
    expect(differenceOfShape(red ?? [], green ?? [])).toBe(0);
    expect(differenceOfShape(red ?? [], ring ?? [])).toBeGreaterThan(tellsApart);
  });

  test('which candidate is chosen, and how far a poll has come', async () => {
    const phone = await product().phoneOf('小李');
    await openPoll(phone, 'services');
    await choose(phone, 1);
    const { screen } = phone;
    await areToldApart(phone, {
      chosen: screen.locator('.card--chosen .ring'),
      open: screen.locator('.card--open .ring'),
    });
    const steps = screen.locator('.timeline__step');
    await areToldApart(phone, {
      over: steps.locator('.ring--tick'),
      now: steps.locator('.ring--dot'),
      ahead: steps.locator('.ring--open'),
    });
    await phone.picture('1-poll');
  });

  test('which candidates one has cast, and which receipts are checked', async () => {
    const phone = await product().phoneOf('小王');
    await openPoll(phone, 'services');
    await choose(phone, 3);
    await review(phone);
    await castIt(phone);
    await receivedCode(phone);
    await sheet(phone).getByRole('button', { name: '回到评选' }).tap();
    const { screen } = phone;
    await screen.locator('.card--cast').first().waitFor();
    await areToldApart(phone, {
      cast: screen.locator('.card--cast .card__foot'),
      other: screen.locator('.card--plain .card__foot'),
    });
    await phone.open('pages/mine/mine');
    await phone.sees('票已收到');
    const legend = screen.locator('.legend__one gp-seal, .legend__one .seal');
    await areToldApart(phone, { received: legend.first(), checked: legend.last() });
  });

  test('how long each bar of a ranking is', async () => {
    const phone = await product().phoneOf('小李');
    await phone.open(resultsPage('spaces'));
    await phone.sees('票数截至');
    const { screen } = phone;
    for (const sight of sights) {
      await seesAs(phone, sight);
      for (const row of ['.rank:not(.rank--outside)', '.rank--outside']) {
        const track = await lightOf(phone, screen.locator(`${row} .rank__track`).filter({ visible: true }));
        // A bar begins at the left and ends before the right.
        const [left = 0, right = 0] = [track[24 * 12 + 2], track[24 * 12 + 22]];
        expect(contrast(left, right)).toBeGreaterThan(2);
      }
      await phone.picture(`2-ranking-${sight}`);
    }
  });
});

describe('without telling colours apart an organiser sees', () => {
  const product = useProduct();
  beforeAll(() => prepareOrganisers(product()));

  test('which mark of the chart stands for what', async () => {
    const phone = await product().phoneOf('赵敏');
    const visit = organiserVisits.find(({ picture }) => picture === 'open-dashboard');
    const address = visit?.address() ?? '';
    const pollId = /id=([^&]+)/.exec(address)?.[1] ?? '';
    const voter = product().voterOf('小张');
    const { candidates, poll } = await voter.get('poll.get', { pollId });
    const chosen = candidates.slice(0, poll.rules.choices.min).map(({ id }) => id);
    expect(await voter.cast(pollId, chosen)).toMatchObject({ ok: true });
    const { screen } = phone;
    await eventually(async () => {
      product().letPass(10 * 60_000);
      await phone.open(address);
      await phone.sees(/计入的选票和访问/);
      expect(await screen.locator('.legend__bar').count()).toBe(1);
    });
    await areToldApart(phone, { ballots: screen.locator('.legend__bar'), visits: screen.locator('.legend__line') });
    await seesAs(phone, 'deuteranopia');
    await phone.picture('3-dashboard');
  });
});

describe('without telling colours apart a resident sees', () => {
  const product = useProduct({ timers: false });

  test('which days of the notice are over, which is today, and which are to come', async () => {
    const team = await noticedAward(product().cloud, 'Colours');
    setTime(product().cloud, at('2026-02-24T09:00'));
    await settle(product().cloud);
    const phone = await product().phoneOf('小李');
    await phone.open(outcomePage('notice', team.pollId));
    await phone.sees('实事乙');
    const days = phone.screen.locator('.strip__day');
    await areToldApart(phone, {
      over: days.locator('.ring--tick'),
      today: days.locator('.ring--dot'),
      ahead: days.locator('.ring--open'),
    });
    await phone.picture('4-notice');
  });
});
