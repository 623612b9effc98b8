import { setChanged } from '../../../loading/set-changed';
import { loadedPage, ofPoll } from '../../../loading/loaded-page';
import { pagedPage } from '../../../loading/paged-page';
import { serverNow } from '../../../stores/clock';
import { listTrail, type Trail, type TrailEntry } from '../services/team';
import { trailWords } from '../text/trail';
import { trailView, type TrailView } from './trail.view';

Page({
  ...loadedPage({ resumes: false }),
  ...ofPoll,
  ...pagedPage,

  data: { view: { kind: 'loading' } as TrailView, words: trailWords },

  entries: [] as TrailEntry[],

  fetch(cursor?: string) {
    return listTrail(this.pollId, cursor);
  },

  show({ entries, next }: Trail, isMore = false) {
    this.entries = isMore ? [...this.entries, ...entries] : entries;
    this.cursor = next;
    setChanged(this, { view: trailView(this.entries, next !== undefined, serverNow()) });
  },
});
