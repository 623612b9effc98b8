import type * as z from 'zod';
import type { pollGet } from '../../cloudfunctions/shared/contract/poll';
import { secondText } from '../../cloudfunctions/shared/universal/times';
import type { Seen, ViewScene } from '../preview/view';
import { pollOfPage } from './poll-of-page';

interface Standings {
  hidden: boolean;
  counts?: Record<string, number>;
  ballots: number;
  asOf?: number;
  nextAt: number | null;
}

type Reply<Data> = { ok: true; data: Data } | { ok: false; error: { code: string } };

/** Names of candidates by their ids, of the polls that were looked at: they stand while people vote. */
const known = new Map<string, ReadonlyMap<string, string>>();

/** The counts of the poll that the phone shows, as the public may see them. */
export async function lookAtCounts(scene: ViewScene): Promise<Seen> {
  const pollId = pollOfPage(scene.path);
  if (pollId === '') return { text: '打开一个评选，这里就显示它的票数。' };
  const standings = await ask<Standings>(scene, 'standings.get', pollId);
  if (!standings.ok) return { text: `没有票数：${standings.error.code}` };
  const { hidden, counts = {}, ballots, asOf, nextAt } = standings.data;
  if (hidden) return { text: `已计入 ${ballots} 张票，票数 ${nextAt ? secondText(nextAt) : '以后'} 公布。` };
  const names = await namesOf(scene, pollId);
  const ranked = Object.entries(counts).sort(([, a], [, b]) => b - a);
  const most = Math.max(1, ranked[0]?.[1] ?? 0);
  return {
    text: `${ballots} 张票，截至 ${asOf ? secondText(asOf) : '现在'}`,
    rows: ranked.map(([id, count]) => ({ name: names.get(id) ?? id, figure: String(count), share: count / most })),
  };
}

async function namesOf(scene: ViewScene, pollId: string): Promise<ReadonlyMap<string, string>> {
  const poll = known.has(pollId) ? null : await ask<z.output<typeof pollGet.output>>(scene, 'poll.get', pollId);
  if (poll?.ok)
    known.set(pollId, new Map(poll.data.candidates.map(({ id, number, name }) => [id, `${number} ${name}`])));
  return known.get(pollId) ?? new Map();
}

async function ask<Data>({ call, person }: ViewScene, procedure: string, pollId: string): Promise<Reply<Data>> {
  // The function's contract says what it answers.
  return (await call(person, 'voter', { procedure, input: { pollId } })) as Reply<Data>;
}
