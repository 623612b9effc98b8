/** How a candidate takes part: votes are held back for a while, or it is out for good and leaves the ranking. */
export type Participation = 'standing' | 'frozen' | 'withdrawn';

/** What says how a candidate takes part: the cloud's answers tell it by a standing, the board's file by one of two marks. */
export interface Participating {
  withdrawn?: boolean | undefined;
  frozen?: boolean | undefined;
  standing?: { state: 'frozen' | 'withdrawn' } | undefined;
}

export function participationOf({ withdrawn, frozen, standing }: Participating): Participation {
  if (standing) return standing.state;
  if (frozen) return 'frozen';
  return withdrawn ? 'withdrawn' : 'standing';
}

/** What is said beside a candidate that takes no votes, wherever it is shown; nothing beside the others. */
export const participationWords = {
  standing: '',
  frozen: '暂停投票',
  withdrawn: '已退出评选',
} as const satisfies Readonly<Record<Participation, string>>;
