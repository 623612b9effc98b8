import { lookAware } from '../../../../stores/look-aware';
import type { FormView } from '../form.view';

/** Pictures with what became of each; `pick` with `{ key }`, `add`. */
Component({
  behaviors: [lookAware],
  properties: {
    /** Those of `FormView`. */
    pictures: { type: Array, value: [] as FormView['pictures'] },
    canAdd: { type: Boolean, value: true },
    addLabel: { type: String, value: '' },
  },
  methods: {
    pick({ currentTarget }: WechatMiniprogram.TouchEvent<object, object, { key: string }>) {
      this.triggerEvent('pick', { key: currentTarget.dataset.key });
    },
    add() {
      this.triggerEvent('add');
    },
  },
});
