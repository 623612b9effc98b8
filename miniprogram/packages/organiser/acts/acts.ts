import { setChanged } from '../../../loading/set-changed';
import { loadedPage, ofPoll } from '../../../loading/loaded-page';
import { pagedPage } from '../../../loading/paged-page';
import type { Answer } from '../../../services/cloud';
import { tellFailure } from '../../../phone/dialogs';
import { serverNow } from '../../../stores/clock';
import { approveAct, rejectAct, type ProposedAct } from '../services/acts';
import { openProposal } from '../routes';
import { actWords } from '../text/acts';
import { askToApprove } from './ask-about-act';
import { loadActs, type LoadedActs } from './load-acts';
import { actsView, rejectionOf, type ActsView, type Rejection, type Viewer } from './acts.view';

type ById = WechatMiniprogram.TouchEvent<object, object, { id: string }>;

Page({
  ...loadedPage(),
  ...ofPoll,
  ...pagedPage,

  data: {
    view: { kind: 'loading' } as ActsView,
    words: actWords,
    /** The act that is being turned down or taken back. */
    rejecting: null as Rejection | null,
    busy: '',
  },

  acts: [] as ProposedAct[],
  viewer: { memberId: '', title: '', measure: '项', may: [], isPublished: false } as Viewer,
  fetch(cursor?: string) {
    return loadActs(this.pollId, cursor === undefined ? undefined : { cursor, viewer: this.viewer });
  },

  show({ acts, next, viewer }: LoadedActs, isMore = false) {
    this.acts = isMore ? [...this.acts, ...acts] : acts;
    this.viewer = viewer;
    this.cursor = next;
    setChanged(this, { view: actsView(this.acts, viewer, serverNow()) });
  },

  async approve({ currentTarget }: ById) {
    const act = this.actOf(currentTarget.dataset.id);
    if (act && this.data.busy === '' && (await askToApprove(act, this.viewer))) await this.finish(act.id);
  },

  /** Approved a moment ago, and something failed on the way: the same call goes on from there. */
  async goOn({ currentTarget }: ById) {
    if (this.data.busy === '') await this.finish(currentTarget.dataset.id);
  },

  async finish(actId: string) {
    this.setData({ busy: actId });
    await this.settle(await approveAct(this.pollId, actId));
  },

  askReason({ currentTarget }: ById) {
    const act = this.actOf(currentTarget.dataset.id);
    if (!act) return;
    this.setData({ rejecting: rejectionOf(act, this.viewer) });
  },

  async reject({ detail }: WechatMiniprogram.CustomEvent<{ reason: string }>) {
    const { rejecting } = this.data;
    if (!rejecting) return;
    this.setData({ busy: rejecting.id });
    const answer = await rejectAct(this.pollId, rejecting.id, detail.reason);
    if (answer.ok) this.closeRejecting();
    await this.settle(answer);
  },

  async settle(answer: Answer<unknown>) {
    this.setData({ busy: '' });
    if (!answer.ok) await tellFailure(answer.error);
    await this.load();
  },

  closeRejecting() {
    this.setData({ rejecting: null });
  },

  actOf(id: string): ProposedAct | undefined {
    return this.acts.find((act) => act.id === id);
  },

  propose() {
    openProposal(this.pollId);
  },
});
