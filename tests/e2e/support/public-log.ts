import { connect } from '../../../scripts/connect';
import { eventually } from '../../support/eventually';
import { bringNeighbours } from './neighbours';
import type { Product } from './product';

/** Where a poll's public log lies in cloud storage. */
const folderOf = (pollId: string): string => `logs/${pollId}`;

/** Lets so many others vote that somebody's first ballot of the period is counted with theirs, and waits until it is public. */
export async function untilPublished(product: Product, pollId: string, person: string): Promise<void> {
  const { me } = await product.voterOf(person).get('poll.get', { pollId });
  await bringNeighbours(product, pollId);
  await eventually(async () => {
    const { index, log } = await product.voterOf(person).get('ballot.locate', { pollId, period: me.period, nth: 1 });
    if (index === null || log === null || log.size <= index) throw new Error('the ballot is not public');
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
