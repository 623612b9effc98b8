/** A poll's stage in a word, with its ring. */
Component({
  properties: {
    text: { type: String, value: '' },
    /** open | dot | tick */
    ring: { type: String, value: 'dot' },
    /** Filled, for a poll that takes ballots now. */
    isOpen: { type: Boolean, value: false },
    isLarge: { type: Boolean, value: false },
  },
});
