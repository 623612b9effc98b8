import { endPullDown } from '../../../phone/page';
import { failureState } from '../../../components/page-state/failure-state';
import { newestOnly } from '../../../loading/newest';
import { showNextPage } from '../../../loading/next-page';
import { listChanges, type ChangeRecord, type RecordedChange } from '../../../services/polls';
import { goHome } from '../../../routes';
import { serverNow } from '../../../stores/clock';
import { rememberChanges } from '../../../stores/seen-changes';
import { recordWords } from '../../../text/changes';
import { changesView, type ChangesView } from './changes.view';

Page({
  data: { view: { kind: 'loading' } as ChangesView, words: recordWords },

  pollId: '',
  changes: [] as RecordedChange[],
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
    const fetch = (cursor: string) => this.newest(listChanges(this.pollId, cursor));
    await showNextPage(this, fetch, (record) => this.show(record, [...this.changes, ...record.changes]));
  },

  async load() {
    const answer = await this.newest(listChanges(this.pollId));
    if (answer === undefined) return;
    if (answer.ok) {
      // Whoever has the record before their eyes is told of nothing older any more.
      rememberChanges(this.pollId, answer.data.count);
      this.show(answer.data, answer.data.changes);
    } else if (this.changes.length === 0) this.setData({ view: failureState(answer.error, serverNow()) });
  },

  show(record: ChangeRecord, changes: RecordedChange[]) {
    this.changes = changes;
    this.cursor = record.next === undefined ? undefined : String(record.next);
    this.setData({ view: changesView(record, changes, record.next !== undefined, serverNow()) });
  },

  act() {
    if (this.data.view.kind === 'empty') goHome();
    else {
      this.setData({ view: { kind: 'loading' } });
      void this.load();
    }
  },
});
