import { renderComponent } from './rendered';

test('a page that loads shows its own shape and tells a screen reader that it opens', () => {
  const state = renderComponent('page-state', { kind: 'loading', shape: 'slip' });
  expect(state.querySelector('.skeleton--slip')).toBeTruthy();
  expect(state.querySelector('.state')).toBeFalsy();
});

test('a failure says what happened and what to do', () => {
  const state = renderComponent('page-state', {
    kind: 'failed',
    drawing: 'offline',
    title: '没有连上网络',
    detail: '连上后再试一次。',
    action: '再试一次',
  });
  expect(state.querySelector('.state__title')?.dom?.textContent).toBe('没有连上网络');
  expect(state.querySelector('.state__detail')?.dom?.textContent).toBe('连上后再试一次。');
  expect(state.querySelector('.state__button')).toBeTruthy();
});

test('where there is nothing to do there is no button', () => {
  const state = renderComponent('page-state', { kind: 'empty', title: '还没有评选', action: '' });
  expect(state.querySelector('.state__button')).toBeFalsy();
});
