import type { ReminderView, WantedReminders } from './reminder.view';
import { ReminderSession } from './reminder-session';

// `as` widens: a constant null would be taken for the only value there is.
const nothingWanted = null as WantedReminders | null;
const noView = null as ReminderView | null;

/** The page's own content comes first, milliseconds. */
const untilIdle = 400;

/** What each instance offers now. */
const offers = new WeakMap<object, { session: ReminderSession; of: string; timer: number }>();

// Offers messages about a poll: a button that asks WeChat for consent, or what became of it. Where there is nothing to
// offer it shows nothing.
Component({
  properties: {
    /** `WantedReminders` of reminder.view.ts. */
    wanted: { type: Object, value: nothingWanted },
    /** `button` stands by itself with what it means; `line` is one line of a bar, and says no more than it has to. */
    look: { type: String, value: 'button' },
  },

  data: { view: noView },

  observers: {
    wanted() {
      this.follow();
    },
  },

  lifetimes: {
    attached() {
      this.follow();
    },
    detached() {
      clearTimeout(offers.get(this)?.timer ?? 0);
      offers.delete(this);
    },
  },

  methods: {
    follow() {
      // The typings take the property for its constant default, null.
      const wanted = this.data.wanted as WantedReminders | null;
      const of = wanted === null ? '' : [wanted.pollId, wanted.asOf, ...wanted.kinds].join('|');
      const before = offers.get(this);
      if (before?.of === of) return;
      clearTimeout(before?.timer ?? 0);
      offers.delete(this);
      if (before !== undefined) this.setData({ view: null });
      if (wanted === null) return;
      const session = new ReminderSession(wanted, this.data.look === 'line', (view) => {
        if (offers.get(this)?.session === session) this.setData({ view });
      });
      const timer = setTimeout(() => void session.load(), untilIdle);
      offers.set(this, { session, of, timer });
    },
    ask() {
      void offers.get(this)?.session.ask();
    },
  },
});
