import { renderComponent } from './rendered';

test('a picture carries its number plate', () => {
  const picture = renderComponent('picture', { src: 'cloud://env/a.png', number: '02' });
  expect(picture.querySelector('.picture__plate')?.dom?.textContent).toBe('02');
  expect(picture.querySelector('.picture__tint')).toBeFalsy();
});

test('a thumbnail leaves the plate out', () => {
  const picture = renderComponent('picture', { src: 'cloud://env/a.png', number: '02', plate: false });
  expect(picture.querySelector('.picture__plate')).toBeFalsy();
});

test('without a picture the number stands large on a tint, never on a grey box', () => {
  const picture = renderComponent('picture', { number: '11' });
  expect(picture.querySelector('.picture__number')?.dom?.textContent).toBe('11');
  expect(picture.querySelector('.picture__tint--4')).toBeTruthy();
});

test('a picture that cannot be loaded looks like one that was never given', async () => {
  const picture = renderComponent('picture', { src: 'cloud://env/gone.png', number: '05' });
  picture.querySelector('.picture__image')?.dispatchEvent('error');
  await new Promise((resolve) => setTimeout(resolve, 0));
  expect(picture.querySelector('.picture__image')).toBeFalsy();
  expect(picture.querySelector('.picture__number')?.dom?.textContent).toBe('05');
});
