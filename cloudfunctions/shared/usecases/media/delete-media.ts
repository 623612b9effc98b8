import { deleteFile } from '../../platform/files';
import { forgetMedia } from '../../store/media/media';

/** So many files are deleted at once. */
const atOnce = 10;

/**
 * Deletes pictures and videos from the storage, and then what is known of them: whatever breaks in between can be repeated. A file
 * that is gone already is no obstacle.
 */
export async function deleteMedia(files: readonly string[]): Promise<void> {
  const each = [...new Set(files)];
  for (let from = 0; from < each.length; from += atOnce) {
    const some = each.slice(from, from + atOnce);
    await Promise.all(some.map(deleteFile));
    await forgetMedia(some);
  }
}
