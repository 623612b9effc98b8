// What the phone's system says of itself, and the small things it does for a page.

/** The system's theme and text size; 1 is standard text. */
export function systemLook(): { isDark: boolean; textScale: number } {
  const { theme, fontSizeScaleFactor, fontSizeSetting } = wx.getAppBaseInfo();
  return { isDark: theme === 'dark', textScale: fontSizeScaleFactor ?? (fontSizeSetting ?? 16) / 16 };
}

/** Calls `follow` when the system's theme changes. Returns what ends it. */
export function followTheme(follow: () => void): () => void {
  wx.onThemeChange(follow);
  return () => wx.offThemeChange(follow);
}

/** How many of the screen's points make a px. */
export function pointsPerPx(): number {
  return wx.getWindowInfo().pixelRatio;
}

/** One light vibration, on phones that have it. */
export function vibrate(): void {
  wx.vibrateShort({ type: 'light', fail: () => undefined });
}

/** Offers to call a number; declining is an answer, not a failure. */
export function callNumber(phoneNumber: string): void {
  wx.makePhoneCall({ phoneNumber, fail: () => undefined });
}
