import { publicObjection } from '../../domain/outcome/objection';
import type { PublicObjection, PublicObjections } from '../../universal/objections';
import { now as currentTime } from '../../platform/clock';
import { uploadFile } from '../../platform/files';
import {
  listNumbered,
  listUnpublished,
  nextUnpublishedAt,
  notePublished,
  type Seen,
} from '../../store/outcome/objections';
import { logFolder } from '../counting/log-folder';
import { inTurn, type Errand, type ErrandReport } from '../scheduling/errand';

/** So many are looked up at once. */
const atOnce = 100;

/** Writes the public lists that lack something. */
export const publishObjections: Errand = {
  name: 'objections',
  // Whoever takes an objection a step on has the scheduler look; where that is lost, the list follows by this.
  life: 30 * 60 * 1000,
  followsLooks: true,
  nextAt: nextUnpublishedAt,

  async run(_, left): Promise<ErrandReport> {
    const { isThrough, faults } = await inTurn(await listUnpublished(atOnce), left, publishList);
    if (!isThrough) return { isDone: false, faults };
    return { isDone: (await nextUnpublishedAt()) === null || faults.length > 0, faults };
  },
};

/**
 * Writes one poll's list whole, and looks again behind that: of several at once the last to write sees what all the others wrote
 * of, so no older list stays. Whoever dies leaves it to be written anew.
 */
async function publishList(pollId: string): Promise<void> {
  for (;;) {
    const seen = await listNumbered(pollId);
    const file: PublicObjections = { v: 1, at: currentTime(), objections: linesOf(seen) };
    await uploadFile(`${logFolder(pollId)}/objections.json`, Buffer.from(JSON.stringify(file)));
    const now = await listNumbered(pollId);
    if (JSON.stringify(linesOf(now)) !== JSON.stringify(file.objections)) continue;
    for (const each of now) if (each.isUnpublished) await notePublished(each);
    return;
  }
}

function linesOf(seen: readonly Seen[]): PublicObjection[] {
  return seen.flatMap(({ objection }) => publicObjection(objection) ?? []);
}
