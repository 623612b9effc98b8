import type { Activity } from '../../domain/organizing/activity';
import { database } from '../../platform/database';
import { ballotIdRange } from '../ballots';
import { attempt } from '../fault';

const { command } = database;

/** More hours times channels than any poll has; the service gives 20 groups unless told. */
const mostGroups = 10_000;

interface Group {
  _id: { at: number; channel: string | null };
  count: number;
}

function toActivity(group: unknown): Activity {
  // As the pipelines below group.
  const { _id, count } = group as Group;
  return { at: _id.at, channel: _id.channel ?? '', count };
}

/** A poll's ballots by hour and channel, those that wait for the log included: one call, nothing of the choices. */
export async function countBallots(pollId: string): Promise<Activity[]> {
  const { after, before } = ballotIdRange(pollId);
  const { list } = await attempt(() =>
    database
      .collection('ballots')
      .aggregate()
      .match({ _id: command.gt(after).and(command.lt(before)) })
      .group({ _id: { at: '$hour', channel: '$channel' }, count: command.aggregate.sum(1) })
      .limit(mostGroups)
      .end(),
  );
  return list.map(toActivity);
}

/** A poll's visits by hour and channel, as far as instances of `voter` have told. */
export async function countVisits(pollId: string): Promise<Activity[]> {
  const { list } = await attempt(() =>
    database
      .collection('visits')
      .aggregate()
      .match({ pollId, chatGroup: command.exists(false) })
      .group({ _id: { at: '$hour', channel: '$channel' }, count: command.aggregate.sum('$count') })
      .limit(mostGroups)
      .end(),
  );
  return list.map(toActivity);
}

interface InGroup {
  _id: number;
  count: number;
}

// As the pipelines below group.
const toPlaces = (list: unknown[]): Map<number, number> =>
  new Map((list as InGroup[]).map(({ _id, count }) => [_id, count]));

/** Ballots by the places of the poll's chat groups, from 0: one call. */
export async function countBallotsByGroup(pollId: string): Promise<Map<number, number>> {
  const { after, before } = ballotIdRange(pollId);
  const { list } = await attempt(() =>
    database
      .collection('ballots')
      .aggregate()
      .match({ _id: command.gt(after).and(command.lt(before)) })
      .group({ _id: '$chatGroup', count: command.aggregate.sum(1) })
      .limit(mostGroups)
      .end(),
  );
  return toPlaces(list);
}

/** Visits by the same, as far as instances of `voter` have told. */
export async function countVisitsByGroup(pollId: string): Promise<Map<number, number>> {
  const { list } = await attempt(() =>
    database
      .collection('visits')
      .aggregate()
      .match({ pollId, chatGroup: command.exists(true) })
      .group({ _id: '$chatGroup', count: command.aggregate.sum('$count') })
      .limit(mostGroups)
      .end(),
  );
  return toPlaces(list);
}
