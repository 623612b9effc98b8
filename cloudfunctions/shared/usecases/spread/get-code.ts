import type * as z from 'zod';
import type { codeGet } from '../../contract/spread/codes';
import { done, refuse, type AnswerTo, type Refused } from '../../contract/answered';
import { isUsable } from '../../domain/spread/channels';
import { encodeScene } from '../../universal/scene';
import { findCandidate } from '../../store/poll/candidates';
import { findPoll } from '../../store/poll/polls';
import { listChannels } from '../../store/spread/channels';
import { drawCode, findCode } from './draw-code';
import { orUnavailable } from './or-unavailable';

type Input = z.output<typeof codeGet.input>;

/**
 * The code of a published poll or one of its candidates. One that is drawn costs two reads; each is drawn once, and only for what
 * there is, so nobody can have WeChat draw without end.
 */
export async function getCode({ pollId, candidateId, channel }: Input, now: number): Promise<AnswerTo<typeof codeGet>> {
  const scene = {
    pollId,
    ...(candidateId === undefined ? {} : { candidateId }),
    ...(channel === undefined ? {} : { channel }),
  };
  // An id that no poll can have costs no read.
  if (encodeScene({ pollId }) === null) return notFound();
  if (encodeScene(scene) === null) {
    const expected = 'ids of this poll, together at most 32 characters';
    const field = candidateId === undefined ? 'channel' : 'candidateId';
    return refuse('INVALID_INPUT', `${field}: ${expected}`, { field, expected });
  }
  const [poll, known] = await Promise.all([findPoll(pollId), findCode(scene)]);
  if (poll?.status !== 'published') return notFound();
  if (known !== null) return done({ file: known });
  const refused = await refusalOf(pollId, candidateId, channel);
  return refused ?? orUnavailable(async () => done({ file: (await drawCode(scene, now)).file }));
}

async function refusalOf(
  pollId: string,
  candidateId: string | undefined,
  channel: string | undefined,
): Promise<Refused<'CANDIDATE_NOT_FOUND' | 'CHANNEL_NOT_FOUND'> | null> {
  const [candidate, named] = await Promise.all([
    candidateId === undefined ? undefined : findCandidate(pollId, candidateId),
    channel === undefined ? [] : listChannels(pollId),
  ]);
  if (candidate === null) return refuse('CANDIDATE_NOT_FOUND', 'no such candidate', { field: 'candidateId' });
  if (channel === undefined || isUsable(channel, named)) return null;
  return refuse('CHANNEL_NOT_FOUND', 'no such channel', { field: 'channel' });
}

function notFound(): Refused<'POLL_NOT_FOUND'> {
  return refuse('POLL_NOT_FOUND', 'no such poll', { field: 'pollId' });
}
