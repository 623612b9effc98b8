import type * as z from 'zod';
import type { receipt } from '../../contract/voting';
import { bytesToHex } from '@noble/hashes/utils.js';
import { entryCode } from '../../universal/ledger/bundle/entry-code';
import { ballotEntry } from '../../universal/ledger/entries/make-entry';
import { verifierKey } from '../../universal/ledger/note/verifier-key';
import { receiptText } from '../../universal/ledger/receipt/receipt-text';
import { promiseFor } from '../../domain/voting/receipt';
import { setting } from '../../platform/environment';
import { signingKey, type SigningKey } from '../../platform/keys';
import { nativeHasher } from '../../platform/native-hasher';
import type { Ballot } from '../../store/voting/ballots';

export type Receipt = z.output<typeof receipt>;

/** Read once: a thread's environment is slow to ask. */
let issuer: { key: SigningKey; keyId: string; logName: string } | undefined;

function readIssuer(): NonNullable<typeof issuer> {
  const logName = setting('LOG_NAME');
  const key = signingKey(setting('RECEIPT_KEY'));
  return { key, keyId: verifierKey(`${logName}/receipts`, key.publicKey).id, logName };
}

/** A ballot's receipt. It is made of what the ballot keeps, so the same ballot always gets the very same one. */
export function writeReceipt(ballot: Omit<Ballot, 'castId' | 'mark'>, nth: number): Receipt {
  issuer ??= readIssuer();
  const { key, keyId, logName } = issuer;
  const leaf = nativeHasher.leaf(ballotEntry(ballot));
  const promise = {
    origin: `${logName}/${ballot.pollId}`,
    leafHash: bytesToHex(leaf),
    promisedAt: promiseFor(ballot.hour),
  };
  return {
    code: entryCode(leaf),
    pollId: ballot.pollId,
    ...promise,
    period: ballot.period,
    nth,
    keyId,
    signature: Buffer.from(key.sign(receiptText(promise))).toString('base64'),
  };
}
