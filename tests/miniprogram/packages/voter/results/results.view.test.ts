import {
  firstRows,
  isCountDue,
  refreshDelay,
  resultsView,
  type Shown,
} from '../../../../../miniprogram/packages/voter/results/results.view';
import { countOf } from '../../../../../miniprogram/packages/voter/timeline/timeline.view';
import { timeText } from '../../../../../cloudfunctions/shared/universal/times';
import { candidates, now, pollReply, standings, votingEndAt, votingStartAt } from '../../../samples';

const tonight = Date.parse('2026-11-24T18:00:00+08:00');

function shown(shape: Partial<Shown> = {}): Shown {
  return { reply: pollReply(), standings: standings(), group: '', mine: new Set<string>(), now, ...shape };
}

test('the as-of time and the ballots stand beside the count', () => {
  expect(resultsView(shown())).toMatchObject({
    kind: 'ready',
    asOfLabel: '票数截至',
    asOf: '11月24日 9:41',
    ballots: '40',
    next: '满 20 票更新一次，人少时每小时更新',
  });
});

test.each([
  ['each ballot where the poll chose so', { step: 1 as const }, now, '每票即时更新'],
  ['nothing in the last ten minutes', {}, votingEndAt - 10 * 60_000, '投票结束前几分钟不更新，结束后一起公布'],
  ['each ballot to the end, where the poll chose so', { step: 1 as const }, votingEndAt - 1, '每票即时更新'],
  ['a minute before that as ever', {}, votingEndAt - 11 * 60_000, '满 20 票更新一次，人少时每小时更新'],
])('the page says what moves the count: %s', (_, shape, at, next) => {
  expect(resultsView(shown({ standings: standings(shape), now: at }))).toMatchObject({ next });
});

test('before the vote the time beside the count is that of the opening', () => {
  const view = resultsView(shown({ standings: standings({ ballots: 0, asOf: now + 60_000 }) }));
  expect(view).toMatchObject({ asOfLabel: '投票开始' });
});

test('while counts are hidden the number of ballots says when it was true and when it moves', () => {
  const reply = pollReply({ countPolicy: { kind: 'afterClose' } });
  const paceAt = (at: number, asOf: number) => {
    const hidden = { hidden: true, nextAt: votingEndAt + 60_000, ballots: 3, asOf, step: 20 } as const;
    const view = resultsView(shown({ reply, standings: hidden, now: at }));
    return view.kind === 'hidden' ? view.pace : undefined;
  };
  expect(paceAt(now, now - 41 * 60_000)).toBe('截至 今天 9:00，满 20 票更新一次，人少时每小时更新');
  expect(paceAt(votingEndAt - 60_000, votingEndAt - 3_600_000)).toBe(
    '截至 今天 17:00，投票结束前几分钟不更新，结束后一起公布',
  );
  expect(paceAt(votingEndAt + 60_000, votingEndAt - 3_600_000)).toBe('截至 今天 17:00');
  expect(paceAt(votingStartAt - 60_000, votingStartAt)).toBe('满 20 票更新一次，人少时每小时更新');
});

test('a daily count says when the next one comes', () => {
  const view = resultsView(
    shown({
      reply: pollReply({ countPolicy: { kind: 'daily', at: '18:00' } }),
      standings: standings({ nextAt: tonight }),
    }),
  );
  expect(view).toMatchObject({ next: '下一次 今天 18:00' });
});

test('a final count says that nothing changes any more', () => {
  const view = resultsView(shown({ standings: standings({ final: true }) }));
  expect(view).toMatchObject({ asOfLabel: '最终票数', next: '投票已结束，票数不再变动' });
});

test('the cut-off line parts the winners from the rest', () => {
  const view = resultsView(shown({ reply: pollReply({ seats: 2 }) }));
  if (view.kind !== 'ready') throw new Error(view.kind);
  // While people vote nobody is chosen yet.
  expect(view.cut).toBe('前 2 名将入选');
  const final = resultsView(shown({ reply: pollReply({ seats: 2 }), standings: standings({ final: true }) }));
  expect(final).toMatchObject({ cut: '前 2 名入选' });
  expect(view.inside.map(({ id }) => id)).toEqual(['c2', 'c3']);
  expect(view.outside.map(({ id }) => id)).toEqual(['c1', 'c4']);
});

test('a long ranking comes by and by, and its line once the rows above it are all there', () => {
  const whole = resultsView(shown({ reply: { ...pollReply(), poll: { ...pollReply().poll, seats: 2 } } }));
  const rowsOf = (count: number): unknown[] => {
    const view = firstRows(whole, count);
    return view.kind === 'ready' ? [view.inside.length, view.outside.length, view.cut !== ''] : [];
  };
  expect(rowsOf(1)).toEqual([1, 0, false]);
  expect(rowsOf(2)).toEqual([2, 0, false]);
  expect(rowsOf(3)).toEqual([2, 1, true]);
  expect(firstRows(whole, 300)).toEqual(whole);
});

