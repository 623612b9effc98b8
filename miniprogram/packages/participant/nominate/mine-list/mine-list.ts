import { nominateWords } from '../../text/nominate';
import type { MyRow } from '../nominate.view';

/** One's own nominations with what became of them. */
Component({
  properties: {
    /** `MyRow[]` of nominate.view.ts. */
    rows: { type: Array, value: [] as MyRow[] },
  },
  data: { words: nominateWords },
});
