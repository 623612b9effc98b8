import type * as LookStore from '../../../miniprogram/stores/look';
import { installWechat, type FakeWechat } from '../wechat';

let wechat: FakeWechat;

/** The store as a freshly started app has it. */
function start(): typeof LookStore {
  jest.resetModules();
  // eslint-disable-next-line @typescript-eslint/no-require-imports -- a new start needs a new module
  return require('../../../miniprogram/stores/look') as typeof LookStore;
}

beforeEach(() => {
  wechat = installWechat();
});

test.each([
  [{ theme: 'light' }, { isDark: false, textScale: 1, elder: false }],
  [
    { theme: 'dark', fontSizeScaleFactor: 1.25 },
    { isDark: true, textScale: 1.25, elder: true },
  ],
  [
    { theme: 'light', fontSizeSetting: 18 },
    { textScale: 1.125, elder: false },
  ],
  [
    { theme: 'light', fontSizeScaleFactor: 3 },
    { textScale: 1.5, elder: true },
  ],
])('without a choice the app follows the system: %j', (system, look) => {
  wechat.system = system;
  expect(start().currentLook()).toMatchObject({ theme: 'system', size: 'system', ...look });
});

test("the voter's own choice goes before the system's and survives a restart", () => {
  const { chooseLook } = start();
  chooseLook({ theme: 'dark' });
  chooseLook({ size: 'huge' });
  expect(start().currentLook()).toEqual({
    theme: 'dark',
    size: 'huge',
    version: 'undecided',
    isDark: true,
    textScale: 1.5,
    elder: true,
    isSimple: false,
    offersSimple: true,
  });
});

test('长辈版 is kept, brings large text with it, and never makes chosen text smaller', () => {
  const { chooseLook } = start();
  chooseLook({ version: 'elder' });
  expect(start().currentLook()).toMatchObject({ isSimple: true, elder: true, textScale: 1.25, offersSimple: false });
  start().chooseLook({ size: 'huge' });
  expect(start().currentLook()).toMatchObject({ isSimple: true, textScale: 1.5 });
  start().chooseLook({ size: 'system', version: 'standard' });
  expect(start().currentLook()).toMatchObject({ isSimple: false, elder: false, textScale: 1 });
});

test('whoever reads large text is asked once whether 长辈版 is wanted, and nobody else', () => {
  expect(start().currentLook().offersSimple).toBe(false);
  wechat.system = { theme: 'light', fontSizeScaleFactor: 1.25 };
  const { currentLook, chooseLook } = start();
  expect(currentLook().offersSimple).toBe(true);
  chooseLook({ version: 'standard' });
  expect(start().currentLook()).toMatchObject({ offersSimple: false, isSimple: false, elder: true });
});

test('what a phone kept before there was a version is read as undecided', () => {
  wechat.storage.set('look', { theme: 'dark', size: 'large' });
  expect(start().currentLook()).toMatchObject({ theme: 'dark', size: 'large', version: 'undecided' });
});

test('whoever watches hears of a change until the watch ends', () => {
  const { chooseLook, watchLook } = start();
  const heard: boolean[] = [];
  const end = watchLook(({ isDark }) => heard.push(isDark));
  chooseLook({ theme: 'dark' });
  end();
  chooseLook({ theme: 'light' });
  expect(heard).toEqual([true]);
});

test('a system that changed while the app was away is followed, and only then announced', () => {
  const { currentLook, refreshLook, watchLook } = start();
  currentLook();
  const heard: boolean[] = [];
  watchLook(({ isDark }) => heard.push(isDark));
  refreshLook();
  wechat.system = { theme: 'dark' };
  refreshLook();
  expect(heard).toEqual([true]);
});

test('a stored choice that no version wrote is ignored', () => {
  wechat.storage.set('look', { theme: 'sepia', size: 'system' });
  expect(start().currentLook().theme).toBe('system');
});
