import type { JuryFile } from '../../../../cloudfunctions/shared/universal/jury';
import type { TestCloud } from '../../../support/test-cloud';
import { download, existingLogOf } from '../../scheduler/support/public-log';

/** `jury.json` as anybody reads it; undefined while it is not there. */
export async function rosterOf(cloud: TestCloud, pollId: string): Promise<JuryFile | undefined> {
  const { files } = await existingLogOf(cloud, pollId);
  const file = await download(cloud, `${files}/jury.json`);
  // What is not there is answered by a text that is no JSON.
  return file?.toString().startsWith('{') ? (JSON.parse(file.toString()) as JuryFile) : undefined;
}
