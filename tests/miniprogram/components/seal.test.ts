import { renderComponent } from './rendered';

test('before a ballot the place is empty and says so in words, a line each', () => {
  const place = renderComponent('seal', { state: 'none', words: ['今天', '还没投'] });
  expect(place.querySelectorAll('.seal__word').map(({ dom }) => dom?.textContent)).toEqual(['今天', '还没投']);
  expect(place.querySelector('.seal__print')).toBeFalsy();
});

test.each(['received', 'entered'])('a ballot that is %s is printed for light and for dark', (state) => {
  const seal = renderComponent('seal', { state });
  expect(seal.querySelector('.seal__print--light')).toBeTruthy();
  expect(seal.querySelector('.seal__print--dark')).toBeTruthy();
  expect(seal.querySelector('.seal__place')).toBeFalsy();
});

test('the small seal is a mark without words or pictures', () => {
  const mark = renderComponent('seal', { state: 'mark', size: 16 });
  expect(mark.querySelector('.seal__mark')).toBeTruthy();
  expect(mark.querySelector('.seal__print')).toBeFalsy();
});

test('the stamp vibrates once, lightly, when it comes down and not before', () => {
  const seal = renderComponent('seal', { state: 'received' });
  const vibrate = jest.fn();
  Object.assign(wx, { vibrateShort: vibrate });
  expect(vibrate).not.toHaveBeenCalled();
  seal.setData({ stamp: true });
  seal.setData({ size: 80 });
  expect(vibrate).toHaveBeenCalledTimes(1);
  expect(vibrate.mock.calls[0]).toEqual([expect.objectContaining({ type: 'light' })]);
});
