import { tellDone, tellFailure } from '../../../services/tell';
import { goHome, openPreviewedCandidate } from '../../../services/routes';
import { serverNow } from '../../../stores/clock';
import { proposeAct } from '../services/acts';
import { canEdit } from '../services/polls';
import { openCandidateEditor, openImport } from '../services/routes';
import { openExport } from '../services/sheets';
import { candidatesWords } from '../text/candidates';
import { workState } from '../work-failure';
import { CandidatesList } from './candidates-list';
import { chooseAndDo, type Asking } from './candidate-menu';
import { candidatesView, worthSearching, type CandidatesView } from './candidates.view';

type ById = WechatMiniprogram.TouchEvent<object, object, { id: string }>;
Page({
  data: {
    view: { kind: 'loading' } as CandidatesView,
    words: candidatesWords,
    query: '',
    canSearch: false,
    isDraft: false,
    canExport: false,
    removed: '',
    isBusy: false,
    /** The act that wants a reason, about a candidate. */
    asking: null as Asking | null,
  },

  pollId: '',
  list: new CandidatesList('', () => undefined),

  onLoad({ id = '' }: { id?: string }) {
    this.pollId = id;
    this.list = new CandidatesList(id, (failure) => {
      this.show();
      if (failure) void tellFailure(failure);
    });
  },

  onShow() {
    void this.load();
  },

  onHide() {
    void this.list.finishRemoval();
  },

  onUnload() {
    void this.list.finishRemoval();
  },

  async onPullDownRefresh() {
    await this.load();
    void wx.stopPullDownRefresh();
  },

  async load() {
    await this.list.finishRemoval();
    const failure = await this.list.load();
    if (!failure) this.show();
    else if (this.data.view.kind !== 'ready') this.setData({ view: workState(failure, serverNow()) });
    else await tellFailure(failure);
  },

  show() {
    const { poll, candidates, gone } = this.list;
    if (!poll) return;
    this.setData({
      view: candidatesView(candidates, poll, this.data.query, gone?.id ?? ''),
      canSearch: candidates.length >= worthSearching,
      isDraft: canEdit(poll),
      canExport: poll.may.includes('export.make') && candidates.length > 0,
      removed: gone ? candidatesWords.removed(gone.name) : '',
    });
  },

  search({ detail }: WechatMiniprogram.Input) {
    this.setData({ query: detail.value.trim() });
    this.show();
  },

  clear() {
    this.setData({ query: '' });
    this.show();
  },

  open({ currentTarget }: ById) {
    const { id } = currentTarget.dataset;
    if (this.list.poll?.may.includes('candidate.save')) openCandidateEditor(this.pollId, id);
    else openPreviewedCandidate(this.pollId, id);
  },

  async menu({ currentTarget }: ById) {
    const next = await chooseAndDo(this.list, currentTarget.dataset.id);
    if (next && 'open' in next) openCandidateEditor(this.pollId, next.open);
    else if (next) this.setData({ asking: next.ask });
  },

  undo() {
    this.list.undo();
  },

  async propose({ detail }: WechatMiniprogram.CustomEvent<{ reason: string }>) {
    const { asking } = this.data;
    if (!asking) return;
    this.setData({ isBusy: true });
    const { kind, id: candidateId } = asking;
    const answer = await proposeAct(this.pollId, { kind, candidateId, reason: detail.reason });
    this.setData({ isBusy: false });
    if (!answer.ok) return tellFailure(answer.error);
    this.closeAsking();
    tellDone(answer.data.act.state === 'waiting' ? candidatesWords.waiting : candidatesWords.done);
    await this.load();
  },

  closeAsking() {
    this.setData({ asking: null });
  },

  add() {
    openCandidateEditor(this.pollId);
  },

  importFile() {
    openImport(this.pollId);
  },

  async export() {
    void wx.showLoading({ title: candidatesWords.exporting });
    const failure = await openExport(this.pollId, 'candidates');
    void wx.hideLoading();
    if (failure) await tellFailure(failure);
  },

  act() {
    if (this.data.view.kind === 'empty') goHome();
    else {
      this.setData({ view: { kind: 'loading' } });
      void this.load();
    }
  },
});
