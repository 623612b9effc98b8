import { publishPoll, type PollShape } from '../../../../scripts/trial/publish-poll';
import { PollClock } from '../../../support/poll-clock';
import { startTestCloud, type TestCloud } from '../../../support/test-cloud';

/** The running test's; see `useStillCloud`. */
export let cloud: TestCloud;
export let clock: PollClock;

/** Gives each test of a file a cloud of its own, whose time stands still and whose scheduler runs when it is fired. */
export function useStillCloud(): void {
  beforeEach(async () => {
    cloud = await startTestCloud({ instancesPerFunction: 1 });
    clock = new PollClock(cloud);
  });
  afterEach(() => cloud.close());
}

export const later = (duration: number): void => clock.later(duration);
export const publish = (shape: PollShape = {}): Promise<string> => publishPoll(cloud.url, { now: clock.now, ...shape });

export const fire = (): Promise<unknown> => cloud.fireTimer('scheduler');

/** Fires until what is due has been looked up and done. */
export async function settle(): Promise<void> {
  for (let firing = 0; firing < 10; firing++) await fire();
}
