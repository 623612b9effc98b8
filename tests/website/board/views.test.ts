import type { BoardPoll, BoardStandings } from '../../../cloudfunctions/shared/universal/board';
import { closeDelay } from '../../../cloudfunctions/shared/domain/counting/release';
import { nothingKnown, type Known } from '../../../website/board/files/known';
import { boardView, type ReadyView } from '../../../website/board/view/board-view';
import { hallPages } from '../../../website/board/view/hall-pages';
import { boardPoll, boardStandings, candidate, day, hour, now } from '../support/board-files';

const folder = 'https://files.example/logs/shishi';

function view(poll: BoardPoll, standings: BoardStandings, clock = now, more: Partial<Known> = {}): ReadyView {
  const shown = boardView({ ...nothingKnown, poll, standings, ...more }, folder, clock);
  if (shown.kind !== 'ready') throw new Error('there is no board');
  return shown;
}

function ranking(poll: BoardPoll, standings: BoardStandings, clock = now) {
  const { count } = view(poll, standings, clock);
  if (count.kind !== 'ranking') throw new Error(`there is no ranking, but ${count.kind}`);
  return count;
}

it('names who is behind the poll, each with what they do where they are several', () => {
  const hosts = (more: Partial<BoardPoll>): string[] => view(boardPoll(more), boardStandings([1, 2, 3, 4, 5])).hosts;
  expect(hosts({})).toEqual(['云川市人民政府办公室']);
  expect(hosts({ coOrganisers: '云川日报社', implementers: '市文化馆、市图书馆' })).toEqual([
    '主办：云川市人民政府办公室',
    '承办：市文化馆、市图书馆',
    '协办：云川日报社',
  ]);
});

