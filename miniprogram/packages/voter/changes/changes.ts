import { setChanged } from '../../../loading/set-changed';
import { loadedPage, ofPoll } from '../../../loading/loaded-page';
import { pagedPage } from '../../../loading/paged-page';
import { listChanges, type ChangeRecord, type RecordedChange } from '../../../services/polls';
import { serverNow } from '../../../stores/clock';
import { rememberChanges } from './kept-count';
import { recordWords } from '../../../text/changes';
import { changesView, type ChangesView } from './changes.view';

Page({
  ...loadedPage({ resumes: false }),
  ...ofPoll,
  ...pagedPage,

  data: { view: { kind: 'loading' } as ChangesView, words: recordWords },

  changes: [] as RecordedChange[],

  fetch(cursor?: string) {
    return listChanges(this.pollId, cursor);
  },

  show(record: ChangeRecord, isMore = false) {
    // Whoever has the record before their eyes is told of nothing older any more.
    if (!isMore) rememberChanges(this.pollId, record.count);
    this.changes = isMore ? [...this.changes, ...record.changes] : record.changes;
    this.cursor = record.next === undefined ? undefined : String(record.next);
    setChanged(this, { view: changesView(record, this.changes, record.next !== undefined, serverNow()) });
  },
});
