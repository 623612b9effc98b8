import type { Locator } from 'playwright-core';
import { addWaitingBallots, countWaitingBallots } from '../../trial/waiting-ballots';
import { median } from '../statistics';
import type { SlowPhone } from './slow-phone';

/** Whether what a step leads to is there, on the page on top. */
type Seen = (screen: Locator) => Promise<boolean>;

/** The group whose candidates have the numbers 2, 5, 8 … */
const group = '交通出行';
/** Part of the names of the candidates with the numbers 1, 6, 11 … */
const word = '电梯';
const found = 12;
/** How many cards, and lines of a ranking, are there before one scrolls. */
const firstOnes = 20;
/** Ballots that are counted already, and those that come while the ranking is open. */
const counted = 200;
const fresh = 120;

/**
 * Goes through a poll as a voter does, and looks after each step whether it led where it should: what is measured of a tap that hit
 * nothing says nothing. @returns milliseconds of own scripting and rendering, by step
 */
export async function tapThrough(
  phone: SlowPhone,
  { url, pollId }: { url: string; pollId: string },
): Promise<Record<string, number>> {
  const steps: Record<string, number> = {};
  const measure = async (name: string, act: () => Promise<void>, seen: Seen): Promise<void> => {
    const { own } = await phone.during(act);
    await expectSeen(phone, name, seen);
    steps[name] = own;
  };
  const tap = async (name: string, selector: string, seen: Seen): Promise<void> =>
    measure(name, await phone.touching(selector), seen);
  const pass = async (name: string, selector: string, seen: Seen): Promise<void> => {
    await (
      await phone.touching(selector)
    )();
    await phone.rest();
    await expectSeen(phone, name, seen);
  };

  const choices: number[] = [];
  for (let choice = 1; choice <= 3; choice += 1) {
    const name = 'a candidate is chosen';
    await tap(name, '[role=checkbox][aria-checked=false]', many('[role=checkbox][aria-checked=true]', choice));
    choices.push(steps[name] ?? NaN);
    steps[name] = median(choices);
  }
  await tap('the ballot is looked at', '[role=button]:has-text("核对")', sheetOf(choices.length));
  await pass('the sheet is left', '[role=dialog] [role=button]:has-text("再看看")', many('[role=dialog]', 0));
  await tap('the search is opened', '[role=button][aria-label="按编号或名称找候选"]', many('input:focus', 1));
  await measure('a word is searched for', () => phone.page.keyboard.insertText(word), findings);
  await pass('the search is left', '[role=button][aria-label="取消搜索"]', many('[role=listitem]', firstOnes));
  await tap('a group is chosen', `[role=tab]:has-text("${group}")`, ofGroup('[role=listitem]'));
  await tap(
    'a candidate is opened',
    '[role=listitem] [role=link]',
    page('candidate', '[role=heading]:has-text("号）")'),
  );
  await phone.screen.getByRole('button', { name: '返回' }).tap();
  await phone.rest();
  await expectSeen(phone, 'the way back', page('poll', '[role=listitem]'));
  await tap('the ranking is opened', '[role=link][aria-label="票数"]', page('results', 'rank-row', firstOnes));
  await tap('a group of it is chosen', `[role=tab]:has-text("${group}")`, ofGroup('rank-row'));
  await pass(
    'all groups are chosen',
    '[role=tab]:has-text("全部")',
    numbers('rank-row', firstOnes, () => true),
  );
  const all = counted + fresh;
  const count = async (): Promise<void> => {
    const answered = phone.answered('standings.get', `"ballots":${all}`);
    await addWaitingBallots(url, pollId, fresh, counted, 60);
    await countWaitingBallots(url, fresh);
    await answered;
  };
  await measure('the ranking is refreshed', count, many(`[role=img][aria-label$=" ${all}"]`, 1));
  return steps;
}

async function expectSeen(phone: SlowPhone, name: string, seen: Seen): Promise<void> {
  if (await seen(phone.screen)) return;
  const shown = (await phone.screen.innerText()).replace(/\s*\n\s*/g, ' | ').slice(0, 600);
  throw new Error(`“${name}” did not lead where it should, and nothing was measured. The phone shows: ${shown}`);
}

/** So many of these, and no more, are to be seen. */
function many(selector: string, wanted: number): Seen {
  return async (screen) => (await screen.locator(selector).filter({ visible: true }).count()) === wanted;
}

/** One of the voter's pages, with this on it. */
function page(name: string, selector: string, wanted?: number): Seen {
  return async (screen) => {
    if ((await screen.locator(`[data-route="packages/voter/${name}/${name}"]`).count()) !== 1) return false;
    const there = await screen.locator(selector).count();
    return wanted === undefined ? there > 0 : there === wanted;
  };
}

/** Candidates that are listed: so many, each with a number that fits. */
function numbers(selector: string, wanted: number, fits: (number: number) => boolean): Seen {
  return async (screen) => {
    const texts = await screen.locator(selector).allInnerTexts();
    const known = texts.map((text) => Number(/第(\d+)号/.exec(text)?.[1]));
    return new Set(known).size === wanted && texts.length === wanted && known.every(fits);
  };
}

function ofGroup(selector: string): Seen {
  const isChosen = many(`[role=tab][aria-selected=true]:has-text("${group}")`, 1);
  const areOfIt = numbers(selector, firstOnes, (number) => number % 3 === 2);
  return async (screen) => (await isChosen(screen)) && (await areOfIt(screen));
}

const findings: Seen = numbers('[role=listitem]', found, (number) => number % 5 === 1);

/** The sheet with what was chosen. */
function sheetOf(chosen: number): Seen {
  const isOpen = many('[role=dialog] [role=heading]:has-text("核对您的选票")', 1);
  const has = many('[role=dialog] .row [role=button]', chosen);
  return async (screen) => (await isOpen(screen)) && (await has(screen));
}
