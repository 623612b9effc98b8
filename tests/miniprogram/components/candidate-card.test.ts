import { renderComponent, tap } from './rendered';

const face = { id: 'c2', number: '02', name: '社区长者食堂', unit: '市民政局', picture: '' };

function card(properties: Record<string, unknown>) {
  const component = renderComponent('candidate-card', { face, ...properties });
  const heard: [string, unknown][] = [];
  for (const event of ['choose', 'open']) {
    component.addEventListener(event, ({ detail }: { detail: unknown }) => heard.push([event, detail]));
  }
  return { component, heard };
}

function footOf(component: ReturnType<typeof renderComponent>) {
  return component.querySelector('.card__foot');
}

test.each([
  ['open', {}, '选这项'],
  ['chosen', {}, '已选'],
  ['chosen', { isElder: true }, '已选，再点就取消'],
  ['cast', { isDaily: true }, '今天选了'],
  ['cast', { isDaily: false }, '您选了'],
  ['plain', {}, '看介绍'],
  ['frozen', {}, '暂停投票'],
  ['withdrawn', {}, '已退出评选'],
])('a card that is %s says at its foot what it is (%j)', (state, more, word) => {
  expect(footOf(card({ state, ...more }).component)?.dom?.textContent).toContain(word);
});

test('the foot of an open card chooses the candidate, and the rest opens it', async () => {
  const { component, heard } = card({ state: 'open' });
  await tap(component, '.card__foot');
  await tap(component, '.card__face');
  expect(heard).toEqual([
    ['choose', { id: 'c2' }],
    ['open', { id: 'c2' }],
  ]);
});

test.each(['cast', 'plain', 'withdrawn'])(
  'the foot of a card that is %s chooses nothing and opens it',
  async (state) => {
    const { component, heard } = card({ state });
    await tap(component, '.card__foot');
    expect(heard).toEqual([['open', { id: 'c2' }]]);
  },
);

test('a card whose choice is taken back is open again', () => {
  const { component } = card({ state: 'chosen' });
  component.setData({ state: 'open' });
  expect(footOf(component)?.dom?.textContent).toContain('选这项');
});
