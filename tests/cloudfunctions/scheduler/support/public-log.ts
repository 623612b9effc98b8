import type { TestCloud } from '../../../support/test-cloud';
import { VoterClient } from '../../../support/voter-client';
import { connect } from '../../../../scripts/connect';
import { readLog, type ReadLog } from './tlog-verifier';

type PublicLog = NonNullable<Awaited<ReturnType<typeof publicLogOf>>>;

/** Where anyone is told that the log lies; undefined before it is published. */
export async function publicLogOf(cloud: TestCloud, pollId: string) {
  return (await new VoterClient(cloud.url, 'oAnyone').get('standings.get', { pollId })).log;
}

/** A file of the cloud, as anyone may download it; undefined when it is not there. */
export async function download(cloud: TestCloud, fileID: string): Promise<Buffer | undefined> {
  const { fileList } = await connect(cloud.url).getTempFileURL({ fileList: [fileID] });
  const url = fileList[0]?.tempFileURL;
  if (!url) return undefined;
  return Buffer.from(await (await fetch(url)).arrayBuffer());
}

export async function existingLogOf(cloud: TestCloud, pollId: string): Promise<PublicLog> {
  const log = await publicLogOf(cloud, pollId);
  if (log === undefined) throw new Error('the log is not published');
  return log;
}

/** Reads the published log as a stranger with a C2SP verifier does. */
export async function readPublicLog(cloud: TestCloud, pollId: string): Promise<ReadLog> {
  const { files, key } = await existingLogOf(cloud, pollId);
  return readLog(key, (path) => download(cloud, `${files}/${path}`));
}
