import { linkExpiresAt, linkTarget, renewalAt } from '../../domain/spread/link';
import { uploadFile } from '../../platform/files';
import { makeUrlLink } from '../../platform/url-link';
import type { StoredPoll } from '../../store/poll/polls';
import { saveLink, type PollLink } from '../../store/spread/links';

/**
 * Has WeChat make a link, and puts it where pages and organisers find it. What breaks in between leaves the link before, which is good
 * for another twenty days; repeating is safe.
 * @throws WechatFault
 */
export async function makeLink({ id, stages }: StoredPoll, channel: string, now: number): Promise<PollLink> {
  const expiresAt = linkExpiresAt(now);
  const { path, query } = linkTarget(id, channel);
  const url = await makeUrlLink(path, query, expiresAt);
  const content = Buffer.from(JSON.stringify({ v: 1, url, expiresAt }));
  const file = await uploadFile(`links/${id}/${channel}.json`, content);
  const link = { pollId: id, channel, url, expiresAt, renewAt: renewalAt(stages, expiresAt), file };
  await saveLink(link);
  return link;
}
