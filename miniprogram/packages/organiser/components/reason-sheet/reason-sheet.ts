import { reasonWords } from '../../text/acts';

const most = 200;

/** Asks for a reason before something is done. `bind:confirm` with `reason`, `bind:close` without. */
Component({
  properties: {
    visible: { type: Boolean, value: false },
    title: { type: String, value: '' },
    /** What becomes of the reason, and of what is done. */
    detail: { type: String, value: '' },
    placeholder: { type: String, value: '' },
    /** What the button says. */
    action: { type: String, value: '' },
    isBusy: { type: Boolean, value: false },
  },
  data: { reason: '', length: `0/${most}`, isMissing: false, most, words: reasonWords },
  observers: {
    visible(isVisible: boolean) {
      if (isVisible) this.setData({ reason: '', length: `0/${most}`, isMissing: false });
    },
  },
  methods: {
    type({ detail }: WechatMiniprogram.Input) {
      this.setData({ reason: detail.value, length: `${detail.value.length}/${most}`, isMissing: false });
    },
    confirm() {
      const reason = this.data.reason.trim();
      if (reason === '') this.setData({ isMissing: true });
      else if (!this.data.isBusy) this.triggerEvent('confirm', { reason });
    },
    close() {
      this.triggerEvent('close');
    },
  },
});
