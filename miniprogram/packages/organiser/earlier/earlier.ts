import { setChanged } from '../../../loading/set-changed';
import { loadedPage } from '../../../loading/loaded-page';
import { tell, tellFailure, whileBusy } from '../../../phone/dialogs';
import { newRandomId } from '../../../phone/random-id';
import { together } from '../../../services/cloud';
import { tellWords } from '../../../text/buttons';
import { goBack } from '../routes';
import { listTeamCandidates, type TeamCandidate } from '../services/candidates';
import { loadPoll, type EditedPoll } from '../services/polls';
import { earlierWords } from '../text/earlier';
import { workState } from '../work-state.view';
import { sendCopy } from './send-copy';
import { earlierView, takeable, type EarlierView } from './earlier.view';

type ById = WechatMiniprogram.TouchEvent<object, object, { id: string }>;
type Loaded = [{ poll: EditedPoll }, TeamCandidate[], TeamCandidate[]];

Page({
  ...loadedPage({ stateOf: workState, resumes: false }),

  data: { view: { kind: 'loading' } as EarlierView, words: earlierWords },

  pollId: '',
  fromPollId: '',
  loaded: undefined as Loaded | undefined,
  taken: new Set<string>(),
  /** Another tap is the same wish, until it was fulfilled. */
  requestId: newRandomId(),

  onLoad({ id = '', from = '' }: { id?: string; from?: string }) {
    this.pollId = id;
    this.fromPollId = from;
  },

  fetch() {
    return together(loadPoll(this.fromPollId), listTeamCandidates(this.fromPollId), listTeamCandidates(this.pollId));
  },

  show(loaded: Loaded) {
    this.loaded = loaded;
    this.taken = new Set(takeable(loaded[1], loaded[2]));
    this.draw();
  },

  draw() {
    if (!this.loaded) return;
    const [{ poll }, candidates, here] = this.loaded;
    setChanged(this, { view: earlierView(poll, candidates, here, this.taken) });
  },

  turn({ currentTarget }: ById) {
    const { id } = currentTarget.dataset;
    // One that is here already can only be read.
    if (!this.loaded || !takeable(this.loaded[1], this.loaded[2]).includes(id)) return;
    if (!this.taken.delete(id)) this.taken.add(id);
    // What is chosen otherwise is another wish.
    this.requestId = newRandomId();
    this.draw();
  },

  turnAll() {
    if (!this.loaded) return;
    const all = takeable(this.loaded[1], this.loaded[2]);
    this.taken = new Set(all.every((id) => this.taken.has(id)) ? [] : all);
    this.requestId = newRandomId();
    this.draw();
  },

  async add() {
    const { view } = this.data;
    if (view.kind !== 'ready' || !view.isReady || !this.loaded) return;
    const candidateIds = view.rows.flatMap(({ id, isTaken }) => (isTaken ? [id] : []));
    const { pollId, fromPollId, requestId } = this;
    const answer = await whileBusy(earlierWords.busy, sendCopy({ pollId, fromPollId, requestId, candidateIds }));
    if (!answer.ok) return tellFailure(answer.error);
    const { added, taken } = answer.data;
    await tell({ detail: earlierWords.done(added, taken, this.loaded[0].poll.measure) }, tellWords.read);
    goBack();
  },
});
