import { paintBars } from '../../phone/bars';
import { currentLook, refreshLook, watchLook } from '../../stores/look';
import { watchClosed } from '../sheet/open-sheets';
import { dressOf } from './dress';

/** What ends each shell's watches, and the sheets that are open over it. */
const shells = new WeakMap<object, { open: Set<number>; end: () => void }>();

/**
 * The root of every page: brings theme, text scale and the ground, so that pages need no code for them, and hides the page from screen
 * readers while a sheet lies over it.
 */
Component({
  data: { theme: 'system', elder: '', textScale: 1, isCovered: false },
  lifetimes: {
    attached() {
      this.setData(dressOf(currentLook()));
      const endLook = watchLook((look) => {
        this.setData(dressOf(look));
        paintBars(look);
      });
      const open = new Set<number>();
      const endSheets = watchClosed((sheet) => {
        if (open.delete(sheet)) this.setData({ isCovered: open.size > 0 });
      });
      shells.set(this, {
        open,
        end() {
          endLook();
          endSheets();
        },
      });
    },
    detached() {
      shells.get(this)?.end();
      shells.delete(this);
    },
  },
  pageLifetimes: {
    show() {
      refreshLook();
      paintBars(currentLook());
    },
  },
  methods: {
    cover({ detail }: WechatMiniprogram.CustomEvent<{ sheet: number }>) {
      shells.get(this)?.open.add(detail.sheet);
      this.setData({ isCovered: true });
    },
  },
});
