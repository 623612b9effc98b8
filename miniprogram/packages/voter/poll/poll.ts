import { goHome, openCandidate, openReceipt, openResults, pollPath } from '../../../services/routes';
import { serverNow } from '../../../stores/clock';
import { currentLook, watchLook } from '../../../stores/look';
import { pollWords } from '../../../text/poll-page';
import { emptyPollData } from './poll-data';
import { PollSession } from './poll-session';
import { wakeSoonAfter } from './wake';

type WithId = WechatMiniprogram.CustomEvent<{ id: string }>;

Page({
  data: { ...emptyPollData, isElder: false, areRulesOpen: false },

  pollId: '',
  session: new PollSession('', () => undefined),
  stopWatching: (): void => undefined,
  stopWaking: (): void => undefined,

  onLoad(query: { id?: string }) {
    this.pollId = query.id ?? '';
    this.session = new PollSession(this.pollId, (change) => {
      this.setData(change);
    });
    this.setData({ isElder: currentLook().elder });
    this.stopWatching = watchLook(({ elder }) => {
      this.setData({ isElder: elder });
    });
  },

  async onShow() {
    await this.session.resume();
    this.wake();
  },

  onHide() {
    this.stopWaking();
  },

  onUnload() {
    this.stopWaking();
    this.stopWatching();
  },

  async onPullDownRefresh() {
    await this.session.load();
    await wx.stopPullDownRefresh();
  },

  onReachBottom() {
    this.session.showMore();
  },

  onShareAppMessage() {
    return { title: pollWords.share(this.session.title()), path: pollPath(this.pollId) };
  },

  /** Looks at the time again when something is due to change; the page in the background does not. */
  wake() {
    this.stopWaking();
    this.stopWaking = wakeSoonAfter(this.session.nextLookAt(), serverNow(), () => {
      void this.session.tick().then(() => this.wake());
    });
  },

  async tapState() {
    if (this.data.failure?.kind === 'empty') goHome();
    else {
      this.setData({ kind: 'loading' });
      await this.session.load();
    }
  },

  choose({ detail }: WithId) {
    this.session.toggle(detail.id);
  },

  open({ detail }: WithId) {
    openCandidate(this.pollId, detail.id);
  },

  find({ detail }: WechatMiniprogram.CustomEvent<{ group?: string; query?: string }>) {
    this.session.find(detail);
  },

  findAll() {
    this.setData({ isSearching: false });
    this.session.find({ group: '', query: '' });
  },

  followSearch({ detail }: WechatMiniprogram.CustomEvent<{ isOn: boolean }>) {
    this.setData({ isSearching: detail.isOn });
  },

  act() {
    const action = this.session.action();
    if (action === 'review') this.session.review();
    else if (action === 'receipt') this.toReceipt();
    else this.toResults();
  },

  lack() {
    this.session.explain();
  },

  remove({ detail }: WithId) {
    this.session.remove(detail.id);
  },

  async cast() {
    await this.session.cast();
    this.wake();
  },

  closeSheet() {
    this.session.closeSheet();
  },

  toReceipt() {
    const code = this.session.receiptCode();
    this.session.closeSheet();
    if (code !== undefined) openReceipt(this.pollId, code);
  },

  toResults() {
    this.session.closeSheet();
    openResults(this.pollId);
  },

  openRules() {
    this.setData({ areRulesOpen: true });
  },

  closeRules() {
    this.setData({ areRulesOpen: false });
  },
});
