import { lookAware } from '../../../../stores/look-aware';
/** A day and a time of day, in Asia/Shanghai; `change` with `{ field, day, time }`, "2026-11-24" and "18:00". */
Component({
  behaviors: [lookAware],
  properties: {
    /** Handed back with the event. */
    field: { type: String, value: '' },
    label: { type: String, value: '' },
    /** What a screen reader says it is about. */
    spoken: { type: String, value: '' },
    day: { type: String, value: '' },
    time: { type: String, value: '' },
    /** As one says them, e.g. 11月24日 周二. */
    dayText: { type: String, value: '' },
    error: { type: String, value: '' },
    hint: { type: String, value: '' },
  },
  methods: {
    takeDay({ detail }: WechatMiniprogram.CustomEvent<{ value: string }>) {
      if (detail.value !== '') this.tell(detail.value, this.data.time);
    },
    takeTime({ detail }: WechatMiniprogram.CustomEvent<{ value: string }>) {
      if (detail.value !== '') this.tell(this.data.day, detail.value);
    },
    tell(day: string, time: string) {
      this.triggerEvent('change', { field: this.data.field, day, time });
    },
  },
});
