// The public log as it lies in cloud storage.
import { download, webAddress, type FileContent } from './cloud';

/**
 * Reads one file of a log.
 * @param folder the cloud file id of the log's folder: `log.files`
 * @param path below it, e.g. `tile/0/000.p/12`
 */
export function readLogFile(folder: string, path: string): Promise<FileContent> {
  return download(`${folder}/${path}`);
}

/** Where people without this app find the bundle; the file's own id when there is no address now. */
export async function bundleAddress(fileId: string): Promise<string> {
  return (await webAddress(fileId)) ?? fileId;
}
