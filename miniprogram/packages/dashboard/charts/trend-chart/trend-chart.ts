import type { TrendPoint } from '../../dashboard/trend';
import { drawAgain, endDrawing, startDrawing } from '../draw-chart';
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
      drawAgain(this);
    },
  },
  lifetimes: {
    ready() {
      void startDrawing(this, (look) => trendOption(this.data.points, look));
    },
    detached() {
      endDrawing(this);
    },
  },
});
