import type * as z from 'zod';
import type { receipt } from '../contract/ballot';
import { ballotEntry } from '../domain/ledger/entry';
import { leafHash } from '../domain/ledger/leaf';
import { promiseFor, receiptCode, receiptText } from '../domain/receipt';
import { setting } from '../platform/environment';
import { receiptSigner, type ReceiptSigner } from '../platform/keys';
import type { Ballot } from '../store/ballots';

export type Receipt = z.output<typeof receipt>;

let signer: ReceiptSigner | undefined;

/** A ballot's receipt. It is made of what the ballot keeps, so the same ballot always gets the very same one. */
export function writeReceipt(ballot: Omit<Ballot, 'castId' | 'mark'>, nth: number): Receipt {
  signer ??= receiptSigner(setting('RECEIPT_KEY'));
  const hash = leafHash(ballotEntry(ballot));
  const promise = {
    origin: `${setting('LOG_NAME')}/${ballot.pollId}`,
    leafHash: hash,
    promisedAt: promiseFor(ballot.hour),
  };
  return {
    code: receiptCode(hash),
    pollId: ballot.pollId,
    ...promise,
    period: ballot.period,
    nth,
    keyId: signer.keyId,
    signature: signer.sign(receiptText(promise)),
  };
}
