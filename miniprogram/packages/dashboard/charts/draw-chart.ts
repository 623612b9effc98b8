import { currentLook, watchLook } from '../../../stores/look';
import { chartColours, type ChartLook } from './chart-colours';
import { canHatch, chartOn, type Chart, type ChartOption } from './make-chart';

interface Drawing {
  chart: Chart | undefined;
  option: (look: ChartLook) => ChartOption;
  endWatch: () => void;
}

const drawings = new WeakMap<object, Drawing>();

type Component = Parameters<typeof chartOn>[0] & object;

/**
 * Draws a chart onto the canvas `chart` of a component that has been laid out, again when the phone's look changes, and again
 * whenever the component asks.
 * @param option asks the component for what it shows
 */
export async function startDrawing(component: Component, option: (look: ChartLook) => ChartOption): Promise<void> {
  const drawing: Drawing = { chart: undefined, option, endWatch: watchLook(() => paint(drawing)) };
  drawings.set(component, drawing);
  drawing.chart = await chartOn(component, 'chart');
  // Taken away while the canvas was looked for: nobody will see it.
  if (drawings.get(component) === drawing) paint(drawing);
  else drawing.chart?.dispose();
}

/** Draws what has changed; before the component is laid out there is nothing to draw on. */
export function drawAgain(component: Component): void {
  const drawing = drawings.get(component);
  if (drawing) paint(drawing);
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