test('where everybody wins there is no line', () => {
  expect(resultsView(shown({ reply: pollReply({ seats: 4 }) }))).toMatchObject({ cut: '', outside: [] });
});

test('a group tab lists its candidates alone, without the line', () => {
  const rules = {
    ...pollReply().poll.rules,
    groups: [
      { id: 'g1', name: '养老', min: 0, max: 2 },
      { id: 'g2', name: '托育', min: 0, max: 2 },
    ],
  };
  const listed = [...candidates(2, { group: 'g1' }), ...candidates(4, { group: 'g2' }).slice(2)];
  const view = resultsView(shown({ reply: pollReply({ rules, seats: 1 }, listed), group: 'g2' }));
  if (view.kind !== 'ready') throw new Error(view.kind);
  expect(view.tabs.map(({ name, isChosen }) => [name, isChosen])).toEqual([
    ['全部', false],
    ['养老', false],
    ['托育', true],
  ]);
  expect(view.inside.map(({ id }) => id)).toEqual(['c3', 'c4']);
  expect(view.cut).toBe('');
});

test('before the first ballot there is no ranking of zeros', () => {
  const view = resultsView(shown({ standings: standings({ counts: {}, ballots: 0 }) }));
  expect(view).toMatchObject({ inside: [], none: { detail: '第一张选票计入以后，这里会列出排名。' } });
});

test('after the close nobody is told to wait for a first ballot: all may have been voided', () => {
  const view = resultsView(shown({ standings: standings({ counts: {}, ballots: 0, final: true }) }));
  const none = { title: '没有有效选票', detail: '投票已结束，没有计入结果的选票。' };
  expect(view).toMatchObject({ inside: [], none });
  expect(countOf(view)).toMatchObject({ kind: 'withheld', ...none });
});

test('a hidden daily count shows the clock, why, and how many ballots there are', () => {
  const reply = pollReply({ countPolicy: { kind: 'daily', at: '18:00' } });
  const view = resultsView(
    shown({ reply, standings: { hidden: true, nextAt: tonight, ballots: 2298, asOf: votingStartAt, step: 20 } }),
  );
  expect(view).toMatchObject({
    kind: 'hidden',
    day: '今天',
    time: '18:00',
    detail: '还有 8 小时 19 分。投票期间每天公布一次，平时不显示票数，免得互相跟着投。',
    ballots: '2,298',
  });
});

test('a count that comes after the close shows the end of the vote, not the margin for ballots on their way', () => {
  const reply = pollReply({ countPolicy: { kind: 'afterClose' } });
  const { votingEndAt } = reply.poll;
  const hidden = { hidden: true, nextAt: votingEndAt + 60_000, ballots: 3, asOf: votingStartAt, step: 20 } as const;
  const before = resultsView(shown({ reply, standings: hidden, now: votingEndAt - 3_600_000 }));
  expect(before).toMatchObject({
    time: timeText(votingEndAt),
    words: '截止后公布',
    detail: '还有 1 小时。投票结束后公布，投票期间不显示票数，免得互相跟着投。',
  });
  const after = resultsView(shown({ reply, standings: hidden, now: votingEndAt + 1 }));
  expect(after).toMatchObject({
    time: timeText(votingEndAt),
    words: '已截止',
    detail: '票数几分钟内公布。投票期间不显示票数，免得互相跟着投。',
    degrees: 360,
  });
});

test('the last of the daily counts comes after the close, and soon once the vote is over', () => {
  const reply = pollReply({ countPolicy: { kind: 'daily', at: '18:00' } });
  const { votingEndAt } = reply.poll;
  const last = standings({ nextAt: votingEndAt + 60_000 });
  expect(resultsView(shown({ reply, standings: last }))).toMatchObject({ next: '下一次在投票截止后' });
  expect(resultsView(shown({ reply, standings: last, now: votingEndAt }))).toMatchObject({
    next: '投票已结束，最终票数几分钟内公布',
  });
});

test('the ring fills from the last publication to the next', () => {
  const reply = pollReply({ countPolicy: { kind: 'daily', at: '18:00' } });
  const degrees = (at: number) => {
    const view = resultsView(
      shown({
        reply,
        standings: { hidden: true, nextAt: tonight, ballots: 0, asOf: votingStartAt, step: 20 },
        now: at,
      }),
    );
    return view.kind === 'hidden' ? view.degrees : undefined;
  };
  expect([degrees(tonight - 86_400_000), degrees(tonight - 43_200_000), degrees(tonight + 5)]).toEqual([0, 180, 360]);
});

