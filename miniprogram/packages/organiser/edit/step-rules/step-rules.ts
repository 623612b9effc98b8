import type { PollFields } from '../../services/polls';
import { ruleWords, type TieKind } from '../../text/rule-step';
import { instantOf } from '../../../../../cloudfunctions/shared/universal/day';
import { groupWords } from '../../text/spread';
import type { Edit } from '../apply-edit';
import { ways } from '../destination';
import type { RuleStepView } from '../rules.view';

// `as` widens: a constant null would be taken for the only value there is.
const noView = null as RuleStepView | null;

type Chosen<Id> = WechatMiniprogram.CustomEvent<{ id: Id }>;
type Counted = WechatMiniprogram.CustomEvent<{ field: string; value: number }>;
type Written = WechatMiniprogram.CustomEvent<{ value: string }>;

/** How many choices, how many ballots, when counts are public, who wins; `edit` with an `Edit`. */
Component({
  properties: {
    /** `RuleStepView`. */
    view: { type: Object, value: noView },
  },
  data: { words: ruleWords, groupWords },
  methods: {
    setChoices({ detail }: Counted) {
      this.tell({ kind: 'choices', bound: detail.field === 'min' ? 'min' : 'max', value: detail.value });
    },
    setPeriod({ detail }: Chosen<PollFields['rules']['period']>) {
      this.tell({ kind: 'period', period: detail.id });
    },
    setBallots({ detail }: Counted) {
      this.tell({ kind: 'ballots', value: detail.value });
    },
    turnCap({ detail }: WechatMiniprogram.CustomEvent<{ isOn: boolean }>) {
      this.tell({ kind: 'cap', value: detail.isOn ? 1 : null });
    },
    setCap({ detail }: Counted) {
      this.tell({ kind: 'cap', value: detail.value });
    },
    setCount({ detail }: Chosen<PollFields['countPolicy']['kind']>) {
      this.tell({ kind: 'count', count: detail.id });
    },
    turnEach({ detail }: WechatMiniprogram.CustomEvent<{ isOn: boolean }>) {
      this.tell({ kind: 'countEach', isOn: detail.isOn });
    },
    setCountAt({ detail }: Written) {
      if (detail.value !== '') this.tell({ kind: 'countAt', at: detail.value });
    },
    setSeats({ detail }: Counted) {
      this.tell({ kind: 'seats', value: detail.value });
    },
    setTies({ detail }: Chosen<TieKind>) {
      this.tell({ kind: 'ties', by: detail.id });
    },
    turnGroups({ detail }: WechatMiniprogram.CustomEvent<{ isOn: boolean }>) {
      this.tell({ kind: 'forGroups', isOn: detail.isOn });
    },
    toGroups() {
      this.triggerEvent('go', { to: ways.chatGroups });
    },
    setDraw({ detail }: Written) {
      this.tell({ kind: 'draw', value: detail.value });
    },
    setDrawAt({ detail }: WechatMiniprogram.CustomEvent<{ day: string; time: string }>) {
      this.tell({ kind: 'drawAt', at: instantOf(detail.day, detail.time) });
    },
    setDigits({ detail }: Counted) {
      this.tell({ kind: 'digits', value: detail.value });
    },
    /** The lists speak in edits themselves. */
    pass({ detail }: WechatMiniprogram.CustomEvent<Edit>) {
      this.tell(detail);
    },
    tell(edit: Edit) {
      this.triggerEvent('edit', edit);
    },
  },
});
