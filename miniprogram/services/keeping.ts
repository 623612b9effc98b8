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

/** Saves a picture of this phone into its album; says so, or why not. */
export async function saveToAlbum(filePath: string, { saved, notSaved }: AlbumWords): Promise<void> {
  try {
    await wx.saveImageToPhotosAlbum({ filePath });
    void wx.showToast({ title: saved, icon: 'none' });
  } catch {
    // Not allowed, or given up; what to do is the same.
    const { title, detail, read } = notSaved;
    await wx.showModal({ title, content: detail, showCancel: false, confirmText: read });
  }
}
