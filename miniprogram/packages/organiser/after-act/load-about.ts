import { together, type Answer } from '../../../services/cloud';
import { listObjections, loadSteps, type TeamObjection } from '../services/outcome';
import { loadPoll, type EditedPoll } from '../services/polls';
import type { AfterKind } from '../text/after';
import type { About } from './form';

export interface LoadedAbout {
  poll: EditedPoll;
  about: About;
}

/** What a form is about. @param id of a candidate, or of an objection */
export async function loadAbout(pollId: string, kind: AfterKind, id: string): Promise<Answer<LoadedAbout>> {
  const answer = await together(loadPoll(pollId), loadSteps(pollId));
  if (!answer.ok) return answer;
  const [{ poll }, outcome] = answer.data;
  const found = kind === 'answerObjection' ? await findObjection(pollId, id) : undefined;
  if (found && !found.ok) return found;
  const about: About = { kind, outcome, candidateId: kind === 'revokeAward' ? id : '', objection: found?.data };
  return { ...answer, data: { poll, about } };
}

/** Looks it up page by page. */
async function findObjection(pollId: string, id: string): Promise<Answer<TeamObjection | undefined>> {
  let cursor: string | undefined;
  for (;;) {
    const answer = await listObjections(pollId, cursor);
    if (!answer.ok) return answer;
    const data = answer.data.objections.find((each) => each.id === id);
    cursor = answer.data.next;
    if (data !== undefined || cursor === undefined) return { ...answer, data };
  }
}
