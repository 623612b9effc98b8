import { drawAgain, endDrawing, startDrawing } from '../draw-chart';
import { funnelOption, type FunnelStep } from './funnel-option';

/** From opening the poll to casting a ballot. */
Component({
  properties: {
    /** `FunnelStep[]` of funnel-option.ts, the first the widest. */
    steps: { type: Array, value: [] as FunnelStep[] },
    label: { type: String, value: '' },
  },
  observers: {
    steps() {
      drawAgain(this);
    },
  },
  lifetimes: {
    ready() {
      void startDrawing(this, (look) => funnelOption(this.data.steps, look));
    },
    detached() {
      endDrawing(this);
    },
  },
});
