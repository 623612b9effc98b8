import { pollTaps } from './poll-taps';
import { loadedPage } from '../../../loading/loaded-page';
import { setChanged } from '../../../loading/set-changed';
import { scrollPage } from '../../../phone/page';
import { arrivalAtPoll, type ArrivalQuery } from '../../../phone/arrival';
import { cardChannel, openReceipt, openResults, pollPath, timelineQuery } from '../../../routes';
import { shareCard } from '../../../phone/sharing';
import { serverNow } from '../../../stores/clock';
import { lookAgain, type SinglePage, arrive, depart } from '../timeline/arrive-by-link';
import { emptyPollData } from './poll-data';
import { PollSession } from './poll-session';
import { TimeWatch } from '../../../loading/time-watch';

Page({
  ...loadedPage({ place: 'failure' }),
  ...pollTaps,

  /** `alone` stands in the timeline, where nobody is logged in: the cloud would refuse every call. */
  data: { ...emptyPollData, isElder: false, isSimple: false, alone: null as SinglePage | null },

  pollId: '',
  session: new PollSession('', () => undefined),
  time: undefined as TimeWatch | undefined,

  onLoad(query: ArrivalQuery) {
    const arrival = arrivalAtPoll(query);
    arrive(this, arrival);
    const session = new PollSession(arrival.pollId, (change, drawn) => {
      setChanged(this, change, drawn);
    });
    this.pollId = arrival.pollId;
    this.session = session;
    this.time = new TimeWatch(session, serverNow);
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
    this.session.leaveQueue();
    depart(this);
  },

  async load() {
    const { alone } = this.data;
    if (alone) this.setData({ alone: lookAgain(alone) });
    else {
      await this.session.load();
      this.time?.again();
    }
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

  act() {
    const action = this.session.action();
    if (action === 'review') this.session.review();
    else if (action === 'receipt') this.toReceipt();
    else this.toResults();
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

  toResults() {
    this.session.closeSheet();
    openResults(this.pollId);
  },
});
