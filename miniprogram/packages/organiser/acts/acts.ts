import { endPullDown } from '../../../phone/page';
import { failureState } from '../../../components/page-state/failure-state';
import type { Answer } from '../../../services/cloud';
import { newestOnly } from '../../../loading/newest';
import { showNextPage } from '../../../loading/next-page';
import { goHome } from '../../../routes';
import { tellFailure } from '../../../phone/dialogs';
import { serverNow } from '../../../stores/clock';
import { approveAct, listActs, rejectAct, type ProposedAct } from '../services/acts';
import { openProposal } from '../routes';
import { actWords } from '../text/acts';
import { askToApprove } from './ask-to-approve';
import { loadActs } from './load-acts';
import { actsView, rejectionOf, type ActsView, type Rejection, type Viewer } from './acts.view';

type ById = WechatMiniprogram.TouchEvent<object, object, { id: string }>;

Page({
  data: {
    view: { kind: 'loading' } as ActsView,
    words: actWords,
    /** The act that is being turned down or taken back. */
    rejecting: null as Rejection | null,
    busy: '',
  },

  pollId: '',
  acts: [] as ProposedAct[],
  viewer: { memberId: '', title: '', may: [], isPublished: false } as Viewer,
  cursor: undefined as string | undefined,
  newest: newestOnly(),

  onLoad({ id = '' }: { id?: string }) {
    this.pollId = id;
    this.newest = newestOnly();
  },

  onShow() {
    void this.load();
  },

  async onPullDownRefresh() {
    await this.load();
    endPullDown();
  },

  async onReachBottom() {
    const fetch = (cursor: string) => this.newest(listActs(this.pollId, cursor));
    await showNextPage(this, fetch, (data) => this.show([...this.acts, ...data.acts], data.next));
  },

  async load() {
    const answer = await this.newest(loadActs(this.pollId));
    if (answer?.ok) {
      this.viewer = answer.data.viewer;
      this.show(answer.data.acts, answer.data.next);
    } else if (answer && this.data.view.kind !== 'ready') {
      this.setData({ view: failureState(answer.error, serverNow()) });
    }
  },

  show(acts: ProposedAct[], next: string | undefined) {
    this.acts = acts;
    this.cursor = next;
    this.setData({ view: actsView(acts, this.viewer, serverNow()) });
  },

  async approve({ currentTarget }: ById) {
    const act = this.actOf(currentTarget.dataset.id);
    if (act && this.data.busy === '' && (await askToApprove(act, this.viewer.title))) await this.finish(act.id);
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

  act() {
    if (this.data.view.kind === 'empty') goHome();
    else void this.load();
  },
});
