/**
 * When the scheduler is to act on a poll that stands still, epoch milliseconds: in the year 2100. It stays among what is planned, so that
 * every instance hears that it was asked to forget what it knew of the log.
 */
export const neverDue = 4_102_444_800_000;
