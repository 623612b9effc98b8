import { loadedPage } from '../../../loading/loaded-page';
import { callNumber } from '../../../phone/system';
import { copyText } from '../../../phone/clipboard';
import { endPullDown } from '../../../phone/page';
import { shareWithTicket } from '../../../phone/arrival';
import { cardChannel, openObjection, openResults, pollPath } from '../../../routes';
import { shareCard } from '../../../phone/sharing';
import { bundleAddress } from '../../../services/log-files';
import { receiptWords } from '../../../text/receipt';
import { checkWords } from '../../../text/receipt-check';
import { shareWords } from '../../../text/share';
import { ReceiptSession } from './receipt-session';
import { alarmEvidence, slipText, type ReceiptView } from './receipt.view';

Page({
  ...loadedPage(),

  data: {
    view: { kind: 'loading' } as ReceiptView,
    words: { ...receiptWords, ...checkWords },
    /** The vote is closed and its bundle public. */
    hasBundle: false,
  },

  pollId: '',
  session: new ReceiptSession('', '', () => undefined),
  isVisible: false,
  /** The timer of the next look; 0 for none. */
  waiting: 0,

  onLoad({ poll = '', code = '' }: { poll?: string; code?: string }) {
    this.pollId = poll;
    this.session = new ReceiptSession(poll, code, (change) => {
      this.setData(change);
    });
    shareWithTicket();
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
    await this.session.checkAgain();
    endPullDown();
  },

  /** Leads to the poll, and says that one has voted: neither the receipt nor the choices leave this phone. */
  onShareAppMessage(): WechatMiniprogram.Page.ICustomShareContent {
    const path = pollPath(this.pollId, cardChannel);
    const title = this.session.kept?.pollTitle;
    if (title === undefined) return { path };
    const card = { title, second: shareWords.votedCard, number: 0 };
    return shareCard({ title: shareWords.voted(title), path, card, picture: '' });
  },

  /** Looks, and while there is something to wait for looks again. */
  async load(): Promise<void> {
    await this.session.load();
    clearTimeout(this.waiting);
    const next = this.isVisible ? this.session.nextLook() : null;
    if (next !== null) this.waiting = setTimeout(() => void this.load(), next);
  },

  rest() {
    this.isVisible = false;
    clearTimeout(this.waiting);
  },

  toggle() {
    this.session.toggle();
  },

  async checkAgain() {
    await this.session.checkAgain();
  },

  copy() {
    const { view } = this.data;
    const { kept } = this.session;
    if (kept && view.kind === 'ready') this.toClipboard(slipText(kept, view.title), receiptWords.copied);
  },

  copyEvidence() {
    const evidence = this.session.kept && alarmEvidence(this.session.kept);
    if (evidence) this.toClipboard(evidence, checkWords.evidenceCopied);
  },

  async copyBundle() {
    this.toClipboard(await bundleAddress(this.session.bundle), checkWords.bundleCopied);
  },

  toClipboard(data: string, done: string) {
    copyText(data, done, receiptWords.copyFailed);
  },

  callHotline({ currentTarget }: WechatMiniprogram.TouchEvent<object, object, { number: string }>) {
    callNumber(currentTarget.dataset.number);
  },

  objectToVoid() {
    openObjection(this.pollId, { kind: 'ballot' });
  },

  openResults() {
    openResults(this.pollId);
  },
});
