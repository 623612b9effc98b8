import { refuse, type Refused } from '../../contract/answered';
import type { ChecklistItem } from '../../contract/editing/polls';
import { isReady } from '../../domain/editing/checklist';
import { needsOf } from '../../domain/editing/kinds';
import { findTemplate } from '../../domain/editing/templates';
import type { Signed } from '../../domain/team/person';
import type { PublicChange } from '../../domain/editing/poll-content';
import { endNominating, openAtOnce } from '../../domain/editing/times';
import { removePath } from '../../platform/files';
import { nextReleaseAt } from '../../domain/counting/release';
import { planStandings, removeStandings } from '../../store/counting/opening-standings';
import { removeOtherCandidates, sealCandidate } from '../../store/editing/team-candidates';
import { changePoll, type PollChange, type TeamPoll } from '../../store/editing/team-polls';
import { insertStandings } from '../../store/counting/standings';
import { callForPoll } from '../scheduling/call-scheduler';
import { judgePoll } from '../editing/check-poll';
import { conflict } from '../editing/edit-conflict';

/** So many candidates are sealed at once. */
const atOnce = 10;

/**
 * Publishes a draft exactly as it is: rules, candidates and times stand from then on. Its last step is one update that is
 * bound to the draft nobody has touched; whatever breaks before it leaves a draft, and repeating is safe.
 * @param record what the public record says of it, where people have seen the poll before
 * @returns null when it is published
 */
export async function publishPoll(
  poll: TeamPoll,
  by: Signed,
  now: number,
  record: PublicChange,
): Promise<Refused<'CHECKLIST_INCOMPLETE' | 'EDIT_CONFLICT'> | null> {
  const before = await judgePoll(poll, now);
  if (!isReady(before.items)) return incomplete(before.items);

  const ids = poll.order.map(({ id }) => id);
  await removeOtherCandidates(poll.id, ids);
  for (let from = 0; from < poll.order.length; from += atOnce) {
    const some = poll.order.slice(from, from + atOnce);
    await Promise.all(some.map(({ id, number }) => sealCandidate(poll.id, id, number, poll.touched)));
  }
  // An edit that was under way has landed before the seal, or never will: what is judged now is what voters get.
  const { items } = await judgePoll(poll, now);
  if (!isReady(items)) return incomplete(items);

  const stages = poll.opensAtOnce ? openAtOnce(poll.stages, now) : endNominating(poll.stages, now);
  const chatGroups = poll.isForGroups ? (poll.boundGroups ?? []).map(({ groupId }) => groupId) : null;
  const nextAt = nextReleaseAt({ ...poll, stages }, now);
  const plan = { nextAt, dueAt: stages.voting };
  const isNew = await insertStandings({ pollId: poll.id, batch: -1, ballots: 0, shown: null, final: false, ...plan });
  if (!isNew) await planStandings(poll.id, plan);

  const { version, listVersion, touched } = poll;
  const change: PollChange = {
    status: 'published',
    publishedAt: now,
    stages,
    candidateCount: ids.length,
    edited: by,
    chatGroups,
    ...owedNotice(poll),
  };
  const guard = { version, listVersion, touched, status: 'draft' as const };
  const again = poll.changes.length > 0 ? record : undefined;
  if (!(await changePoll(poll.id, guard, change, ['version', 'touched'], again))) return conflict(version, poll.edited);
  // The scheduler looks at it once now, for the board's files.
  await callForPoll(poll.id, now);
  return null;
}

/** Who promises a notice reaches it, and what comes behind it, by acts of two persons. */
function owedNotice({ stages, template }: TeamPoll): PollChange {
  if (stages.notice === undefined) return {};
  return { reached: {}, noticeDays: Math.max(1, needsOf[findTemplate(template).kind].noticeDays) };
}

/** Takes a poll whose vote is still far back into a draft. @returns null when it is one */
export async function unpublishPoll(
  poll: TeamPoll,
  by: Signed,
  record: PublicChange,
): Promise<Refused<'EDIT_CONFLICT'> | null> {
  const { version } = poll;
  const change: PollChange = {
    status: 'draft',
    publishedAt: null,
    chatGroups: null,
    listed: false,
    listing: { state: 'unlisted' },
    reached: null,
    noticeDays: null,
    edited: by,
  };
  const guard = { version, status: 'published' as const };
  if (!(await changePoll(poll.id, guard, change, ['version', 'touched'], record)))
    return conflict(version, poll.edited);
  await removeStandings(poll.id);
  // The timeline's page and the board read these without the cloud: they would go on showing it.
  for (const file of ['poll.json', 'standings.json']) await removePath(`logs/${poll.id}/${file}`);
  return null;
}

function incomplete(items: readonly ChecklistItem[]): Refused<'CHECKLIST_INCOMPLETE'> {
  return refuse('CHECKLIST_INCOMPLETE', 'something is missing for publishing', { items });
}
