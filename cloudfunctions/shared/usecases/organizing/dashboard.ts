import { done } from '../../contract/outcome';
import type { OrganizerOutput } from '../../contract/organizer';
import { byChannel, byHour, totalOf, type Activity } from '../../domain/organizing/activity';
import { channelOf } from '../../domain/channels';
import { withoutSmall, type CarefulCount } from '../../domain/export/suppress';
import { now as currentTime } from '../../platform/clock';
import { countBallots, countBallotsByGroup, countVisits, countVisitsByGroup } from '../../store/organizing/activity';
import { listUnpassed } from '../../store/organizing/media';
import { countWaitingNominations } from '../../store/organizing/nominations';
import { countWaiting } from '../../store/organizing/proposals';
import type { TeamPoll } from '../../store/organizing/team-polls';
import { listChannels } from '../../store/spread/channels';
import { groupsOf } from './chat-groups';
import { judgePoll } from './check-poll';
import { loadCandidates } from './describe-candidate';
import { loadTeamPoll } from './edit-conflict';
import { loadReleased } from './rank';
import type { Answer, Input } from './types';

/** How long one instance believes what it counted, milliseconds: a team that looks all day costs little. */
const life = 30_000;
const mostRemembered = 100;

interface Activities {
  asOf: number;
  /** Channels are those that the poll knows, or "" or "other". */
  ballots: Activity[];
  visits: Activity[];
  /** What to call each channel. */
  names: Map<string, string>;
  /** In a poll of chat groups, in the order of their list. */
  turnout?: GroupTurnout[];
}

interface GroupTurnout {
  id: string;
  name: string;
  ballots: CarefulCount;
  visits: CarefulCount;
}

const remembered = new Map<string, Activities>();

/** How a poll goes. Of the count it says what is released to everyone, and nothing before. */
export async function getDashboard({ pollId }: Input<'dashboard.get'>, now: number): Answer<'dashboard.get'> {
  const loaded = await loadTeamPoll(pollId);
  if (!loaded.ok) return loaded;
  const { poll } = loaded;
  const [candidates, { asOf, ballots, visits, names, turnout }, toDos] = await Promise.all([
    loadCandidates(poll),
    loadActivities(poll),
    listToDos(poll, now),
  ]);
  const released = await loadReleased(poll, candidates, now);
  return done({
    asOf,
    toDos,
    ballots: { total: totalOf(ballots), byHour: byHour(ballots), byChannel: nameChannels(ballots, names) },
    visits: { total: totalOf(visits), byHour: byHour(visits), byChannel: nameChannels(visits, names) },
    ...(turnout && { turnout }),
    standings: released.hidden ? released : { ...released, groups: votesByGroup(poll, released.ranking) },
  });
}

/** What a poll's ballots and visits add up to by hour, channel and group: a few aggregations at most every half minute. */
export async function loadActivities(poll: TeamPoll): Promise<Activities> {
  const { id: pollId } = poll;
  const asOf = currentTime();
  const known = remembered.get(pollId);
  if (known && asOf - known.asOf < life && asOf >= known.asOf) return known;
  const [ballots, visits, named, turnout] = await Promise.all([
    countBallots(pollId),
    countVisits(pollId),
    listChannels(pollId),
    poll.chatGroups && turnoutOf(poll),
  ]);
  const names = new Map<string, string>();
  const placed = (activities: readonly Activity[]): Activity[] =>
    activities.map(({ channel, ...rest }) => {
      const { id, name } = channelOf(channel, named);
      names.set(id, name);
      return { ...rest, channel: id };
    });
  const fresh: Activities = { asOf, ballots: placed(ballots), visits: placed(visits), names };
  if (turnout) fresh.turnout = turnout;
  remembered.delete(pollId);
  remembered.set(pollId, fresh);
  if (remembered.size > mostRemembered) {
    const [oldest] = remembered.keys();
    if (oldest !== undefined) remembered.delete(oldest);
  }
  return fresh;
}

function nameChannels(
  activities: readonly Activity[],
  names: ReadonlyMap<string, string>,
): { channel: string; name: string; count: number }[] {
  return byChannel(activities).map(({ channel, count }) => ({ channel, name: names.get(channel) ?? channel, count }));
}

/** Ballots and visits by chat group, without what could point to a person. */
async function turnoutOf(poll: TeamPoll): Promise<GroupTurnout[]> {
  const groups = groupsOf(poll);
  const [ballots, visits] = await Promise.all([countBallotsByGroup(poll.id), countVisitsByGroup(poll.id)]);
  const shown = (counts: ReadonlyMap<number, number>): CarefulCount[] =>
    withoutSmall(groups.map((_, place) => counts.get(place) ?? 0));
  const [ballotsOf, visitsOf] = [shown(ballots), shown(visits)];
  return groups.map((group, place) => ({
    ...group,
    ballots: ballotsOf[place] ?? 'few',
    visits: visitsOf[place] ?? 'few',
  }));
}

type ToDo = OrganizerOutput<'dashboard.get'>['toDos'][number];

/** What waits for somebody of the team, first things first. */
async function listToDos(poll: TeamPoll, now: number): Promise<ToDo[]> {
  const [acts, nominations, media, missing] = await Promise.all([
    countWaiting(poll.id),
    countWaitingNominations(poll.id),
    listUnpassed(poll.id),
    poll.status === 'draft' ? judgePoll(poll, now) : null,
  ]);
  const toReview = media.filter(({ state }) => state === 'review').length;
  const all: ToDo[] = [
    { kind: 'acts', count: acts },
    { kind: 'nominations', count: nominations },
    { kind: 'media', count: toReview },
    { kind: 'checklist', count: missing?.items.filter(({ level }) => level === 'missing').length ?? 0 },
    { kind: 'listing', count: poll.listing.state === 'refused' ? 1 : 0 },
  ];
  return all.filter(({ count }) => count > 0);
}

function votesByGroup(
  { rules }: TeamPoll,
  ranking: readonly { group?: string; votes: number }[],
): { id: string; name: string; votes: number }[] {
  return (rules.groups ?? []).map(({ id, name }) => {
    const votes = ranking.filter(({ group }) => group === id).reduce((sum, each) => sum + each.votes, 0);
    return { id, name, votes };
  });
}
