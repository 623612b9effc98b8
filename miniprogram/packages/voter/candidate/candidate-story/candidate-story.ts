import type { CandidateView } from '../candidate.view';

// `as` widens: a constant null would be taken for the only value there is.
const noView = null as CandidateView | null;

// A candidate in full: pictures, name, one sentence, three facts, the four criteria, the video.
Component({
  properties: {
    /** `CandidateView` of candidate.view.ts. */
    view: { type: Object, value: noView },
    isElder: { type: Boolean, value: false },
  },

  data: { at: 0 },

  methods: {
    follow(event: WechatMiniprogram.SwiperChange) {
      this.setData({ at: event.detail.current });
    },
  },
});
