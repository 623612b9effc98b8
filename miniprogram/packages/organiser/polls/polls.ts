import { endPullDown } from '../../../phone/page';
import { newestOnly } from '../../../loading/newest';
import { showNextPage } from '../../../loading/next-page';
import { goHome } from '../../../routes';
import { serverNow } from '../../../stores/clock';
import { listMyPolls, type MyPoll } from '../services/polls';
import { openCreation, openEditor, openManage } from '../routes';
import { pollsWords } from '../text/polls';
import { workState } from '../work-failure';
import { pollsView, type PollsView } from './polls.view';

Page({
  data: { view: { kind: 'loading' } as PollsView, words: pollsWords },

  polls: [] as MyPoll[],
  /** `next` of the last page; undefined when there is none. */
  cursor: undefined as string | undefined,
  newest: newestOnly(),

  onLoad() {
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
    const fetch = (cursor: string) => this.newest(listMyPolls(cursor));
    await showNextPage(this, fetch, (data) => this.show([...this.polls, ...data.polls], data.next));
  },

  async load() {
    const answer = await this.newest(listMyPolls());
    if (answer === undefined) return;
    if (answer.ok) this.show(answer.data.polls, answer.data.next);
    else this.setData({ view: workState(answer.error, serverNow()) });
  },

  show(polls: MyPoll[], next: string | undefined) {
    this.polls = polls;
    this.cursor = next;
    this.setData({ view: pollsView(polls, serverNow()) });
  },

  create: openCreation,

  /** The button under a state: the first poll, or once more. */
  act() {
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
