/** What a scanned code holds: where a code of this mini-program leads, or the text of any other. */
export type Scanned = { path: string } | { text: string };

/** Has WeChat scan a code, with the camera or from the album. @returns undefined where nobody did, or there was none to read */
export async function scanCode(): Promise<Scanned | undefined> {
  const scanned = await wx.scanCode({ scanType: ['qrCode'] }).catch(() => undefined);
  if (scanned === undefined) return undefined;
  // Only a code of this mini-program has a path.
  return scanned.path ? { path: scanned.path } : { text: scanned.result };
}
