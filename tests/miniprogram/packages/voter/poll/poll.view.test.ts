import { countRow } from '../../../../../miniprogram/packages/voter/poll/count-row.view';
import { deadline, nextChangeAt } from '../../../../../miniprogram/packages/voter/poll/deadline.view';
import { pollView, settledCandidates } from '../../../../../miniprogram/packages/voter/poll/poll.view';
import { candidates, now, pollReply } from './sample-poll';

const at = (time: string): number => Date.parse(`${time}+08:00`);
const voted = { ballotsLeft: 0, nth: null, ballots: [{ nth: 1, choices: ['c1', 'c2'] }] };

test('an open poll shows its title in two lines, its rules as three figures and an empty place for the seal', () => {
  const view = pollView(pollReply(), now, 'received');
  expect(view.titleLines).toEqual(['2026年度', '十佳为民服务实事']);
  expect(view.seal).toEqual({ state: 'none', words: ['今天', '还没投'], label: '今天还没投' });
  expect(view.rules.figures).toEqual([
    { of: 'choices', figure: '3–10', isDigits: true, lines: ['每票选几项', '共 20 项'] },
    { of: 'ballots', figure: '1', isDigits: true, lines: ['每人每天一票', '投出不能改'] },
    { of: 'count', figure: '18:00', isDigits: true, lines: ['每天公布票数', '其余时间不显示'] },
  ]);
  expect(view.rules.sentence.map(({ text }) => text).join('')).toBe('选 3 到 10 项，每天一票');
  expect(view.countRow).toBeNull();
});

test.each([
  [{}, ['云川市人民政府办公室 主办'], ['主办']],
  [{ coOrganisers: '云川日报社' }, ['主办：云川市人民政府办公室', '协办：云川日报社'], ['主办', '协办']],
  [
    { implementers: '市文化馆、市图书馆', coOrganisers: '云川日报社' },
    ['主办：云川市人民政府办公室', '承办：市文化馆、市图书馆', '协办：云川日报社'],
    ['主办', '承办', '协办'],
  ],
] as const)('who is behind a poll stands under its title and in its rules: %j', (poll, hosts, terms) => {
  const view = pollView(pollReply({ poll }), now, 'received');
  expect(view.hosts).toEqual(hosts);
  expect(view.rules.rows.map(({ term }) => term).filter((term) => term.endsWith('办'))).toEqual(terms);
});

test('who has voted is offered to hear of what comes; who still can is not, nor who looks on', () => {
  const kinds = ['notice', 'result', 'extended'];
  const offered = (reply: Parameters<typeof pollReply>[0]) => pollView(pollReply(reply), now, 'received').reminders;
  const of = { pollId: 'p1', asOf: `${pollReply().poll.votingEndAt}/0` };
  expect(offered({ me: voted, canCast: false })).toEqual({ ...of, kinds: ['lastDay', ...kinds] });
  expect(offered({ me: voted, canCast: false, rules: { period: 'once' } })).toEqual({ ...of, kinds });
  expect(offered({})).toBeNull();
  expect(offered({ canCast: false })).toBeNull();
});

describe('the rules page tells before the vote', () => {
  const told = (poll: Parameters<typeof pollReply>[0] = {}): Record<string, string> =>
    Object.fromEntries(pollView(pollReply(poll), now, 'received').rules.rows.map(({ term, text }) => [term, text]));

  test('that equal votes share their place, and who shares the last seat wins', () => {
    expect(told({ poll: { seats: 3 } })['票数相同']).toBe('票数相同的，名次并列；并列在第 3 名的，都入选。');
    expect(told()['票数相同']).toBe('票数相同的，名次并列。');
  });

  test('what is drawn where a lot decides, when, and that anyone can work it out again', () => {
    const lot = { source: '福彩3D 第2026330期开奖号码', at: at('2026-12-01T21:15:00'), digits: 3 };
    expect(told({ poll: { seats: 3, lot } })['票数相同']).toBe(
      '票数相同、关系到入选的，由公开抽签定先后。抽签用“福彩3D 第2026330期开奖号码”，3 位数字，12月1日 21:15 公布。' +
        '号码和截止时的公开账册一起算出先后，谁都可以重新算。',
    );
  });

  test('for what a ballot may be voided, how late the end may be, what it is for and where objections go', () => {
    const latestEndAt = at('2026-12-03T18:00:00');
    const all = told({
      poll: {
        latestEndAt,
        purpose: '听群众的评价',
        objectionChannel: '市政府办公室',
        voidReasons: ['用程序投票', '收买的票'],
      },
    });
    expect(all['作废']).toBe('只有这几种票会作废：用程序投票；收买的票。作废要两个人同意，理由公开。');
    expect(all['投票时间']).toMatch(/11月30日 18:00。主办方可以延后，最晚到 12月3日 18:00。$/);
    expect(all).toMatchObject({ 目的: '听群众的评价', 异议: '市政府办公室' });
    const none = told({ poll: { voidReasons: [] } });
    expect(none['作废']).toBe('没有公布作废的情形，投出的票都算数。');
    expect(none['投票时间']).toMatch(/。截止时间不会延后。$/);
  });
});

