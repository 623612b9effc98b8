// What WeChat does with the page in sight.

export function setPageTitle(title: string): void {
  void wx.setNavigationBarTitle({ title });
}

/** Lets go of a page that was pulled down. */
export function endPullDown(): void {
  void wx.stopPullDownRefresh();
}

/** @param selector of what is to stand at the top; the page's own top where absent */
export async function scrollPage(selector?: string): Promise<void> {
  await wx.pageScrollTo({ ...(selector === undefined ? { scrollTop: 0 } : { selector }), duration: 0 });
}

/** Where WeChat's capsule lies, px: a head in the navigation bar's place is level with it. */
export function capsulePlace(): { top: number; height: number; fromRight: number } {
  const { statusBarHeight, windowWidth } = wx.getWindowInfo();
  const button = wx.getMenuButtonBoundingClientRect();
  // The bar is as far below the capsule as the status bar is above it.
  const gap = Math.max(0, button.top - statusBarHeight);
  return { top: statusBarHeight, height: button.height + gap * 2, fromRight: windowWidth - button.left };
}
