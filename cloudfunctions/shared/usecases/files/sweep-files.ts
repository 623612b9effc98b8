import { removePath } from '../../platform/files';
import { forgetPassingFile, listPassingFiles, nextPassingFileAt } from '../../store/files/passing-files';
import { inTurn, type Errand, type ErrandReport } from '../scheduling/errand';

/** So many are looked up at once. */
const atOnce = 20;

/** Deletes the files whose time is over: lists that were never imported, sheets that were made for an organiser. */
export const sweepFiles: Errand = {
  name: 'files',
  life: 60 * 60 * 1000,
  nextAt: nextPassingFileAt,

  async run(now, until): Promise<ErrandReport> {
    const due = await listPassingFiles(now, atOnce);
    const { isThrough, faults } = await inTurn(due, until, async ({ path }) => {
      await removePath(path);
      // Last: where it breaks off before, the next run finds it again.
      await forgetPassingFile(path);
    });
    if (!isThrough) return { isDone: false, faults };
    return { isDone: due.length < atOnce || faults.length > 0, faults };
  },
};
