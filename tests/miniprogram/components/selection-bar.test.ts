import { renderComponent, tap } from './rendered';

const button = {
  lead: '',
  text: '再选 1 项',
  label: '再选 1 项就可以投了，至少 3 项',
  isReady: false,
  look: 'primary',
};
const slots = [true, true, false].map((isFilled) => ({ state: isFilled ? 'filled' : 'open', barBefore: false }));
const bar = { kind: 'counting', chosen: 2, max: 10, limit: '最多 10 项', slots, slotsLabel: '已选 2 项', button };

function rendered(properties: Record<string, unknown>) {
  const component = renderComponent('selection-bar', properties);
  const heard: string[] = [];
  for (const event of ['act', 'lack']) component.addEventListener(event, () => heard.push(event));
  return { component, heard, text: () => component.dom?.textContent ?? '' };
}

test('the bar counts the choices and draws a ring for each place', () => {
  const { component, text } = rendered({ bar });
  expect(text()).toContain('已选2/ 10');
  expect(component.dom?.querySelectorAll('[class*=slots__ring--filled]')).toHaveLength(2);
});

test('in large text the bar says the limit in words instead of rings', () => {
  const { component, text } = rendered({ bar, isElder: true });
  expect(text()).toContain('最多 10 项');
  expect(component.dom?.querySelectorAll('[class*=slots__ring]')).toHaveLength(0);
});

test('the button acts only when nothing is missing, and otherwise asks to be explained', async () => {
  const { component, heard } = rendered({ bar });
  await tap(component, '.bar__button');
  component.setData({ bar: { ...bar, button: { ...button, text: '核对并投出', isReady: true } } });
  await tap(component, '.bar__button');
  expect(heard).toEqual(['lack', 'act']);
});

test('a notice goes by itself after four seconds, and a later one stays its own four', () => {
  jest.useFakeTimers();
  const { component, text } = rendered({ bar });
  component.setData({ notice: { tone: 'refusal', text: '最多选 10 项' } });
  jest.advanceTimersByTime(3000);
  component.setData({ notice: { tone: 'refusal', text: '还没选够' } });
  jest.advanceTimersByTime(3999);
  expect(text()).toContain('还没选够');
  jest.advanceTimersByTime(1);
  expect(text()).not.toContain('还没选够');
  jest.useRealTimers();
});

test('a bar that only says something has no button', () => {
  const saying = {
    kind: 'saying',
    isSealed: false,
    title: '投票还没开始',
    second: '明天 9:00 开始',
    slots: [],
    button: null,
  };
  const { component, text } = rendered({ bar: saying });
  expect(text()).toContain('明天 9:00 开始');
  expect(component.querySelector('.bar__button')).toBeUndefined();
});
