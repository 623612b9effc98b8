import { currentLook, watchLook, type Look } from './look';

/** For components (and pages made by Component) whose layout changes at large text: keeps `data.elder` right. */
export const lookAware = Behavior({
  data: { elder: false },
  lifetimes: {
    attached() {
      const follow = (look: Look): void => {
        if (this.data.elder !== look.elder) this.setData({ elder: look.elder });
      };
      follow(currentLook());
      endings.set(this, watchLook(follow));
    },
    detached() {
      endings.get(this)?.();
      endings.delete(this);
    },
  },
});

/** What ends each instance's watch. */
const endings = new WeakMap<object, () => void>();
