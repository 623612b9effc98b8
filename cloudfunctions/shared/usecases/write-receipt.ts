import type * as z from 'zod';
import type { receipt } from '../contract/ballot';
import { ballotEntry } from '../domain/ledger/entry';
import { leafHash } from '../domain/ledger/leaf';
import { promiseFor, receiptCode, receiptText } from '../domain/receipt';
import { setting } from '../platform/environment';
import { receiptSigner, type ReceiptSigner } from '../platform/keys';
import type { Ballot } from '../store/ballots';

export type Receipt = z.output<typeof receipt>;

/** Read once: a thread's environment is slow to ask. */
let issuer: { signer: ReceiptSigner; logName: string } | undefined;

/** A ballot's receipt. It is made of what the ballot keeps, so the same ballot always gets the very same one. */
export function writeReceipt(ballot: Omit<Ballot, 'castId' | 'mark'>, nth: number): Receipt {
  issuer ??= { signer: receiptSigner(setting('RECEIPT_KEY')), logName: setting('LOG_NAME') };
  const { signer, logName } = issuer;
  const hash = leafHash(ballotEntry(ballot));
  const promise = {
    origin: `${logName}/${ballot.pollId}`,
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
