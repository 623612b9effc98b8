import { newestOf } from '../../../loading/loaded-page';
import { tellDone } from '../../../phone/dialogs';
import { readPublicPoll } from '../../../services/public-files';
import { serverNow } from '../../../stores/clock';
import { lookAware } from '../../../stores/look-aware';
import { resultWords } from '../../../text/results';
import { timelineWords } from '../../../text/timeline';
import type { SinglePage } from './arrive-by-link';
import { timelineView, type TimelineView } from './timeline.view';

// `as` widens: a constant null would be taken for the only value there is.
const nothing = null as SinglePage | null;

/** Each opening has an order of its own, and keeps it. */
const seed = Math.floor(Math.random() * 2 ** 32);

// A poll or a candidate alone in WeChat's timeline: nobody is logged in, so it reads public files and calls no function; nothing
// leads on from here but WeChat's own bar.
Component({
  behaviors: [lookAware],

  properties: {
    /** `SinglePage` of arrive-by-link.ts. */
    alone: { type: Object, value: nothing },
  },

  data: { view: { kind: 'loading' } as TimelineView, words: timelineWords, count: resultWords },

  observers: {
    alone(alone: SinglePage | null) {
      if (alone !== null) void this.load(alone);
    },
  },

  methods: {
    /** What is shown already stays where a later look fails. */
    async load({ pollId, candidateId }: SinglePage) {
      const found = await newestOf(this, readPublicPoll(pollId));
      if (found === undefined) return;
      const { kind } = this.data.view;
      const view = timelineView(found, { candidateId, clock: serverNow(), seed });
      if (typeof found === 'string' && (kind === 'poll' || kind === 'candidate')) this.tell(view);
      else this.setData({ view });
    },

    tell(view: TimelineView) {
      if ('title' in view) tellDone(view.title);
    },

    retry() {
      const { alone } = this.data;
      if (alone === null) return;
      this.setData({ view: { kind: 'loading' } });
      void this.load(alone);
    },

    /** Cards and lines look as in the mini-program, and say where they would lead on. */
    guide() {
      tellDone(timelineWords.onward);
    },
  },
});
