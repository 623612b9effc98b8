import { longList, rowStep } from '../../../loading/long-list';
import { setChanged } from '../../../loading/set-changed';
import { loadedPage, answerOf } from '../../../loading/loaded-page';
import { tellFailure } from '../../../phone/dialogs';
import { openPreviewedCandidate } from '../../../routes';
import { serverNow } from '../../../stores/clock';
import { openCandidateEditor, openImport } from '../routes';
import { candidatesWords } from '../text/candidates';
import { workState } from '../work-state.view';
import type { Failure } from '../../../services/cloud';
import { CandidatesSession } from './candidates-session';
import { askAboutCandidate, type Asking, proposeStanding } from './ask-about-candidate';
import { openWorkbook } from './open-workbook';
import { nothingShown, shownList } from './candidates.view';

type ById = WechatMiniprogram.TouchEvent<object, object, { id: string }>;
Page({
  ...loadedPage(),
  ...longList,

  data: {
    ...nothingShown,
    words: candidatesWords,
    query: '',
    isBusy: false,
    /** The act that wants a reason, about a candidate. */
    asking: null as Asking | null,
  },

  pollId: '',
  list: new CandidatesSession('', () => undefined),

  onLoad({ id = '' }: { id?: string }) {
    this.pollId = id;
    this.list = new CandidatesSession(id, (failure) => {
      this.show();
      if (failure) void tellFailure(failure);
    });
  },

  onHide() {
    void this.list.finishRemoval();
  },

  onUnload() {
    void this.list.finishRemoval();
  },

  async fetch() {
    await this.list.finishRemoval();
    return answerOf(this.list.load());
  },

  async fail(failure: Failure) {
    if (this.data.view.kind === 'ready') await tellFailure(failure);
    else this.setData({ view: workState(failure, serverNow()) });
  },

  show() {
    const shown = shownList(this.list, this.data.query, this.rows);
    if (shown) setChanged(this, { ...shown });
  },

  search({ detail }: WechatMiniprogram.Input) {
    this.find(detail.value.trim());
  },

  clear() {
    this.find('');
  },

  find(query: string) {
    this.setData({ query });
    this.rows = rowStep;
    this.show();
  },

  open({ currentTarget }: ById) {
    const { id } = currentTarget.dataset;
    if (this.list.poll?.may.includes('candidate.save')) openCandidateEditor(this.pollId, id);
    else openPreviewedCandidate(this.pollId, id);
  },

  async menu({ currentTarget }: ById) {
    const next = await askAboutCandidate(this.list, currentTarget.dataset.id);
    if (next && 'open' in next) openCandidateEditor(this.pollId, next.open);
    else if (next) this.setData({ asking: next.ask });
  },

  undo() {
    this.list.undo();
  },

  async propose({ detail }: WechatMiniprogram.CustomEvent<{ reason: string }>) {
    const { asking } = this.data;
    const { poll } = this.list;
    if (!asking || !poll) return;
    this.setData({ isBusy: true });
    const isTaken = await proposeStanding(poll, asking, detail.reason);
    this.setData(isTaken ? { isBusy: false, asking: null } : { isBusy: false });
    if (isTaken) await this.load();
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
    await openWorkbook(this.pollId, 'candidates', candidatesWords.exporting);
  },
});
