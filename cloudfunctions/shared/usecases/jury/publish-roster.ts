import type { JuryFile } from '../../universal/jury';
import { uploadFile } from '../../platform/files';
import type { TeamPoll } from '../../store/editing/team-polls';
import { logFolder } from '../counting/log-folder';

/** Says in public who sits, beside the log: that the roster was whole before the first sheet stands here. Repeating it is safe. */
export async function publishRoster({ id, jury }: Pick<TeamPoll, 'id' | 'jury'>): Promise<void> {
  if (jury?.openedAt === undefined) return;
  const { openedAt, dueAt, isBlind, seats } = jury;
  const file: JuryFile = { v: 1, pollId: id, openedAt, dueAt, isBlind, jurors: seats.map(({ label }) => label) };
  await uploadFile(`${logFolder(id)}/jury.json`, Buffer.from(JSON.stringify(file)));
}
