import type { FairPlayRules } from '../../cloudfunctions/shared/universal/fair-play';

/** What rules declare that look at ballots. */
export const fairPlay: FairPlayRules = {
  version: 1,
  flags: ['platform', 'unvisited', 'machine'],
  minRank: 3,
  paceSeconds: 2,
  alpha: 10,
  gate: [4, 30],
};
