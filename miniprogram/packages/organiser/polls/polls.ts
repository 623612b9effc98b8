import { setChanged } from '../../../loading/set-changed';
import { loadedPage } from '../../../loading/loaded-page';
import { pagedPage } from '../../../loading/paged-page';
import { goHome } from '../../../routes';
import { serverNow } from '../../../stores/clock';
import { listMyPolls, type MyPoll, type MyPolls } from '../services/polls';
import { openCreation, openEditor, openManage } from '../routes';
import { pollsWords } from '../text/polls';
import { workState } from '../work-state.view';
import { pollsView, type PollsView } from './polls.view';

Page({
  ...loadedPage({ stateOf: workState, isKept: false }),
  ...pagedPage,

  data: { view: { kind: 'loading' } as PollsView, words: pollsWords },

  polls: [] as MyPoll[],

  fetch: listMyPolls,

  show({ polls, next }: MyPolls, isMore = false) {
    this.polls = isMore ? [...this.polls, ...polls] : polls;
    this.cursor = next;
    setChanged(this, { view: pollsView(this.polls, serverNow()) });
  },

  create: openCreation,

  /** The button under a state: the first poll, or once more. */
  tapState() {
    const { view } = this.data;
    if (view.kind === 'empty') {
      if (view.drawing === 'mark') openCreation();
      else goHome();
      return;
    }
    this.setData({ view: { kind: 'loading' } });
    void this.load();
  },

  open({ currentTarget }: WechatMiniprogram.TouchEvent<object, object, { id: string }>) {
    const { id } = currentTarget.dataset;
    const isDraft = this.polls.some((poll) => poll.id === id && poll.status === 'draft');
    if (isDraft) openEditor(id);
    else openManage(id);
  },
});
