/** How a candidate takes part: votes are held back for a while, or it is out for good and leaves the ranking. */
export type Participation = 'standing' | 'frozen' | 'withdrawn';

export function participationOf({
  withdrawn,
  standing,
}: {
  withdrawn?: boolean | undefined;
  standing?: { state: 'frozen' | 'withdrawn' } | undefined;
}): Participation {
  return standing?.state ?? (withdrawn ? 'withdrawn' : 'standing');
}
