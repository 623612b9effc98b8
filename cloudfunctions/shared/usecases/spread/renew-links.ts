import { isInUse } from '../../domain/spread/link';
import { WechatFault } from '../../platform/wechat-fault';
import { findPoll } from '../../store/poll/polls';
import { listRenewals, nextRenewalAt, planRenewal, type PollLink } from '../../store/spread/links';
import type { Errand, ErrandReport } from '../scheduling/errand';
import { makeLink } from './make-link';

const hour = 60 * 60 * 1000;

/** How soon one that failed is tried again, milliseconds; there are twenty days for it. */
const pause = hour;

/** So many at once: WeChat takes a hundred a second. */
const atOnce = 10;

/** Keeps the links fresh that organisers have asked for. */
export const renewLinks: Errand = {
  name: 'links',
  life: hour,
  nextAt: nextRenewalAt,

  async run(now, until): Promise<ErrandReport> {
    const due = await listRenewals(now, atOnce);
    const faults: unknown[] = [];
    for (const link of due) {
      if (until() <= 0) return { isDone: false, faults };
      try {
        await renew(link, now);
      } catch (fault) {
        faults.push(fault);
        // A database that fails will fail for the next as well.
        if (!(fault instanceof WechatFault)) return { isDone: true, faults };
      }
    }
    return { isDone: due.length < atOnce, faults };
  },
};

/** The plan moves first: one of any number of schedulers goes on, and where it breaks off the link is tried again in an hour. */
async function renew(link: PollLink, now: number): Promise<void> {
  const poll = await findPoll(link.pollId);
  if (poll?.status !== 'published' || !isInUse(poll.stages, now)) await planRenewal(link, null);
  else if (await planRenewal(link, now + pause)) await makeLink(poll, link.channel, now);
}
