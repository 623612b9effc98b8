import { manageView } from '../../../../../miniprogram/packages/organiser/manage/manage.view';
import type { EditedPoll } from '../../../../../miniprogram/packages/organiser/services/polls';
import { now } from '../../../samples';
import { editedPoll } from '../edited-poll';

const changeable = ['summary', 'cover'];

function ways(shape: Partial<EditedPoll>): string[] {
  const view = manageView(editedPoll({ status: 'published', changeable, ...shape }), [], now);
  return view.kind === 'ready' ? view.ways.map(({ id }) => id) : [];
}

test('a member finds what their role can do', () => {
  expect(ways({})).toEqual([
    ...['look', 'dashboard', 'candidates', 'changes', 'acts', 'review', 'team', 'trail', 'listing'],
  ]);
  expect(ways({ may: [] })).toEqual(['look', 'candidates', 'team', 'trail']);
});

test('who gets the card after the close is not promised a vote', () => {
  const { stages } = editedPoll();
  const hintAt = (at: number): string => {
    const view = manageView(editedPoll({ status: 'published' }), [], at);
    return view.kind === 'ready' ? view.shareHint : '';
  };
  expect([hintAt(stages.verifying - 1), hintAt(stages.verifying)]).toEqual([
    '发到群里，点开卡片就能看、能投。',
    '发到群里，点开卡片就能看票数。',
  ]);
});

test('whoever may copy a poll can do so at any stage, after it was called off too', () => {
  for (const status of ['draft', 'published', 'withdrawn'] as const) {
    expect(ways({ status, may: ['poll.copy'] })).toContain('copy');
    expect(ways({ status, may: [] })).not.toContain('copy');
  }
});

test('nothing of a withdrawn poll can be changed any more', () => {
  expect(ways({ status: 'withdrawn' })).not.toContain('changes');
  const view = manageView(editedPoll({ status: 'withdrawn' }), [], now);
  expect(view).toMatchObject({ isWithdrawn: true, tag: '已取消', isOpen: false });
});

test('a poll that stands still says so in place of offering to be shared, and nothing of it can be changed', () => {
  const view = manageView(editedPoll({ status: 'frozen' }), [], now);
  expect(view).toMatchObject({ isStill: true, isWithdrawn: false, tag: '暂停', isOpen: false });
});

test('the public record says what was changed and why, the newest first', () => {
  const changes = [
    { at: now - 60_000, what: 'summary', reason: '写清楚' },
    { at: now, what: 'extend', reason: '应居民要求' },
    { at: now, what: 'candidate.pictures,candidate.sentence', candidateId: 'c1', reason: '换图' },
  ];
  expect(manageView(editedPoll({ status: 'published', changes }), [], now)).toMatchObject({
    record: [
      { what: '改了候选的图片、一句话介绍' },
      { what: '延长投票', reason: '应居民要求' },
      { what: '改了简介', at: '今天 9:40' },
    ],
  });
});

test('who may not write a draft finds what else there is to do, and nothing to share yet', () => {
  const may = ['act.list', 'nomination.list', 'dashboard.get'];
  const view = manageView(editedPoll({ may, title: '' }), [], now);
  expect(view).toMatchObject({ isDraft: true, tag: '草稿', title: '还没有标题的评选' });
  expect(ways({ may, status: 'draft' })).toEqual(['preview', 'candidates', 'acts', 'review', 'team', 'trail']);
});

test('a result that waits for a public lot says so, and what to do by when', () => {
  const awaitsDraw = { source: '福彩3D 第2026330期开奖号码', at: now + 60_000, digits: 3, tied: 3 };
  const titled = (at: number) =>
    manageView(editedPoll({ status: 'published', awaitsDraw: { ...awaitsDraw, at } }), [], now);
  expect(titled(now + 60_000)).toMatchObject({
    awaits: {
      title: '等公开抽签',
      detail:
        '有 3 件票数相同，谁入选要抽签定。“福彩3D 第2026330期开奖号码”今天 9:42 公布，公布后到“大事”里填写，要两个人。填写以前不出结果。',
    },
  });
  expect(titled(now)).toMatchObject({ awaits: { detail: expect.stringContaining('请到“大事”里填写') } });
  expect(manageView(editedPoll({ status: 'published' }), [], now)).toMatchObject({ awaits: null });
});
