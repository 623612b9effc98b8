// The one file that imports ECharts: the build puts the parts named here, and nothing else, into it.
import { pointsPerPx } from '../../../phone/system';
import { newCanvas } from '../../../phone/canvas';
import { BarChart, FunnelChart, LineChart } from 'echarts/charts';
import { GridComponent } from 'echarts/components';
import * as echarts from 'echarts/core';
import { CanvasRenderer } from 'echarts/renderers';
import { ChartCanvas } from './chart-canvas';

echarts.use([BarChart, LineChart, FunnelChart, GridComponent, CanvasRenderer]);

export type ChartOption = echarts.EChartsCoreOption;
export type Chart = echarts.ECharts;

interface Found {
  node: WechatMiniprogram.Canvas;
  width: number;
  height: number;
}

/** What asks for a component's nodes. */
interface Asker {
  createSelectorQuery(): WechatMiniprogram.SelectorQuery;
}

/** Whether this phone fills shapes with a pattern that was drawn on another canvas: older ones throw. */
export function canHatch(): boolean {
  try {
    const tile = newCanvas({ width: 4, height: 4 });
    // WeChat's typings give a context no type; it follows the browser's.
    const context = tile.getContext('2d') as CanvasFill;
    return Boolean(context.createPattern(tile, 'repeat'));
  } catch {
    return false;
  }
}

interface CanvasFill {
  createPattern(tile: unknown, repetition: string): unknown;
}

/** Makes a chart of the component's canvas with this id; undefined when the canvas is gone by then. */
export function chartOn(component: Asker, id: string): Promise<Chart | undefined> {
  return new Promise((resolve) => {
    component
      .createSelectorQuery()
      .select(`#${id}`)
      .fields({ node: true, size: true })
      .exec(([found]: [Found | null]) => {
        resolve(found?.node && found.width > 0 ? chartOf(found) : undefined);
      });
  });
}

function chartOf({ node, width, height }: Found): Chart {
  echarts.setPlatformAPI({
    // What letters measure, and what hatching is drawn on, is asked of canvases of their own. ECharts' types know
    // only a browser's canvas; it uses no more of these than WeChat's have.
    createCanvas: () => newCanvas() as never,
  });
  return echarts.init(new ChartCanvas(node) as never, null, { width, height, devicePixelRatio: pointsPerPx() });
}
