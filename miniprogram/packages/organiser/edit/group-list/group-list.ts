import { newRandomId } from '../../../../phone/random-id';
import { ruleWords } from '../../text/rule-step';
import type { Edit } from '../apply-edit';
import type { RuleStepView } from '../rules.view';

type At = WechatMiniprogram.TouchEvent<object, object, { at: number }>;
type In<Detail extends object> = WechatMiniprogram.CustomEvent<Detail, object, { at: number }>;

/** Groups with how many choices of each a ballot holds; `edit` with an `Edit`. */
Component({
  properties: {
    /** Those of `RuleStepView`. */
    groups: { type: Array, value: [] as RuleStepView['groups'] },
    /** As `RuleStepView` has them. */
    counted: { type: Object, value: {} as Partial<RuleStepView['counted']> },
    error: { type: String, value: '' },
  },
  data: { words: ruleWords },
  methods: {
    add() {
      this.tell({ kind: 'groupAdd', id: newRandomId().slice(0, 8) });
    },
    remove({ currentTarget }: At) {
      this.tell({ kind: 'groupRemove', at: currentTarget.dataset.at });
    },
    rename({ detail, currentTarget }: In<{ value: string }>) {
      this.tell({ kind: 'group', at: currentTarget.dataset.at, change: { name: detail.value } });
    },
    bound({ detail, currentTarget }: In<{ field: string; value: number }>) {
      const change = detail.field === 'min' ? { min: detail.value } : { max: detail.value };
      this.tell({ kind: 'group', at: currentTarget.dataset.at, change });
    },
    tell(edit: Edit) {
      this.triggerEvent('edit', edit);
    },
  },
});
