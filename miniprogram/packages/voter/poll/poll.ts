import { endPullDown, scrollPage } from '../../../phone/page';
import { arrivalAtPoll, isSinglePage, noteChannel, shareWithTicket, type ArrivalQuery } from '../../../phone/arrival';
import {
  cardChannel,
  goHome,
  openCandidate,
  openChangeRecord,
  openPoster,
  openReceipt,
  openResults,
  pollPath,
  timelineQuery,
} from '../../../routes';
import { shareCard } from '../../../phone/sharing';
import { serverNow } from '../../../stores/clock';
import { currentLook, watchLook } from '../../../stores/look';
import { lookAgain, type SinglePage } from '../timeline/single-page';
import { emptyPollData } from './poll-data';
import { PollSession } from './poll-session';
import { TimeWatch } from './time-watch';

type WithId = WechatMiniprogram.CustomEvent<{ id: string }>;
type Found = WechatMiniprogram.CustomEvent<{ group?: string; query?: string; isSearching?: boolean }>;

Page({
  /** `alone` stands in the timeline, where nobody is logged in: the cloud would refuse every call. */
  data: { ...emptyPollData, isElder: false, alone: null as SinglePage | null },

  pollId: '',
  session: new PollSession('', () => undefined),
  stopWatching: (): void => undefined,
  time: undefined as TimeWatch | undefined,

  onLoad(query: ArrivalQuery) {
    const arrival = arrivalAtPoll(query);
    noteChannel(arrival);
    shareWithTicket();
    const session = new PollSession(arrival.pollId, (change) => {
      this.setData(change);
    });
    this.pollId = arrival.pollId;
    if (isSinglePage()) this.setData({ alone: { pollId: this.pollId, candidateId: '', round: 0 } });
    this.session = session;
    this.time = new TimeWatch(session, serverNow);
    this.setData({ isElder: currentLook().elder });
    this.stopWatching = watchLook(({ elder }) => {
      this.setData({ isElder: elder });
    });
  },

  async onShow() {
    if (this.data.alone) return;
    this.time?.start();
    await this.session.resume();
    this.time?.again();
  },

  onHide() {
    this.time?.stop();
  },

  onUnload() {
    this.time?.stop();
    this.stopWatching();
  },

  async onPullDownRefresh() {
    const { alone } = this.data;
    if (alone) this.setData({ alone: lookAgain(alone) });
    else await this.session.load();
    endPullDown();
  },

  onReachBottom() {
    this.session.showMore();
  },

  onShareAppMessage(): WechatMiniprogram.Page.ICustomShareContent {
    const shared = this.session.shared();
    return shared === undefined ? { path: pollPath(this.pollId, cardChannel) } : shareCard(shared);
  },

  onShareTimeline(): WechatMiniprogram.Page.ICustomTimelineContent {
    const title = this.session.shared()?.title;
    return { ...(title === undefined ? {} : { title }), query: timelineQuery(this.pollId) };
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

  async find({ detail }: Found) {
    this.session.find(detail);
    // Another list is read from its beginning; while one types it stays where it is.
    if (detail.query === undefined) await scrollPage('#candidates');
  },

  findAll() {
    this.session.find({ group: '', query: '', isSearching: false });
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
    this.time?.again();
  },

  async closeSheet() {
    const isReceived = this.data.sheet?.kind === 'received';
    this.session.closeSheet();
    // The seal stands at the title: that is where a voter looks for what became of the ballot.
    if (isReceived) await scrollPage();
  },

  toReceipt() {
    const code = this.session.receiptCode();
    this.session.closeSheet();
    if (code !== undefined) openReceipt(this.pollId, code);
  },

  toChanges() {
    openChangeRecord(this.pollId);
  },

  toPoster() {
    openPoster(this.pollId);
  },

  toResults() {
    this.session.closeSheet();
    openResults(this.pollId);
  },
});
