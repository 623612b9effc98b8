import { draw, endDrawing } from '../drawn';
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
      if (this.data.isReady) this.draw();
    },
  },
  data: { isReady: false },
  lifetimes: {
    ready() {
      this.setData({ isReady: true });
      this.draw();
    },
    detached() {
      endDrawing(this);
    },
  },
  methods: {
    draw() {
      const { steps } = this.data;
      void draw(this, (look) => funnelOption(steps, look));
    },
  },
});
