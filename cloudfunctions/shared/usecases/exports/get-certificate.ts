import type * as z from 'zod';
import { done, refuse, type AnswerTo } from '../../contract/answered';
import type { certificateGet } from '../../contract/exports/certificate';
import { findPoll } from '../../store/poll/polls';
import { isPollId } from '../poll/open-poll';
import { drawCertificateCode, findCode } from '../spread/draw-code';
import { orUnavailable } from '../spread/or-unavailable';
import { certificateOf, noCertificate, standingWinners } from './certificate-of';
import { loadOutcome } from './public-outcome';

/**
 * One certificate, for whoever wants its picture: all that it says is public. Its code is drawn once, and only for those who are
 * awarded, so nobody can have WeChat draw without end.
 */
export async function getCertificate(
  { pollId, candidateId }: z.output<typeof certificateGet.input>,
  now: number,
): Promise<AnswerTo<typeof certificateGet>> {
  const poll = isPollId(pollId) ? await findPoll(pollId) : null;
  if (poll?.status !== 'published') return refuse('POLL_NOT_FOUND', 'no such poll', { field: 'pollId' });
  const found = await loadOutcome(pollId);
  const { result } = found?.outcome ?? {};
  if (found === null || result === undefined) return refuse('NOT_AWARDED', 'the log has no result yet');
  const refused = noCertificate(found.outcome, candidateId);
  if (refused) return refused;
  const winner = (await standingWinners(pollId, found, result)).find((each) => each.candidateId === candidateId);
  if (winner === undefined) throw new Error('who is awarded and not revoked stands');
  const certificate = certificateOf(winner, poll, found.rules, result.at);
  const scene = { pollId, candidateId: winner.code };
  const known = await findCode(scene);
  if (known !== null) return done({ certificate, file: known });
  return orUnavailable(async () => done({ certificate, file: (await drawCertificateCode(scene, now)).file }));
}
