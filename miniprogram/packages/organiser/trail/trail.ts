import { endPullDown } from '../../../phone/page';
import { failureState } from '../../../components/page-state/failure-state';
import { newestOnly } from '../../../loading/newest';
import { showNextPage } from '../../../loading/next-page';
import { goHome } from '../../../routes';
import { serverNow } from '../../../stores/clock';
import { listTrail, type TrailEntry } from '../services/trail';
import { trailWords } from '../text/trail';
import { trailView, type TrailView } from './trail.view';

Page({
  data: { view: { kind: 'loading' } as TrailView, words: trailWords },

  pollId: '',
  entries: [] as TrailEntry[],
  /** `next` of the last page; undefined when there is none. */
  cursor: undefined as string | undefined,
  newest: newestOnly(),

  onLoad({ id = '' }: { id?: string }) {
    this.pollId = id;
    this.newest = newestOnly();
    void this.load();
  },

  async onPullDownRefresh() {
    await this.load();
    endPullDown();
  },

  async onReachBottom() {
    const fetch = (cursor: string) => this.newest(listTrail(this.pollId, cursor));
    await showNextPage(this, fetch, (data) => this.show([...this.entries, ...data.entries], data.next));
  },

  async load() {
    const answer = await this.newest(listTrail(this.pollId));
    if (answer === undefined) return;
    if (answer.ok) this.show(answer.data.entries, answer.data.next);
    else if (this.entries.length === 0) this.setData({ view: failureState(answer.error, serverNow()) });
  },

  show(entries: TrailEntry[], next: string | undefined) {
    this.entries = entries;
    this.cursor = next;
    this.setData({ view: trailView(entries, next !== undefined, serverNow()) });
  },

  act() {
    if (this.data.view.kind === 'empty') goHome();
    else {
      this.setData({ view: { kind: 'loading' } });
      void this.load();
    }
  },
});
