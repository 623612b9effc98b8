import { connect } from '../../../scripts/connect';
import { eventually } from '../../support/eventually';
import type { Product } from './product';

/** Where a poll's public log lies in cloud storage. */
const folderOf = (pollId: string): string => `logs/${pollId}`;

/** Waits until the scheduler has written somebody's first ballot of the day into the log, publicly or not. */
async function untilWritten(product: Product, pollId: string, person: string): Promise<number> {
  const { me } = await product.voterOf(person).get('poll.get', { pollId });
  return eventually(async () => {
    const { index } = await product.voterOf(person).get('ballot.locate', { pollId, period: me.period, nth: 1 });
    if (index === null) throw new Error('the ballot is not in the log');
    return index;
  });
}

/** Lets the time pass after which the public log advances, and waits until it has somebody's first ballot of the day. */
export async function untilPublished(product: Product, pollId: string, person: string): Promise<void> {
  const index = await untilWritten(product, pollId, person);
  product.letPass(11 * 60_000);
  await eventually(async () => {
    const { log } = await product.voterOf('bystander').get('standings.get', { pollId });
    expect(log?.size).toBeGreaterThan(index);
  });
}

/** What lies at a path of the log; changed by `change` when that is given. */
export async function changeLogFile(
  product: Product,
  pollId: string,
  path: string,
  change: (content: Buffer) => Buffer,
): Promise<void> {
  const { log } = await product.voterOf('bystander').get('standings.get', { pollId });
  if (log === undefined) throw new Error(`the log of ${pollId} is not published`);
  const app = connect(product.cloud.url);
  const { fileContent } = await app.downloadFile({ fileID: `${log.files}/${path}` });
  if (fileContent === undefined) throw new Error(`${path} is not there`);
  await app.uploadFile({ cloudPath: `${folderOf(pollId)}/${path}`, fileContent: change(Buffer.from(fileContent)) });
}
