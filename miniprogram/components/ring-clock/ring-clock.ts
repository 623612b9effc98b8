/** A clock to one instant: the ring fills as the wait passes. */
Component({
  properties: {
    /** How far the ring is filled, 0 … 360. */
    degrees: { type: Number, value: 0 },
    day: { type: String, value: '' },
    time: { type: String, value: '' },
    words: { type: String, value: '' },
    label: { type: String, value: '' },
  },
  data: { ticks: [0, 40, 80, 120, 160, 200, 240, 280, 320] },
});
