import { connect, insertAll } from '../../../../scripts/connect';
import { VoterClient } from '../../../support/voter-client';

export interface DecidedRuling {
  _id: string;
  kind: 'void' | 'restore';
  /** The ballot's place in the log. */
  index: number;
}

/** Leaves what the organisers' function does once two persons agree: the rulings, and the wish for a look. */
export async function leaveRulings(url: string, pollId: string, rulings: readonly DecidedRuling[]): Promise<void> {
  const decided = { reason: '用程序投票', clause: '规则第七条', proposer: '甲', approver: '乙', batch: null };
  const app = connect(url);
  await insertAll(
    app,
    'rulings',
    rulings.map((ruling) => ({ ...ruling, ...decided, pollId })),
  );
  await app.database().collection('standings').doc(pollId).update({ dueAt: 1 });
}

/** What anyone may see of the count. @throws where it is hidden */
export async function publicCounts(
  url: string,
  pollId: string,
): Promise<{ ballots: number; counts: Record<string, number> }> {
  const standings = await new VoterClient(url, 'oAnyone').get('standings.get', { pollId });
  if (standings.hidden) throw new Error('the counts are hidden');
  return standings;
}
