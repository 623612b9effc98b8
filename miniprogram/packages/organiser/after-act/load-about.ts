import { together, type Answer } from '../../../services/cloud';
import { listActs, type ProposedAct } from '../services/acts';
import { findObjection, loadSteps } from '../services/outcome';
import { loadPoll, type EditedPoll } from '../services/polls';
import type { AfterKind } from '../text/after';
import { isBasis, type About } from './form';

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
  const objection = found?.data;
  const done = objection === undefined ? undefined : await actsSince(pollId, objection.at);
  if (done && !done.ok) return done;
  const candidateId = kind === 'revokeAward' ? id : '';
  return { ...answer, data: { poll, about: { kind, outcome, candidateId, objection, acts: done?.data ?? [] } } };
}

/** What was done since it came, newest first: an answer may rest on it. */
async function actsSince(pollId: string, at: number): Promise<Answer<ProposedAct[]>> {
  const found: ProposedAct[] = [];
  let cursor: string | undefined;
  for (;;) {
    const answer = await listActs(pollId, cursor);
    if (!answer.ok) return answer;
    const { acts, next } = answer.data;
    found.push(...acts.filter((each) => isBasis(each, at)));
    cursor = next;
    // Those that wait come first, and then the newest.
    const isPast = acts.some(({ state, proposedAt }) => state !== 'waiting' && proposedAt < at);
    if (cursor === undefined || isPast) return { ...answer, data: found };
  }
}
