import { lookAware } from '../../../../stores/look-aware';
import { formWords } from '../../text/candidate-form';
import type { Texts } from '../typed-field';
import type { FormView } from '../form.view';

type Facts = Texts['facts'];

/** Up to three figures; `change` with `{ facts }`. */
Component({
  behaviors: [lookAware],
  properties: {
    /** Those of `FormView`. */
    facts: { type: Array, value: [] as FormView['facts'] },
    canAdd: { type: Boolean, value: true },
  },
  data: { words: formWords },
  methods: {
    write({
      detail,
      currentTarget,
    }: WechatMiniprogram.CustomEvent<{ field: string; value: string }, object, { at: number }>) {
      this.tell(
        this.plain().map((fact, at) =>
          at === currentTarget.dataset.at ? { ...fact, [detail.field]: detail.value } : fact,
        ),
      );
    },
    add() {
      this.tell([...this.plain(), { figure: '', unit: '', label: '' }]);
    },
    remove({ currentTarget }: WechatMiniprogram.TouchEvent<object, object, { at: number }>) {
      this.tell(this.plain().filter((_, at) => at !== currentTarget.dataset.at));
    },
    plain(): Facts {
      // The property has the items that its observers were typed with.
      const shown = this.data.facts as FormView['facts'];
      return shown.map(({ figure, unit, label }) => ({ figure, unit, label }));
    },
    tell(facts: Facts) {
      this.triggerEvent('change', { facts });
    },
  },
});
