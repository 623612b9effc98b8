import { endPullDown } from '../../phone/page';
import { failureState } from '../../components/page-state/failure-state';
import { newestOnly } from '../../loading/newest';
import { showNextPage } from '../../loading/next-page';
import { listPolls, type ListedPoll } from '../../services/polls';
import { openCreation, openPoll } from '../../routes';
import { serverNow } from '../../stores/clock';
import { homeWords } from '../../text/home';
import { homeView, type HomeView } from './home.view';

/** How long typing has to rest before the search is asked, milliseconds. */
const typingRest = 300;

Page({
  data: { view: { kind: 'loading' } as HomeView, words: homeWords, query: '' },

  polls: [] as ListedPoll[],
  /** `next` of the last page; undefined when there is none. */
  cursor: undefined as string | undefined,
  /** Whether rows beyond the first page are shown. */
  isPaged: false,
  newest: newestOnly(),
  /** The timer that waits for typing to rest; 0 for none. */
  typing: 0,

  onLoad() {
    this.newest = newestOnly();
  },

  onShow() {
    // Coming back from a vote, the card has to say so; a list that was scrolled further stays where it is.
    if (!this.isPaged) void this.load();
  },

  onUnload() {
    clearTimeout(this.typing);
  },

  async onPullDownRefresh() {
    await this.load();
    endPullDown();
  },

  async onReachBottom() {
    const fetch = (cursor: string) => this.newest(listPolls({ cursor, ...this.search() }));
    await showNextPage(this, fetch, ({ polls, next }) => {
      this.isPaged = true;
      this.show([...this.polls, ...polls], next);
    });
  },

  onShareAppMessage(): WechatMiniprogram.Page.ICustomShareContent {
    return { title: homeWords.shareTitle };
  },

  async load() {
    const answer = await this.newest(listPolls(this.search()));
    if (answer === undefined) return;
    if (answer.ok) {
      this.isPaged = false;
      this.show(answer.data.polls, answer.data.next);
    } else {
      this.setData({ view: failureState(answer.error, serverNow()) });
    }
  },

  show(polls: ListedPoll[], next: string | undefined) {
    this.polls = polls;
    this.cursor = next;
    this.setData({ view: homeView(polls, this.data.query, serverNow()) });
  },

  search(): { query?: string } {
    return this.data.query ? { query: this.data.query } : {};
  },

  type({ detail }: WechatMiniprogram.Input) {
    this.setData({ query: detail.value.trim() });
    clearTimeout(this.typing);
    this.typing = setTimeout(() => void this.load(), typingRest);
  },

  clearSearch() {
    this.setData({ query: '' });
    void this.load();
  },

  /** The button under a state: after a failure again, after an empty search the whole list. */
  act() {
    if (this.data.view.kind === 'empty') {
      this.clearSearch();
      return;
    }
    this.setData({ view: { kind: 'loading' } });
    void this.load();
  },

  organise: openCreation,

  open({ currentTarget }: WechatMiniprogram.TouchEvent<object, object, { id: string }>) {
    openPoll(currentTarget.dataset.id);
  },
});
