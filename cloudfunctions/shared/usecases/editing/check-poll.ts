import { done } from '../../contract/answered';
import { approvingRoles, proposingRoles } from '../../domain/acts/act';
import type { Role } from '../../domain/team/access';
import type { MediaState } from '../../domain/media/media-state';
import { checklist, isReady, type ChecklistItem } from '../../domain/editing/checklist';
import { findTemplate } from '../../domain/editing/templates';
import { findMedia, listUnpassed } from '../../store/media/media';
import { countWaitingNominations } from '../../store/nominations/nominations';
import { listStaff } from '../../store/team/staff';
import { contentOfPoll } from '../../store/editing/poll-content';
import type { TeamPoll } from '../../store/editing/team-polls';
import { requestVerdicts } from '../media/check-media';
import { filesOf, loadCandidates, statesOf, type PlacedCandidate } from './describe-candidate';
import { workCalendar } from '../poll/work-calendar';
import { loadTeamPoll } from './edit-conflict';
import type { Answer, Input, Member } from '../team/member';

/** What publishing needs and does not find. A verdict that is overdue is asked for again on the way. */
export async function checkPoll(input: Input<'poll.check'>, member: Member, now: number): Answer<'poll.check'> {
  const loaded = await loadTeamPoll(input.pollId);
  if (!loaded.ok) return loaded;
  const { poll } = loaded;
  // That WeChat does not answer is no reason not to show the list.
  await requestVerdicts(await listUnpassed(poll.id), member.openid, now);
  const { items } = await judgePoll(poll, now);
  return done({ items, isReady: isReady(items), needsSecondPerson: poll.secondPerson || member.role !== 'owner' });
}

/** The checklist, and the candidates it was made from. */
export async function judgePoll(
  poll: TeamPoll,
  now: number,
): Promise<{ items: ChecklistItem[]; candidates: PlacedCandidate[] }> {
  const [candidates, staff, waitingNominations, calendar] = await Promise.all([
    loadCandidates(poll),
    listStaff(poll.id),
    countWaitingNominations(poll.id),
    workCalendar(),
  ]);
  const states = await statesOf(candidates);
  const content = contentOfPoll(poll);
  const files = [...(content.cover === null ? [] : [content.cover]), ...content.attachments.map(({ file }) => file)];
  const media = await findMedia(files);
  const stateOf = (file: string): MediaState => media.get(file)?.state ?? 'pending';
  const approving = approvingRoles('publish', content.secondPerson);
  const howMany = (roles: readonly Role[]): number =>
    staff.filter(({ role, removedAt }) => removedAt === undefined && roles.includes(role)).length;
  const items = checklist({
    content,
    kind: findTemplate(poll.template).kind,
    cover: content.cover === null ? null : stateOf(content.cover),
    attachments: content.attachments.map(({ file, name }) => ({ name, state: stateOf(file) })),
    candidates: candidates.map((candidate) => {
      const { id, number, name, group, unit, sentence } = candidate;
      const media = filesOf(candidate).map((file) => states.get(file) ?? 'pending');
      return { id, number, name, unit, sentence, media, ...(group === undefined ? {} : { group }) };
    }),
    approvers: howMany(approving),
    judges: howMany(proposingRoles('award')),
    waitingNominations,
    calendar,
    chatGroups: poll.boundGroups?.length ?? 0,
    now,
  });
  return { items, candidates };
}
