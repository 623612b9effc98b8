import { lookAware } from '../../../../stores/look-aware';
import type { PollFields } from '../../services/polls';
import { candidateStepWords } from '../../text/candidate-step';
import type { Edit } from '../apply-edit';
import { ways, type Destination } from '../destination';
import type { CandidatesStepView } from '../candidates-step.view';

// `as` widens: a constant null would be taken for the only value there is.
const noView = null as CandidatesStepView | null;

/** The candidates in short, and what is asked of them; `edit` with an `Edit`, `go` with where to. */
Component({
  behaviors: [lookAware],
  properties: {
    /** `CandidatesStepView`. */
    view: { type: Object, value: noView },
  },
  data: { words: candidateStepWords, ways },
  methods: {
    go({ currentTarget }: WechatMiniprogram.TouchEvent<object, object, { to: Destination }>) {
      this.triggerEvent('go', { to: currentTarget.dataset.to });
    },
    turnCriterion({ detail }: WechatMiniprogram.CustomEvent<{ id: PollFields['criteria'][number] }>) {
      this.tell({ kind: 'criterion', criterion: detail.id });
    },
    turnNominating({ detail }: WechatMiniprogram.CustomEvent<{ isOn: boolean }>) {
      this.tell({ kind: 'nominating', isOn: detail.isOn });
    },
    setPerPerson({ detail }: WechatMiniprogram.CustomEvent<{ value: number }>) {
      this.tell({ kind: 'perPerson', value: detail.value });
    },
    writeGuide({ detail }: WechatMiniprogram.CustomEvent<{ value: string }>) {
      this.tell({ kind: 'guide', value: detail.value });
    },
    tell(edit: Edit) {
      this.triggerEvent('edit', edit);
    },
  },
});
