import type { Answer } from '../../../services/cloud';
import { listActs, type ProposedAct } from '../services/acts';
import { loadPoll } from '../services/polls';
import type { Viewer } from './acts.view';

export interface LoadedActs {
  acts: ProposedAct[];
  next: string | undefined;
  viewer: Viewer;
}

/** A poll's acts, first page, and who looks at them. */
export async function loadActs(pollId: string): Promise<Answer<LoadedActs>> {
  const [poll, acts] = await Promise.all([loadPoll(pollId), listActs(pollId)]);
  if (!poll.ok) return poll;
  if (!acts.ok) return acts;
  const { me, title, may, status } = poll.data.poll;
  const viewer = { memberId: me.memberId, title, may, isPublished: status === 'published' };
  return { ...acts, data: { acts: acts.data.acts, next: acts.data.next, viewer } };
}
