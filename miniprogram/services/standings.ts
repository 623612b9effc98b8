import type { OutputOf } from '../../cloudfunctions/shared/contract/voter';
import { call, type Answer } from './cloud';

export type Standings = OutputOf<'standings.get'>;
type ShownStandings = Extract<Standings, { hidden: false }>;
/** What a public lot decides between equal votes, and what it drew. */
export type Drawing = ShownStandings['lot'];

/** The newest counts seen in this session, by poll. */
const newest = new Map<string, ShownStandings>();

/** The public count of a poll. Replies may overtake each other: never an older count than one it has returned. */
export async function getStandings(pollId: string): Promise<Answer<Standings>> {
  const answer = await call('standings.get', { pollId });
  if (!answer.ok || answer.data.hidden) return answer;
  const seen = newest.get(pollId);
  if (seen && seen.batch > answer.data.batch) return { ...answer, data: seen };
  newest.set(pollId, answer.data);
  return answer;
}
