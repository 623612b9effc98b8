import { failureState } from '../../../components/page-state/failure-state';
import type { Answer } from '../../../services/cloud';
import { newestOnly } from '../../../services/newest';
import { goHome } from '../../../services/routes';
import { confirmed, tellDone, tellFailure } from '../../../services/tell';
import { serverNow } from '../../../stores/clock';
import { loadPoll } from '../services/polls';
import {
  acceptNomination,
  listNominations,
  mergeNomination,
  returnNomination,
  type NominationQueue,
  type NominationState,
} from '../services/review';
import { reviewWords } from '../text/review';
import { reviewView, type NominationRow, type ReviewView } from './review.view';

type ById<Id extends string = string> = WechatMiniprogram.TouchEvent<object, object, { id: Id }>;

const nothing: Pick<NominationQueue, 'nominations' | 'waiting'> = { nominations: [], waiting: 0 };

Page({
  data: {
    view: { kind: 'loading' } as ReviewView,
    words: reviewWords,
    pollId: '',
    part: 'nominations' as 'nominations' | 'media',
    returning: null as NominationRow | null,
    merging: null as NominationRow | null,
    busy: '',
    may: [] as string[],
  },

  state: 'waiting' as NominationState,
  queue: nothing,
  groups: [] as { id: string; name: string }[],
  cursor: undefined as string | undefined,
  newest: newestOnly(),

  onLoad({ id = '', part = '' }: { id?: string; part?: string }) {
    this.newest = newestOnly();
    this.setData({ pollId: id, part: part === 'media' ? 'media' : 'nominations' });
    void this.load();
  },

  async onPullDownRefresh() {
    this.selectComponent('#media')?.load();
    await this.load();
    void wx.stopPullDownRefresh();
  },

  async onReachBottom() {
    const { cursor, queue, data } = this;
    if (cursor === undefined || data.part === 'media') return;
    this.cursor = undefined;
    const answer = await this.newest(listNominations(data.pollId, this.state, cursor));
    if (!answer?.ok) {
      this.cursor = cursor;
      return;
    }
    const nominations = [...queue.nominations, ...answer.data.nominations];
    this.show({ nominations, waiting: answer.data.waiting }, answer.data.next);
  },

  async load() {
    const { pollId } = this.data;
    const answers = await this.newest(Promise.all([loadPoll(pollId), listNominations(pollId, this.state)]));
    if (answers === undefined) return;
    const [poll, queue] = answers;
    if (poll.ok && queue.ok) {
      const { may, rules } = poll.data.poll;
      this.groups = rules.groups ?? [];
      this.setData({ may });
      this.show(queue.data, queue.data.next);
    } else if (this.data.view.kind !== 'ready') {
      const failure = poll.ok ? queue : poll;
      if (!failure.ok) this.setData({ view: failureState(failure.error, serverNow()) });
    }
  },

  show(queue: Pick<NominationQueue, 'nominations' | 'waiting'>, next: string | undefined) {
    this.queue = queue;
    this.cursor = next;
    const { state, groups, data } = this;
    this.setData({ view: reviewView({ queue, state, may: data.may, groups, now: serverNow() }) });
  },

  choosePart({ currentTarget }: ById<'nominations' | 'media'>) {
    this.setData({ part: currentTarget.dataset.id });
  },

  chooseState({ currentTarget }: ById<NominationState>) {
    this.state = currentTarget.dataset.id;
    this.show({ ...nothing, waiting: this.queue.waiting }, undefined);
    void this.load();
  },

  async accept({ currentTarget }: ById) {
    const row = this.rowOf(currentTarget.dataset.id);
    if (!row || this.data.busy) return;
    if (!(await confirmed(reviewWords.acceptTitle(row.name), reviewWords.acceptDetail, reviewWords.accept))) return;
    this.setData({ busy: row.id });
    await this.settle(await acceptNomination(this.data.pollId, row.id), reviewWords.accepted);
  },

  async giveBack({ detail }: WechatMiniprogram.CustomEvent<{ reason: string }>) {
    const { returning, pollId } = this.data;
    if (!returning) return;
    this.setData({ busy: returning.id });
    await this.settle(await returnNomination(pollId, returning.id, detail.reason), reviewWords.returning);
  },

  async merge({ detail }: WechatMiniprogram.CustomEvent<{ id: string }>) {
    const { merging, pollId } = this.data;
    if (!merging) return;
    this.setData({ busy: merging.id });
    await this.settle(await mergeNomination(pollId, merging.id, detail.id), reviewWords.merged);
  },

  async settle(answer: Answer<unknown>, done: string) {
    this.setData({ busy: '' });
    if (answer.ok) {
      this.closeSheets();
      tellDone(done);
    } else await tellFailure(answer.error);
    await this.load();
  },

  openReturn({ currentTarget }: ById) {
    this.setData({ returning: this.rowOf(currentTarget.dataset.id) ?? null });
  },

  openMerge({ currentTarget }: ById) {
    this.setData({ merging: this.rowOf(currentTarget.dataset.id) ?? null });
  },

  closeSheets() {
    this.setData({ returning: null, merging: null });
  },

  lookAt({ currentTarget }: WechatMiniprogram.TouchEvent<object, object, { id: string; src: string }>) {
    const { id, src } = currentTarget.dataset;
    const urls = this.rowOf(id)?.pictures ?? [];
    void wx.previewImage({ urls, current: src });
  },

  rowOf(id: string): NominationRow | undefined {
    const { view } = this.data;
    return view.kind === 'ready' ? view.rows.find((row) => row.id === id) : undefined;
  },

  act() {
    if (this.data.view.kind === 'empty') goHome();
    else void this.load();
  },
});
