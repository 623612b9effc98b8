import { callNumber } from '../../../phone/system';
import type { ElderHome } from '../elder-home.view';

// `as` widens: a constant null would be taken for the only value there is.
const noView = null as ElderHome | null;

// The three entries of 长辈版. Events `vote` and `counts` with a poll's id, and `receipts`.
Component({
  properties: {
    /** `ElderHome` of elder-home.view.ts. */
    view: { type: Object, value: noView },
  },
  methods: {
    /** An entry's poll is opened, or its counts. */
    open({ currentTarget }: WechatMiniprogram.TouchEvent<object, object, { what: 'vote' | 'counts'; id: string }>) {
      const { what, id } = currentTarget.dataset;
      this.triggerEvent(what, { id });
    },
    call({ currentTarget }: WechatMiniprogram.TouchEvent<object, object, { number: string }>) {
      callNumber(currentTarget.dataset.number);
    },
    receipts() {
      this.triggerEvent('receipts');
    },
  },
});
