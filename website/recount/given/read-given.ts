import { parseNote } from '../../../cloudfunctions/shared/universal/ledger/note/signed-note';
import { parseVerifierKey } from '../../../cloudfunctions/shared/universal/ledger/note/verifier-key';
import { encodeUtf8 } from '../../../cloudfunctions/shared/universal/ledger/utf8';
import type { Given } from '../worker/messages';
import { readReceipts } from './read-receipts';

/** What stands in the fields, as it was typed. */
export interface GivenTexts {
  key: string;
  checkpoint: string;
  receipt: string;
}

/** Reads what the visitor has filled in. @returns the fields that hold something else than they should */
export function readGiven(texts: GivenTexts): Given | { wrong: (keyof GivenTexts)[] } {
  const key = texts.key.trim();
  // What pasting loses first is the newline at the end.
  const note = texts.checkpoint.trim() === '' ? '' : `${texts.checkpoint.trim()}\n`;
  const receipts = readReceipts(texts.receipt);
  const wrong: (keyof GivenTexts)[] = [];
  if (key !== '' && parseVerifierKey(key) === null) wrong.push('key');
  if (note !== '' && parseNote(encodeUtf8(note)) === 'NOTE_MALFORMED') wrong.push('checkpoint');
  if (receipts === null) wrong.push('receipt');
  if (receipts === null || wrong.length > 0) return { wrong };
  return { ...(key === '' ? {} : { key }), held: note === '' ? [] : [note], receipts };
}
