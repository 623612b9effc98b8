import type { BarNotice, BarView } from './selection-bar.view';

/** How long a notice stays, in milliseconds; it covers no target meanwhile. */
const NOTICE_STAYS = 4000;

// `as` widens: a constant null would be taken for the only value there is.
const noBar = null as BarView | null;
const noNotice = null as BarNotice | null;

// The bar at the bottom of the poll and candidate pages: what is chosen, and the one button. Event `act` when the
// button is tapped and may be, `lack` when it is tapped and something is missing. What a page puts into it stands below.
Component({
  properties: {
    /** `BarView` of selection-bar.view.ts. */
    bar: { type: Object, value: noBar },
    /** `BarNotice` of selection-bar.view.ts; a new object is shown anew. */
    notice: { type: Object, value: noNotice },
    isElder: { type: Boolean, value: false },
    isSimple: { type: Boolean, value: false },
  },

  /** `noticeTimer` and `isReady` are never shown: they are kept here so that each bar has its own. */
  data: { shownNotice: noNotice, noticeTimer: 0, isReady: false },

  observers: {
    bar(bar: BarView | null) {
      this.data.isReady = bar?.button?.isReady === true;
    },
    notice(notice: BarNotice | null) {
      this.showNotice(notice);
    },
  },

  lifetimes: {
    detached() {
      clearTimeout(this.data.noticeTimer);
    },
  },

  methods: {
    showNotice(notice: BarNotice | null) {
      clearTimeout(this.data.noticeTimer);
      this.setData({ shownNotice: notice });
      if (notice !== null) this.data.noticeTimer = setTimeout(() => this.setData({ shownNotice: null }), NOTICE_STAYS);
    },
    tapButton() {
      this.triggerEvent(this.data.isReady ? 'act' : 'lack');
    },
  },
});
