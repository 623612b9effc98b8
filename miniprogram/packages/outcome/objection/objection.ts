import { loadedPage } from '../../../loading/loaded-page';
import { askToConfirm, tell, tellFailure } from '../../../phone/dialogs';
import { scrollPage } from '../../../phone/page';
import { objectionPath } from '../../../routes';
import type { Failure } from '../../../services/cloud';
import { serverNow } from '../../../stores/clock';
import { workFailureText } from '../../../text/errors';
import { getForm, type ObjectionForm, type RuledBallot } from '../services/objections';
import { formWords } from '../text/objections';
import { ballotTaps } from './ballot-taps';
import { formTaps } from './form-taps';
import { forgetWriting, keepWriting, keptWriting } from './kept-draft';
import { emptyDraft, isSigned, mostPictures, mostText, problemOf } from './objection-draft';
import type { ObjectionDraft, Problem } from './objection-draft';
import { objectionView, sentView, writtenView } from './objection.view';
import type { BallotsView, ObjectionView, SentView } from './objection.view';
import { problemOfRefusal, sendObjection } from './send-objection';

Page({
  ...loadedPage({ resumes: false }),
  ...formTaps,
  ...ballotTaps,

  data: {
    view: { kind: 'loading' } as ObjectionView,
    words: formWords,
    draft: emptyDraft,
    written: writtenView(emptyDraft, []),
    ballots: { kind: 'asking' } as BallotsView,
    problem: null as Problem | null,
    progress: '',
    sent: null as SentView | null,
    mostPictures,
    picturesHint: formWords.pictures(mostPictures),
    mostText,
  },

  pollId: '',
  requestId: '',
  ballots: [] as RuledBallot[],
  uploaded: new Map<string, string>(),

  onLoad({ id = '', kind = '', candidate = '' }: { id?: string; kind?: string; candidate?: string }) {
    this.pollId = id;
    const { requestId, draft } = keptWriting(id);
    this.requestId = requestId;
    this.uploaded = new Map();
    // Whoever comes from a candidate or from a voided ballot writes about that, whatever was begun before.
    const about: Partial<ObjectionDraft> =
      candidate !== '' ? { kind: 'candidate', candidateId: candidate } : kind === 'ballot' ? { kind } : {};
    this.setData({ draft: { ...draft, ...about } });
    void this.askBallots();
  },

  onShareAppMessage(): WechatMiniprogram.Page.ICustomShareContent {
    const { view } = this.data;
    return { title: formWords.share(view.kind === 'ready' ? view.title : ''), path: objectionPath(this.pollId) };
  },

  fetch() {
    return getForm(this.pollId);
  },

  show(form: ObjectionForm) {
    this.setData({ view: objectionView(form, serverNow()) });
    this.write(this.data.draft);
  },

  fill(change: Partial<ObjectionDraft>) {
    this.write({ ...this.data.draft, ...change });
    this.setData({ problem: null });
    keepWriting(this.pollId, { requestId: this.requestId, draft: this.data.draft });
  },

  write(draft: ObjectionDraft) {
    const { view } = this.data;
    this.setData({ draft, written: writtenView(draft, view.kind === 'ready' ? view.candidates : []) });
  },

  async submit() {
    const { draft, progress } = this.data;
    if (progress !== '') return;
    const problem = problemOf(draft);
    if (problem !== undefined) return this.showProblem(problem);
    const { ask } = formWords;
    const what = draft.kind === 'ballot' ? ask.ballot : isSigned(draft) ? ask.signed : ask.unsigned;
    if (!(await askToConfirm(ask.title, what, ask.yes))) return;
    this.setData({ progress: formWords.sending });
    const sending = { requestId: this.requestId, draft, ballots: this.ballots, uploaded: this.uploaded };
    const sent = await sendObjection(this.pollId, sending, (at) => {
      this.setData({ progress: formWords.sendingPicture(at, draft.pictures.length) });
    });
    this.setData({ progress: '' });
    if (sent.ok) {
      forgetWriting(this.pollId);
      this.setData({ sent: sentView(sent.number, serverNow()) });
    } else if ('failure' in sent) await this.tellRefusal(sent.failure);
    else await tell(formWords.pictureLost);
  },

  async tellRefusal(failure: Failure) {
    const { title, detail } = workFailureText(failure, serverNow());
    const problem = problemOfRefusal(failure, formWords.said(title, detail));
    if (problem) return this.showProblem(problem);
    await tellFailure(failure);
    if (failure.code === 'OBJECTION_CLOSED') await this.load();
  },

  async showProblem(problem: Problem) {
    this.setData({ problem });
    await scrollPage(`#field-${problem.field}`);
  },
});
