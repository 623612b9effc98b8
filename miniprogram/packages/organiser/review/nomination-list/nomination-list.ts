import { loadedPage, newestOf } from '../../../../loading/loaded-page';
import { showPictures } from '../../../../phone/album';
import type { Answer } from '../../../../services/cloud';
import { askToConfirm, tellDone, tellFailure } from '../../../../phone/dialogs';
import { serverNow } from '../../../../stores/clock';
import {
  acceptNomination,
  listNominations,
  mergeNomination,
  returnNomination,
  type NominationQueue,
  type NominationState,
} from '../../services/review';
import { reviewWords } from '../../text/review';
import { queueView, type NominationRow, type QueueView } from './nomination-list.view';

type ById<Id extends string = string> = WechatMiniprogram.TouchEvent<object, object, { id: Id }>;
type Queue = Pick<NominationQueue, 'nominations' | 'waiting' | 'next'>;

/** The queue of nominations, with what a reviewer may decide. */
Component({
  properties: {
    poll: { type: String, value: '' },
    /** What the caller's role may call. */
    may: { type: Array, value: [] as string[] },
    groups: { type: Array, value: [] as { id: string; name: string }[] },
  },
  data: {
    view: { kind: 'loading' } as QueueView,
    words: reviewWords,
    state: 'waiting' as NominationState,
    queue: { nominations: [], waiting: 0 } as Queue,
    returning: null as NominationRow | null,
    merging: null as NominationRow | null,
    busy: '',
  },
  lifetimes: {
    attached() {
      void this.load();
    },
  },
  methods: {
    ...loadedPage({ isKept: false }),
    fetch() {
      return listNominations(this.data.poll, this.data.state);
    },
    /** The next page, where there is one. */
    async more() {
      const { poll, state, queue } = this.data;
      if (queue.next === undefined) return;
      const answer = await newestOf(this, listNominations(poll, state, queue.next));
      if (!answer?.ok) return;
      this.show({ ...answer.data, nominations: [...queue.nominations, ...answer.data.nominations] });
    },
    show(queue: Queue) {
      const { state, may, groups } = this.data;
      this.setData({ queue, view: queueView({ queue, state, may, groups, now: serverNow() }) });
    },
    chooseState({ currentTarget }: ById<NominationState>) {
      this.setData({ state: currentTarget.dataset.id });
      this.show({ nominations: [], waiting: this.data.queue.waiting });
      void this.load();
    },
    async accept({ currentTarget }: ById) {
      const row = this.rowOf(currentTarget.dataset.id);
      if (!row || this.data.busy) return;
      if (!(await askToConfirm(reviewWords.acceptTitle(row.name), reviewWords.acceptDetail, reviewWords.accept)))
        return;
      this.setData({ busy: row.id });
      await this.settle(await acceptNomination(this.data.poll, row.id), reviewWords.accepted);
    },
    async giveBack({ detail }: WechatMiniprogram.CustomEvent<{ reason: string }>) {
      const { returning, poll } = this.data;
      if (!returning) return;
      this.setData({ busy: returning.id });
      const answer = await returnNomination(poll, returning.id, detail.reason);
      if (answer.ok) this.closeSheets();
      await this.settle(answer, reviewWords.returned);
    },
    async merge({ detail }: WechatMiniprogram.CustomEvent<{ id: string; name: string }>) {
      const { merging, poll } = this.data;
      if (!merging) return;
      const question = reviewWords.mergeQuestion(merging.name, detail.name);
      if (!(await askToConfirm(question, reviewWords.mergeFinal, reviewWords.mergeYes))) return;
      this.setData({ busy: merging.id });
      const answer = await mergeNomination(poll, merging.id, detail.id);
      if (answer.ok) this.closeSheets();
      await this.settle(answer, reviewWords.merged);
    },
    async settle(answer: Answer<unknown>, done: string) {
      this.setData({ busy: '' });
      if (answer.ok) tellDone(done);
      else await tellFailure(answer.error);
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
      showPictures(this.rowOf(id)?.pictures ?? [], src);
    },
    rowOf(id: string): NominationRow | undefined {
      const { view } = this.data;
      return view.kind === 'ready' ? view.rows.find((row) => row.id === id) : undefined;
    },
  },
});
