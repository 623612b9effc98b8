import type * as z from 'zod';
import { refuse, type Refused } from '../../contract/answered';
import type { shownReceipt } from '../../contract/objections';
import { receiptText } from '../../universal/ledger/receipt/receipt-text';
import { isSignedBy } from '../../platform/keys';
import { receiptVerifiers } from '../counting/log-signer';
import { isLeafAt, isVoid, type PublicCount } from './public-count';

export type ShownReceipt = z.output<typeof shownReceipt>;

/** The id of the one objection about a ballot. */
export function ballotObjectionId(pollId: string, { leafHash }: Pick<ShownReceipt, 'leafHash'>): string {
  return `${pollId}:ballot:${leafHash}`;
}

/**
 * Whether a receipt is the installation's own about this poll. Who shows it has cast the ballot, or was given the receipt by whoever
 * did: the log names the leaf, and nobody but the voter was told the signature.
 */
export function isGenuine(receipt: ShownReceipt, { origin }: PublicCount): boolean {
  if (receipt.origin !== origin) return false;
  const key = receiptVerifiers().find(({ id }) => id === receipt.keyId);
  const signature = Buffer.from(receipt.signature, 'base64');
  return key !== undefined && isSignedBy(key.publicKey, receiptText(receipt), signature);
}

/** Why no objection can be made by a receipt, if so: its ballot is not there, or counts. @param field of the input */
export async function refuseReceipt(
  receipt: ShownReceipt,
  count: PublicCount,
  field = 'receipt',
): Promise<Refused<'BALLOT_NOT_FOUND' | 'BALLOT_NOT_VOID'> | null> {
  if (!isGenuine(receipt, count) || !(await isLeafAt(count, receipt.index, receipt.leafHash))) return noBallot(field);
  if (await isVoid(count, receipt.index)) return null;
  return refuse('BALLOT_NOT_VOID', 'the ballot counts', { field });
}

export function noBallot(field: string): Refused<'BALLOT_NOT_FOUND'> {
  return refuse('BALLOT_NOT_FOUND', 'no ballot of this poll has such a receipt', { field });
}
