import { elderHome } from '../../../miniprogram/pages/home/elder-home.view';
import { listedPoll, now } from '../samples';

const day = 86_400_000;

test('the three entries are the open poll with today’s state, its counts, and the receipts of this phone', () => {
  const home = elderHome([listedPoll({ id: 'a', countPolicy: { kind: 'daily', at: '18:00' } })], 3, now);
  expect(home.vote).toMatchObject({
    pollId: 'a',
    title: '去投票',
    lines: [expect.any(String), '今天的一票还没投，11月30日 18:00 截止'],
  });
  expect(home.counts).toMatchObject({ pollId: 'a', lines: ['每天 18:00 公布'] });
  expect(home.call).toBeNull();
  expect(home.receipts.spoken).toBe('我的回执，投过 3 票，都查得到');
});

test('without an open poll the counts are those of the last one, said by its name, and there is nothing to vote on', () => {
  const ended = listedPoll({ id: 'b', title: '最美河道', stage: 'notice', votingEndAt: now - day });
  const coming = listedPoll({ id: 'c', stage: 'promoting', votingStartAt: now + day, votingEndAt: now + 2 * day });
  expect(elderHome([coming, ended], 0, now)).toMatchObject({
    vote: null,
    counts: { pollId: 'b', lines: ['最美河道', '投票已截止'] },
    receipts: { lines: ['还没有投过票'] },
  });
  expect(elderHome([coming], 0, now).counts).toBeNull();
});

test.each([
  [{ kind: 'live' as const }, '现在就可以看'],
  [{ kind: 'afterClose' as const }, '投票截止后公布'],
])('counts by %j are said as %s', (countPolicy, words) => {
  expect(elderHome([listedPoll({ countPolicy })], 0, now).counts?.lines).toEqual([words]);
});

test('whoever has a question calls the number that the poll gives', () => {
  expect(elderHome([listedPoll({ hotline: '0500-0000-0318' })], 0, now).call).toEqual({
    number: '0500-0000-0318',
    word: '打电话问',
    spoken: '打电话问，监督电话 0500-0000-0318',
  });
});
