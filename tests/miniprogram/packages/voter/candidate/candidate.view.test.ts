import { candidateBar, candidateView } from '../../../../../miniprogram/packages/voter/candidate/candidate.view';
import type { CandidateReply } from '../../../../../miniprogram/services/polls';
import { candidates, now, pollReply } from '../poll/sample-poll';

const candidate: CandidateReply['candidate'] = {
  id: 'c2',
  number: 2,
  name: '社区长者食堂',
  unit: '市民政局',
  group: 'life',
  sentence: '社区里开食堂。',
  pictures: ['cloud://a', 'cloud://b'],
  facts: [{ figure: '216', unit: '个', label: '社区开饭' }],
  criteria: [
    { criterion: 'innovation', text: '中央厨房配餐。' },
    { criterion: 'sustainability', text: '老人付一半。' },
  ],
};
const groups = [{ id: 'life', name: '民生保障', min: 0, max: 1 }];

test('a candidate shows number, group and unit, pictures that are counted aloud, and its criteria by name', () => {
  expect(candidateView({ candidate }, pollReply({ rules: { groups } }), now)).toMatchObject({
    number: '02',
    origin: '民生保障・市民政局',
    notice: '',
    toPoll: expect.stringMatching(/^.+，看全部候选$/),
    pictures: [
      { src: 'cloud://a', label: '社区长者食堂，图片 1 / 2' },
      { src: 'cloud://b', label: '社区长者食堂，图片 2 / 2' },
    ],
    criteria: [{ name: '服务创新性' }, { name: '可持续性' }],
  });
});

test('what there is to say at length is shown whole, and without it nothing stands in its place', () => {
  const detail = `${'主要事迹。'.repeat(300)}\n第二段`;
  expect(candidateView({ candidate: { ...candidate, detail } }, pollReply(), now).detail).toBe(detail);
  expect(candidateView({ candidate }, pollReply(), now).detail).toBe('');
});

test('a candidate without pictures has one place for its tint', () => {
  expect(candidateView({ candidate: { ...candidate, pictures: [] } }, pollReply(), now).pictures).toEqual([
    { src: '', label: '社区长者食堂，图片 1 / 1' },
  ]);
});

test.each([
  ['who withdrew', undefined, '这一项已退出评选，不再接受投票，也不排名次。'],
  ['withdrawn by an act', 'withdrawn', '这一项已退出评选，不再接受投票，也不排名次。理由：单位申请退出'],
  ['that is frozen', 'frozen', '这一项暂停接受投票，已投的票照样算数。理由：单位申请退出'],
] as const)('a candidate %s says so, and why', (_, state, notice) => {
  const standing = state && { state, reason: '单位申请退出' };
  const view = candidateView({ candidate: { ...candidate, withdrawn: true, standing } }, pollReply(), now);
  expect(view.notice).toBe(notice);
});

test.each([
  ['a candidate that is not chosen', pollReply(), ['c1'], '选这一项', 'toggle'],
  ['a chosen candidate', pollReply(), ['c2'], '取消选择', 'toggle'],
  [
    'a candidate who withdrew',
    pollReply({ candidates: candidates(9, { c2: { withdrawn: true } }) }),
    [],
    '看全部候选',
    'back',
  ],
  [
    'a candidate at the cap',
    pollReply({
      rules: { choices: { min: 1, max: 1 }, ballotsPerPeriod: 5, perCandidate: 1 },
      me: { ballotsLeft: 4, nth: 2, ballots: [{ nth: 1, choices: ['c2'] }] },
    }),
    [],
    '看全部候选',
    'back',
  ],
  ['a poll that takes no ballot', pollReply({ poll: { stage: 'notice' }, canCast: false }), [], '看全部候选', 'back'],
] as const)('the bar’s button for %s', (_, reply, choices, text, action) => {
  expect(candidateBar(reply, 'c2', choices, now)).toMatchObject({ bar: { button: { text, isReady: true } }, action });
});

test('whoever wins reads what became of it: to be awarded, awarded, or taken back; the others read nothing', () => {
  const outcome = {
    notice: { n: 1, from: now - 1, until: now + 1, office: '', phone: '', address: '', note: '' },
    winners: [{ candidate: candidate.id, rank: 2, level: '二等奖' }],
    revoked: [],
  };
  const became = (change: object, time = now): unknown =>
    candidateView({ candidate }, pollReply({ poll: { outcome: { ...outcome, ...change } } }), time).became;
  expect(became({})).toEqual({ text: '拟表彰二等奖，第 2 名，正在公示。', isRevoked: false });
  expect(became({}, now + 1)).toEqual({ text: '拟表彰二等奖，第 2 名，公示已结束。', isRevoked: false });
  expect(became({ awardedAt: now })).toEqual({ text: '已表彰二等奖，第 2 名。', isRevoked: false });
  expect(became({ awardedAt: now, revoked: [candidate.id] })).toMatchObject({ isRevoked: true });
  expect(became({ winners: [] })).toBeNull();
  expect(candidateView({ candidate }, pollReply(), now).became).toBeNull();
});
