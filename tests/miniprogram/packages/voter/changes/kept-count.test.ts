import { rememberChanges, seenChanges } from '../../../../../miniprogram/packages/voter/changes/kept-count';
import { installWechat } from '../../../wechat';

const wechat = { storage: new Map<string, unknown>() };
beforeEach(() => {
  wechat.storage = installWechat().storage;
});

test('a poll that was never opened here is unknown, whatever it is called', () => {
  rememberChanges('p1', 3);
  expect(seenChanges('p2')).toBeUndefined();
  expect(seenChanges('toString')).toBeUndefined();
  rememberChanges('__proto__', 1);
  expect(seenChanges('__proto__')).toBe(1);
});

test('what is known of one poll replaces what was known before', () => {
  rememberChanges('p1', 0);
  rememberChanges('p1', 2);
  expect(seenChanges('p1')).toBe(2);
});

test('what somebody else wrote under the key is as good as nothing', () => {
  wechat.storage.set('seen-changes', { p1: 3 });
  expect(seenChanges('p1')).toBeUndefined();
});

test('the phone keeps the polls that were opened last', () => {
  for (let poll = 0; poll < 300; poll++) rememberChanges(`p${poll}`, 1);
  expect(seenChanges('p0')).toBeUndefined();
  expect(seenChanges('p299')).toBe(1);
});
