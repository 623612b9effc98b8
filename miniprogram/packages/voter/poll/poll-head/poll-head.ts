import type { PollView } from '../poll.view';

// `as` widens: a constant null would be taken for the only value there is.
const noView = null as PollView | null;

// What the poll is: cover, title, seal place, stages with the deadline, rules, the way to the counts. Event `results` when
// that way is taken.
Component({
  properties: {
    /** `PollView` of poll.view.ts. */
    view: { type: Object, value: noView },
    isElder: { type: Boolean, value: false },
  },

  methods: {
    toResults() {
      this.triggerEvent('results');
    },
  },
});
