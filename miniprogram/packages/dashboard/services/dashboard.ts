import type { OrganizerInput, OrganizerOutput } from '../../../../cloudfunctions/shared/contract/organizer';
import { callOrganizer, fileOnPhone, type Answer } from '../../../services/cloud';

export type Dashboard = OrganizerOutput<'dashboard.get'>;
export type DashboardPoll = OrganizerOutput<'poll.load'>['poll'];
export type ExportKind = Exclude<OrganizerInput<'export.make'>['kind'], 'template'>;
type Export = OrganizerOutput<'export.make'>;

/** How a poll goes; half a minute old at most. */
export function getDashboard(pollId: string): Promise<Answer<Dashboard>> {
  return callOrganizer('dashboard.get', { pollId });
}

export async function getPollOfTeam(pollId: string): Promise<Answer<DashboardPoll>> {
  const answer = await callOrganizer('poll.load', { pollId });
  return answer.ok ? { ...answer, data: answer.data.poll } : answer;
}

/** Has a spreadsheet made and fetches it to this phone. @returns its path here, under the name it is offered by */
export async function fetchExport(pollId: string, kind: ExportKind): Promise<Answer<string>> {
  const answer = await callOrganizer('export.make', { pollId, kind });
  if (!answer.ok) return answer;
  const file = await fileOnPhone(answer.data.file);
  if (typeof file === 'string') return { ok: false, error: { code: 'NO_ANSWER', message: `the file is ${file}` } };
  return { ...answer, data: await named(file.temporary, answer.data) };
}

/** WeChat shows a document by its file's name, and a downloaded file has none. */
function named(temporary: string, { name }: Export): Promise<string> {
  const path = `${wx.env.USER_DATA_PATH}/${name}`;
  return new Promise((resolve) => {
    wx.getFileSystemManager().copyFile({
      srcPath: temporary,
      destPath: path,
      success: () => resolve(path),
      // The document opens all the same.
      fail: () => resolve(temporary),
    });
  });
}
