import { loadedPage } from '../../../loading/loaded-page';
import { shareWithTicket } from '../../../phone/arrival';
import { cardChannel, openPoll, openPreview, pollPath } from '../../../routes';
import type { Answer, Failure } from '../../../services/cloud';
import { tellDone, tellFailure } from '../../../phone/dialogs';
import { newRandomId } from '../../../phone/random-id';
import { serverNow } from '../../../stores/clock';
import { listActs, type ProposedAct } from '../services/acts';
import { requestListing } from '../services/installation';
import { loadPoll, type EditedPoll } from '../services/polls';
import { canEdit } from '../draft/fields';
import {
  openActs,
  openAfter,
  openCandidates,
  openChanges,
  openChannels,
  openCodes,
  openPapers,
  openEditor,
  openDashboard,
  openReview,
  openTeam,
  openTrail,
  replaceByEditor,
} from '../routes';
import { listingWords, manageWords } from '../text/manage';
import { workState } from '../work-state.view';
import { askToCopy } from './ask-to-copy';
import { manageView, type ManageView, type Way } from './manage.view';

interface Loaded {
  poll: EditedPoll;
  acts: ProposedAct[];
}

const ways: Readonly<Record<Exclude<Way, 'listing' | 'copy'>, (pollId: string) => void>> = {
  look: openPoll,
  preview: openPreview,
  dashboard: openDashboard,
  channels: openChannels,
  codes: openCodes,
  papers: openPapers,
  candidates: openCandidates,
  changes: openChanges,
  after: openAfter,
  acts: openActs,
  team: openTeam,
  review: openReview,
  trail: openTrail,
};

Page({
  ...loadedPage(),

  data: { view: { kind: 'loading' } as ManageView, words: manageWords },

  pollId: '',
  poll: undefined as EditedPoll | undefined,
  /** Of the copy that is being made: one that is cut short goes on where it was. */
  copyRequest: '',

  onLoad({ id = '' }: { id?: string }) {
    this.pollId = id;
    this.copyRequest = newRandomId();
    shareWithTicket();
  },

  onShareAppMessage(): WechatMiniprogram.Page.ICustomShareContent {
    return { title: manageWords.shareTitle(this.poll?.title ?? ''), path: pollPath(this.pollId, cardChannel) };
  },

  async fetch(): Promise<Answer<Loaded>> {
    const [poll, acts] = await Promise.all([loadPoll(this.pollId), listActs(this.pollId)]);
    return poll.ok ? { ...poll, data: { poll: poll.data.poll, acts: acts.ok ? acts.data.acts : [] } } : poll;
  },

  show({ poll, acts }: Loaded) {
    this.poll = poll;
    // Taken back before it opened, it is a draft again. Who may not write finds here what there is to do.
    if (canEdit(poll)) replaceByEditor(this.pollId);
    else this.setData({ view: manageView(poll, acts, serverNow()) });
  },

  async fail(failure: Failure) {
    if (this.poll) await tellFailure(failure);
    else this.setData({ view: workState(failure, serverNow()) });
  },

  async go({ currentTarget }: WechatMiniprogram.TouchEvent<object, object, { id: Way }>) {
    const { id } = currentTarget.dataset;
    if (id === 'listing') await this.askForListing();
    else if (id === 'copy') await this.askForCopy();
    else ways[id](this.pollId);
  },

  async askForCopy() {
    const made = this.poll && (await askToCopy(this.poll, this.copyRequest));
    if (made === undefined) return;
    // Another wish is another draft.
    this.copyRequest = newRandomId();
    openEditor(made);
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
});
