import type tcb from '@cloudbase/node-sdk';
import { unwrapPollKey, wrapPollKey, type WrappedKey } from '../../cloudfunctions/shared/platform/keys';
import { expectDone } from '../connect';

const pageSize = 100;

/**
 * Wraps every poll's secret with the newest master key. The secrets themselves stay, since tags depend on them. A second
 * run finds nothing to do.
 * @param masterKeys base64, the newest first
 * @throws when a poll's secret opens with none of them; those before it are wrapped anew
 */
export async function rewrapPolls(
  app: tcb.CloudBase,
  masterKeys: readonly string[],
): Promise<{ polls: number; rewrapped: number }> {
  const [newest = ''] = masterKeys;
  const polls = app.database().collection('polls');
  const { command } = app.database();
  let [count, rewrapped, after] = [0, 0, ''];
  for (;;) {
    const condition = { _id: command.gt(after), key: command.exists(true) };
    const answer = await polls.where(condition).orderBy('_id', 'asc').limit(pageSize).field({ key: true }).get();
    // The voter function wrote them.
    const page = expectDone(answer).data as { _id: string; key: WrappedKey }[];
    for (const { _id, key } of page) {
      if (opensWith(key, newest)) continue;
      const again = wrapPollKey(unwrapPollKey(key, masterKeys), newest);
      expectDone(await polls.doc(_id).update({ key: command.set(again) }));
      rewrapped += 1;
    }
    count += page.length;
    const last = page.at(-1);
    if (last === undefined || page.length < pageSize) return { polls: count, rewrapped };
    after = last._id;
  }
}

function opensWith(key: WrappedKey, masterKey: string): boolean {
  try {
    unwrapPollKey(key, [masterKey]);
    return true;
  } catch {
    return false;
  }
}
