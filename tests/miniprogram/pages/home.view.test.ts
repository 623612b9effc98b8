import { homeView } from '../../../miniprogram/pages/home/home.view';
import { listedPoll, now, votingEndAt } from '../samples';

const ready = (view: ReturnType<typeof homeView>) => {
  if (view.kind !== 'ready') throw new Error(`expected a list, got ${view.kind}`);
  return view;
};

test('the first open poll is large and says what the voter may do today', () => {
  const { featured } = ready(homeView([listedPoll()], '', now));
  expect(featured).toMatchObject({
    tag: '投票中',
    time: '11月30日 18:00 截止',
    second: '云川市人民政府办公室 · 20 项候选',
    seal: 'none',
    state: '今天的一票还没投',
    rule: '每天一票，每票选 3–10 项',
  });
});

test('after the vote the card carries the small seal', () => {
  const { featured } = ready(homeView([listedPoll({ me: { ballotsLeft: 0 } })], '', now));
  expect(featured).toMatchObject({ seal: 'mark', state: '今天的一票已经投过' });
});

test('several ballots a day are counted down', () => {
  const rules = { period: 'daily', ballotsPerPeriod: 5, choices: { min: 1, max: 1 } } as const;
  const state = (ballotsLeft: number) =>
    ready(homeView([listedPoll({ rules, me: { ballotsLeft } })], '', now)).featured?.state;
  expect([state(4), state(0)]).toEqual(['今天还有 4 票', '今天的票已投完']);
});

test('the other polls stand by what can be done with them', () => {
  const view = ready(
    homeView(
      [
        listedPoll({ id: 'a' }),
        listedPoll({ id: 'b' }),
        listedPoll({ id: 'c', stage: 'promoting', votingStartAt: now + 86_400_000 }),
        listedPoll({ id: 'd', stage: 'notice', votingEndAt: now - 86_400_000 }),
      ],
      '',
      now,
    ),
  );
  expect(view.sections.map(({ title, rows }) => [title, rows.map(({ id }) => id)])).toEqual([
    ['更多评选', ['b']],
    ['即将开始', ['c']],
    ['已结束', ['d']],
  ]);
  expect(view.sections.map(({ rows }) => rows[0]?.time)).toEqual([
    '11月30日 18:00 截止',
    '明天 9:41 开始投票',
    '昨天 9:41 已截止',
  ]);
});

test('search results are one list in the order of the server', () => {
  const view = ready(homeView([listedPoll({ id: 'x', stage: 'awarded' }), listedPoll({ id: 'y' })], '实事', now));
  expect(view.featured).toBeNull();
  expect(view.sections).toHaveLength(1);
  expect(view.sections[0]?.rows.map(({ id }) => id)).toEqual(['x', 'y']);
});

test('a search without a match names what was searched and leads back', () => {
  expect(homeView([], '食堂', now)).toMatchObject({ kind: 'empty', title: '没有找到“食堂”', action: '看全部评选' });
});

test('no poll at all offers no button, since there is nowhere to go', () => {
  expect(homeView([], '', now)).toMatchObject({ kind: 'empty', action: '' });
});

test('a poll ends at the instant that the list names', () => {
  const { sections } = ready(homeView([listedPoll({ stage: 'verifying' })], '', votingEndAt));
  expect(sections[0]?.rows[0]).toMatchObject({ tag: '核验中', time: '今天 18:00 已截止' });
});

test('a poll that was called off says so in place of its stage', () => {
  const view = homeView([listedPoll({ stage: 'verifying', isCalledOff: true })], '', votingEndAt + 1);
  expect(view).toMatchObject({ sections: [{ title: '已结束', rows: [{ tag: '已取消' }] }] });
});
