import { phoneFiles } from './phone-files';
import { urlInStorage } from './storage-url';

/**
 * Where the browser finds a file that page code names: of the phone, of the cloud's storage, on the network, or of the
 * package.
 * @param folder page or component that a path without a leading slash counts from
 */
export function urlOfFile(source: string, folder = ''): string {
  const inStorage = urlInStorage(source);
  if (inStorage !== undefined) return inStorage;
  if (source === '' || /^(https?:|data:|blob:)/.test(source)) return source;
  if (source.startsWith('cloud://')) return `/cloud-file?id=${encodeURIComponent(source)}`;
  // A file that is gone is asked for in vain, so that the page hears of it.
  if (source.startsWith('wxfile://')) return phoneFiles.urlOf(source) ?? '/files/gone';
  return `/files${new URL(source, `file:///${folder}`).pathname}`;
}
