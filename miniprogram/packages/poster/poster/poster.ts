import { together } from '../../../services/cloud';
import { loadedPage } from '../../../loading/loaded-page';
import { getCandidate, getPoll, type CandidateReply, type PollReply } from '../../../services/polls';
import { returnToPoll } from '../../../routes';
import { serverNow } from '../../../stores/clock';
import { channelName } from '../../../services/spread';
import { makePoster } from '../drawing/make-poster';
import { noPosterWords, posterWords } from '../text/poster';
import { madeView, noPoster, posterOf, type PosterView } from './poster.view';

const loading = loadedPage({ isKept: false, resumes: false });

/** What a poster counts under unless an organiser made it for another channel. */
const usualChannel = 'poster';

interface PosterQuery {
  poll?: string;
  /** A candidate's; absent for the poll's own poster. */
  id?: string;
  /** An organiser's choice. */
  channel?: string;
}

Page({
  ...loading,

  data: {
    view: { kind: 'loading' } as PosterView,
    hints: [posterWords.hint] as string[],
  },

  pollId: '',
  candidateId: '',
  channel: usualChannel,

  onLoad({ poll = '', id = '', channel = usualChannel }: PosterQuery) {
    this.pollId = poll;
    this.candidateId = id;
    this.channel = channel;
    if (channel !== usualChannel) void this.nameChannel();
  },

  fetch() {
    const { pollId, candidateId } = this;
    const nobody = Promise.resolve({ ok: true as const, data: undefined, now: serverNow() });
    return together(getPoll(pollId), candidateId === '' ? nobody : getCandidate(pollId, candidateId));
  },

  async show([reply, story]: [PollReply, CandidateReply | undefined]) {
    const refused = noPoster(reply, story);
    if (refused) {
      this.setData({ view: refused });
      return;
    }
    const { pollId, candidateId, channel } = this;
    const poster = posterOf(reply, story, serverNow());
    const candidate = candidateId === '' ? {} : { candidateId };
    const picture = (story?.candidate.pictures[0] ?? story?.candidate.picture ?? reply.poll.cover) || '';
    const made = await makePoster({ pollId, ...candidate, channel, poster, picture });
    this.setData({ view: madeView(made, poster.title.replace('\n', ''), serverNow()) });
  },

  async nameChannel() {
    const name = await channelName(this.pollId, this.channel);
    if (name !== undefined) this.setData({ hints: [posterWords.hint, posterWords.counted(name)] });
  },

  tapState() {
    const { view } = this.data;
    if (view.kind === 'empty' && view.action === noPosterWords.toPoll) returnToPoll(this.pollId);
    else loading.tapState.call(this);
  },
});
