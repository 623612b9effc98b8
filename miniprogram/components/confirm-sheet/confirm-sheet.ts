import { receivedWords } from '../../text/confirm';
import type { ConfirmView } from './confirm-sheet.view';

// `as` widens: a constant null would be taken for the only value there is.
const noView = null as ConfirmView | null;

// The last look at a ballot before it is cast, and its receipt afterwards. Shown while `view` is there. Events:
// `remove` with a candidate's id, `cast`, `dismiss` (once it has gone), `receipt`, `results`.
Component({
  properties: {
    /** `ConfirmView` of confirm-sheet.view.ts, or null. */
    view: { type: Object, value: noView },
    isElder: { type: Boolean, value: false },
  },

  data: { shown: noView, isOpen: false, isUnfolded: false, words: receivedWords },

  observers: {
    view(view: ConfirmView | null) {
      // The words stay while the sheet goes down, or it would go down empty.
      this.setData(view === null ? { isOpen: false } : { isOpen: true, shown: view, isUnfolded: false });
    },
  },

  methods: {
    remove(event: WechatMiniprogram.TouchEvent<Record<never, never>, Record<never, never>, { id: string }>) {
      this.triggerEvent('remove', { id: event.currentTarget.dataset.id });
    },
    cast() {
      const { shown } = this.data;
      if (shown?.kind === 'review' && shown.isReady) this.triggerEvent('cast');
    },
    dismiss() {
      const { shown } = this.data;
      if (shown?.kind === 'review' && shown.isHeld) return;
      this.triggerEvent('dismiss');
    },
    /** The chosen candidates of a ballot that was cast, in large text. */
    fold() {
      this.setData({ isUnfolded: !this.data.isUnfolded });
    },
    toReceipt() {
      this.triggerEvent('receipt');
    },
    toResults() {
      this.triggerEvent('results');
    },
  },
});
