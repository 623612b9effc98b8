import { timelineText } from '../../text/stages';
import { stepsOf, type Step } from './stage-timeline.view';

/** A poll's stages as rings in a row: done, now, to come. */
Component({
  properties: {
    /** `timeline` of poll.get. */
    timeline: { type: Array, value: [] },
    /** `stage` of poll.get. */
    stage: { type: String, value: '' },
  },
  data: { steps: [] as Step[], spoken: '' },
  observers: {
    'timeline, stage'(timeline: Parameters<typeof stepsOf>[0], stage: Parameters<typeof stepsOf>[1]) {
      const steps = stepsOf(timeline, stage);
      this.setData({ steps, spoken: timelineText(steps) });
    },
  },
});
