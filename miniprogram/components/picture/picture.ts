import { tintOf } from '../../../cloudfunctions/shared/universal/plate';

/** A 4:3 picture with its number plate; without a picture, a tint by number with the mark's arcs and the number. */
Component({
  properties: {
    /** A cloud file id, or empty. */
    src: { type: String, value: '' },
    /** What the plate says, e.g. "02"; empty for no plate. */
    number: { type: String, value: '' },
    /** False leaves the plate out, as on thumbnails. */
    plate: { type: Boolean, value: true },
    /** Corner radius in px. */
    radius: { type: Number, value: 0 },
    /** Width over height; `cover` fills the place it is given. */
    shape: { type: String, value: 'card' },
    /** Loads the picture only when it comes near the screen. */
    lazy: { type: Boolean, value: true },
  },
  data: { tint: 1, isMissing: false },
  observers: {
    number(number: string) {
      this.setData({ tint: tintOf(number) });
    },
    src(src: string) {
      this.setData({ isMissing: src === '' });
    },
  },
  methods: {
    /** A picture that cannot be loaded looks like one that was never given. */
    giveUp() {
      this.setData({ isMissing: true });
    },
  },
});
