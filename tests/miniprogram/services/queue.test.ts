import { queuePause, roomIn } from '../../../miniprogram/services/queue';
import { failureBy } from '../failures';

test('only a refusal for want of room says when there may be room', () => {
  expect(roomIn(failureBy('BUSY', { requestId: '1', retryAfter: 3000 }))).toBe(3000);
  expect(roomIn(failureBy('BUSY'))).toBeUndefined();
  expect(roomIn(failureBy('TIMEOUT'))).toBeUndefined();
});

test('phones that were refused at once come back spread over as long as they wait', () => {
  for (let refusals = 1; refusals <= 12; refusals += 1) {
    const least = Math.min(40_000, 3000 * 2 ** (refusals - 1));
    expect(queuePause(3000, refusals, 0)).toBe(least);
    expect(queuePause(3000, refusals, 1)).toBe(2 * least);
  }
  const seconds = new Set(Array.from({ length: 1000 }, () => Math.floor(queuePause(3000, 5) / 1000)));
  expect(seconds.size).toBeGreaterThan(30);
});
