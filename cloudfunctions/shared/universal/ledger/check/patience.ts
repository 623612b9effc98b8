/**
 * How long beyond its promised time a ballot may be missing before anybody is alarmed, milliseconds. The promise has ten minutes of
 * its own behind the hour; as many again are ten firings of the timer that come late or are refused. Whoever is alarmed later loses
 * nothing, for the receipt proves the same then, and whoever is alarmed for nothing does not believe the next alarm.
 */
export const patience = 10 * 60_000;

/** Whether the promised time is over by so much that a ballot which is not there is missing. @param now epoch milliseconds */
export function isOverdue(promisedAt: number, now: number): boolean {
  return now >= promisedAt + patience;
}
