import { paintBars } from '../../phone/bars';
import { currentLook, refreshLook, watchLook, type Look } from '../../stores/look';

/** What ends each shell's watch of the look. */
const endings = new WeakMap<object, () => void>();

/** The root of every page: brings theme, text scale and the ground, so that pages need no code for them. */
Component({
  data: { theme: 'system', elder: '', textScale: 1 },
  lifetimes: {
    attached() {
      this.dress(currentLook());
      endings.set(
        this,
        watchLook((look) => {
          this.dress(look);
          paintBars(look);
        }),
      );
    },
    detached() {
      endings.get(this)?.();
      endings.delete(this);
    },
  },
  pageLifetimes: {
    show() {
      refreshLook();
      paintBars(currentLook());
    },
  },
  methods: {
    dress({ theme, elder, textScale }: Look) {
      this.setData({ theme, elder: elder ? 'elder' : '', textScale });
    },
  },
});
