import type { RulesView } from '../rules.view';

// `as` widens: a constant null would be taken for the only value there is.
const noRules = null as RulesView | null;

// The rules in full, term by term. Event `dismiss` when it is closed.
Component({
  properties: {
    /** `RulesView` of rules.view.ts. */
    rules: { type: Object, value: noRules },
    isOpen: { type: Boolean, value: false },
  },

  methods: {
    dismiss() {
      this.triggerEvent('dismiss');
    },
    followPopup(event: WechatMiniprogram.CustomEvent<{ visible: boolean }>) {
      if (!event.detail.visible) this.dismiss();
    },
    callHotline(event: WechatMiniprogram.TouchEvent<Record<never, never>, Record<never, never>, { number: string }>) {
      // Declining the call is an answer, not a failure.
      wx.makePhoneCall({ phoneNumber: event.currentTarget.dataset.number, fail: () => undefined });
    },
  },
});
