import { conflictWords, editorWords } from '../../text/editor';
import type { ConflictView } from './conflict-sheet.view';

// `as` widens: a constant null would be taken for the only value there is.
const noView = null as ConflictView | null;

/** Both sides of what two people changed at once; `side` with `{ field, side }`, `settle` once all are chosen. */
Component({
  properties: {
    /** `ConflictView`, or null for no sheet. */
    view: { type: Object, value: noView },
  },
  data: { words: conflictWords, done: editorWords.conflictKeep, shown: noView, isOpen: false },
  observers: {
    view(view: ConflictView | null) {
      // The words stay while the sheet goes down, or it would go down empty.
      this.setData(view === null ? { isOpen: false } : { isOpen: true, shown: view });
    },
  },
  methods: {
    choose({ detail, currentTarget }: WechatMiniprogram.CustomEvent<{ id: string }, object, { field: string }>) {
      this.triggerEvent('side', { field: currentTarget.dataset.field, side: detail.id });
    },
    settle() {
      if (this.data.shown?.isSettled) this.triggerEvent('settle');
    },
  },
});