describe('the ranking', () => {
  it('lets equal votes share a rank, stand by number, and be inside together', () => {
    const { tables, cut } = ranking(boardPoll(), boardStandings([10, 50, 120, 50, 0]));
    expect(tables[0]?.rows.map(({ id, rank, isInside }) => [id, rank, isInside])).toEqual([
      ['c3', '1', true],
      ['c2', '2', true],
      ['c4', '2', true],
      ['c1', '4', false],
      ['c5', '5', false],
    ]);
    expect(cut).toBe('前 2 名将入选');
    expect(ranking(boardPoll(), boardStandings([1, 2, 3, 4, 5], { final: true })).cut).toBe('前 2 名入选');
  });

  it('waits for a public lot by name and hour, and shows how it fell', () => {
    const poll = boardPoll({ lot: { source: '福彩3D 第2026330期', at: now + hour, digits: 3 } });
    const tied = [['c4', 'c2']];
    const votes = [10, 50, 120, 50, 0];
    const awaited = ranking(poll, boardStandings(votes, { final: true, lot: { tied } }));
    expect([awaited.cut, awaited.lot]).toEqual([
      '',
      '等公开抽签：“项目4”、“项目2”，票数相同。抽签用“福彩3D 第2026330期”，今天 11:32 公布',
    ]);
    const drawn = ranking(poll, boardStandings(votes, { final: true, lot: { tied, draw: '042' } }));
    expect(drawn.tables[0]?.rows.slice(0, 3).map(({ id, rank, isInside }) => [id, rank, isInside])).toEqual([
      ['c3', '1', true],
      ['c4', '2', true],
      ['c2', '3', false],
    ]);
    expect([drawn.cut, drawn.lot]).toEqual([
      '前 2 名入选',
      '公开抽签 042（福彩3D 第2026330期），票数相同的先后：“项目4”、“项目2”',
    ]);
  });

  it('fills a bar by the percentage that stands beside it, of all ballots', () => {
    const [first] = ranking(boardPoll(), boardStandings([125, 1])).tables[0]?.rows ?? [];
    expect(first).toMatchObject({ votes: '125', share: '62.5%', percent: 62.5, number: '01', unit: '单位1' });
  });

  it('lets withdrawn candidates leave and lists them below', () => {
    const poll = boardPoll({ candidates: [candidate(1, { withdrawn: true }), candidate(2), candidate(3)] });
    const { tables, withdrawn } = ranking(poll, boardStandings([180, 20, 10]));
    expect(tables[0]?.rows.map(({ id, rank }) => [id, rank])).toEqual([
      ['c2', '1'],
      ['c3', '2'],
    ]);
    expect(withdrawn.map(({ name, votes }) => [name, votes])).toEqual([['项目1', '180']]);
  });

  it('draws no line where all would win', () => {
    const { seats: _seats, ...poll } = boardPoll();
    expect(ranking(poll, boardStandings([3, 2, 1])).cut).toBe('');
  });

  it('ranks each group for itself, and draws the line over all candidates only', () => {
    const groups = [
      { id: 'a', name: '民生' },
      { id: 'b', name: '环境' },
    ];
    const candidates = [1, 2, 3, 4].map((number) => candidate(number, { group: number % 2 ? 'a' : 'b' }));
    const { tables } = ranking(boardPoll({ groups, candidates }), boardStandings([9, 8, 7, 6]));
    expect(tables.map(({ name, rows }) => [name, rows.map(({ id, rank }) => id + rank)])).toEqual([
      ['全部', ['c11', 'c22', 'c33', 'c44']],
      ['民生', ['c11', 'c32']],
      ['环境', ['c21', 'c42']],
    ]);
    expect(tables[1]?.rows.every(({ isInside }) => isInside)).toBe(true);
  });

  it('says the time and the ballots beside the count, and when the count changes next', () => {
    const { figures, next, bar } = ranking(boardPoll(), boardStandings([1]));
    expect(figures).toMatchObject({ asOfLabel: '票数截至 11月23日', asOf: '10:32', ballots: '200' });
    expect([next, bar]).toEqual(['满 20 票更新一次，人少时每小时更新', '整条底色是全部选票，每张选票选 3–10 项']);
    expect(ranking(boardPoll(), boardStandings([1], { nextAt: now + 8 * hour })).next).toBe('下一次公布 今天 18:32');
    expect(ranking(boardPoll(), boardStandings([1], { nextAt: now + 6 * day + closeDelay })).next).toBe(
      '下一次在投票截止后公布',
    );
    expect(ranking(boardPoll(), boardStandings([1]), now + 6 * day).next).toBe('投票已结束，最终票数几分钟内公布');
    const final = ranking(boardPoll(), boardStandings([1], { final: true }), now + 7 * day);
    expect([final.next, final.figures.asOfLabel]).toEqual(['投票已结束，票数不再变动', '最终票数 11月23日']);
  });

  it('says that each ballot moves it where the poll chose so, and that else nothing does in the last ten minutes', () => {
    const { verifying } = boardPoll().stages;
    const nextOf = (shape: object, at: number) => ranking(boardPoll(), boardStandings([1], shape), at).next;
    expect(nextOf({ step: 1 }, now)).toBe('每票即时更新');
    expect(nextOf({ step: 1 }, verifying - 1)).toBe('每票即时更新');
    expect(nextOf({}, verifying - 10 * 60_000)).toBe('投票结束前几分钟不更新，结束后一起公布');
    expect(nextOf({}, verifying - 10 * 60_000 - 1)).toBe('满 20 票更新一次，人少时每小时更新');
  });

  it('is shown in a hall by tens: all of it, or the first ten and then each group', () => {
    const sixty = boardPoll({ candidates: Array.from({ length: 60 }, (_, index) => candidate(index + 1)) });
    const pages = hallPages(ranking(sixty, boardStandings([1])).tables);
    expect(pages.map(({ from, to, total }) => [from, to, total])).toEqual([
      [1, 10, 60],
      [11, 20, 60],
      [21, 30, 60],
      [31, 40, 60],
      [41, 50, 60],
      [51, 60, 60],
    ]);
    const lineOf = (seats: number) =>
      hallPages(ranking({ ...sixty, seats }, boardStandings(sixty.candidates.map((_, index) => 199 - index))).tables)
        .map(({ hasLine }, page) => (hasLine ? page + 1 : 0))
        .filter((page) => page > 0);
    expect([1, 10, 12, 59, 60].map(lineOf)).toEqual([[1], [1], [2], [6], []]);
    const groups = [{ id: 'a', name: '民生' }];
    const grouped = boardPoll({ groups, candidates: sixty.candidates.map((each) => ({ ...each, group: 'a' })) });
    const [first, second] = hallPages(ranking(grouped, boardStandings([1])).tables);
    expect([first?.name, second?.name, second?.from]).toEqual(['全部', '民生', 1]);
    expect(hallPages([])).toEqual([]);
  });
});

