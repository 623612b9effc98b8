import { pollBar } from '../../../../../miniprogram/packages/voter/poll/poll-bar.view';
import { now, pollReply } from './sample-poll';

const tomorrow = Date.parse('2026-11-25T00:00:00+08:00');
const cast = [{ nth: 1, choices: ['c1'] }];

test('while a ballot is left the bar leads to the check before the cast', () => {
  expect(pollBar(pollReply(), ['c1', 'c2', 'c3'], false, now)).toMatchObject({
    action: 'review',
    bar: { kind: 'counting', chosen: 3, button: { text: '核对并投出' } },
  });
});

test('after the day’s ballot the bar says when one may vote again and leads to the receipt', () => {
  const voted = pollReply({ me: { ballotsLeft: 0, nth: null, nextAt: tomorrow, ballots: cast }, canCast: false });
  expect(pollBar(voted, [], true, now)).toMatchObject({
    action: 'receipt',
    bar: { isSealed: true, title: '今天的一票已投', second: '明天 0:00 可以再投', button: { text: '看回执' } },
  });
});

test('without the receipt on this phone the bar leads to the counts instead', () => {
  const voted = pollReply({ me: { ballotsLeft: 0, nth: null, nextAt: tomorrow, ballots: cast }, canCast: false });
  expect(pollBar(voted, [], false, now)).toMatchObject({ action: 'results', bar: { button: { text: '看票数' } } });
});

test('after the only ballot of the event nothing promises another one', () => {
  const voted = pollReply({
    rules: { period: 'once' },
    me: { ballotsLeft: 0, nth: null, ballots: cast, period: 'once' },
    canCast: false,
  });
  expect(pollBar(voted, [], true, now).bar).toMatchObject({ title: '您的一票已投', second: '票数每天 18:00 公布' });
});

test('before the vote the bar says when it starts and offers nothing to tap', () => {
  const early = pollReply({
    poll: { stage: 'promoting', votingStartAt: Date.parse('2026-11-26T09:00:00+08:00') },
    me: { ballotsLeft: 0 },
    canCast: false,
  });
  expect(pollBar(early, [], false, now).bar).toMatchObject({
    title: '投票还没开始',
    second: '11月26日 9:00 开始',
    button: null,
  });
});

test('after the vote the bar says when it ended and leads to the counts', () => {
  const late = pollReply({ poll: { stage: 'verifying' }, me: { ballotsLeft: 0 }, canCast: false });
  expect(pollBar(late, [], false, now)).toMatchObject({
    action: 'results',
    bar: { title: '投票已经截止', second: '11月30日 18:00 截止', button: { text: '看票数' } },
  });
});
