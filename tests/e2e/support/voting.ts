import type { Locator } from 'playwright-core';
import type { Phone } from './phone';

/** The pages of the demonstration's polls, as a shared link opens them. */
export const pollPage = (pollId: string): string => `packages/voter/poll/poll?id=${pollId}`;
export const resultsPage = (pollId: string): string => `packages/voter/results/results?id=${pollId}`;

/** The heading above a poll's candidates, in the poll's own word for them: 20 件候选. */
export const candidateCount = /\d [项位件幅个]候选$/;

/** Opens a poll by its link and waits for its candidates. */
export async function openPoll(phone: Phone, pollId: string): Promise<void> {
  await phone.open(pollPage(pollId));
  await phone.find('heading', candidateCount).waitFor();
}

/** The feet of the cards, which choose; `wanted` is how many from the top. */
export async function choose(phone: Phone, wanted: number): Promise<void> {
  const open = phone.screen.getByRole('checkbox', { checked: false });
  for (let chosen = 0; chosen < wanted; chosen++) await open.first().tap();
}

/** The sheet in which a ballot is checked before it is cast, and its receipt shown after. */
export function sheet(phone: Phone): Locator {
  return phone.screen.getByRole('dialog');
}

/** From the bar to the open sheet. */
export async function review(phone: Phone): Promise<void> {
  await phone.tap('button', /核对/);
  await sheet(phone).getByRole('heading', { name: '核对您的选票' }).waitFor();
}

export async function castIt(phone: Phone): Promise<void> {
  await sheet(phone)
    .getByRole('button', { name: /^(投出这一票|再试一次)$/ })
    .tap();
}

/** @returns the receipt's code */
export async function receivedCode(phone: Phone): Promise<string> {
  await sheet(phone).getByRole('heading', { name: '投票成功' }).waitFor();
  const code = await sheet(phone)
    .getByText(/^[0-9A-Z]{4}-[0-9A-Z]{4}$/)
    .textContent();
  return code?.trim() ?? '';
}
