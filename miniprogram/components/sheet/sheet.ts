import { currentLook, watchLook } from '../../stores/look';
import { newSheet, tellClosed } from './open-sheets';
import { dressOf } from '../page-shell/dress';

/** Each sheet's number, and what ends its watch of the look. */
const known = new WeakMap<object, { sheet: number; endWatch: () => void }>();

// A sheet from the foot of the screen, over a page that waits: event `leave` when it is tapped away. While it is open a screen reader
// meets nothing else: it stands outside the page's content (root-portal), which the page's shell hides.
Component({
  properties: {
    visible: { type: Boolean, value: false },
    /** What a screen reader calls it: its title. */
    label: { type: String, value: '' },
    /** Whether a tap beside it closes it. */
    canLeave: { type: Boolean, value: true },
    /** Of its rise, milliseconds. */
    duration: { type: Number, value: 200 },
  },
  data: { theme: 'system', elder: '', textScale: 1 },
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
    follow({ detail }: WechatMiniprogram.CustomEvent<{ visible: boolean }>) {
      if (!detail.visible) this.triggerEvent('leave');
    },
  },
});
