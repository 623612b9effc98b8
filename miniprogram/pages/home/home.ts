import { loadedPage } from '../../loading/loaded-page';
import { pagedPage } from '../../loading/paged-page';
import { listPolls, type ListedPoll, type PollList } from '../../services/polls';
import { openCreation, openPoll } from '../../routes';
import { serverNow } from '../../stores/clock';
import { homeWords } from '../../text/home';
import { homeView, type HomeView } from './home.view';

/** How long typing has to rest before the search is asked, milliseconds. */
const typingRest = 300;

Page({
  ...loadedPage({ isKept: false }),
  ...pagedPage,

  data: { view: { kind: 'loading' } as HomeView, words: homeWords, query: '' },

  polls: [] as ListedPoll[],
  /** Whether rows beyond the first page are shown. */
  isPaged: false,
  /** The timer that waits for typing to rest; 0 for none. */
  typing: 0,

  onShow() {
    // Coming back from a vote, the card has to say so; a list that was scrolled further stays where it is.
    if (!this.isPaged) void this.load();
  },

  onUnload() {
    clearTimeout(this.typing);
  },

  onShareAppMessage(): WechatMiniprogram.Page.ICustomShareContent {
    return { title: homeWords.shareTitle };
  },

  fetch(cursor?: string) {
    return listPolls({ ...this.search(), ...(cursor === undefined ? {} : { cursor }) });
  },

  show({ polls, next }: PollList, isMore = false) {
    this.polls = isMore ? [...this.polls, ...polls] : polls;
    this.isPaged = isMore;
    this.cursor = next;
    this.setData({ view: homeView(this.polls, this.data.query, serverNow()) });
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
  tapState() {
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
