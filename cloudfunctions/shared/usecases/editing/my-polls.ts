import { done } from '../../contract/answered';
import { stageAt } from '../../universal/stage';
import { listMemberships } from '../../store/team/staff';
import { findTeamPolls } from '../../store/editing/team-polls';
import type { Answer, Input } from '../team/member';

const pageSize = 20;
const mostMemberships = 1000;

/** The polls of every team the caller is of, those edited last first: two reads, whatever the page. */
export async function listMyPolls(input: Input<'poll.mine'>, openid: string, now: number): Answer<'poll.mine'> {
  const memberships = await listMemberships(openid, mostMemberships);
  const roleIn = new Map(memberships.map(({ pollId, role }) => [pollId, role]));
  const found = await findTeamPolls([...roleIn.keys()]);
  const polls = found
    .sort((a, b) => b.edited.at - a.edited.at || (a.id < b.id ? -1 : 1))
    .flatMap((poll) => {
      const role = roleIn.get(poll.id);
      const { id, title, status, order, stages, edited, measure = '项' } = poll;
      const summary = { id, title, status, stage: stageAt(poll, now), candidateCount: order.length, measure, edited };
      const times = { votingStartAt: stages.voting, votingEndAt: stages.verifying };
      return role === undefined ? [] : [{ ...summary, ...times, role }];
    });
  const start = input.cursor === undefined ? 0 : polls.findIndex(({ id }) => id === input.cursor) + 1;
  const page = polls.slice(start, start + pageSize);
  return done({ polls: page, next: polls.length > start + pageSize ? page.at(-1)?.id : undefined });
}
