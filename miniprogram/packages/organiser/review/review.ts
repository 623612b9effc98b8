import { loadedPage } from '../../../loading/loaded-page';
import { hideSharing } from '../../../phone/sharing';
import { endPullDown } from '../../../phone/page';
import { type FailureState } from '../../../components/page-state/page-state.view';
import { nominatePath } from '../../../routes';
import { loadPoll, type EditedPoll } from '../services/polls';
import { reviewWords } from '../text/review';

type ReviewView =
  | { kind: 'loading' }
  | { kind: 'ready'; title: string; may: string[]; groups: { id: string; name: string }[]; isCollecting: boolean }
  | FailureState;

/** What the page asks of the list that is shown. */
interface ShownList {
  load: () => Promise<void>;
  more?: () => Promise<void>;
}

Page({
  ...loadedPage({ isKept: false, resumes: false }),

  data: {
    view: { kind: 'loading' } as ReviewView,
    words: reviewWords,
    pollId: '',
    part: 'nominations' as 'nominations' | 'media',
  },

  onLoad({ id = '', part = '' }: { id?: string; part?: string }) {
    // The three dots would share a page that only the team can open; the card is sent from its own button.
    hideSharing();
    this.setData({ pollId: id, part: part === 'media' ? 'media' : 'nominations' });
  },

  async onPullDownRefresh() {
    await this.list()?.load();
    endPullDown();
  },

  onReachBottom() {
    void this.list()?.more?.();
  },

  /** The card leads to the page on which anybody proposes. */
  onShareAppMessage(): WechatMiniprogram.Page.ICustomShareContent {
    const { view, pollId } = this.data;
    const title = reviewWords.collectCard(view.kind === 'ready' ? view.title : '');
    return { title, path: nominatePath(pollId) };
  },

  /** What the caller may decide; the lists ask for their own content. */
  fetch() {
    return loadPoll(this.data.pollId);
  },

  show({ poll: { title, may, rules, status, nomination } }: { poll: EditedPoll }) {
    const isCollecting = status === 'draft' && nomination.isOpen;
    this.setData({ view: { kind: 'ready', title, may, groups: rules.groups ?? [], isCollecting } });
  },

  list(): ShownList | null {
    // WeChat's typings know a component by no more than its base; the ids are those of review.wxml.
    return this.selectComponent(`#${this.data.part}`) as unknown as ShownList | null;
  },

  choosePart({ currentTarget }: WechatMiniprogram.TouchEvent<object, object, { id: 'nominations' | 'media' }>) {
    this.setData({ part: currentTarget.dataset.id });
  },
});
