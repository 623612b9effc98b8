import { currentLook, watchLook } from '../../../stores/look';
import { chartColours, type ChartLook } from './chart-colours';
import { canHatch, chartOn, type Chart, type ChartOption } from './charting';

interface Drawing {
  chart: Chart | undefined;
  option: (look: ChartLook) => ChartOption;
  endWatch: () => void;
}

const drawings = new WeakMap<object, Drawing>();

type Component = Parameters<typeof chartOn>[0] & object;

/** Draws, or draws again what has changed. The component's canvas has the id `chart`. */
export async function draw(component: Component, option: (look: ChartLook) => ChartOption): Promise<void> {
  const known = drawings.get(component);
  if (known) {
    known.option = option;
    paint(known);
    return;
  }
  const drawing: Drawing = { chart: undefined, option, endWatch: watchLook(() => paint(drawing)) };
  drawings.set(component, drawing);
  drawing.chart = await chartOn(component, 'chart');
  // Taken away while the canvas was looked for: nobody will see it.
  if (drawings.get(component) === drawing) paint(drawing);
  else drawing.chart?.dispose();
}

/** Lets go of the canvas. */
export function endDrawing(component: Component): void {
  const drawing = drawings.get(component);
  drawings.delete(component);
  drawing?.endWatch();
  drawing?.chart?.dispose();
}

function paint({ chart, option }: Drawing): void {
  const { isDark, textScale } = currentLook();
  const colours = chartColours[isDark ? 'dark' : 'light'];
  chart?.setOption({ animation: false, ...option({ colours, scale: textScale, hatches: canHatch() }) }, true);
}
