import { setChanged } from '../../loading/set-changed';
import { loadedPage } from '../../loading/loaded-page';
import { pagedPage } from '../../loading/paged-page';
import { listPolls, type ListedPoll, type PollList } from '../../services/polls';
import { openCreation, openMine, openPoll, openResults } from '../../routes';
import { serverNow } from '../../stores/clock';
import { homeWords } from '../../text/home';
import { endFollowing, followLook } from '../../stores/look-aware';
import { keptReceipts } from '../../stores/receipts';
import { elderHome, type ElderHome } from './elder-home.view';
import { homeView, type HomeView } from './home.view';

type WithId = WechatMiniprogram.CustomEvent<{ id: string }>;

/** How long typing has to rest before the search is asked, milliseconds. */
const typingRest = 300;

Page({
  ...loadedPage({ isKept: false }),
  ...pagedPage,

  data: {
    view: { kind: 'loading' } as HomeView,
    /** The three entries of 长辈版; null in the standard one. */
    elder: null as ElderHome | null,
    isSimple: false,
    /** Whether 长辈版 is offered above: one way into it is enough. */
    isOffered: false,
    words: homeWords,
    query: '',
  },

  polls: [] as ListedPoll[],
  /** Whether rows beyond the first page are shown. */
  isPaged: false,
  /** The timer that waits for typing to rest; 0 for none. */
  typing: 0,

  onLoad() {
    followLook(this, ({ isSimple, offersSimple }) => {
      this.setData({ isSimple, isOffered: offersSimple, query: '' });
      this.showEntries();
    });
  },

  onShow() {
    // Coming back from a vote, the card has to say so; a list that was scrolled further stays where it is.
    if (!this.isPaged) void this.load();
  },

  onUnload() {
    clearTimeout(this.typing);
    endFollowing(this);
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
    setChanged(this, { view: homeView(this.polls, this.data.query, serverNow()) });
    this.showEntries();
  },

  showEntries() {
    const { isSimple } = this.data;
    this.setData({ elder: isSimple ? elderHome(this.polls, keptReceipts().length, serverNow()) : null });
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

  openMine,

  vote({ detail }: WithId) {
    openPoll(detail.id);
  },

  counts({ detail }: WithId) {
    openResults(detail.id);
  },

  open({ currentTarget }: WechatMiniprogram.TouchEvent<object, object, { id: string }>) {
    openPoll(currentTarget.dataset.id);
  },
});
