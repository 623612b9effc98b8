import { groupedText } from '../../../../../cloudfunctions/shared/universal/numbers';
import type { TrendPoint } from '../../dashboard/trend';
import type { ChartLook } from '../chart-colours';
import type { ChartOption } from '../make-chart';

/** Up to so many bars each says its number; of more only the highest and the unfinished one do. */
const mostLabels = 8;

/** Bars of ballots with a line of visits: flat, from zero, numbers at the bars. */
export function trendOption(points: readonly TrendPoint[], { colours, scale, hatches }: ChartLook): ChartOption {
  const size = Math.round(12 * Math.min(scale, 1.3));
  const highest = Math.max(...points.map(({ ballots }) => ballots));
  const isNamed = ({ ballots, isUnfinished }: TrendPoint): boolean =>
    ballots > 0 && (points.length <= mostLabels || ballots === highest || isUnfinished);
  const hatched = {
    color: colours.pineTint,
    borderColor: colours.pine,
    borderWidth: 1.5,
    ...(hatches && {
      decal: { color: colours.pine, dashArrayX: [1, 0], dashArrayY: [2, 3], rotation: -Math.PI / 4 },
    }),
  };
  return {
    grid: { left: 2, right: 2, top: size * 2, bottom: size * 1.9 },
    xAxis: {
      type: 'category',
      data: points.map(({ tick }) => tick),
      axisTick: { show: false },
      axisLine: { lineStyle: { color: colours.control } },
      axisLabel: { color: colours.ink3, fontSize: size, margin: 8, hideOverlap: true },
    },
    yAxis: { type: 'value', show: false, min: 0 },
    series: [
      {
        type: 'bar',
        barMaxWidth: 34,
        barMinHeight: 0,
        data: points.map((point) => ({
          value: point.ballots,
          itemStyle: point.isUnfinished ? hatched : { color: colours.pine },
          label: {
            show: isNamed(point),
            position: 'top',
            formatter: groupedText(point.ballots),
            color: colours.ink1,
            fontSize: size,
            fontWeight: 600,
          },
        })),
        itemStyle: { borderRadius: [2, 2, 0, 0] },
        z: 2,
      },
      {
        type: 'line',
        data: points.map(({ visits, isAhead }) => (isAhead ? null : visits)),
        symbol: 'circle',
        symbolSize: 5,
        lineStyle: { color: colours.pine2, width: 2, type: 'dashed' },
        itemStyle: { color: colours.pine2 },
        z: 3,
      },
    ],
  };
}
