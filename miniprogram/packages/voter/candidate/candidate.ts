import { endPullDown } from '../../../phone/page';
import { failureState } from '../../../components/page-state/failure-state';
import {
  arrivalAtCandidate,
  isSinglePage,
  noteChannel,
  shareWithTicket,
  type ArrivalQuery,
} from '../../../phone/arrival';
import { getCandidate, getPoll, type CandidateReply, type PollReply } from '../../../services/polls';
import { candidatePath, candidateTimelineQuery, cardChannel, goHome, openPoster, returnToPoll } from '../../../routes';
import { shareCard } from '../../../phone/sharing';
import { serverNow } from '../../../stores/clock';
import { currentLook, watchLook } from '../../../stores/look';
import { keepChoices, selectionOf } from '../../../stores/selection';
import { admit } from '../poll/admission';
import { frameOf } from '../poll/poll-bar.view';
import { stillChoosable, toggleChoice } from '../poll/ballot-limits';
import { obstacleSentence } from '../poll/choosing-bar.view';
import { candidateCard } from '../poll/share.view';
import { rememberedPoll, rememberPoll } from '../poll/remembered-poll';
import { lookAgain } from '../timeline/single-page';
import { emptyCandidateData } from './candidate-data';
import { candidateBar, candidateView, type CandidateAction } from './candidate.view';

Page({
  data: emptyCandidateData,

  pollId: '',
  candidateId: '',
  /** Counts the loads: a reply that a later load has overtaken is dropped. */
  turn: 0,
  action: 'back' as CandidateAction,
  poll: undefined as PollReply | undefined,
  story: undefined as CandidateReply | undefined,
  stopWatching: (): void => undefined,

  async onLoad(query: ArrivalQuery) {
    const arrival = arrivalAtCandidate(query);
    noteChannel(arrival);
    shareWithTicket();
    this.pollId = arrival.pollId;
    this.candidateId = arrival.candidateId;
    this.setData({ isElder: currentLook().elder });
    this.stopWatching = watchLook(({ elder }) => {
      this.setData({ isElder: elder });
    });
    const { pollId, candidateId } = arrival;
    if (isSinglePage()) this.setData({ alone: { pollId, candidateId, round: 0 } });
    else await this.load(rememberedPoll(pollId));
  },

  onUnload() {
    this.stopWatching();
  },

  async onPullDownRefresh() {
    const { alone } = this.data;
    if (alone) this.setData({ alone: lookAgain(alone) });
    else await this.load();
    endPullDown();
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

  /** Asks for the candidate and, unless the poll's page below has it, for the poll. */
  async load(known?: PollReply) {
    const turn = (this.turn += 1);
    const [story, poll] = await Promise.all([
      getCandidate(this.pollId, this.candidateId),
      known === undefined ? getPoll(this.pollId) : { ok: true as const, data: known },
    ]);
    if (turn !== this.turn) return;
    if (!story.ok) this.fail(story.error);
    else if (!poll.ok) this.fail(poll.error);
    else {
      this.story = story.data;
      const reply = await admit(poll.data);
      if (turn !== this.turn) return;
      this.poll = reply;
      rememberPoll(reply);
      this.setData({ kind: 'ready', failure: null, view: candidateView(story.data, reply) });
      this.showBar(reply);
    }
  },

  fail(error: Parameters<typeof failureState>[0]) {
    this.setData({ kind: 'stopped', failure: failureState(error, serverNow()) });
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
      this.setData({ notice: { tone: 'refusal', text: obstacleSentence(frame.rules, step.obstacle) } });
    }
  },

  toPoll() {
    returnToPoll(this.pollId);
  },

  toPoster() {
    openPoster(this.pollId, { candidateId: this.candidateId });
  },

  async tapState() {
    if (this.data.failure?.kind === 'empty') goHome();
    else {
      this.setData({ kind: 'loading' });
      await this.load();
    }
  },
});
