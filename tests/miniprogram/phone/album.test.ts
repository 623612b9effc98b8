import { askForAlbum, putIntoAlbum } from '../../../miniprogram/phone/album';

/** A phone whose album answers so. */
function install(save: () => Promise<unknown>, settings: () => Promise<unknown> = () => Promise.resolve({})): void {
  Object.assign(globalThis, { wx: { saveImageToPhotosAlbum: save, openSetting: settings } });
}

// WeChat rejects with objects, not errors.
// eslint-disable-next-line @typescript-eslint/prefer-promise-reject-errors
const rejecting = (errMsg: string) => (): Promise<never> => Promise.reject({ errMsg });

it.each([
  ['saveImageToPhotosAlbum:fail auth deny', 'denied'],
  ['saveImageToPhotosAlbum:fail:auth denied', 'denied'],
  ['saveImageToPhotosAlbum:fail authorize no response', 'denied'],
  ['saveImageToPhotosAlbum:fail cancel', 'cancelled'],
  ['saveImageToPhotosAlbum:fail privacy permission is not authorized', 'failed'],
  ['saveImageToPhotosAlbum:fail no space', 'failed'],
])('WeChat’s "%s" is %s', async (words, outcome) => {
  install(rejecting(words));
  expect(await putIntoAlbum('wxfile://a.png')).toBe(outcome);
});

it('a picture is in the album once WeChat says so', async () => {
  install(() => Promise.resolve({}));
  expect(await putIntoAlbum('wxfile://a.png')).toBe('saved');
});

it('saving is allowed when the settings say so, and not when they could not be opened', async () => {
  const saved = (): Promise<unknown> => Promise.resolve({});
  install(saved, () => Promise.resolve({ authSetting: { 'scope.writePhotosAlbum': true } }));
  expect(await askForAlbum()).toBe(true);
  install(saved, () => Promise.resolve({ authSetting: {} }));
  expect(await askForAlbum()).toBe(false);
  install(saved, rejecting('openSetting:fail'));
  expect(await askForAlbum()).toBe(false);
});
