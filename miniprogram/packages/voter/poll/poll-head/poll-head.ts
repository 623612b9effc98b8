import type { PollView } from '../poll.view';

// `as` widens: a constant null would be taken for the only value there is.
const noView = null as PollView | null;

// What the poll is: cover, title, seal place, stages with the deadline, rules, the way to the counts. Events `rules`
// and `results` when their links are tapped.
Component({
  properties: {
    /** `PollView` of poll.view.ts. */
    view: { type: Object, value: noView },
    isElder: { type: Boolean, value: false },
  },

  methods: {
    toRules() {
      this.triggerEvent('rules');
    },
    toResults() {
      this.triggerEvent('results');
    },
  },
});