test.each([
  ['received', 'received', '投票成功'],
  ['counted', 'received', '票已收到，可在回执里核对'],
  ['checked', 'entered', '已进公开账册，本机核对无误'],
  ['alarm', 'alarm', '核对没有通过，请看回执'],
] as const)('after the vote the seal at the title says no more than is known (%s)', (standing, state, label) => {
  const view = pollView(pollReply({ me: voted, canCast: false }), now, standing);
  expect(view.seal).toMatchObject({ state, label });
  expect(view.isBrief).toBe(true);
  expect(view.countRow).toEqual({ text: '票数今天 18:00 公布', link: '昨天的票数' });
});

test('a voter’s own page says when their ballot will be in, and no more once it is', () => {
  const reply = pollReply({ me: voted, canCast: false });
  const own = (promisedAt: number | null, at = now) => pollView(reply, at, 'received', 0, promisedAt).ownBallot;
  const promisedAt = Date.parse('2026-11-24T11:10:00+08:00');
  expect(own(promisedAt)).toBe('您的票预计 11:10 前可核对');
  expect(own(promisedAt, promisedAt)).toBe('您的票还不能核对，请看回执');
  expect(own(null)).toBe('');
});

test('only groups that have candidates are tabs', () => {
  const groups = [
    { id: 'life', name: '民生保障', min: 0, max: 3 },
    { id: 'city', name: '城市更新', min: 0, max: 3 },
  ];
  const list = candidates(10, { c3: { group: 'life' } });
  const view = pollView(pollReply({ rules: { groups }, candidates: list }), now, 'received');
  expect(view.groups).toEqual([
    { id: '', name: '全部' },
    { id: 'life', name: '民生保障' },
  ]);
});

test.each([
  ['promoting', { lead: '投票开始', at: '11月20日 9:00', left: '还有 2 天' }, '2026-11-18T09:00:00'],
  ['voting', { lead: '投票到', at: '11月30日 18:00', left: '还有 6 天' }, '2026-11-24T09:41:00'],
  ['verifying', { lead: '投票截止', at: '11月30日 18:00', left: '12月7日 公示' }, '2026-12-01T09:00:00'],
] as const)('while %s the date that matters is shown', (stage, shown, time) => {
  expect(deadline(pollReply({ poll: { stage } }).poll, at(time))).toEqual(shown);
});

test.each([
  ['before the day’s count', '2026-11-24T09:41:00', '票数今天 18:00 公布', '昨天的票数'],
  ['at the day’s count', '2026-11-24T18:00:00', '票数明天 18:00 公布', '今天的票数'],
  ['before the first count', '2026-11-20T10:00:00', '票数今天 18:00 公布', '看票数'],
])('with a daily count the row says when it comes: %s', (_, time, text, link) => {
  expect(countRow(pollReply().poll, at(time))).toEqual({ text, link });
});

test.each([
  ['live', { text: '票数满 20 票更新一次，人少时每小时更新', link: '看票数' }],
  ['afterClose', { text: '票数在投票截止后公布', link: '看票数' }],
] as const)('with a %s count the row says so', (kind, row) => {
  expect(countRow(pollReply({ poll: { countPolicy: { kind } } }).poll, now)).toEqual(row);
});

test('after the last day’s count the next one comes with the close', () => {
  const poll = { ...pollReply().poll, votingEndAt: at('2026-11-24T20:00:00') };
  expect(countRow(poll, at('2026-11-24T18:30:00'))).toEqual({ text: '票数在投票截止后公布', link: '今天的票数' });
});

test('nothing is said of a count before the vote', () => {
  expect(countRow(pollReply({ poll: { stage: 'promoting' } }).poll, now)).toBeNull();
});

test.each([
  ['the midnight that brings a new ballot', {}, '2026-11-24T09:41:00', '2026-11-25T00:00:00'],
  ['the end of the vote', {}, '2026-11-30T12:00:00', '2026-11-30T18:00:00'],
  ['the next stage', { poll: { stage: 'verifying' } }, '2026-12-01T00:00:00', '2026-12-07T00:00:00'],
] as const)('the page looks again at %s', (_, change, time, next) => {
  expect(nextChangeAt(pollReply(change), at(time))).toBe(at(next));
});

test('a poll that is all over is not looked at again', () => {
  expect(nextChangeAt(pollReply({ poll: { stage: 'notice' } }), at('2026-12-08T00:00:00'))).toBeNull();
});

test('cards say that they were voted for when no ballot is left, or when they are at their cap', () => {
  expect(settledCandidates(pollReply({ me: voted, canCast: false }))).toEqual(['c1', 'c2']);
  const some = [
    { nth: 1, choices: ['c1'] },
    { nth: 2, choices: ['c2'] },
    { nth: 3, choices: ['c2'] },
  ];
  const rules = { ballotsPerPeriod: 5, choices: { min: 1, max: 1 } };
  expect(settledCandidates(pollReply({ rules, me: { ballots: some } }))).toEqual([]);
  expect(settledCandidates(pollReply({ rules: { ...rules, perCandidate: 2 }, me: { ballots: some } }))).toEqual(['c2']);
});

test('people are counted as people on the page, in its rules and in the search', () => {
  const rules = { perCandidate: 2, groups: [{ id: 'g', name: '一班', min: 0, max: 2 }] };
  const view = pollView(pollReply({ poll: { measure: '位', seats: 3 }, rules }), now, 'received');
  expect(view).toMatchObject({ candidateCount: '20 位候选', measure: '位' });
  expect(JSON.stringify(view)).not.toContain('项');
});
