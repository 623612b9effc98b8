import { vibrate } from '../../phone/system';

/**
 * The seal: an empty place before a ballot, the stamp after it. From 72 px up it carries four characters; `mark` and
 * `mark-outline` are the small ones. `stamp` plays the stamping once, with one light vibration.
 */
Component({
  properties: {
    /** none | received | entered | mark | mark-outline */
    state: { type: String, value: 'none' },
    /** Side in px. */
    size: { type: Number, value: 72 },
    /** What stands in the empty place, a line each. */
    words: { type: Array, value: [] as string[] },
    stamp: { type: Boolean, value: false },
    /** What a screen reader says; empty for one that stands beside words. */
    label: { type: String, value: '' },
  },
  observers: {
    stamp(isStamping: boolean) {
      if (isStamping) vibrate();
    },
  },
});
