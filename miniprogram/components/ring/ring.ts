/** Open: not chosen, or to come. Tick: chosen, or done. Dot: now. The words beside it say the same. */
Component({
  properties: {
    /** open | tick | dot */
    state: { type: String, value: 'open' },
    /** Side in px at standard text. */
    size: { type: Number, value: 22 },
  },
});
