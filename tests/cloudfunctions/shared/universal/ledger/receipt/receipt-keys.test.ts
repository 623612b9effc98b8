import { signNote } from '../../../../../../cloudfunctions/shared/universal/ledger/note/signed-note';
import {
  openReceiptKeys,
  receiptKeysText,
} from '../../../../../../cloudfunctions/shared/universal/ledger/receipt/receipt-keys';
import { verifyEd25519 } from '../../../../../../cloudfunctions/shared/platform/verify-ed25519';
import { noteSigner } from '../../../../../support/published-log';

const log = noteSigner('gongping.test/p1');
const [first, second] = [noteSigner('gongping.test/receipts').key, noteSigner('gongping.test/receipts').key];

const open = (text: string, signer = log) =>
  openReceiptKeys(new Uint8Array(Buffer.from(signNote(text, [signer]))), log.key, verifyEd25519);

it('a log vouches for several keys, for the old ones too', () => {
  expect(open(receiptKeysText('gongping.test/p1', [first, second]))).toEqual([first, second]);
});

it.each([
  ['no key', receiptKeysText('gongping.test/p1', []), 'KEYS_MALFORMED'],
  ['something that is no key', `${receiptKeysText('gongping.test/p1', [first])}key\n`, 'KEYS_MALFORMED'],
  ['another kind of note', 'gongping.test/p1\n5\nroot\n', 'KEYS_MALFORMED'],
  ['another log', receiptKeysText('gongping.test/p2', [first]), 'ORIGIN_MISMATCH'],
])('%s is refused', (_, text, refusal) => {
  expect(open(text)).toBe(refusal);
});

it('keys that another log signed are refused', () => {
  expect(open(receiptKeysText('gongping.test/p1', [first]), noteSigner('gongping.test/p2'))).toBe('SIGNATURE_UNKNOWN');
});
