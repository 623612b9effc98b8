import { currentLook, watchLook, type Look } from './look';

/** What ends each follower's watch. */
const endings = new WeakMap<object, () => void>();

/** Tells a page or component how the app looks, now and at every change, until `endFollowing`. */
export function followLook(follower: object, follow: (look: Look) => void): void {
  follow(currentLook());
  endings.set(follower, watchLook(follow));
}

export function endFollowing(follower: object): void {
  endings.get(follower)?.();
  endings.delete(follower);
}

/** For components (and pages made by Component) whose layout changes at large text: keeps `data.elder` right. */
export const lookAware = Behavior({
  data: { elder: false },
  lifetimes: {
    attached() {
      followLook(this, ({ elder }) => {
        if (this.data.elder !== elder) this.setData({ elder });
      });
    },
    detached() {
      endFollowing(this);
    },
  },
});
