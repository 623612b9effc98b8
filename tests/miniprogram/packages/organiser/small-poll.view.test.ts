import {
  emptyForm,
  formView,
  refusedOption,
  wishOf,
  type SmallPollForm,
} from '../../../../miniprogram/packages/organiser/small-poll/small-poll.view';

const at = (time: string): number => Date.parse(`2026-11-24T${time}:00+08:00`);
const now = at('09:41');

function form(change: Partial<SmallPollForm> = {}): SmallPollForm {
  return { ...emptyForm(now, '三班班长'), title: '去哪儿春游', options: ['植物园', '', '科技馆 '], ...change };
}

function ready(
  of: SmallPollForm,
  isInGroup = false,
  then = now,
): Extract<ReturnType<typeof formView>, { kind: 'ready' }> {
  const view = formView(of, isInGroup, false, then);
  if (view.kind !== 'ready') throw new Error('it is a form');
  return view;
}

test('lines that nobody filled in are left out, and a refusal finds the line it is about', () => {
  expect(wishOf(form(), now)).toEqual({
    title: '去哪儿春游',
    organiser: '三班班长',
    options: ['植物园', '科技馆'],
    most: 1,
    endAt: at('20:00'),
  });
  expect(refusedOption(form(), 'options.1')).toBe(2);
  expect(refusedOption(form(), 'title')).toBeUndefined();
});

test.each<[string, Partial<SmallPollForm>]>([
  ['写上问什么', { title: ' ' }],
  ['至少写两项', { options: ['植物园', '', ''] }],
  ['第 3 项和第 1 项一样', { options: ['植物园', '科技馆', '植物园 '] }],
  ['截止时间太近', { ending: 'other', day: '2026-11-24', time: '09:50' }],
  ['写上以谁的名义', { name: '' }],
])('the button says what is missing: %s', (text, change) => {
  expect(ready(form(change)).button).toEqual({ text, isReady: false });
  expect(wishOf(form(change), now)).toBeNull();
});

test('no more is asked to be chosen than there are options', () => {
  expect(wishOf(form({ most: 5 }), now)).toMatchObject({ most: 2 });
  expect(ready(form({ most: 5 }))).toMatchObject({ most: 2, mostOfAll: 2 });
});

test('only from a group’s card is the group offered, and then it is the first thought', () => {
  expect(ready(form()).who).toEqual([]);
  expect(ready(form(), true).who.map(({ id, isChosen }) => [id, isChosen])).toEqual([
    ['group', true],
    ['everyone', false],
  ]);
});

test.each([
  ['09:41', '今天 20:00'],
  ['19:30', '今天 23:59'],
  ['23:10', '明天 20:00'],
])('made at %s it ends %s', (time, first) => {
  const empty = { ...form(), ending: emptyForm(at(time), '').ending };
  expect(ready(empty, false, at(time)).endings.find(({ isChosen }) => isChosen)?.name).toBe(first);
});

test('what was begun for today and left until late ends at a time that is still to come', () => {
  const late = ready(form({ ending: 'today' }), false, at('23:30'));
  expect(late.isOtherEnd).toBe(true);
  expect(late.endError).toBe('');
});
