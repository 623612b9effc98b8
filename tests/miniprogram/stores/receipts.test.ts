import {
  choicesOnPhone,
  dropAlarm,
  keepCheck,
  keepReceipt,
  keptReceipt,
  keptReceipts,
  markEntered,
  standingOf,
} from '../../../miniprogram/stores/receipts';
import { alarmed, checked, keptReceipt as sample, now } from '../samples';
import { installWechat } from '../wechat';

beforeEach(() => {
  installWechat();
});

test('the newest receipt comes first', () => {
  const older = sample({ code: 'OLD' });
  const newer = sample({ code: 'NEW', receipt: { ...sample().receipt, code: 'NEW', promisedAt: now + 86_400_000 } });
  keepReceipt(newer);
  keepReceipt(older);
  expect(keptReceipts().map(({ receipt }) => receipt.code)).toEqual(['NEW', 'OLD']);
});

test('the same receipt again, as a retry brings it, is kept once', () => {
  keepReceipt(sample());
  keepReceipt(sample());
  expect(keptReceipts()).toHaveLength(1);
});

test('a ballot that was entered never goes back to received', () => {
  keepReceipt(sample());
  markEntered('7K4M-Q2XD');
  keepReceipt(sample({ state: 'received' }));
  expect(keptReceipt('7K4M-Q2XD')?.state).toBe('entered');
});

test('a code that this phone does not have is nothing to mark', () => {
  markEntered('NONE');
  expect(keptReceipts()).toEqual([]);
});

test('what was chosen on this phone is known by poll', () => {
  keepReceipt(sample({ code: 'A', pollId: 'p1' }));
  keepReceipt(sample({ code: 'B', pollId: 'p2', choices: [{ id: 'x', number: 1, name: 'x' }] }));
  expect([...choicesOnPhone('p1')]).toEqual(['c2', 'c9']);
});

test('what was checked stays when the same receipt is kept again', () => {
  keepReceipt(sample());
  keepCheck('7K4M-Q2XD', checked);
  keepReceipt(sample());
  expect(keptReceipt('7K4M-Q2XD')?.check).toEqual(checked);
});

test('an alarm that is no longer raised is taken back, and a good check is not', () => {
  keepReceipt(sample({ code: 'A', check: alarmed }));
  keepReceipt(sample({ code: 'B', check: checked }));
  dropAlarm('A');
  dropAlarm('B');
  expect(keptReceipt('A')?.check).toBeUndefined();
  expect(keptReceipt('B')?.check).toEqual(checked);
});

test('only a check of our own shows that a ballot is in the log', () => {
  expect(standingOf(sample())).toBe('received');
  expect(standingOf(sample({ state: 'entered' }))).toBe('counted');
  expect(standingOf(sample({ check: checked }))).toBe('checked');
  expect(standingOf(sample({ state: 'entered', check: alarmed }))).toBe('alarm');
});
