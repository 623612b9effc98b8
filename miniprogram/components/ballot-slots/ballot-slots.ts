// One ring for each place of a ballot; a line marks the minimum. The label says the same to a screen reader.
Component({
  properties: {
    /** `Slot[]` of selection-bar/selection-bar.view.ts. */
    slots: { type: Array, value: [] },
    label: { type: String, value: '' },
  },
});
