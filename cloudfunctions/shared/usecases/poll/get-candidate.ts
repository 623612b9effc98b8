import type * as z from 'zod';
import type { candidateGet } from '../../contract/poll';
import { done, refuse, type AnswerTo } from '../../contract/answered';
import { findCandidate } from '../../store/poll/candidates';
import { summariseCandidate } from './describe-poll';
import { explainAbsence } from './explain-absence';
import { openPoll } from './open-poll';

/** A candidate with its pictures and texts. */
export async function getCandidate(input: z.output<typeof candidateGet.input>): Promise<AnswerTo<typeof candidateGet>> {
  const open = await openPoll(input.pollId);
  if (open === null) return explainAbsence(input.pollId);
  const known = open.candidateById.has(input.candidateId);
  const candidate = known ? await findCandidate(open.poll.id, input.candidateId) : null;
  if (candidate === null) return refuse('CANDIDATE_NOT_FOUND', 'no such candidate', { field: 'candidateId' });
  const { pictures, video, facts, criteria, detail = '' } = candidate;
  const summary = summariseCandidate({ ...candidate, id: input.candidateId });
  return done({ candidate: { ...summary, pictures, video, facts, criteria, ...(detail === '' ? {} : { detail }) } });
}
