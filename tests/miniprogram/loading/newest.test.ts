import { newestOnly } from '../../../miniprogram/loading/newest';

test('a reply that a newer request has overtaken is dropped', async () => {
  const newest = newestOnly();
  let answerFirst: (value: string) => void = () => undefined;
  const first = newest(new Promise<string>((resolve) => (answerFirst = resolve)));
  const second = newest(Promise.resolve('second'));
  expect(await second).toBe('second');
  answerFirst('first');
  expect(await first).toBeUndefined();
});
