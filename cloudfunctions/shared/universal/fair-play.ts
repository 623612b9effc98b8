/** What honest crowds do not produce, by the flags' order in a log. */
export const fairPlayFlags = ['platform', 'unvisited', 'machine'] as const;
export type FairPlayFlag = (typeof fairPlayFlags)[number];

/** What a poll's rules say beforehand of how ballots that no resident cast are found. */
export interface FairPlayRules {
  version: 1;
  /** In the order of `fairPlayFlags`. */
  flags: FairPlayFlag[];
  minRank: number;
  paceSeconds: number;
  /** Of a thousand. */
  alpha: number;
  gate: [times: number, more: number];
}