describe('while counts are hidden, the board', () => {
  const hidden = (nextAt: number) => boardStandings([], { shown: null, nextAt });

  it('waits for the day’s publication, says why, and how many ballots have come', () => {
    const { count } = view(boardPoll({ countPolicy: 'daily' }), hidden(now + 6 * hour));
    expect(count).toMatchObject({
      kind: 'wait',
      day: '今天',
      time: '16:32',
      words: '公布票数',
      degrees: 270,
      detail:
        '还有 6 小时。投票期间每天公布一次，平时不显示票数，免得互相跟着投。已计入的票数满 20 票更新一次，人少时每小时更新。',
      figures: { ballots: '203', ballotsLabel: '已计入选票', asOf: '10:32' },
    });
  });

  it('waits for the end of the vote, not for the margin behind it', () => {
    const poll = boardPoll({ countPolicy: 'afterClose' });
    const { count } = view(poll, hidden(poll.stages.verifying + closeDelay));
    expect(count).toMatchObject({ day: '11月29日', time: '10:32', words: '截止后公布', degrees: 120 });
    const after = view(poll, hidden(poll.stages.verifying + closeDelay), poll.stages.verifying + 1_000).count;
    expect(after).toMatchObject({ words: '已截止', degrees: 360 });
    expect(after.kind === 'wait' && after.detail).toContain('票数几分钟内公布');
  });
});

describe('at other times, the board', () => {
  it('waits for the vote to open, and shows who stands', () => {
    const poll = boardPoll({ stages: { voting: now + 6 * hour, verifying: now + day } });
    const { count, stage, countdown } = view(poll, boardStandings([], { ballots: 0, shown: null }));
    expect(count).toMatchObject({ kind: 'wait', time: '16:32', words: '开始投票', degrees: 270, figures: null });
    expect(count.kind === 'wait' && count.candidates.map(({ name }) => name)).toContain('项目5');
    expect([stage, countdown]).toEqual(['筹备中', '距投票开始还有 6 小时']);
  });

  it('says that there is no ballot yet, before and after the log began', () => {
    const shown = { batch: 0, counts: {}, ballots: 0, asOf: now };
    for (const standings of [boardStandings([], { shown }), boardStandings([], { shown: null })]) {
      expect(view(boardPoll(), standings).count).toMatchObject({ kind: 'nothing', heading: '还没有选票计入' });
    }
    expect(view(boardPoll(), boardStandings([], { shown, final: true })).count).toMatchObject({
      heading: '没有有效选票',
      detail: '投票已结束，没有计入结果的选票。',
    });
  });

  it('shows no count of a poll that was called off, but why', () => {
    const { count, stage, code } = view(
      boardPoll({ withdrawal: { reason: '资料有误', at: now - hour } }),
      boardStandings([99]),
    );
    expect(count).toMatchObject({ heading: '评选已取消', detail: '今天 9:32 由主办方取消。原因：资料有误' });
    expect([stage, code.lead]).toEqual(['已取消', '在微信里查看']);
    expect(JSON.stringify(count)).not.toContain('99');
  });

  it('counts down to the next stage in days, hours and minutes, never in seconds', () => {
    const { verifying } = boardPoll().stages;
    const at = (left: number) => view(boardPoll(), boardStandings([1]), verifying - left).countdown;
    expect([6 * day, 3 * hour + 12 * 60_000, 2 * hour, 90_000, 59_000].map(at)).toEqual([
      '距投票截止还有 6 天',
      '距投票截止还有 3 小时 12 分',
      '距投票截止还有 2 小时',
      '距投票截止还有 1 分钟',
      '距投票截止不到 1 分钟',
    ]);
    expect(at(0)).toBe('距公示开始还有 2 天');
    expect(view(boardPoll(), boardStandings([1]), now + 9 * day)).toMatchObject({
      stage: '公示中',
      countdown: '',
      until: '',
    });
  });

  it('trusts the count’s time more than a clock that is behind it', () => {
    expect(view(boardPoll(), boardStandings([1]), 0).stage).toBe('投票中');
  });
});

