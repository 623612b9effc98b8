// What people take along: the clipboard, the album.

interface AlbumWords {
  saved: string;
  notSaved: { title: string; detail: string; read: string };
}

export function copyText(data: string, done: string): void {
  wx.setClipboardData({
    data,
    success: () => {
      void wx.showToast({ title: done, icon: 'none' });
    },
  });
}

/** Shows a picture alone, from where it can be sent on. */
export function showPicture(file: string): void {
  void wx.previewImage({ urls: [file] });
}

/** `denied`: WeChat has been told not to let this app; it asks once, and from then on only its settings help. */
export type AlbumOutcome = 'saved' | 'denied' | 'cancelled' | 'failed';

/** Saves a picture of this phone into its album. Never rejects. */
export async function putIntoAlbum(filePath: string): Promise<AlbumOutcome> {
  try {
    await wx.saveImageToPhotosAlbum({ filePath });
    return 'saved';
  } catch (reason) {
    // WeChat tells the causes apart by their words alone; the one of its privacy agreement is not in the settings.
    const text = String((reason as { errMsg?: unknown }).errMsg);
    if (/cancel/i.test(text)) return 'cancelled';
    return /auth/i.test(text) && !/privacy/i.test(text) ? 'denied' : 'failed';
  }
}

/** Opens WeChat's settings of this app; only from a tap. @returns whether saving is allowed now */
export async function albumAllowed(): Promise<boolean> {
  try {
    const { authSetting } = await wx.openSetting({});
    return authSetting['scope.writePhotosAlbum'] === true;
  } catch {
    return false;
  }
}

/** Saves a picture of this phone into its album; says so, or why not. */
export async function saveToAlbum(filePath: string, { saved, notSaved }: AlbumWords): Promise<void> {
  const outcome = await putIntoAlbum(filePath);
  if (outcome === 'saved') void wx.showToast({ title: saved, icon: 'none' });
  else if (outcome !== 'cancelled') {
    // Not allowed, or no room; what to do is the same.
    const { title, detail, read } = notSaved;
    await wx.showModal({ title, content: detail, showCancel: false, confirmText: read });
  }
}
