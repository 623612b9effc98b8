import type { Locator } from 'playwright-core';
import type { Phone } from './phone';

/** The pages of organisers, as they open each other. */
export const organiserPage = (name: string, pollId: string): string =>
  `packages/organiser/${name}/${name}?id=${pollId}`;

/** A field of a form by its name. */
export function field(phone: Phone, label: string): Locator {
  return phone.screen.getByRole('textbox', { name: label, exact: true }).first();
}

/** Waits until the editor says that all is saved. */
export async function saved(phone: Phone): Promise<void> {
  await phone.sees(/^已保存 \d{1,2}:\d{2}$/);
}

/** To the next step of the editor. */
export async function nextStep(phone: Phone, title: string): Promise<void> {
  await phone.tap('button', '下一步');
  await phone.find('heading', title).waitFor();
}

/** Hands the phone's file chooser a file, as a person picks one from a chat or the album. */
export async function pickFiles(phone: Phone, files: Parameters<Locator['setInputFiles']>[0]): Promise<void> {
  await phone.page.locator('#phone-files').setInputFiles(files);
}

/** Sends what the page's button shares to a chat. */
export async function sendTo(phone: Phone, chat: string): Promise<void> {
  await phone.page.getByRole('dialog').getByText(chat).tap();
}

/** Somebody of the chat opens the card: the phone becomes theirs. */
export async function openCard(phone: Phone, title: string, as: string): Promise<void> {
  await phone.page.getByLabel('点卡片的人').selectOption(as);
  await phone.page.getByRole('button', { name: title }).last().click();
}

/** Turns the columns of the picker that a field opens. */
export async function pick(phone: Phone, label: string, ...choices: string[]): Promise<void> {
  await phone.screen.getByText(label, { exact: true }).filter({ visible: true }).last().tap();
  for (const [column, name] of choices.entries()) {
    await phone.page.getByRole('listbox').nth(column).getByRole('option', { name, exact: true }).tap();
  }
  await phone.page.getByRole('dialog').getByText('确定').tap();
}
