import { done, refuse } from '../../contract/answered';
import { isUsable } from '../../domain/spread/channels';
import { isFresh } from '../../domain/spread/link';
import { listChannels } from '../../store/spread/channels';
import { findLink } from '../../store/spread/links';
import { loadTeamPoll } from '../editing/edit-conflict';
import type { Answer, Input } from '../team/member';
import { makeLink } from './make-link';
import { orUnavailable } from './or-unavailable';

/** The present link of a poll and channel, or a new one where that ends soon. */
export async function getLink({ pollId, channel = 'sms' }: Input<'link.get'>, now: number): Answer<'link.get'> {
  const loaded = await loadTeamPoll(pollId);
  if (!loaded.ok) return loaded;
  const { poll } = loaded;
  if (poll.status !== 'published') return refuse('NOT_PUBLISHED', 'a draft has no link');
  const [known, named] = await Promise.all([findLink(pollId, channel), listChannels(pollId)]);
  if (!isUsable(channel, named)) return refuse('CHANNEL_NOT_FOUND', 'no such channel', { field: 'channel' });
  return orUnavailable(async () => {
    const { url, expiresAt, file } = known && isFresh(known, now) ? known : await makeLink(poll, channel, now);
    return done({ url, expiresAt, file });
  });
}
