import { rememberLog, seenLog } from '../../../../../miniprogram/packages/receipt/receipt/kept-checkpoints';
import { installWechat } from '../../../wechat';

beforeEach(() => {
  installWechat();
});

test('a log that was never checked here is unknown', () => {
  expect(seenLog('a/p1')).toBeNull();
});

test('the newest checkpoint replaces the one before, the first key never', () => {
  rememberLog('a/p1', { key: 'first', note: 'note 1' });
  rememberLog('a/p2', { key: 'other', note: 'note' });
  rememberLog('a/p1', { key: 'second', note: 'note 2' });
  expect(seenLog('a/p1')).toEqual({ key: 'first', note: 'note 2' });
});
