// From page to page. Which pages there are, `routes.ts` says.

/** Opens a page above this one; at WeChat's limit of ten pages it takes this one's place. */
export function openPage(url: string): void {
  wx.navigateTo({ url, fail: () => replacePage(url) });
}

/** Opens a page in this one's place. */
export function replacePage(url: string): void {
  void wx.redirectTo({ url });
}

/** Opens a page of the tab bar. */
export function openTab(url: string): void {
  void wx.switchTab({ url });
}

/** Back to the page below. */
export function leavePage(): void {
  void wx.navigateBack();
}

/** The page below this one, if there is one; after a shared link there is none. */
export function pageBelow(): { route: string; query: Record<string, string | undefined> } | undefined {
  const below = getCurrentPages().at(-2);
  return below && { route: `/${below.route}`, query: below.options };
}

/** Whether the page that a component stands on is still the one in sight. @param page `pageInSight` when it was attached */
export function pageInSight(): object | undefined {
  return getCurrentPages().at(-1);
}
