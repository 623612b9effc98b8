import { earlierView } from '../../../../../miniprogram/packages/organiser/earlier/earlier.view';
import type { ListedCandidate } from '../../../../../miniprogram/packages/organiser/services/candidates';
import { editedPoll } from '../edited-poll';

function candidate(number: number, name: string, more: Partial<ListedCandidate> = {}): ListedCandidate {
  const rest = { version: 1, group: null, unit: '', sentence: '', pictures: [], video: null };
  return { ...rest, id: `c${number}`, number, name, ...more };
}

const poll = editedPoll({ title: '去年的好邻居', measure: '位' });
const withdrawn = { state: 'withdrawn', reason: '本人申请', at: 1 } as const;
const theirs = [candidate(1, '王芳'), candidate(2, '李强'), candidate(3, '赵敏', { standing: withdrawn })];

test('of an earlier poll each candidate is chosen by itself, and who left or is here already cannot be', () => {
  const view = earlierView(poll, theirs, [candidate(7, '李强')], new Set(['c1', 'c2', 'c3']));
  expect(view).toMatchObject({
    title: '去年的好邻居',
    rows: [
      { name: '王芳', isOpen: true, isTaken: true },
      { name: '李强', isOpen: false, isTaken: false, second: '这里已经有了，不加' },
      { name: '赵敏', isOpen: false, isTaken: false, second: '已退出，不加' },
    ],
    all: '全不选',
    add: '加入这 1 位',
    isReady: true,
  });
});

test('with nobody chosen the button says what is missing, and does nothing', () => {
  expect(earlierView(poll, theirs, [], new Set())).toMatchObject({ all: '全选', add: '点选要加入的', isReady: false });
});

test('where nobody can be taken along the page says so', () => {
  expect(earlierView(poll, theirs, [candidate(7, '王芳'), candidate(8, '李强')], new Set())).toMatchObject({
    kind: 'empty',
    title: '没有可以加的候选',
  });
});
