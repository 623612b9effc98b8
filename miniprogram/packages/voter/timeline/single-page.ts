/** What a page alone in the timeline shows, and how often somebody has asked to see it anew. */
export interface SinglePage {
  pollId: string;
  /** '' for the poll itself. */
  candidateId: string;
  round: number;
}

/** What makes the page look again. */
export function lookAgain(alone: SinglePage): SinglePage {
  return { ...alone, round: alone.round + 1 };
}
