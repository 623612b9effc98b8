import { setChanged } from '../../../loading/set-changed';
import { loadedPage } from '../../../loading/loaded-page';
import { openPoll } from '../../../routes';
import { askToConfirm, tellDone, tellFailure } from '../../../phone/dialogs';
import { serverNow } from '../../../stores/clock';
import { decideListing, listingQueue, type ListingDecision, type ListingQueue } from '../services/installation';
import { listingWords } from '../text/listing';
import { listingView, type ListingRow, type ListingView } from './listing.view';

type ById = WechatMiniprogram.TouchEvent<object, object, { id: string }>;

Page({
  ...loadedPage({ isKept: false }),

  data: {
    view: { kind: 'loading' } as ListingView,
    words: listingWords,
    refusing: null as ListingRow | null,
    busy: '',
  },

  fetch: listingQueue,

  show(queue: ListingQueue) {
    setChanged(this, { view: listingView(queue, serverNow()) });
  },

  async list({ currentTarget }: ById) {
    const row = this.rowOf(currentTarget.dataset.id);
    if (!row || !(await askToConfirm(listingWords.listTitle(row.title), listingWords.listDetail, listingWords.list)))
      return;
    await this.decide(row.id, 'list', listingWords.listed);
  },

  async refuse({ detail }: WechatMiniprogram.CustomEvent<{ reason: string }>) {
    const { refusing } = this.data;
    if (refusing) await this.decide(refusing.id, 'refuse', listingWords.refused, detail.reason);
  },

  async decide(id: string, decision: ListingDecision, done: string, reason?: string) {
    if (this.data.busy) return;
    this.setData({ busy: id });
    const answer = await decideListing(id, decision, reason);
    this.setData({ busy: '' });
    if (answer.ok) {
      this.closeRefusal();
      tellDone(done);
    } else await tellFailure(answer.error);
    await this.load();
  },

  openRefusal({ currentTarget }: ById) {
    this.setData({ refusing: this.rowOf(currentTarget.dataset.id) ?? null });
  },

  closeRefusal() {
    this.setData({ refusing: null });
  },

  open({ currentTarget }: ById) {
    openPoll(currentTarget.dataset.id);
  },

  rowOf(id: string): ListingRow | undefined {
    const { view } = this.data;
    return view.kind === 'ready' ? view.rows.find((row) => row.id === id) : undefined;
  },
});
