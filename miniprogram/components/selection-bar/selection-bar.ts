import type { BarNotice, BarView } from './bar';

/** How long a notice stays, in milliseconds; it covers no target meanwhile. */
const NOTICE_STAYS = 4000;

const noBar: BarView | null = null;
const noNotice: BarNotice | null = null;

// The bar at the bottom of the poll and candidate pages: what is chosen, and the one button. Event `act` when the
// button is tapped and may be, `lack` when it is tapped and something is missing.
Component({
  properties: {
    /** `BarView` of bar.ts. */
    bar: { type: Object, value: noBar },
    /** `BarNotice` of bar.ts; a new object is shown anew. */
    notice: { type: Object, value: noNotice },
    isElder: { type: Boolean, value: false },
  },

  /** `noticeTimer` is never shown: it is kept here so that each bar has its own. */
  data: { shownNotice: noNotice, noticeTimer: 0 },

  observers: {
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
      const button = this.data.bar?.button;
      this.triggerEvent(button?.isReady === true ? 'act' : 'lack');
    },
  },
});
