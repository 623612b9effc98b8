import { decodeBase64 } from '../base64';
import type { VerifySignature } from '../note/signed-note';
import type { VerifierKey } from '../note/verifier-key';
import { openReceiptKeys, type ReceiptKeysRefusal } from '../receipt/receipt-keys';
import { receiptText, type SignedReceipt } from '../receipt/receipt-text';
import { encodeUtf8 } from '../utf8';
import type { Alarm } from './verdict';

const alarms: Readonly<Record<ReceiptKeysRefusal, Alarm>> = {
  NOTE_MALFORMED: 'RECEIPT_KEYS_MALFORMED',
  KEYS_MALFORMED: 'RECEIPT_KEYS_MALFORMED',
  SIGNATURE_UNKNOWN: 'RECEIPT_KEYS_FORGED',
  SIGNATURE_INVALID: 'RECEIPT_KEYS_FORGED',
  ORIGIN_MISMATCH: 'RECEIPT_KEYS_FORGED',
};

/**
 * Whether a receipt is signed by a key that the log vouches for.
 * @param keys the content of the log's `receipt-keys`
 * @returns null when it is
 */
export function checkSignature(
  receipt: SignedReceipt,
  keys: Uint8Array,
  logKey: VerifierKey,
  verify: VerifySignature,
): Alarm | null {
  const vouched = openReceiptKeys(keys, logKey, verify);
  if (typeof vouched === 'string') return alarms[vouched];
  const key = vouched.find(({ id }) => id === receipt.keyId);
  if (key === undefined) return 'RECEIPT_KEY_UNKNOWN';
  const signature = decodeBase64(receipt.signature);
  const isGenuine = signature?.length === 64 && verify(key.publicKey, encodeUtf8(receiptText(receipt)), signature);
  return isGenuine ? null : 'RECEIPT_FORGED';
}
