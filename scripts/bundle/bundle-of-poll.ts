import { once } from 'node:events';
import type { Writable } from 'node:stream';
import type tcb from '@cloudbase/node-sdk';
import { LogBundler } from '../../cloudfunctions/shared/universal/ledger/bundle/bundle-of-log';
import { parseVerifierKey } from '../../cloudfunctions/shared/universal/ledger/note/verifier-key';
import { nativeHasher } from '../../cloudfunctions/shared/platform/native-hasher';
import type { Batch } from '../../cloudfunctions/shared/store/counting/batches';
import { expectDone } from '../connect';

const pageSize = 50;

/**
 * Reads a closed poll's log and writes its bundle, a few hundred entries at a time.
 * @param open gives the file; called once the poll turned out to have a bundle
 * @throws a sentence when the poll has no log, or its log is not closed
 */
export async function bundleOfPoll(
  app: tcb.CloudBase,
  pollId: string,
  open: () => Writable,
): Promise<{ entries: number }> {
  const first = (await readPage(app, pollId, 0))[0];
  const key = parseVerifierKey(first?.key ?? '');
  if (first?.sheet === undefined || key === null) throw new Error(`there is no log of a poll "${pollId}"`);
  if (!(await isClosed(app, pollId)))
    throw new Error(`the poll "${pollId}" is not closed yet: it has no bundle before that`);
  const bundler = new LogBundler(nativeHasher, key, first.sheet);
  const output = open();
  const write = async (text: string): Promise<void> => {
    if (!output.write(text)) await once(output, 'drain');
  };
  await write(bundler.start());
  let entries = 0;
  for (let from = 0; ; from += pageSize) {
    const page = await readPage(app, pollId, from);
    for (const batch of page) {
      await write(bundler.add(batch));
      entries += batch.entries.length;
    }
    if (page.length < pageSize) break;
  }
  output.end(bundler.end());
  await once(output, 'finish');
  return { entries };
}

async function readPage(app: tcb.CloudBase, pollId: string, from: number): Promise<Batch[]> {
  const { command } = app.database();
  const batches = app.database().collection('batches');
  const condition = { pollId, n: command.gte(from) };
  // The scheduler wrote them.
  return expectDone(await batches.where(condition).orderBy('n', 'asc').limit(pageSize).get()).data as Batch[];
}

async function isClosed(app: tcb.CloudBase, pollId: string): Promise<boolean> {
  const batches = app.database().collection('batches');
  const found = await batches.where({ pollId, 'tally.isClosed': true }).limit(1).get();
  return expectDone(found).data.length > 0;
}
