import { failureState } from '../../../components/page-state/failure-state';
import { newestOnly } from '../../../services/newest';
import { goHome, openResults } from '../../../services/routes';
import { serverNow } from '../../../stores/clock';
import { keptReceipt, type KeptReceipt } from '../../../stores/receipts';
import { receiptWords } from '../../../text/receipt';
import { learnReceipt } from './learn-receipt';
import { slipText, slipView, unknownReceiptView, type Found, type ReceiptView } from './receipt.view';

/** Counting takes seconds, so a waiting receipt asks again this soon; milliseconds. */
const askAgain = 3_000;

Page({
  data: { view: { kind: 'loading' } as ReceiptView, words: receiptWords, note: '' },

  pollId: '',
  code: '',
  kept: undefined as KeptReceipt | undefined,
  found: 'unasked' as Found,
  isShown: false,
  isVisible: false,
  newest: newestOnly(),
  /** The timer of the next question; 0 for none. */
  waiting: 0,

  onLoad({ poll = '', code = '' }: { poll?: string; code?: string }) {
    this.pollId = poll;
    this.code = code;
    this.newest = newestOnly();
    this.kept = keptReceipt(code);
    this.show();
  },

  onShow() {
    this.isVisible = true;
    void this.load();
  },

  onHide() {
    this.rest();
  },

  onUnload() {
    this.rest();
  },

  async onPullDownRefresh() {
    await this.load();
    void wx.stopPullDownRefresh();
  },

  /** Asks whether the ballot is counted. The phone's own receipt is shown meanwhile, and without a network too. */
  async load() {
    const learnt = await this.newest(learnReceipt(this.pollId, this.code));
    if (learnt === undefined) return;
    const { kept, found, failure } = learnt;
    this.kept = kept;
    if (!failure) this.found = found;
    if (!kept) this.setData({ view: failure ? failureState(failure, serverNow()) : unknownReceiptView() });
    this.setData({ note: failure ? receiptWords.offlineNote : '' });
    this.show();
    this.wait();
  },

  show() {
    if (this.kept) this.setData({ view: slipView(this.kept, this.found, this.isShown, serverNow()) });
  },

  wait() {
    clearTimeout(this.waiting);
    if (!this.isVisible || this.data.view.kind !== 'ready' || this.data.view.state !== 'received') return;
    this.waiting = setTimeout(() => void this.load(), askAgain);
  },

  rest() {
    this.isVisible = false;
    clearTimeout(this.waiting);
  },

  toggle() {
    this.isShown = !this.isShown;
    this.show();
  },

  copy() {
    const { view } = this.data;
    if (!this.kept || view.kind !== 'ready') return;
    wx.setClipboardData({
      data: slipText(this.kept, view.state),
      success: () => {
        void wx.showToast({ title: receiptWords.copied, icon: 'none' });
      },
      fail: () => {
        void wx.showToast({ title: receiptWords.copyFailed, icon: 'none' });
      },
    });
  },

  /** The button under a state: again after a failure, home where there is nothing. */
  act() {
    if (this.data.view.kind === 'empty') {
      goHome();
      return;
    }
    this.setData({ view: { kind: 'loading' } });
    void this.load();
  },

  openResults() {
    openResults(this.pollId);
  },
});
