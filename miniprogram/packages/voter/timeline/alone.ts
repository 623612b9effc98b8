/** What a page alone in the timeline shows, and how often somebody has asked to see it anew. */
export interface Alone {
  pollId: string;
  /** '' for the poll itself. */
  candidateId: string;
  round: number;
}

/** What makes the page look again. */
export function again(alone: Alone): Alone {
  return { ...alone, round: alone.round + 1 };
}
