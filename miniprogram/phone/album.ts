// Pictures leave here for the phone's album, or are looked at alone.
import { tell, tellDone } from './dialogs';

interface AlbumWords {
  saved: string;
  notSaved: { title: string; detail: string; read: string };
}

/** Shows pictures alone, from where they can be sent on. @param first which of them is shown first */
export function showPictures(urls: string[], first = urls[0] ?? ''): void {
  void wx.previewImage({ urls, current: first });
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
export async function askForAlbum(): Promise<boolean> {
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
  if (outcome === 'saved') tellDone(saved);
  // Not allowed, or no room; what to do is the same.
  else if (outcome !== 'cancelled') await tell(notSaved, notSaved.read);
}
