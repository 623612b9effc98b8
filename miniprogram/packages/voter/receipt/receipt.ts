import { failureState } from '../../../components/page-state/failure-state';
import { myBallots } from '../../../services/ballots';
import { newestOnly } from '../../../services/newest';
import { getPoll } from '../../../services/polls';
import { goHome, openResults } from '../../../services/routes';
import { serverNow } from '../../../stores/clock';
import { keepReceipt, keptReceipt, markEntered, type KeptReceipt } from '../../../stores/receipts';
import { receiptWords } from '../../../text/receipt';
import {
  findBallot,
  receiptFrom,
  slipText,
  slipView,
  unknownReceiptView,
  type Found,
  type ReceiptView,
} from './receipt.view';

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
    const answer = await this.newest(myBallots(this.pollId));
    if (answer === undefined) return;
    if (answer.ok) {
      const { found, ballot } = findBallot(answer.data, this.code);
      this.found = found;
      if (found === 'counted') markEntered(this.code);
      this.kept = keptReceipt(this.code);
      if (ballot && !this.kept) await this.fetchNames(ballot);
      else if (!this.kept) this.setData({ view: unknownReceiptView() });
    } else if (!this.kept) {
      this.setData({ view: failureState(answer.error, serverNow()) });
    }
    this.setData({ note: answer.ok ? '' : receiptWords.offlineNote });
    this.show();
    this.wait();
  },

  /** A ballot cast on another phone: the poll knows the names of what it chose. */
  async fetchNames(ballot: Parameters<typeof receiptFrom>[0]) {
    const answer = await this.newest(getPoll(this.pollId));
    if (answer?.ok) {
      this.kept = receiptFrom(ballot, answer.data);
      keepReceipt(this.kept);
    } else if (answer) {
      this.setData({ view: failureState(answer.error, serverNow()) });
    }
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
