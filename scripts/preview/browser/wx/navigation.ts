import type { Router } from '../phone/router';
import type { Tab, TabBar, TabColours } from '../phone/tab-bar';
import { asynchronous } from './answer';

interface Target {
  url: string;
}

export function navigation(router: Router): Record<string, unknown> {
  const bar = (change: Parameters<NonNullable<Router['top']>['frame']['amend']>[0]): void =>
    router.top?.frame.amend(change);
  const shownTabs = (): TabBar => {
    if (!router.tabBar || router.tabBar.node.hidden) throw new Error('not TabBar page');
    return router.tabBar;
  };
  return {
    navigateTo: asynchronous('navigateTo', ({ url }: Target) => {
      router.navigateTo(url);
    }),
    redirectTo: asynchronous('redirectTo', ({ url }: Target) => router.redirectTo(url)),
    reLaunch: asynchronous('reLaunch', ({ url }: Target) => router.reLaunch(url)),
    switchTab: asynchronous('switchTab', ({ url }: Target) => router.switchTab(url)),
    navigateBack: asynchronous('navigateBack', ({ delta = 1 }: { delta?: number }) => router.navigateBack(delta)),
    preloadPage: () => undefined,
    setNavigationBarTitle: asynchronous('setNavigationBarTitle', ({ title }: { title: string }) => bar({ title })),
    setNavigationBarColor: asynchronous(
      'setNavigationBarColor',
      ({ frontColor, backgroundColor }: { frontColor: string; backgroundColor: string }) =>
        bar({ background: backgroundColor, front: /^#fff/i.test(frontColor) ? 'white' : 'black' }),
    ),
    showNavigationBarLoading: asynchronous('showNavigationBarLoading', () => undefined),
    hideNavigationBarLoading: asynchronous('hideNavigationBarLoading', () => undefined),
    setBackgroundColor: asynchronous('setBackgroundColor', ({ backgroundColor }: { backgroundColor?: string }) => {
      if (backgroundColor && router.top) router.top.frame.viewport.style.background = backgroundColor;
    }),
    setBackgroundTextStyle: asynchronous('setBackgroundTextStyle', () => undefined),
    hideHomeButton: asynchronous('hideHomeButton', () => undefined),
    setTabBarBadge: asynchronous('setTabBarBadge', () => undefined),
    removeTabBarBadge: asynchronous('removeTabBarBadge', () => undefined),
    showTabBarRedDot: asynchronous('showTabBarRedDot', () => undefined),
    hideTabBarRedDot: asynchronous('hideTabBarRedDot', () => undefined),
    setTabBarStyle: asynchronous(
      'setTabBarStyle',
      ({ color, selectedColor, backgroundColor, borderStyle }: TabColours) =>
        shownTabs().restyle(given({ color, selectedColor, backgroundColor, borderStyle })),
    ),
    setTabBarItem: asynchronous('setTabBarItem', ({ index, text, iconPath, selectedIconPath }: TabChange) =>
      shownTabs().changeTab(index, given({ text, iconPath, selectedIconPath })),
    ),
    startPullDownRefresh: asynchronous('startPullDownRefresh', () => router.top?.frame.pull?.start()),
    stopPullDownRefresh: asynchronous('stopPullDownRefresh', () => router.top?.frame.pull?.stop()),
    pageScrollTo: asynchronous(
      'pageScrollTo',
      ({ scrollTop, selector, duration = 300, offsetTop = 0 }: ScrollTarget) => {
        const scroll = router.top?.frame.scroll;
        // Components are not apart here, so what reaches into one is a plain descendant.
        const target = selector ? scroll?.querySelector(selector.replaceAll('>>>', ' ')) : null;
        const top =
          target && scroll
            ? target.getBoundingClientRect().top - scroll.getBoundingClientRect().top + scroll.scrollTop
            : 0;
        scroll?.scrollTo({ top: (scrollTop ?? top) + offsetTop, behavior: duration === 0 ? 'instant' : 'smooth' });
      },
    ),
  };
}

type TabChange = Partial<Tab> & { index: number };

/** Without the options that a caller left out. */
function given<Options extends object>(options: Options): { [Name in keyof Options]?: NonNullable<Options[Name]> } {
  // Removing entries keeps the rest's types.
  return Object.fromEntries(Object.entries(options).filter(([, value]) => value !== undefined)) as {
    [Name in keyof Options]?: NonNullable<Options[Name]>;
  };
}

interface ScrollTarget {
  scrollTop?: number;
  selector?: string;
  duration?: number;
  offsetTop?: number;
}
