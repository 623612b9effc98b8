import type { Activity } from '../../domain/exports/activity';
import { database } from '../../platform/database';
import { ballotIdRange } from '../voting/ballots';
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

/**
 * A poll's ballots by hour and channel, nothing of the choices: one call.
 * @param upTo the last batch whose ballots are told of: it ends a release
 */
export async function countBallots(pollId: string, upTo: number): Promise<Activity[]> {
  const { list } = await attempt(() =>
    database
      .collection('ballots')
      .aggregate()
      .match(releasedBallots(pollId, upTo))
      .group({ _id: { at: '$hour', channel: '$channel' }, count: command.aggregate.sum(1) })
      .limit(mostGroups)
      .end(),
  );
  return list.map(toActivity);
}

function releasedBallots(pollId: string, upTo: number): object {
  const { after, before } = ballotIdRange(pollId);
  return { _id: command.gt(after).and(command.lt(before)), batch: command.gte(0).and(command.lte(upTo)) };
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

/** Ballots by the places of the poll's chat groups, from 0: one call. @param upTo as above */
export async function countBallotsByGroup(pollId: string, upTo: number): Promise<Map<number, number>> {
  const { list } = await attempt(() =>
    database
      .collection('ballots')
      .aggregate()
      .match(releasedBallots(pollId, upTo))
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
