import { ruleWords } from '../../text/rule-step';
import type { Edit } from '../apply-edit';
import type { RuleStepView } from '../rules.view';

/** Why a ballot may be voided, a line each; `edit` with an `Edit`. */
Component({
  properties: {
    /** Those of `RuleStepView`. */
    reasons: { type: Array, value: [] as RuleStepView['voids'] },
  },
  data: { words: ruleWords },
  methods: {
    add() {
      this.tell({ kind: 'voidAdd' });
    },
    remove({ currentTarget }: WechatMiniprogram.TouchEvent<object, object, { at: number }>) {
      this.tell({ kind: 'voidRemove', at: currentTarget.dataset.at });
    },
    write({ detail, currentTarget }: WechatMiniprogram.CustomEvent<{ value: string }, object, { at: number }>) {
      this.tell({ kind: 'void', at: currentTarget.dataset.at, value: detail.value });
    },
    tell(edit: Edit) {
      this.triggerEvent('edit', edit);
    },
  },
});
