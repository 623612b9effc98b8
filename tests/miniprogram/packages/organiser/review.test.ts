import { mediaView } from '../../../../miniprogram/packages/organiser/review/media-list/media-list.view';
import { findMergeTargets } from '../../../../miniprogram/packages/organiser/review/merge-sheet/find-merge-target';
import { queueView } from '../../../../miniprogram/packages/organiser/review/nomination-list/nomination-list.view';
import type { ReviewedNomination } from '../../../../miniprogram/packages/organiser/services/review';

const now = Date.parse('2026-11-24T10:00:00+08:00');
const nomination: ReviewedNomination = {
  id: 'n1',
  name: '社区食堂',
  group: 'g1',
  unit: '城关街道',
  sentence: '一餐十二元',
  criteria: [{ criterion: 'innovation', text: '一个中央厨房' }],
  at: now - 60_000,
  proposer: { kind: 'organisation', name: '总工会' },
  pictures: [{ file: 'cloud://a/b.jpg', state: 'passed' }],
  state: 'waiting',
  alike: [{ candidateId: 'c3', number: 3, name: '社区老年食堂' }],
};

function shown(part: Partial<ReviewedNomination>, may: string[]): unknown {
  const queue = { nominations: [{ ...nomination, ...part }], waiting: 1 };
  const view = queueView({ queue, state: 'waiting', may, groups: [{ id: 'g1', name: '民生' }], now });
  return view.kind === 'ready' ? view.rows[0] : undefined;
}

test('a reviewer sees who proposes, where it belongs, and which candidates have nearly the same name', () => {
  expect(shown({}, ['nomination.accept'])).toMatchObject({
    from: '单位 总工会',
    place: '民生 · 城关街道',
    criteria: [{ name: '服务创新性', text: '一个中央厨房' }],
    alike: '候选里已有名称相近的：3 号 社区老年食堂',
    canDecide: true,
  });
});

test('an observer decides nothing, and nobody decides twice', () => {
  expect(shown({}, ['nomination.list'])).toMatchObject({ canDecide: false });
  expect(shown({ state: 'accepted' }, ['nomination.accept'])).toMatchObject({ canDecide: false });
});

test('an empty queue says so, and the tab says how many wait', () => {
  const empty = queueView({ queue: { nominations: [], waiting: 4 }, state: 'returned', may: [], groups: [], now });
  expect(empty).toMatchObject({ none: { title: '这里还没有推荐' }, tabs: [{ name: '等待审核 4' }, {}, {}, {}] });
});

test('what a nomination is merged into is found by name or number, the most alike first', () => {
  const candidates = [
    { id: 'c1', number: 1, name: '智慧停车' },
    { id: 'c2', number: 12, name: '社区老年食堂' },
  ];
  expect(findMergeTargets(candidates, '社区食堂', '').map(({ id }) => id)).toEqual(['c2', 'c1']);
  expect(findMergeTargets(candidates, '社区食堂', '停车').map(({ id }) => id)).toEqual(['c1']);
  expect(findMergeTargets(candidates, '社区食堂', '012').map(({ id }) => id)).toEqual(['c2']);
  expect(findMergeTargets(candidates, '社区食堂', '没有')).toEqual([]);
});

test('a reviewer decides on what WeChat was not sure about, and not on what it refused', () => {
  const medium = { file: 'cloud://a/1.jpg', kind: 'picture' as const, at: now, candidateId: 'c1', name: '智慧停车' };
  const media = [
    { ...medium, state: 'review' as const },
    { ...medium, file: 'cloud://a/2.mp4', kind: 'video' as const, state: 'refused' as const },
  ];
  expect(mediaView({ media }, ['media.decide'], now)).toMatchObject({
    rows: [
      { title: '候选“智慧停车”的图片', canDecide: true, kind: 'picture' },
      { title: '候选“智慧停车”的视频', canDecide: false, kind: 'video', state: '没有通过' },
    ],
  });
  expect(mediaView({ media }, [], now)).toMatchObject({
    rows: [{ canDecide: false, state: '等审核人看' }, { canDecide: false }],
  });
  const [nominated] = [
    { ...media[0], ...medium, state: 'review' as const, candidateId: undefined, nominationId: 'n1' },
  ];
  expect(mediaView({ media: [nominated] }, [], now)).toMatchObject({ rows: [{ title: '推荐“智慧停车”的图片' }] });
});
