// Files as they lie on this phone.

/** A file of the phone, ready to go up. */
export interface PhoneFile {
  path: string;
  extension: string;
}

/** What lists come in; those of them that cannot be read are refused by name, which is better than not to be found. */
const sheetExtensions = ['xlsx', 'xlsm', 'csv', 'txt', 'tsv', 'xls', 'et', 'ett', 'xlsb', 'ods'];

/** A list from a chat. @returns undefined where they changed their mind */
export async function chooseSheet(): Promise<(PhoneFile & { name: string }) | undefined> {
  const chosen = await wx
    .chooseMessageFile({ count: 1, type: 'file', extension: sheetExtensions })
    .catch(() => undefined);
  const file = chosen?.tempFiles[0];
  return file && { path: file.path, name: file.name, extension: extensionOf(file.name) };
}

/** Any file from a chat, pictures too, of which WeChat filters none. @returns undefined where they changed their mind */
export async function chooseDocument(): Promise<(PhoneFile & { name: string; size: number }) | undefined> {
  const chosen = await wx.chooseMessageFile({ count: 1, type: 'all' }).catch(() => undefined);
  const file = chosen?.tempFiles[0];
  return file && { path: file.path, name: file.name, size: file.size, extension: extensionOf(file.name) };
}

/** Letters and digits alone: WeChat's temporary names may carry a query behind the dot. */
export function extensionOf(path: string): string {
  return /\.([A-Za-z0-9]{1,5})$/.exec(path)?.[1]?.toLowerCase() ?? 'jpg';
}

/** The bytes of a file. Rejects where it cannot be read. */
export function readBytes(filePath: string): Promise<Uint8Array> {
  return new Promise((resolve, reject) => {
    wx.getFileSystemManager().readFile({
      filePath,
      // Without an encoding the answer is bytes.
      success: ({ data }) => resolve(new Uint8Array(data as ArrayBuffer)),
      fail: ({ errMsg }) => reject(new Error(errMsg)),
    });
  });
}

/** Gives a downloaded file its name, which is what a colleague gets when it is sent on. @returns its path, the old one where it fails */
export function giveName(path: string, name: string): string {
  const wanted = `${wx.env.USER_DATA_PATH}/${name}`;
  try {
    wx.getFileSystemManager().copyFileSync(path, wanted);
    return wanted;
  } catch {
    return path;
  }
}
