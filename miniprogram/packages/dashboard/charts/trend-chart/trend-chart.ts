import type { TrendPoint } from '../../dashboard/trend';
import { draw, endDrawing } from '../drawn';
import { trendOption } from './trend-option';

/** Ballots and visits by day or hour. A canvas says nothing to a screen reader, so `label` does. */
Component({
  properties: {
    /** `TrendPoint[]` of dashboard/trend.ts. */
    points: { type: Array, value: [] as TrendPoint[] },
    label: { type: String, value: '' },
  },
  observers: {
    points() {
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
      const { points } = this.data;
      void draw(this, (look) => trendOption(points, look));
    },
  },
});
