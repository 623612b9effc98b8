import { scheduleWords, type StageField } from '../../text/schedule';
import { instantOf } from '../../../../../cloudfunctions/shared/universal/day';
import type { Edit } from '../apply-edit';
import type { TimesView } from '../times.view';

// `as` widens: a constant null would be taken for the only value there is.
const noView = null as TimesView | null;

type Turned = WechatMiniprogram.CustomEvent<{ field: StageField; isOn: boolean }>;
type Timed = WechatMiniprogram.CustomEvent<{ field: StageField; day: string; time: string }>;

/** When each stage begins; `edit` with an `Edit`. */
Component({
  properties: {
    /** `TimesView`. */
    view: { type: Object, value: noView },
  },
  data: { words: scheduleWords },
  methods: {
    turnAtOnce({ detail }: Turned) {
      this.tell({ kind: 'atOnce', isOn: detail.isOn });
    },
    turnStage({ detail }: Turned) {
      this.tell({ kind: 'stageOn', stage: detail.field, isOn: detail.isOn });
    },
    setStage({ detail }: Timed) {
      this.tell({ kind: 'stage', stage: detail.field, at: instantOf(detail.day, detail.time) });
    },
    turnLatest({ detail }: Turned) {
      this.tell({ kind: 'latestOn', isOn: detail.isOn });
    },
    setLatest({ detail }: Timed) {
      this.tell({ kind: 'latestEnd', at: instantOf(detail.day, detail.time) });
    },
    tell(edit: Edit) {
      this.triggerEvent('edit', edit);
    },
  },
});
