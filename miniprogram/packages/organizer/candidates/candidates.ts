import { chosen, tellDone, tellFailure } from '../../../services/tell';
import { goHome } from '../../../services/routes';
import { serverNow } from '../../../stores/clock';
import { proposeAct, type Act } from '../services/acts';
import { openCandidateEditor, openImport } from '../services/routes';
import { openExport } from '../services/sheets';
import { actConsequences, actNames } from '../text/acts';
import { candidatesWords } from '../text/candidates';
import { workState } from '../work-failure';
import { CandidatesList } from './candidates-list';
import { candidatesView, menuOf, worthSearching, type CandidatesView, type MenuAction } from './candidates.view';
import { moved, renumbered } from './order';

type ById = WechatMiniprogram.TouchEvent<object, object, { id: string }>;
type Standing = Extract<Act, { candidateId: string }>['kind'];

const kinds: Readonly<Record<'freeze' | 'unfreeze' | 'withdraw', Standing>> = {
  freeze: 'freezeCandidate',
  unfreeze: 'unfreezeCandidate',
  withdraw: 'withdrawCandidate',
};

Page({
  data: {
    view: { kind: 'loading' } as CandidatesView,
    words: candidatesWords,
    query: '',
    canSearch: false,
    isDraft: false,
    removed: '',
    isBusy: false,
    /** The act that wants a reason, about a candidate. */
    asking: null as { id: string; kind: Standing; title: string; detail: string } | null,
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
      view: candidatesView(candidates, poll.rules.groups, this.data.query, gone?.id ?? ''),
      canSearch: candidates.length >= worthSearching,
      isDraft: poll.status === 'draft',
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
    openCandidateEditor(this.pollId, currentTarget.dataset.id);
  },

  async menu({ currentTarget }: ById) {
    const { poll, candidates } = this.list;
    const { id } = currentTarget.dataset;
    const action = poll && (await chosen(menuOf(poll, candidates, id)));
    if (action) await this.do(action, id);
  },

  async do(action: MenuAction, id: string) {
    if (action === 'edit') openCandidateEditor(this.pollId, id);
    else if (action === 'remove') await this.list.remove(id);
    else if (action === 'renumber') await this.renumber(id);
    else if (action === 'up' || action === 'down') {
      const order = moved(this.list.candidates, id, action === 'up' ? -1 : 1);
      if (order) await this.list.arrange(order);
    } else {
      const kind = kinds[action];
      this.setData({ asking: { id, kind, title: actNames[kind], detail: actConsequences[kind] } });
    }
  },

  async renumber(id: string) {
    const candidate = this.list.candidates.find((each) => each.id === id);
    if (!candidate) return;
    const title = candidatesWords.renumberTitle(candidate.name);
    const { renumberHint: placeholderText, renumberYes: confirmText } = candidatesWords;
    const { confirm, content } = await wx.showModal({ title, editable: true, placeholderText, confirmText });
    if (!confirm) return;
    const number = Number(content);
    if (Number.isInteger(number) && number >= 1 && number <= 9999)
      await this.list.arrange(renumbered(this.list.candidates, id, number));
    else tellDone(candidatesWords.renumberWrong);
  },

  undo() {
    this.list.undo();
  },

  async propose({ detail }: WechatMiniprogram.CustomEvent<{ reason: string }>) {
    const { asking } = this.data;
    if (!asking) return;
    this.setData({ isBusy: true });
    const act: Act = { kind: asking.kind, candidateId: asking.id, reason: detail.reason };
    const answer = await proposeAct(this.pollId, act);
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
