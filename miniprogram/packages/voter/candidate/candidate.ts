import { loadCandidate, type LoadedCandidate } from './load-candidate';
import { loadedPage } from '../../../loading/loaded-page';
import { arrivalAtCandidate, type ArrivalQuery } from '../../../phone/arrival';
import type { CandidateReply, PollReply } from '../../../services/polls';
import { candidatePath, candidateTimelineQuery, cardChannel, returnToPoll } from '../../../routes';
import { shareCard } from '../../../phone/sharing';
import { serverNow } from '../../../stores/clock';
import { keepChoices, selectionOf } from '../../../stores/selection';
import { frameOf } from '../poll/poll-bar.view';
import { stillChoosable, toggleChoice } from '../poll/ballot-limits';
import { obstacleSentence } from '../poll/choosing-bar.view';
import { candidateCard } from '../poll/share.view';
import { rememberedPoll, rememberPoll } from '../poll/kept-poll';
import { lookAgain, arrive, depart } from '../timeline/arrive-by-link';
import { emptyCandidateData } from './candidate-data';
import { candidateBar, candidateView, type CandidateAction } from './candidate.view';
import { ways } from './ways';

const loading = loadedPage({ place: 'failure', resumes: false });

Page({
  ...loading,
  ...ways,

  data: emptyCandidateData,

  pollId: '',
  candidateId: '',
  action: 'back' as CandidateAction,
  poll: undefined as PollReply | undefined,
  /** What the poll's page below has: it saves the first question. */
  known: undefined as PollReply | undefined,
  story: undefined as CandidateReply | undefined,

  onLoad(query: ArrivalQuery) {
    const arrival = arrivalAtCandidate(query);
    arrive(this, arrival);
    this.pollId = arrival.pollId;
    this.candidateId = arrival.candidateId;
    this.known = rememberedPoll(arrival.pollId);
  },

  onShow() {
    if (!this.data.alone) loading.onShow.call(this);
  },

  onUnload() {
    depart(this);
  },

  onShareAppMessage(): WechatMiniprogram.Page.ICustomShareContent {
    const { story, poll } = this;
    if (story === undefined || poll === undefined)
      return { path: candidatePath(this.pollId, this.candidateId, cardChannel) };
    return shareCard(candidateCard(story, poll));
  },

  onShareTimeline(): WechatMiniprogram.Page.ICustomTimelineContent {
    const { story, poll } = this;
    const title = story && poll && { title: candidateCard(story, poll).title };
    return { ...title, query: candidateTimelineQuery(this.pollId, this.candidateId) };
  },

  async load(): Promise<void> {
    const { alone } = this.data;
    if (alone) this.setData({ alone: lookAgain(alone) });
    else await loading.load.call(this);
  },

  fetch() {
    const { known } = this;
    this.known = undefined;
    return loadCandidate(this.pollId, this.candidateId, known);
  },

  show({ story, reply }: LoadedCandidate) {
    this.story = story;
    this.poll = reply;
    rememberPoll(reply);
    this.setData({ kind: 'ready', failure: null, view: candidateView(story, reply, serverNow()) });
    this.showBar(reply);
  },

  showBar(reply: PollReply) {
    const choices = stillChoosable(frameOf(reply), selectionOf(this.pollId).choices);
    const { bar, action } = candidateBar(reply, this.candidateId, choices, serverNow());
    this.action = action;
    this.setData({ bar });
  },

  act() {
    if (this.action === 'back' || this.poll === undefined) {
      this.toPoll();
      return;
    }
    const frame = frameOf(this.poll);
    const step = toggleChoice(frame, stillChoosable(frame, selectionOf(this.pollId).choices), this.candidateId);
    if (step.ok) {
      keepChoices(this.pollId, step.choices);
      this.showBar(this.poll);
    } else {
      this.setData({ notice: { tone: 'refusal', text: obstacleSentence(frame, step.obstacle) } });
    }
  },

  toPoll() {
    returnToPoll(this.pollId);
  },
});
