import { randomUUID } from 'node:crypto';
import { startOfHour } from '../../cloudfunctions/shared/universal/day';
import { periodAt, type Period } from '../../cloudfunctions/shared/universal/period';
import type { Poll } from '../../cloudfunctions/shared/universal/poll';
import { markOf, tagOf, type Voter } from '../../cloudfunctions/shared/domain/voting/slot';
import type { StoredBallot } from '../../cloudfunctions/shared/store/voting/ballots';
import { chooseWithin, type Option } from './choose';
import { seededRandom, weightedOrder, wholeBetween, type Random } from '../random/random';

/** A document of `ballots`. */
export type BallotDocument = { _id: string } & Omit<StoredBallot, 'pollId' | 'tag'>;

const hourLength = 60 * 60 * 1000;

/** How busy each hour of a day in Shanghai is, from 0:00; evenings most, and somebody is always awake. */
const busyness = [2, 1, 1, 1, 1, 1, 3, 6, 8, 9, 8, 7, 9, 7, 5, 5, 6, 8, 9, 11, 13, 12, 8, 4];

/**
 * Makes up the ballots of a poll so far, as if each had been cast by its voter in time: tags and marks as the `voter`
 * function makes them, all waiting to be counted.
 * @param mac names the voters' places under the poll's secret, see `pollMac`
 * @param now epoch milliseconds
 */
export function drawBallots(
  poll: Poll,
  mac: Voter['mac'],
  options: readonly Option[],
  visits: number,
  now: number,
): BallotDocument[] {
  const random = seededRandom(poll.id);
  const hours = hoursOf(poll, now);
  if (hours.length === 0) return [];
  const visitors = new Map<Period, number>();
  const ballots: BallotDocument[] = [];
  for (let visit = 0; visit < visits; visit++) {
    const hour = drawHour(hours, random);
    const period = periodAt(poll, hour);
    const number = (visitors.get(period) ?? 0) + 1;
    visitors.set(period, number);
    const voter = { mac, openid: `oSeed_${poll.id}_${number}` };
    ballots.push(...castAll(poll, voter, options, hour, random));
  }
  return ballots;
}

/** The starts of the hours that voting has seen. */
function hoursOf({ stages }: Poll, now: number): number[] {
  const hours: number[] = [];
  const end = Math.min(now + 1, stages.verifying);
  for (let hour = startOfHour(stages.voting); hour < end; hour += hourLength) hours.push(hour);
  return hours;
}

function drawHour(hours: readonly number[], random: Random): number {
  const weightOf = (hour: number): number => busyness[(hour / hourLength + 8) % 24] ?? 1;
  let left = random() * hours.reduce((sum, hour) => sum + weightOf(hour), 0);
  for (const hour of hours) {
    left -= weightOf(hour);
    if (left < 0) return hour;
  }
  return hours.at(-1) ?? 0;
}

/** The ballots of one visit: as many as this voter cares to cast, never two for the same candidate where a cap is. */
function castAll(poll: Poll, voter: Voter, options: readonly Option[], hour: number, random: Random): BallotDocument[] {
  const { rules } = poll;
  const count = wholeBetween(random, 1, rules.ballotsPerPeriod);
  const order = weightedOrder(random, options, ({ appeal }) => appeal);
  return Array.from({ length: Math.min(count, order.length) }, (_, index) => {
    const single = rules.perCandidate === undefined ? undefined : order[index];
    const choices = single ? [single.id] : chooseWithin(rules, options, random);
    const period = periodAt(poll, hour);
    const _id = `${poll.id}:${tagOf(voter, period, index + 1)}`;
    const mark = single ? `${poll.id}:${markOf(voter, period, single.id, 1)}` : _id;
    return { _id, period, choices, castId: randomUUID(), mark, hour, batch: null };
  });
}
