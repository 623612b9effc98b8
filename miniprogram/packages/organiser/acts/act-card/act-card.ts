import { actWords } from '../../text/acts';
import type { ActRow } from '../acts.view';

// `as` widens: a constant null would be taken for the only value there is.
const noRow = null as ActRow | null;

/** One act with what it does, who proposed it and why. `bind:approve`, `bind:finish`, `bind:reject`. */
Component({
  properties: {
    /** `ActRow` of acts.view.ts. */
    row: { type: Object, value: noRow },
    isBusy: { type: Boolean, value: false },
  },
  data: { words: actWords },
});
