import type * as z from 'zod';
import type { awardPrint } from '../../contract/exports/papers';
import type { TrailKind } from '../../domain/team/trail';
import { dayOf } from '../../universal/day';
import { temporaryUrls } from '../../platform/file-links';
import type { TeamPoll } from '../../store/editing/team-polls';
import { addToTrail } from '../../store/team/trail';
import { putSheet } from '../files/passing-files';
import { personOf, type Member } from '../team/member';

interface Made {
  content: Uint8Array;
  pages: number;
  /** What it is, as its file is called. */
  what: string;
  /** What the trail tells. */
  trail: { what: TrailKind; subject?: string; details: Record<string, string | number> };
}

/** Puts a PDF up for whoever asked for it, for a day, and notes on the team's trail that it was made. */
export async function putPaper(
  poll: TeamPoll,
  { content, pages, what, trail }: Made,
  member: Member,
  now: number,
): Promise<z.output<typeof awardPrint.output>> {
  const file = await putSheet(poll.id, 'pdf', content, now);
  const url = (await temporaryUrls([file])).get(file);
  if (url === undefined) throw new Error('the file that was just written has no address');
  await addToTrail(poll.id, { at: now, who: personOf(member), ...trail });
  const title = poll.title.replace(/[\\/:*?"<>|\s]+/g, '') || poll.id;
  return { file, url, name: `${what}-${title}-${dayOf(now)}.pdf`, bytes: content.length, pages };
}