test('a count that is hidden to the close is counted from the start of the vote', () => {
  const reply = pollReply({ countPolicy: { kind: 'afterClose' } });
  const view = resultsView(
    shown({
      reply,
      standings: { hidden: true, nextAt: votingStartAt + 4000, ballots: 1, asOf: votingStartAt, step: 20 },
      now: votingStartAt + 1000,
    }),
  );
  expect(view).toMatchObject({ degrees: 90 });
});

test.each([
  ['live', standings(), 5_000],
  ['final', standings({ final: true }), null],
  ['long before the next publication', standings({ nextAt: tonight }), 30_000],
  ['just before the next publication', standings({ nextAt: now + 9_000 }), 10_000],
  ['when the publication is late', standings({ nextAt: now - 60_000 }), 5_000],
] as const)('the page looks again: %s', (name, count, delay) => {
  const kind = name === 'live' ? ({ kind: 'live' } as const) : ({ kind: 'daily', at: '18:00' } as const);
  expect(refreshDelay(pollReply({ countPolicy: kind }), count, now)).toBe(delay);
});

test('between two publications the server is not asked', () => {
  expect(isCountDue(standings({ nextAt: tonight }), now)).toBe(false);
  expect(isCountDue(standings({ nextAt: tonight }), tonight)).toBe(true);
  expect(isCountDue(standings({ nextAt: null }), now)).toBe(true);
});

test('a closed poll leads to the bundle that anyone can recount, an open one does not', () => {
  const log = { origin: 'gongping.test/p1', key: 'key', files: 'cloud://x/logs/p1', size: 9 };
  const closed = shown({});
  const withLog = (more: object) => ({ ...closed, standings: { ...closed.standings, log: { ...log, ...more } } });
  expect(resultsView(withLog({ bundle: 'cloud://x/logs/p1/bundles/9.txt' }))).toMatchObject({
    bundle: 'cloud://x/logs/p1/bundles/9.txt',
  });
  expect(resultsView(withLog({}))).toMatchObject({ bundle: '' });
});

describe('where a public lot decides between equal votes', () => {
  const lot = { source: '福彩3D 第2026330期开奖号码', at: now + 3_600_000, digits: 3 };
  const counts = { c1: 7, c2: 30, c3: 7, c4: 7 };
  const view = (state: object, time = now) => {
    const made = resultsView({
      ...shown({
        reply: pollReply({ seats: 2, lot }),
        standings: standings({ counts, final: true, lot: { tied, ...state } }),
      }),
      now: time,
    });
    if (made.kind !== 'ready') throw new Error(made.kind);
    return made;
  };
  const tied = [['c4', 'c1', 'c3']];

  test('the page waits for it by name and hour, and draws no line between who is equal', () => {
    const { cut, outside, inside, lot: notice } = view({});
    expect([cut, outside, inside.map(({ rank }) => rank)]).toEqual(['', [], ['1', '2', '2', '2']]);
    expect(notice).toEqual({
      title: '等公开抽签',
      lines: [
        '“项目4”、“项目1”、“项目3”，票数相同，谁先谁后由抽签定。',
        '抽签用“福彩3D 第2026330期开奖号码”今天 10:41 公布，3 位数字。',
        '公布以后，由主办方两个人填进公开账册，这里就公布先后。',
      ],
    });
    expect(view({}, lot.at).lot?.lines.at(-1)).toBe('号码应该已经公布，主办方两个人填进公开账册以后，这里就公布先后。');
  });

  test('the page looks again for what is drawn, and for nothing behind it', () => {
    const reply = pollReply({ lot });
    expect(refreshDelay(reply, standings({ final: true, lot: { tied } }), now)).toBe(30_000);
    expect(refreshDelay(reply, standings({ final: true, lot: { tied, draw: '042' } }), now)).toBeNull();
  });

  test('once it is drawn they stand in its order, with places of their own, and the line behind the last seat', () => {
    const { cut, inside, outside, lot: notice } = view({ draw: '042' });
    expect(cut).toBe('前 2 名入选');
    expect(inside.map(({ id, rank }) => [id, rank])).toEqual([
      ['c2', '1'],
      ['c4', '2'],
    ]);
    expect(outside.map(({ id, rank }) => [id, rank])).toEqual([
      ['c1', '3'],
      ['c3', '4'],
    ]);
    expect(notice).toEqual({
      title: '公开抽签：042',
      lines: [
        '3 项票数相同，抽签定出的先后：“项目4”、“项目1”、“项目3”。',
        '号码来自“福彩3D 第2026330期开奖号码”，和截止时的公开账册一起算出先后，谁都可以重新算。',
      ],
    });
  });
});
