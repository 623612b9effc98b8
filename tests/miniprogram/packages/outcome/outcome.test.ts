import { readOutcomeFile } from '../../../../cloudfunctions/shared/universal/read-outcome';
import { awardsView } from '../../../../miniprogram/packages/outcome/awards/awards.view';
import { noticeView } from '../../../../miniprogram/packages/outcome/notice/notice.view';
import { noticeDays } from '../../../../miniprogram/packages/outcome/notice/working-days';
import type {
  OutcomeFile,
  OutcomeNotice,
  PublishedOutcome,
} from '../../../../miniprogram/packages/outcome/services/outcome';
import { outcomeCard } from '../../../../miniprogram/packages/voter/poll/outcome-card.view';
import { pollReply } from '../voter/poll/sample-poll';

const at = (text: string): number => Date.parse(`${text}:00+08:00`);
const now = at('2026-02-14T10:00');
const from = at('2026-02-13T09:00');
const until = at('2026-02-28T00:00');

const notice: OutcomeNotice = {
  n: 1,
  index: 7,
  from,
  until,
  winners: [
    { candidate: 'b', rank: 1, level: '一等奖' },
    { candidate: 'a', rank: 2, level: '二等奖' },
    { candidate: 'c', rank: 2, level: '二等奖' },
  ],
  ballots: 46_208,
  voids: [
    { reason: '一人多个账号', ballots: 500 },
    { reason: '代投', ballots: 28 },
  ],
  office: '市纪委监督室',
  phone: '0595-12345',
  address: '市府路1号',
  note: '',
};
const outcome: OutcomeFile = {
  v: 1,
  pollId: 'p',
  size: 9,
  owedDays: 5,
  notices: [notice],
  winners: notice.winners,
  revocations: [],
};
const poll: PublishedOutcome['poll'] = {
  v: 1,
  id: 'p',
  title: '2026年度十佳实事',
  organiser: '市政府办',
  stages: { voting: at('2026-02-09T10:00'), verifying: at('2026-02-12T18:00'), notice: from, awarded: until },
  reached: { notice: from },
  seats: 3,
  countPolicy: 'afterClose',
  choices: { min: 1, max: 3 },
  candidates: ['a', 'b', 'c', 'd'].map((id, index) => ({ id, number: index + 1, name: `实事${id}`, unit: '市民政局' })),
};
const published = (part: Partial<OutcomeFile> = {}, more: Partial<typeof poll> = {}): PublishedOutcome => ({
  poll: { ...poll, ...more },
  outcome: { ...outcome, ...part },
});
const result = { index: 8, at: at('2026-03-02T10:00'), leaf: 'ab'.repeat(32), entry: '' };

describe('the notice', () => {
  test('offers to tell of its beginning and of each change, until there is an award or an end', () => {
    const offered = { pollId: 'p', kinds: ['notice'] };
    const asOf = (n: number): string => `${poll.stages.verifying}/${n}`;
    expect(noticeView(published({ notices: [] }), now).reminders).toEqual({ ...offered, asOf: asOf(0) });
    expect(noticeView(published(), now).reminders).toEqual({ ...offered, asOf: asOf(1) });
    expect(noticeView(published({ result }), now).reminders).toBeNull();
    const callOff = { reason: '材料有争议', at: now, index: 9 };
    expect(noticeView(published({ callOff }), now).reminders).toBeNull();
  });

  test('says who is to be awarded by grade and rank, until when, where to, and how it was worked out', () => {
    expect(noticeView(published(), now)).toMatchObject({
      state: '公示中',
      canObject: true,
      remarks: [],
      notice: {
        until: '2月27日 24:00 前可以提异议',
        days: '5 个工作日',
        award: '公示期满、异议答复后表彰，计划 2月28日',
        heading: '拟表彰 3 项',
        groups: [
          { level: '一等奖', rows: [{ plate: '02', rank: '第 1 名' }] },
          {
            level: '二等奖',
            rows: [
              { plate: '01', rank: '第 2 名' },
              { plate: '03', rank: '第 2 名' },
            ],
          },
        ],
        count: {
          figures: [{ figure: '46,208' }, { figure: '528' }],
          voids: ['一人多个账号：500 张', '代投：28 张'],
          rules: [
            '每张有效选票，给选中的每一项各记一票。',
            '按得票从多到少排名，前 3 项入选。',
            '票数相同的，名次并列；并列在第 3 名的，都入选。',
          ],
        },
      },
    });
  });

  test('over the Spring Festival its days are a working Saturday and four behind the holidays', () => {
    expect(noticeDays(from, until, now)).toEqual([
      { name: '周六 14日', ring: 'dot' },
      { name: '周二 24日', ring: 'open' },
      { name: '周三 25日', ring: 'open' },
      { name: '周四 26日', ring: 'open' },
      { name: '周五 27日', ring: 'open' },
    ]);
    expect(noticeDays(from, until, at('2026-02-24T10:00')).map(({ ring }) => ring)).toEqual([
      'tick',
      'dot',
      'open',
      'open',
      'open',
    ]);
  });

  test('in a year that nobody announced no days are drawn, and it is said why', () => {
    const [start, end] = [at('2026-12-28T09:00'), at('2027-01-13T00:00')];
    const unknown = { ...notice, from: start, until: end, unknownYear: 2027 };
    expect(noticeView(published({ notices: [unknown] }), start).notice).toMatchObject({
      strip: [],
      days: '2027 年放假安排尚未公布，按自然日公示',
    });
  });

  test('what is late is said as late: before it went up, having gone up late, and before the award', () => {
    const none = { poll: { ...poll, reached: {} }, outcome: null };
    expect(noticeView(none, from - 1)).toMatchObject({
      notice: null,
      remarks: [],
      none: { title: '还没有公示', detail: '计划 2月13日 公示拟表彰名单。' },
    });
    expect(noticeView(none, from)).toMatchObject({ remarks: [{ text: '公示原定 2月13日，已推迟', isLate: true }] });
    const lateStart = published({ notices: [{ ...notice, from: at('2026-02-16T09:00') }] });
    expect(noticeView(lateStart, now).remarks).toEqual([
      { text: '公示原定 2月13日，推迟到 2月16日 开始', isLate: true },
    ]);
    const over = noticeView(published(), until);
    expect(over).toMatchObject({
      state: '公示已结束',
      canObject: false,
      remarks: [{ text: '表彰原定 2月28日，已推迟', isLate: true }],
      notice: { until: '公示已在 昨天 24:00 结束', award: '', strip: [] },
    });
    expect(noticeView(published({ result }), at('2026-03-03T10:00'))).toMatchObject({
      state: '已表彰',
      isAwarded: true,
      remarks: [],
    });
  });

  test('a corrected one says why, and the earlier ones stay in the list', () => {
    const second = { ...notice, n: 2, from: now, until: at('2026-03-04T00:00'), reason: '一项退出' };
    expect(noticeView(published({ notices: [notice, second] }), now)).toMatchObject({
      remarks: [{ text: '重新公示的原因：一项退出', isLate: false }],
      notice: {
        earlier: [
          { n: 1, line: '第 1 次：2月13日至2月27日', names: expect.stringMatching(/^拟表彰：\d\d \S+/), why: '' },
        ],
      },
    });
  });

  test('of a poll that was called off nothing can be objected to, and nothing is late', () => {
    const callOff = { reason: '场地取消', at: now, index: 9 };
    expect(noticeView(published({ callOff }), at('2026-03-05T00:00'))).toMatchObject({
      state: '评选已取消',
      canObject: false,
      remarks: [{ text: '原因：场地取消', isLate: false }],
    });
  });
});

