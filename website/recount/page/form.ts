import { fetchable } from '../../shared/fetchable';
import { readGiven, type GivenTexts } from '../given/read-given';
import { words } from '../text/page';
import type { Given } from '../worker/messages';
import { byId } from '../../shared/elements';

const fields = {
  key: byId('key', HTMLInputElement),
  receipt: byId('receipt', HTMLTextAreaElement),
  checkpoint: byId('checkpoint', HTMLTextAreaElement),
} satisfies Record<keyof GivenTexts, HTMLInputElement | HTMLTextAreaElement>;

const complaints: Record<keyof GivenTexts, string> = {
  key: words.badKey,
  receipt: words.badReceipt,
  checkpoint: words.badCheckpoint,
};

/** Shows a complaint under a field, or takes it away. */
export function complain(id: 'file' | 'url' | keyof GivenTexts, text: string | null): void {
  const line = byId(`${id}-problem`, HTMLParagraphElement);
  line.hidden = text === null;
  line.textContent = text ?? '';
  byId(id, HTMLElement).setAttribute('aria-invalid', String(text !== null));
}

/** What the visitor knows from elsewhere. @returns null when a field holds something else; it says so there then */
export function given(): Given | null {
  const read = readGiven({
    key: fields.key.value,
    receipt: fields.receipt.value,
    checkpoint: fields.checkpoint.value,
  });
  const wrong = 'wrong' in read ? read.wrong : [];
  for (const name of ['key', 'receipt', 'checkpoint'] as const) {
    complain(name, wrong.includes(name) ? complaints[name] : null);
  }
  if (!('wrong' in read)) return read;
  return null;
}

/** Leads to the first field that holds something wrong. */
export function leadToComplaint(): void {
  openMore();
  Object.values(fields)
    .find((field) => field.getAttribute('aria-invalid') === 'true')
    ?.focus();
}

export function openMore(): void {
  byId('more', HTMLDetailsElement).open = true;
}

/** The address in the field, or null where it is none that can be fetched; it says so then. */
export function typedUrl(): string | null {
  const input = byId('url', HTMLInputElement);
  const url = fetchable(input.value.trim());
  complain('url', url === null ? words.badUrl : null);
  if (url === null) input.focus();
  return url;
}
