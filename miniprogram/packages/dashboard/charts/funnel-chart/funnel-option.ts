import type { ChartLook } from '../chart-colours';
import type { ChartOption } from '../make-chart';

export interface FunnelStep {
  name: string;
  count: number;
  /** What stands in the step: its name and number. */
  label: string;
}

/** From opening to casting: each step as wide as its count is of the most. */
export function funnelOption(steps: readonly FunnelStep[], { colours, scale }: ChartLook): ChartOption {
  const size = Math.round(13 * Math.min(scale, 1.3));
  const most = Math.max(1, ...steps.map(({ count }) => count));
  const fills = [colours.pineTint, colours.pine];
  const inks = [colours.pine, colours.onPine];
  return {
    series: [
      {
        type: 'funnel',
        sort: 'none',
        left: 0,
        right: 0,
        top: 4,
        bottom: 4,
        min: 0,
        max: most,
        // Narrower than this a step has no room for its words.
        minSize: '44%',
        gap: 4,
        data: steps.map(({ name, count, label }, at) => ({
          name,
          value: count,
          itemStyle: { color: fills[at], borderWidth: 0 },
          label: { show: true, position: 'inside', formatter: label, color: inks[at], fontSize: size, fontWeight: 600 },
        })),
      },
    ],
  };
}
