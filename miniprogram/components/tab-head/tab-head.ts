import { capsulePlace } from '../../phone/page';

/** The head of a tab page, in the place of WeChat's navigation bar and level with its capsule. */
Component({
  data: { top: 0, height: 44, capsule: 0 },
  lifetimes: {
    attached() {
      const { top, height, fromRight } = capsulePlace();
      this.setData({ top, height, capsule: fromRight });
    },
  },
});
