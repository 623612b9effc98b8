import { done } from '../../contract/answered';
import type { OrganiserOutput } from '../../contract/organiser';
import { byChannel, byHour, totalOf, type Activity } from '../../domain/exports/activity';
import { channelOf } from '../../domain/spread/channels';
import { withoutSmall, type CarefulCount } from '../../domain/exports/suppress';
import { now as currentTime } from '../../platform/clock';
import { countBallots, countBallotsByGroup, countVisits, countVisitsByGroup } from '../../store/exports/activity';
import { listUnpassed } from '../../store/media/media';
import { countWaitingNominations } from '../../store/nominations/nominations';
import { countWaiting } from '../../store/acts/proposals';
import { findStandings, type Standings } from '../../store/counting/standings';
import type { TeamPoll } from '../../store/editing/team-polls';
import { listChannels } from '../../store/spread/channels';
import { groupsOf } from '../spread/chat-groups';
import { judgePoll } from '../editing/check-poll';
import { loadCandidates } from '../editing/describe-candidate';
import { loadTeamPoll } from '../editing/edit-conflict';
import { loadReleased, type Released } from './released';
import type { Answer, Input } from '../team/member';

/** How long one instance believes what it counted of visits, milliseconds: a team that looks all day costs little. */
const life = 30_000;
const mostRemembered = 100;

interface Activities {
  /** When the release was that the ballots are of. */
  asOf: number;
  /** The batch that ends it. */
  batch: number;
  /** When they were counted. */
  at: number;
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
    standings: released.hidden ? released : standingsOf(poll, released),
  });
}

/**
 * What a poll's ballots and visits add up to by hour, channel and group: a few aggregations at most every half minute. Ballots are
 * those of the last release, as for everyone.
 */
export async function loadActivities(poll: TeamPoll): Promise<Activities> {
  const { id: pollId } = poll;
  const at = currentTime();
  const standings = await findStandings(pollId);
  const known = remembered.get(pollId);
  const isFresh = known !== undefined && at - known.at < life && at >= known.at;
  if (isFresh && known.batch === (standings?.batch ?? -1)) return known;
  const [{ ballots, batch, asOf }, visits, named] = await Promise.all([
    countReleased(poll, standings),
    countVisits(pollId),
    listChannels(pollId),
  ]);
  const turnout = poll.chatGroups && (await turnoutOf(poll, batch));
  const names = new Map<string, string>();
  const placed = (activities: readonly Activity[]): Activity[] =>
    activities.map(({ channel, ...rest }) => {
      const { id, name } = channelOf(channel, named);
      names.set(id, name);
      return { ...rest, channel: id };
    });
  const fresh: Activities = { asOf, batch, at, ballots: placed(ballots), visits: placed(visits), names };
  if (turnout) fresh.turnout = turnout;
  remembered.delete(pollId);
  remembered.set(pollId, fresh);
  if (remembered.size > mostRemembered) {
    const [oldest] = remembered.keys();
    if (oldest !== undefined) remembered.delete(oldest);
  }
  return fresh;
}

/**
 * The ballots of the last release. It is public a moment before the last of its ballots are marked with it: until they are, those
 * of the release before are told.
 */
async function countReleased(
  { id, stages }: TeamPoll,
  standings: Standings | null,
): Promise<{ ballots: Activity[]; batch: number; asOf: number }> {
  if (standings === null || standings.batch < 0) return { ballots: [], batch: -1, asOf: stages.voting };
  const { batch, releasedAt = stages.voting, previous } = standings;
  const ballots = await countBallots(id, batch);
  if (previous === undefined || totalOf(ballots) === standings.ballots) return { ballots, batch, asOf: releasedAt };
  return { ballots: await countBallots(id, previous.batch), batch: previous.batch, asOf: previous.at };
}

function nameChannels(
  activities: readonly Activity[],
  names: ReadonlyMap<string, string>,
): { channel: string; name: string; count: number }[] {
  return byChannel(activities).map(({ channel, count }) => ({ channel, name: names.get(channel) ?? channel, count }));
}

/** Ballots and visits by chat group, without what could point to a person. */
async function turnoutOf(poll: TeamPoll, upTo: number): Promise<GroupTurnout[]> {
  const groups = groupsOf(poll);
  const [ballots, visits] = await Promise.all([countBallotsByGroup(poll.id, upTo), countVisitsByGroup(poll.id)]);
  const shown = (counts: ReadonlyMap<number, number>): CarefulCount[] =>
    withoutSmall(groups.map((_, place) => counts.get(place) ?? 0));
  const [ballotsOf, visitsOf] = [shown(ballots), shown(visits)];
  return groups.map((group, place) => ({
    ...group,
    ballots: ballotsOf[place] ?? 'few',
    visits: visitsOf[place] ?? 'few',
  }));
}

type ToDo = OrganiserOutput<'dashboard.get'>['toDos'][number];

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

function standingsOf(
  { rules }: TeamPoll,
  { asOf, isFinal, ranking }: Released,
): Extract<OrganiserOutput<'dashboard.get'>['standings'], { hidden: false }> {
  return {
    hidden: false,
    asOf,
    isFinal,
    ranking: ranking.map(({ candidate: { id, number, name }, votes, rank, participation }) => {
      return { candidateId: id, number, name, votes, rank, participation };
    }),
    groups: (rules.groups ?? []).map(({ id, name }) => {
      const votes = ranking
        .filter(({ candidate }) => candidate.group === id)
        .reduce((sum, each) => sum + each.votes, 0);
      return { id, name, votes };
    }),
  };
}
