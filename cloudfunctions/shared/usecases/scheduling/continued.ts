/** How an errand with a poll goes on. */
export interface Continued {
  /** Epoch milliseconds. */
  dueAt: number;
  /** Where, if it broke off in the middle. */
  cursor?: string;
}
