import { trailText } from '../../../../miniprogram/packages/organizer/text/trail';
import { trailView } from '../../../../miniprogram/packages/organizer/trail/trail.view';

const now = Date.parse('2026-11-24T10:00:00+08:00');
const who = { memberId: 'm1', name: '李敏', role: 'owner' } as const;

test.each([
  ['poll.save', '', { fields: ['title', 'stages'] }, '改了标题、时间安排'],
  ['candidate.save', '智慧停车', { fields: ['sentence'] }, '改了候选“智慧停车”的一句话介绍'],
  ['team.setRole', '王志强', { role: 'reviewer' }, '把王志强设为审核人'],
  ['invitation.create', '', { role: 'observer' }, '邀请一位监督员'],
  ['act.proposed', '', { act: { kind: 'publish' } }, '提出“发布评选”'],
  ['act.approved', '小菜园', { act: { kind: 'freezeCandidate' } }, '同意“暂停候选：小菜园”'],
  ['export.make', '', { kind: 'results' }, '导出了结果表'],
  ['something.new', '', {}, '做了一次改动'],
])('%s %s is told as a sentence', (what, subject, details, sentence) => {
  expect(trailText(what, subject, details)).toBe(sentence);
});

test('entries stand by day, newest first, with who and why', () => {
  const entry = { who, what: 'poll.save', details: { fields: ['title'] } };
  const view = trailView(
    [
      { ...entry, id: '3', at: now - 60_000 },
      { ...entry, id: '2', at: now - 120_000, what: 'nomination.return', subject: '公园', reason: '不全' },
      { ...entry, id: '1', at: now - 86_400_000 },
    ],
    true,
    now,
  );
  expect(view).toMatchObject({
    kind: 'ready',
    days: [
      {
        day: '今天',
        rows: [
          { id: '3', time: '9:59', who: '李敏', role: '负责人' },
          { id: '2', reason: '理由：不全' },
        ],
      },
      { day: '昨天', rows: [{ id: '1' }] },
    ],
    foot: '正在取更早的',
  });
});

test('an act that could not be done says what stood in the way, not its code', () => {
  const view = trailView([{ id: '1', at: now, who, what: 'act.lapsed', reason: 'alreadyOpen' }], false, now);
  expect(JSON.stringify(view)).toContain('理由：投票已经开始，规则不能再动。');
});

test('a poll without any entry says so', () => {
  expect(trailView([], false, now)).toMatchObject({ kind: 'empty' });
});