describe('the award', () => {
  test('is not there before two persons awarded', () => {
    expect(awardsView(published(), until)).toMatchObject({ kind: 'none', action: '看公示' });
    expect(awardsView({ poll, outcome: null }, until)).toMatchObject({ kind: 'none' });
  });

  test('shows a revoked one in its place, with the reason and the clause, and nobody moves up', () => {
    const revocations = [
      { candidate: 'b', reason: '材料不实', clause: '第六条', at: at('2026-03-08T10:00'), index: 9 },
    ];
    const view = awardsView(published({ result, revocations }), at('2026-03-09T10:00'));
    expect(view).toMatchObject({
      facts: '46,208 张有效选票，公示 5 个工作日，表彰以下 3 项。',
      day: '2026年3月2日',
      groups: [{ rows: [{ plate: '02', rank: '第 1 名', revoked: '3月8日撤销' }] }, { rows: [{ revoked: '' }, {}] }],
      revocations: [
        { title: '02 实事b，撤销表彰', reason: '材料不实', clause: '依据：第六条', by: '两人同意 · 3月8日' },
      ],
    });
  });
});

describe('the card on the poll’s page', () => {
  const winners = notice.winners.map(({ candidate, rank }) => ({ candidate, rank }));
  const card = (part: object, time = now): ReturnType<typeof outcomeCard> =>
    outcomeCard(pollReply({ poll: { stage: 'notice', timeline: [], ...part } }), time);
  const up = { notice: { ...notice }, winners, revoked: [] };
  const late = { stage: 'awarded' as const, startAt: until, isLate: true as const };

  test.each([
    [{ outcome: up }, now, '拟表彰名单公示中', '2月27日 24:00 前可以提异议', 'notice', false],
    [{ outcome: up }, until, '公示已结束，还没有表彰', '看名单和异议的答复', 'notice', false],
    [{ outcome: up, timeline: [late] }, until, '公示已结束，还没有表彰', '表彰原定 2月28日，已推迟', 'notice', true],
    [{ outcome: { ...up, awardedAt: until } }, until, '已表彰 3 项', '看表彰决定', 'awards', false],
    [
      { outcome: { ...up, awardedAt: until, revoked: ['b'] } },
      until,
      '已表彰 3 项',
      '其中 1 项已撤销',
      'awards',
      false,
    ],
    [{ callOff: { reason: '场地取消', at: now } }, now, '评选已取消', '原因：场地取消', 'notice', false],
    [
      { stage: 'verifying', timeline: [{ stage: 'notice', startAt: from, isLate: true }] },
      now,
      '还没有公示',
      '公示原定 2月13日，已推迟',
      'notice',
      true,
    ],
  ] as const)('%j at %d', (part, time, text, detail, to, isLate) => {
    expect(card(part, time)).toEqual({ text, detail, label: `${text}，${detail}`, to, isLate });
  });

  test('there is none while nothing is due, and none where the result comes by itself', () => {
    expect(card({ stage: 'verifying' })).toBeNull();
    expect(card({ stage: 'voting' })).toBeNull();
  });
});

test('what is no outcome of this version is taken for none', () => {
  expect(readOutcomeFile(outcome)).toEqual(outcome);
  expect(readOutcomeFile({ ...outcome, result })).not.toBeNull();
  for (const broken of [
    null,
    [],
    { ...outcome, v: 2 },
    { ...outcome, notices: [{ ...notice, until: '2月' }] },
    { ...outcome, winners: [{ candidate: 1, rank: 1 }] },
    { ...outcome, revocations: [{}] },
    { ...outcome, callOff: { at: 1 } },
    { ...outcome, result: { ...result, leaf: 1 } },
  ]) {
    expect(readOutcomeFile(broken)).toBeNull();
  }
});
