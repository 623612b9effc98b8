import { together, type Answer } from '../../../services/cloud';
import { getCandidate, getPoll, type CandidateReply, type PollReply } from '../../../services/polls';
import { serverNow } from '../../../stores/clock';
import { admit } from '../poll/admission-session';

export interface LoadedCandidate {
  story: CandidateReply;
  reply: PollReply;
}

/** A candidate and its poll, as they hold for whoever looks. @param known the poll, where it is known already */
export async function loadCandidate(
  pollId: string,
  candidateId: string,
  known?: PollReply,
): Promise<Answer<LoadedCandidate>> {
  const poll =
    known === undefined ? getPoll(pollId) : Promise.resolve({ ok: true as const, data: known, now: serverNow() });
  const answer = await together(getCandidate(pollId, candidateId), poll);
  if (!answer.ok) return answer;
  const [story, reply] = answer.data;
  return { ...answer, data: { story, reply: await admit(reply) } };
}
