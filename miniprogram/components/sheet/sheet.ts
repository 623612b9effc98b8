import { currentLook, watchLook } from '../../stores/look';
import { newSheet, tellClosed } from './open-sheets';
import { sheetWords } from '../../text/buttons';
import { dressOf } from '../page-shell/dress';

/** Each sheet's number, and what ends its watch of the look. */
const known = new WeakMap<object, { sheet: number; endWatch: () => void }>();

// A sheet from the foot of the screen, over a page that waits: event `leave` when it is tapped away. While it is open a screen reader
// meets nothing else: it stands outside the page's content (root-portal), which the page's shell hides. The dimmed page beside it is no
// stop for who listens: every sheet has its own button that leaves it, or asks for one (`hasClose`).
Component({
  properties: {
    visible: { type: Boolean, value: false },
    /** What a screen reader calls it: its title. */
    label: { type: String, value: '' },
    /** Whether a tap beside it closes it. */
    canLeave: { type: Boolean, value: true },
    /** Whether it says 关闭 below its content: for sheets without a button of their own that leaves them. */
    hasClose: { type: Boolean, value: false },
    /** Of its rise, milliseconds. */
    duration: { type: Number, value: 200 },
  },
  data: { theme: 'system', elder: '', textScale: 1, words: sheetWords },
  observers: {
    visible() {
      this.tell();
    },
  },
  lifetimes: {
    attached() {
      this.setData(dressOf(currentLook()));
      const endWatch = watchLook((look) => this.setData(dressOf(look)));
      known.set(this, { sheet: newSheet(), endWatch });
      this.tell();
    },
    detached() {
      const own = known.get(this);
      known.delete(this);
      own?.endWatch();
      if (own) tellClosed(own.sheet);
    },
  },
  methods: {
    /** Opening goes up to the shell of its own page; closing reaches it also from a sheet that is gone. */
    tell() {
      const own = known.get(this);
      if (!own) return;
      if (this.data.visible) this.triggerEvent('sheetopen', { sheet: own.sheet }, { bubbles: true, composed: true });
      else tellClosed(own.sheet);
    },
    tapBeside() {
      if (this.data.canLeave) this.leave();
    },
    leave() {
      this.triggerEvent('leave');
    },
    /** What is drawn over it moves nothing below. */
    hold() {
      return;
    },
  },
});
