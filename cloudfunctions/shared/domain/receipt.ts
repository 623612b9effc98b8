import { startOfHour } from './day';

const hour = 60 * 60 * 1000;
/** The public log advances at least every ten minutes. */
const publicationInterval = 10 * 60 * 1000;

/**
 * The instant by which a ballot is promised to be in the public log. It depends on the hour of the cast alone,
 * since the ballot keeps no finer time, so a retry gets the very same promise.
 * @param castAt epoch milliseconds
 */
export function promiseFor(castAt: number): number {
  return startOfHour(castAt) + hour + publicationInterval;
}
