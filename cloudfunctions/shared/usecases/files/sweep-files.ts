import { removePath } from '../../platform/files';
import { forgetPassingFile, listPassingFiles, nextPassingFileAt } from '../../store/files/passing-files';
import type { Errand, ErrandReport } from '../scheduling/errand';

/** So many are looked up at once. */
const atOnce = 20;

/** Deletes the files whose time is over: lists that were never imported, sheets that were made for an organiser. */
export const sweepFiles: Errand = {
  name: 'files',
  life: 60 * 60 * 1000,
  nextAt: nextPassingFileAt,

  async run(now, until): Promise<ErrandReport> {
    const due = await listPassingFiles(now, atOnce);
    const faults: unknown[] = [];
    for (const { path } of due) {
      if (until() <= 0) return { isDone: false, faults };
      try {
        await removePath(path);
        // Last: where it breaks off before, the next run finds it again.
        await forgetPassingFile(path);
      } catch (fault) {
        faults.push(fault);
      }
    }
    return { isDone: due.length < atOnce || faults.length > 0, faults };
  },
};
