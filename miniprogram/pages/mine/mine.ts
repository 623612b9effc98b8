import { tell } from '../../phone/dialogs';
import { endPullDown } from '../../phone/page';
import { myBallots } from '../../services/ballots';
import { goHome, openMyPolls, openOrganisingHelp, openPrivacy, openReceipt, openRules } from '../../routes';
import { serverNow } from '../../stores/clock';
import { currentLook, watchLook } from '../../stores/look';
import { keptReceipts, markEntered } from '../../stores/receipts';
import { lookSummary } from '../../text/look';
import { mineWords } from '../../text/mine';
import { pollsToAsk, receiptRows, type ReceiptRow } from './mine.view';
import { pasteReceipt } from './paste-receipt';

Page({
  data: { rows: [] as ReceiptRow[], words: mineWords, look: '', isLookOpen: false },

  endWatch: (): void => undefined,

  onLoad() {
    const follow = ({ theme, size } = currentLook()): void => {
      this.setData({ look: lookSummary(theme, size) });
    };
    follow();
    this.endWatch = watchLook(follow);
  },

  onShow() {
    this.show();
    void this.learn();
  },

  onUnload() {
    this.endWatch();
  },

  async onPullDownRefresh() {
    await this.learn();
    endPullDown();
  },

  show() {
    this.setData({ rows: receiptRows(keptReceipts(), serverNow()) });
  },

  /** Learns which waiting ballots are counted by now; without a network the phone's own receipts stay as they are. */
  async learn() {
    await Promise.all(
      pollsToAsk(keptReceipts()).map(async (pollId) => {
        const answer = await myBallots(pollId);
        if (!answer.ok) return;
        for (const { receipt, counted } of answer.data.ballots) if (counted) markEntered(receipt.code);
      }),
    );
    this.show();
  },

  open({ currentTarget }: WechatMiniprogram.TouchEvent<object, object, { poll: string; code: string }>) {
    openReceipt(currentTarget.dataset.poll, currentTarget.dataset.code);
  },

  async paste() {
    const pasted = await pasteReceipt();
    if ('problem' in pasted) await tell({ detail: pasted.problem });
    else openReceipt(pasted.pollId, pasted.code);
  },

  goHome,

  openRules,

  openPrivacy,

  openOrganisingHelp,

  openMyPolls,

  openLook() {
    this.setData({ isLookOpen: true });
  },

  closeLook() {
    this.setData({ isLookOpen: false });
  },
});
