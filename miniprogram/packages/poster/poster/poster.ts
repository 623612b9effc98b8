import { failureState } from '../../../components/page-state/failure-state';
import type { Failure } from '../../../services/cloud';
import { askForAlbum, putIntoAlbum, showPictures } from '../../../phone/album';
import { getCandidate, getPoll } from '../../../services/polls';
import { goHome, returnToPoll } from '../../../routes';
import { tellDone } from '../../../phone/dialogs';
import { serverNow } from '../../../stores/clock';
import { channelName } from '../services/channel-name';
import { makePoster } from '../drawing/make-poster';
import { albumWords, noPosterWords, posterWords } from '../text/poster';
import { madeView, noPoster, posterOf, type AlbumNotice, type PosterView } from './poster.view';

/** What a poster counts under unless an organiser made it for another channel. */
const usualChannel = 'poster';

interface PosterQuery {
  poll?: string;
  /** A candidate's; absent for the poll's own poster. */
  id?: string;
  /** An organiser's choice. */
  channel?: string;
}

// `as` widens: a constant null would be taken for the only value there is.
const noNotice = null as AlbumNotice | null;

Page({
  data: {
    view: { kind: 'loading' } as PosterView,
    words: posterWords,
    counted: '',
    isSaving: false,
    notice: noNotice,
  },

  pollId: '',
  candidateId: '',
  channel: usualChannel,

  onLoad({ poll = '', id = '', channel = usualChannel }: PosterQuery) {
    this.pollId = poll;
    this.candidateId = id;
    this.channel = channel;
    void this.make();
    if (channel !== usualChannel) void this.nameChannel();
  },

  async make() {
    const { pollId, candidateId, channel } = this;
    const [poll, story] = await Promise.all([
      getPoll(pollId),
      candidateId === '' ? undefined : getCandidate(pollId, candidateId),
    ]);
    if (!poll.ok) return this.stop(poll.error);
    if (story?.ok === false) return this.stop(story.error);
    const refused = noPoster(poll.data, story?.data);
    if (refused) {
      this.setData({ view: refused });
      return;
    }
    const poster = posterOf(poll.data, story?.data, serverNow());
    const candidate = candidateId === '' ? {} : { candidateId };
    const picture = (story?.data.candidate.pictures[0] ?? story?.data.candidate.picture ?? poll.data.poll.cover) || '';
    const made = await makePoster({ pollId, ...candidate, channel, poster, picture });
    this.setData({ view: madeView(made, poster.title.replace('\n', ''), serverNow()) });
  },

  async nameChannel() {
    const name = await channelName(this.pollId, this.channel);
    if (name !== undefined) this.setData({ counted: posterWords.counted(name) });
  },

  stop(failure: Failure) {
    this.setData({ view: failureState(failure, serverNow()) });
  },

  show() {
    if (this.data.view.kind === 'ready') showPictures([this.data.view.file]);
  },

  /** The button: saves; after a refusal it leads into the settings first. */
  async save() {
    const { view, notice, isSaving } = this.data;
    if (view.kind !== 'ready' || isSaving) return;
    if (notice?.needsSettings && !(await askForAlbum())) return;
    this.setData({ isSaving: true, notice: null });
    const outcome = await putIntoAlbum(view.file);
    const said = outcome === 'denied' || outcome === 'failed' ? albumWords[outcome] : null;
    this.setData({ isSaving: false, notice: said });
    if (outcome === 'saved') tellDone(posterWords.saved);
  },

  act() {
    const { view } = this.data;
    if (view.kind === 'empty') {
      if (view.action === noPosterWords.toPoll) returnToPoll(this.pollId);
      else goHome();
    } else {
      this.setData({ view: { kind: 'loading' } });
      void this.make();
    }
  },
});
