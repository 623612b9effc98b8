import { setChanged } from '../../loading/set-changed';
import { loadedPage } from '../../loading/loaded-page';
import { endFollowing, followLook } from '../../stores/look-aware';
import { tell } from '../../phone/dialogs';
import { locateBallot, myBallots } from '../../services/ballots';
import { listPolls, type ListedPoll } from '../../services/polls';
import { goHome, openMyPolls, openOrganisingHelp, openPrivacy, openReceipt, openRules } from '../../routes';
import { serverNow } from '../../stores/clock';
import { keepRuling, keptReceipts, markEntered } from '../../stores/receipts';
import { lookSummary, versionWay } from '../../text/look';
import { chooseLook } from '../../stores/look';
import { mineWords } from '../../text/mine';
import { ballotsToAsk, pollsToAsk, receiptRows, type ReceiptRow } from './mine.view';
import { pasteReceipt } from './paste-receipt';

Page({
  ...loadedPage(),

  data: { rows: [] as ReceiptRow[], words: mineWords, look: '', version: versionWay(false), isLookOpen: false },

  listed: [] as ListedPoll[],

  onLoad() {
    followLook(this, ({ theme, size, isSimple }) => {
      this.setData({ look: lookSummary(theme, size), version: versionWay(isSimple) });
    });
  },

  onUnload() {
    endFollowing(this);
  },

  show() {
    setChanged(this, { rows: receiptRows(keptReceipts(), serverNow(), this.listed) });
  },

  /** Shows what this phone has, then learns which waiting ballots are counted by now; without a network all stays as it is. */
  async load() {
    this.show();
    const kept = keptReceipts();
    await Promise.all([
      ...(kept.length > 0 ? [this.learnStages()] : []),
      ...pollsToAsk(kept).map(async (pollId) => {
        const answer = await myBallots(pollId);
        if (!answer.ok) return;
        for (const { receipt, counted } of answer.data.ballots) if (counted) markEntered(receipt.code);
      }),
      ...ballotsToAsk(kept, serverNow()).map(async ({ pollId, period, nth, code }) => {
        const located = await locateBallot(pollId, period, nth);
        if (located.ok) keepRuling(code, located.data.ruling?.kind);
      }),
    ]);
    this.show();
  },

  async learnStages() {
    const answer = await listPolls();
    if (!answer.ok) return;
    this.listed = answer.data.polls;
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

  changeVersion() {
    chooseLook({ version: this.data.version.to });
  },

  openLook() {
    this.setData({ isLookOpen: true });
  },

  closeLook() {
    this.setData({ isLookOpen: false });
  },
});
