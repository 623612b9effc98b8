import { openResults } from '../../../../routes';
import { countWords } from '../../text/outcome';
import type { CountView } from './count-card.view';

// `as` widens: a constant null would be taken for the only value there is.
const noView = null as CountView | null;

/** How the result was worked out, with the way to every candidate's rank and votes. */
Component({
  properties: {
    pollId: { type: String, value: '' },
    /** `CountView` of count-card.view.ts. */
    view: { type: Object, value: noView },
  },
  data: { words: countWords },
  methods: {
    toResults() {
      openResults(this.data.pollId);
    },
  },
});
