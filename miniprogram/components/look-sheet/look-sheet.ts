import { chooseLook, currentLook, watchLook, type Look } from '../../stores/look';
import { mineWords } from '../../text/mine';
import { sizeOf, sizeOptions, themeOf, themeOptions, type Option } from './look-sheet.view';

type Tap = WechatMiniprogram.TouchEvent<object, object, { id: string }>;

/** What ends each sheet's watch of the look. */
const endings = new WeakMap<object, () => void>();

/** The sheet where a voter sets text size and theme; every choice shows at once on the page behind it. */
Component({
  properties: {
    visible: { type: Boolean, value: false },
  },
  data: { sizes: [] as Option[], themes: [] as Option[], words: mineWords, isElder: false },
  lifetimes: {
    attached() {
      const follow = (look: Look): void => {
        this.setData({ sizes: sizeOptions(look), themes: themeOptions(look), isElder: look.elder });
      };
      follow(currentLook());
      endings.set(this, watchLook(follow));
    },
    detached() {
      endings.get(this)?.();
      endings.delete(this);
    },
  },
  methods: {
    chooseSize({ currentTarget }: Tap) {
      chooseLook({ size: sizeOf(currentTarget.dataset.id) });
    },
    chooseTheme({ currentTarget }: Tap) {
      chooseLook({ theme: themeOf(currentTarget.dataset.id) });
    },
    close() {
      this.triggerEvent('close');
    },
  },
});
