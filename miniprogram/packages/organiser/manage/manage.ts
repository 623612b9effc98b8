import { endPullDown } from '../../../phone/page';
import { shareWithTicket } from '../../../phone/arrival';
import { cardChannel, goHome, openPoll, openPreview, pollPath } from '../../../routes';
import { tellDone, tellFailure } from '../../../phone/dialogs';
import { serverNow } from '../../../stores/clock';
import { listActs } from '../services/acts';
import { requestListing } from '../services/listing';
import { canEdit, loadPoll, type EditedPoll } from '../services/polls';
import {
  openActs,
  openCandidates,
  openChanges,
  openChannels,
  openCodes,
  openDashboard,
  openReview,
  openTeam,
  openTrail,
  replaceByEditor,
} from '../routes';
import { listingWords, manageWords } from '../text/manage';
import { workState } from '../work-failure';
import { manageView, type ManageView, type Way } from './manage.view';

const ways: Readonly<Record<Exclude<Way, 'listing'>, (pollId: string) => void>> = {
  look: openPoll,
  preview: openPreview,
  dashboard: openDashboard,
  channels: openChannels,
  codes: openCodes,
  candidates: openCandidates,
  changes: openChanges,
  acts: openActs,
  team: openTeam,
  review: openReview,
  trail: openTrail,
};

Page({
  data: { view: { kind: 'loading' } as ManageView, words: manageWords },

  pollId: '',
  poll: undefined as EditedPoll | undefined,

  onLoad({ id = '' }: { id?: string }) {
    this.pollId = id;
    shareWithTicket();
  },

  onShow() {
    void this.load();
  },

  async onPullDownRefresh() {
    await this.load();
    endPullDown();
  },

  onShareAppMessage(): WechatMiniprogram.Page.ICustomShareContent {
    return { title: manageWords.shareTitle(this.poll?.title ?? ''), path: pollPath(this.pollId, cardChannel) };
  },

  async load() {
    const [poll, acts] = await Promise.all([loadPoll(this.pollId), listActs(this.pollId)]);
    if (!poll.ok) {
      if (this.poll) await tellFailure(poll.error);
      else this.setData({ view: workState(poll.error, serverNow()) });
      return;
    }
    this.poll = poll.data.poll;
    // Taken back before it opened, it is a draft again. Who may not write finds here what there is to do.
    if (canEdit(this.poll)) replaceByEditor(this.pollId);
    else this.setData({ view: manageView(this.poll, acts.ok ? acts.data.acts : [], serverNow()) });
  },

  async go({ currentTarget }: WechatMiniprogram.TouchEvent<object, object, { id: Way }>) {
    const { id } = currentTarget.dataset;
    if (id === 'listing') await this.askForListing();
    else ways[id](this.pollId);
  },

  async askForListing() {
    const state = this.poll?.listing.state;
    if (state === 'requested' || state === 'listed') {
      tellDone(listingWords[state]);
      return;
    }
    const answer = await requestListing(this.pollId);
    if (answer.ok) tellDone(listingWords[answer.data.listing.state]);
    else await tellFailure(answer.error);
    await this.load();
  },

  act() {
    if (this.data.view.kind === 'empty') goHome();
    else {
      this.setData({ view: { kind: 'loading' } });
      void this.load();
    }
  },
});
