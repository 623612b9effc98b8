import type { Look } from '../stores/look';

/** The bars WeChat draws itself take no custom property: these are theme.json's values, kept equal by a test. */
export const barColours = {
  light: {
    frontColor: '#000000',
    ground: '#EEF2EE',
    tabText: '#5C6C65',
    tabSelected: '#0E5E50',
    tabGround: '#FFFFFF',
    tabBorder: 'black',
    pullDots: 'dark',
  },
  dark: {
    frontColor: '#ffffff',
    ground: '#0D1412',
    tabText: '#8C9C95',
    tabSelected: '#6FCBB3',
    tabGround: '#16201D',
    tabBorder: 'white',
    pullDots: 'light',
  },
} as const;

const tabs = ['home', 'mine'];

/** Once a bar was painted, WeChat no longer follows theme.json for it. */
let isPainted = false;

/** Brings navigation bar, tab bar and the ground behind the page into the voter's own choice of theme. */
export function paintBars({ theme, isDark }: Look): void {
  if (theme === 'system' && !isPainted) return;
  isPainted = true;
  const name = isDark ? 'dark' : 'light';
  const colours = barColours[name];
  // Each of these fails quietly on pages without that bar.
  const fail = (): void => undefined;
  wx.setNavigationBarColor({ frontColor: colours.frontColor, backgroundColor: colours.ground, fail });
  wx.setBackgroundColor({
    backgroundColor: colours.ground,
    backgroundColorTop: colours.ground,
    backgroundColorBottom: colours.ground,
    fail,
  });
  wx.setBackgroundTextStyle({ textStyle: colours.pullDots, fail });
  wx.setTabBarStyle({
    color: colours.tabText,
    selectedColor: colours.tabSelected,
    backgroundColor: colours.tabGround,
    borderStyle: colours.tabBorder,
    fail,
  });
  tabs.forEach((tab, index) => {
    wx.setTabBarItem({
      index,
      iconPath: `assets/tab/${tab}-normal-${name}.png`,
      selectedIconPath: `assets/tab/${tab}-selected-${name}.png`,
      fail,
    });
  });
}
