import { together, type Answer } from '../../../services/cloud';
import { listActs, type ProposedAct } from '../services/acts';
import { loadPoll } from '../services/polls';
import type { Viewer } from './acts.view';

export interface LoadedActs {
  acts: ProposedAct[];
  next?: string | undefined;
  viewer: Viewer;
}

/** A poll's acts, and who looks at them. @param more the page behind this cursor; the first one where absent */
export async function loadActs(pollId: string, more?: { cursor: string; viewer: Viewer }): Promise<Answer<LoadedActs>> {
  if (more) {
    const answer = await listActs(pollId, more.cursor);
    return answer.ok ? { ...answer, data: { ...answer.data, viewer: more.viewer } } : answer;
  }
  const answer = await together(loadPoll(pollId), listActs(pollId));
  if (!answer.ok) return answer;
  const [{ poll }, acts] = answer.data;
  const { me, title, measure, may, status } = poll;
  return {
    ...answer,
    data: { ...acts, viewer: { memberId: me.memberId, title, measure, may, isPublished: status === 'published' } },
  };
}
