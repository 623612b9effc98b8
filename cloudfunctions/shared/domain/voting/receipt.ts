import { startOfHour } from '../../universal/day';

const hour = 60 * 60 * 1000;

/** What a release takes at the most to be made and published, milliseconds: the timer's minute, storage, and room for a bad moment. */
export const publishingTime = 10 * 60 * 1000;

/**
 * The instant by which a ballot is promised to be in the public log: the end of the hour after its own, by which a release has
 * taken it (`domain/counting/release.ts`), and the time for that. It depends on the hour of the cast alone, since the ballot keeps
 * no finer time, so a retry gets the very same promise.
 * @param castAt epoch milliseconds
 */
export function promiseFor(castAt: number): number {
  return startOfHour(castAt) + 2 * hour + publishingTime;
}
