import type { Choice } from './choice-row.view';

/** A few choices of which one holds, or several where `isMany`; `choose` with `{ id }`. */
Component({
  properties: {
    label: { type: String, value: '' },
    /** `Choice[]` of choice-row.view.ts. */
    choices: { type: Array, value: [] as Choice[] },
    isMany: { type: Boolean, value: false },
  },
  methods: {
    choose({ currentTarget }: WechatMiniprogram.TouchEvent<object, object, { id: string }>) {
      this.triggerEvent('choose', { id: currentTarget.dataset.id });
    },
  },
});
