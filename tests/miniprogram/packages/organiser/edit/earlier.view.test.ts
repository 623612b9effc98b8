import { earlierPolls, sheetOf } from '../../../../../miniprogram/packages/organiser/edit/earlier.view';
import type { MyPoll } from '../../../../../miniprogram/packages/organiser/services/polls';
import { earlierWords } from '../../../../../miniprogram/packages/organiser/text/earlier';

function poll(id: string, more: Partial<MyPoll> = {}): MyPoll {
  return {
    id,
    title: `评选 ${id}`,
    status: 'published',
    stage: 'voting',
    role: 'owner',
    candidateCount: 3,
    measure: '项',
    votingStartAt: 1,
    votingEndAt: 2,
    edited: { memberId: 'm', name: '李敏', role: 'owner', at: 0 },
    ...more,
  };
}

test('candidates come from another poll that has some and in which one writes', () => {
  const polls = [
    poll('this'),
    poll('mine'),
    poll('edited', { role: 'editor' }),
    poll('watched', { role: 'observer' }),
    poll('empty', { candidateCount: 0 }),
  ];
  expect(earlierPolls(polls, 'this').map(({ id }) => id)).toEqual(['mine', 'edited']);
});

test('six fit on a sheet; of more, each can be reached', () => {
  const six = Array.from({ length: 6 }, (_, index) => poll(String(index)));
  expect(sheetOf(six, 0).items.map(({ id }) => id)).toEqual(['0', '1', '2', '3', '4', '5']);
  const many = Array.from({ length: 14 }, (_, index) => poll(String(index)));
  const reached: string[] = [];
  for (let from = 0; from < many.length;) {
    const { items, next } = sheetOf(many, from);
    expect(items.length).toBeLessThanOrEqual(6);
    reached.push(...items.map(({ id }) => id).filter((id) => id !== 'more'));
    from = next;
  }
  expect(reached).toEqual(many.map(({ id }) => id));
});

test('a poll is told with how many candidates it has', () => {
  expect(sheetOf([poll('1', { title: '' })], 0).items).toEqual([{ id: '1', name: '还没有标题的评选（3）' }]);
});

test('what was not added is named, five at most', () => {
  const { done } = earlierWords;
  expect(done(3, [], '位')).toBe('加了 3 位。');
  expect(done(1, ['甲', '乙'], '项')).toBe('加了 1 项。同名的 2 项没有加：甲、乙。');
  expect(done(0, ['一', '二', '三', '四', '五', '六'], '项')).toBe(
    '加了 0 项。同名的 6 项没有加：一、二、三、四、五等。',
  );
});
