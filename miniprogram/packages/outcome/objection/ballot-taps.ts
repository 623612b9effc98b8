import { serverNow } from '../../../stores/clock';
import { workFailureText } from '../../../text/errors';
import { ruledBallots, type RuledBallot } from '../services/objections';
import type { ObjectionDraft } from './objection-draft';
import { ballotsView, type BallotsView } from './objection.view';

interface Choosing {
  pollId: string;
  ballots: RuledBallot[];
  data: { draft: ObjectionDraft };
  setData(change: { ballots: BallotsView }): void;
  fill(change: Partial<ObjectionDraft>): void;
}

/** The part of the page by which whoever objects to a void says which ballot. */
export const ballotTaps = {
  /** Which of one's ballots are void is asked for only by whoever wants to object to that: it costs a call a ballot. */
  async askBallots(this: Choosing): Promise<void> {
    if (this.data.draft.kind !== 'ballot' || this.ballots.length > 0) return;
    this.setData({ ballots: { kind: 'asking' } });
    const answer = await ruledBallots(this.pollId);
    if (!answer.ok) {
      const { title } = workFailureText(answer.error, serverNow());
      this.setData({ ballots: { kind: 'failed', text: title } });
      return;
    }
    this.ballots = answer.data;
    this.setData({ ballots: ballotsView(answer.data) });
    const voided = answer.data.filter(({ isVoid }) => isVoid);
    const [only] = voided;
    if (only && voided.length === 1) this.fill({ ballot: only.receipt.leafHash });
  },

  chooseBallot(this: Choosing, { currentTarget }: WechatMiniprogram.TouchEvent<object, object, { id: string }>): void {
    this.fill({ ballot: currentTarget.dataset.id });
  },
};
