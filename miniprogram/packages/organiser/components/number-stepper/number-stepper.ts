/** A whole number to step or to type; `change` with `{ field, value }`. */
Component({
  properties: {
    /** Handed back with the event. */
    field: { type: String, value: '' },
    /** What a screen reader says it counts. */
    label: { type: String, value: '' },
    value: { type: Number, value: 1 },
    least: { type: Number, value: 1 },
    most: { type: Number, value: 500 },
  },
  methods: {
    less() {
      this.settle(this.data.value - 1);
    },
    more() {
      this.settle(this.data.value + 1);
    },
    write({ detail }: WechatMiniprogram.InputBlur) {
      const written = Number.parseInt(detail.value, 10);
      this.settle(Number.isNaN(written) ? this.data.value : written);
    },
    settle(wanted: number) {
      const { field, least, most, value } = this.data;
      const settled = Math.min(most, Math.max(least, wanted));
      // Set in any case: what was typed and is not taken has to give way to what holds.
      this.setData({ value: settled });
      if (settled !== value) this.triggerEvent('change', { field, value: settled });
    },
  },
});