describe('beside the count, the board', () => {
  it('shows the poll’s code, by a whole or a relative address, and else how to find the poll', () => {
    const code = (given?: string) =>
      view(boardPoll(given === undefined ? {} : { code: given }), boardStandings([1])).code;
    expect(code('https://files.example/c.png')).toMatchObject({ picture: 'https://files.example/c.png' });
    expect(code('code.png')).toMatchObject({ picture: `${folder}/code.png`, detail: '投出您的一票' });
    for (const none of [undefined, 'javascript:alert(1)']) {
      expect(code(none)).toMatchObject({ picture: '', detail: '搜索小程序“公评”，打开后按编号 shishi 查找' });
    }
  });

  it('finds pictures from the poll’s folder, and none where no page fetches from', () => {
    const given = ['../../polls/a.jpg', 'https://files.example/b.jpg', 'javascript:alert(1)'];
    const candidates = given.map((picture, index) => candidate(index + 1, { picture }));
    const { tables } = ranking(boardPoll({ candidates }), boardStandings([3, 2, 1]));
    expect(tables[0]?.rows.map(({ picture }) => picture)).toEqual([
      'https://files.example/polls/a.jpg',
      'https://files.example/b.jpg',
      '',
    ]);
  });

  it('tells people who check the log’s key, name and size, and after the close where to count again', () => {
    const { log } = view(boardPoll(), boardStandings([1]));
    expect(log).toMatchObject({
      key: 'town.example/shishi+1a2b3c4d+QUJD',
      origin: 'town.example/shishi',
      published: '204 条',
      line: '公开账册 town.example/shishi · 公钥 1a2b3c4d · 已公开 204 条',
      source: 'files.example',
      // Overwritten in place: past a cache that has the one of an earlier size.
      checkpoint: 'https://files.example/logs/shishi/checkpoint?t=204',
      recount: '',
    });
    const closed = { origin: 'o', key: 'o+1+2', size: 9, bundle: 'bundles/9.txt' };
    expect(view(boardPoll(), boardStandings([1], { log: closed })).log?.recount).toBe(
      '../recount/?bundle=https%3A%2F%2Ffiles.example%2Flogs%2Fshishi%2Fbundles%2F9.txt',
    );
  });

  it('says of what time the count is while nothing new arrives', () => {
    const stale = (failures: number, standings = boardStandings([1])) =>
      view(boardPoll(), standings, now, { failures, failure: 'unreachable' }).stale;
    expect([stale(0), stale(1), stale(2)]).toEqual(['', '', '连接中断，显示的是 10:32 的票数']);
    expect(stale(2, boardStandings([], { shown: null, nextAt: now + hour }))).toBe('连接中断，显示的是 10:32 的情况');
  });

  it('says why there is nothing to show', () => {
    const of = (known: Partial<Known>) => boardView({ ...nothingKnown, ...known }, folder, now);
    expect(of({})).toEqual({ kind: 'loading' });
    expect(of({ failures: 1, failure: 'none' })).toMatchObject({ heading: '这个地址没有评选' });
    expect(of({ failures: 1, failure: 'foreign' })).toMatchObject({ heading: '这个地址不是评选' });
    expect(of({ poll: boardPoll(), failures: 1, failure: 'unreachable' })).toMatchObject({ heading: '没有连上' });
  });
});
