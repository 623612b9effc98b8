/** Ballots that no log takes are set aside under these numbers, never counted and never lost. */
export const setAsideAs = {
  /** It came after the close. */
  late: -1,
  /** The log takes no such ballot. */
  refused: -2,
  /** The log has another ballot of that tag: ballots were set back to an earlier state, and the voter has cast anew. */
  replaced: -3,
} as const;
