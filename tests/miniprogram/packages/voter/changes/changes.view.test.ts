import { changesView } from '../../../../../miniprogram/packages/voter/changes/changes.view';
import type { RecordedChange } from '../../../../../miniprogram/services/polls';

const now = Date.parse('2026-11-24T10:00:00+08:00');
const title = '十佳为民服务实事';

function cardOf(change: Partial<RecordedChange>): object | undefined {
  const whole: RecordedChange = { number: 1, at: now - 3600_000, what: 'summary', reason: '更正', ...change };
  const view = changesView({ title }, [whole], false, now);
  return view.kind === 'ready' ? view.cards[0] : undefined;
}

const candidate = { id: 'c1', number: 3, name: '智慧停车' };

test.each<[string, Partial<RecordedChange>, object]>([
  [
    'a telephone number',
    { what: 'hotline', fields: [{ field: 'hotline', before: '', after: '0871-6312 3456' }] },
    {
      what: '改了监督电话',
      at: '今天 9:00',
      reason: '理由：更正',
      alone: '',
      fields: [{ name: '监督电话', before: '没有写', after: '0871-6312 3456' }],
    },
  ],
  [
    'the end, moved by one person',
    {
      what: 'extend',
      isAlone: true as const,
      fields: [
        { field: 'stages.verifying', before: now, after: now + 3600_000 },
        { field: 'stages.notice', before: now + 86_400_000, after: now + 90_000_000 },
      ],
    },
    {
      what: '延长投票',
      alone: '一人办理',
      fields: [
        { name: '投票截止', before: '11月24日 10:00', after: '11月24日 11:00' },
        { name: '公示开始', before: '11月25日 10:00', after: '11月25日 11:00' },
      ],
    },
  ],
  [
    'a candidate’s texts and pictures',
    {
      what: 'candidate.criteria,candidate.pictures,candidate.video',
      candidate,
      fields: [
        { field: 'candidate.criteria.innovation', before: '旧', after: '新' },
        { field: 'candidate.pictures', before: 2, after: 2 },
        { field: 'candidate.video', before: 0, after: 1 },
      ],
    },
    {
      what: '改了候选“智慧停车”的评选标准说明、图片、视频',
      fields: [
        { name: '服务创新性', before: '旧', after: '新' },
        { name: '图片', before: '2 张', after: '2 张，换过' },
        { name: '视频', before: '没有', after: '1 段' },
      ],
    },
  ],
  ['a candidate that is paused', { what: 'freezeCandidate', candidate }, { what: '暂停候选“智慧停车”', note: '' }],
  ['a candidate that leaves', { what: 'withdrawCandidate', candidate }, { what: '候选“智慧停车”退出评选' }],
  ['a second publication', { what: 'publish', reason: '' }, { what: '重新发布', reason: '', note: '' }],
  ['an old entry', { what: 'summary' }, { fields: [], note: '这一处变更较早，没有留下原来的内容。' }],
])('%s is told with what, why, when, before and after', (_, change, card) => {
  expect(cardOf(change)).toMatchObject(card);
});

test('the newest stands first, and a poll without changes says so', () => {
  const changes = [2, 1].map((number) => ({ number, at: now, what: 'cover', reason: '更正' }));
  expect(changesView({ title }, changes, true, now)).toMatchObject({
    kind: 'ready',
    title,
    foot: '正在取更早的',
    cards: [{ key: '2' }, { key: '1' }],
  });
  expect(changesView({ title }, [], false, now)).toMatchObject({ kind: 'empty', title: '发布以后没有变更' });
});
