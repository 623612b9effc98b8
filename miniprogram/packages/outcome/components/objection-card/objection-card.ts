import type { ObjectionRow } from './objection-card.view';

// `as` widens: a constant null would be taken for the only value there is.
const noRow = null as ObjectionRow | null;

/** An objection with its number, what it is about, and what became of it. What belongs to it besides goes into the slot. */
Component({
  properties: {
    /** `ObjectionRow` of objection-card.view.ts. */
    row: { type: Object, value: noRow },
  },
});
