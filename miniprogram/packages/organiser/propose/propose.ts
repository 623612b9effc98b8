import { setChanged } from '../../../loading/set-changed';
import { loadedPage, ofPoll } from '../../../loading/loaded-page';
import { tellDone, tellFailure } from '../../../phone/dialogs';
import { serverNow } from '../../../stores/clock';
import { proposeAct } from '../services/acts';
import { returnToActs } from '../routes';
import { askToPropose } from '../acts/ask-about-act';
import { proposeWords } from '../text/acts';
import { findBallot } from './find-ballot';
import { loadProposable, type Proposable } from './load-proposable';
import { actOf, blankDraft, draftOf, proposable, type Draft, type FormKind } from './proposal';
import { asked, proposeView, type ProposeView } from './propose.view';

type ById<Id extends string> = WechatMiniprogram.TouchEvent<object, object, { id: Id }>;
type Picked = WechatMiniprogram.CustomEvent<{ value: string }>;

Page({
  ...loadedPage({ isKept: false, resumes: false }),
  ...ofPoll,

  data: {
    view: { kind: 'loading' } as ProposeView,
    words: proposeWords,
    draft: blankDraft,
    ballot: '',
    missing: '',
    isBusy: false,
  },

  loaded: undefined as Proposable | undefined,

  fetch() {
    return loadProposable(this.pollId);
  },

  show(loaded: Proposable) {
    this.loaded = loaded;
    const [kind = blankDraft.kind] = proposable(loaded.poll, loaded.candidates, serverNow());
    this.fill({ kind });
  },

  fill(part: Partial<Draft>) {
    const draft = { ...this.data.draft, ...part };
    const { loaded } = this;
    this.setData({ draft, missing: '' });
    if (loaded) setChanged(this, { view: proposeView(loaded.poll, loaded.candidates, draft, serverNow()) });
  },

  /** Another act is another form: only what was written stays. */
  chooseKind({ currentTarget }: ById<FormKind>) {
    this.fill(draftOf(currentTarget.dataset.id, this.data.draft));
  },

  chooseDate({ detail }: Picked) {
    this.fill({ date: detail.value });
  },

  chooseTime({ detail }: Picked) {
    this.fill({ time: detail.value });
  },

  chooseCandidate({ detail }: Picked) {
    const { view } = this.data;
    const candidate = view.kind === 'ready' ? view.candidates[Number(detail.value)] : undefined;
    if (candidate) this.fill({ candidateId: candidate.id });
  },

  chooseReason({ currentTarget }: ById<string>) {
    this.fill({ reason: currentTarget.dataset.id });
  },

  typeReason({ detail }: WechatMiniprogram.Input) {
    this.fill({ reason: detail.value });
  },

  /** Spaces that a keyboard adds are no part of it; whatever else is typed stays, so that it can be seen. */
  typeDraw({ detail }: WechatMiniprogram.Input) {
    this.fill({ draw: detail.value.trim() });
  },

  typeClause({ detail }: WechatMiniprogram.Input) {
    this.fill({ clause: detail.value });
  },

  typeBallot({ detail }: WechatMiniprogram.Input) {
    this.setData({ ballot: detail.value });
    this.fill({ index: 0 });
  },

  /** A place in the log is taken as it is; a receipt's code is looked up in the public log. */
  async findBallot() {
    if (this.data.isBusy) return;
    this.setData({ isBusy: true });
    const found = await findBallot(this.pollId, this.data.ballot);
    this.setData({ isBusy: false });
    if (found.ok) this.fill({ index: found.index });
    else if (found.failure) await tellFailure(found.failure);
    else this.setData({ missing: proposeWords.notFound });
  },

  async submit() {
    const made = actOf(this.data.draft, this.loaded?.poll.awaitsDraw?.digits);
    if ('missing' in made) {
      this.setData({ missing: made.missing });
      return;
    }
    const { loaded } = this;
    if (this.data.isBusy || !loaded || !(await askToPropose(made.act, ...asked(loaded, made.act)))) return;
    this.setData({ isBusy: true });
    const answer = await proposeAct(this.pollId, made.act);
    this.setData({ isBusy: false });
    if (!answer.ok) return tellFailure(answer.error);
    tellDone(answer.data.act.state === 'waiting' ? proposeWords.waiting : proposeWords.done);
    returnToActs(this.pollId);
  },
});
