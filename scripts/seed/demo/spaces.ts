import type { Calendar } from '../calendar';
import type { DemoPoll } from '../demo-poll';
import { spaceCandidates } from './space-candidates';

/** Three groups with a minimum and a maximum each, one ballot for the whole event, a candidate withdrawn. Live counts. */
export function spaces({ year, after }: Calendar): DemoPoll {
  return {
    poll: {
      _id: 'spaces',
      title: `${year}年度最美公共空间`,
      organiser: '云川市城市管理局',
      measure: '个',
      summary: '十四处公共空间分成三类。整个活动每人一票，每票选 3 到 6 处，每类选一到两处。',
      approval: `云城管〔${year}〕31号`,
      hotline: '0500-0000-0417',
      stages: {
        nominating: after(-45, '09:00'),
        promoting: after(-15, '09:00'),
        voting: after(-7, '09:00'),
        verifying: after(3, '18:00'),
        notice: after(6, '09:00'),
        awarded: after(14, '10:00'),
      },
      rules: {
        period: 'once',
        ballotsPerPeriod: 1,
        choices: { min: 3, max: 6 },
        groups: [
          { id: 'green', name: '公园绿地', min: 1, max: 2 },
          { id: 'culture', name: '文体场所', min: 1, max: 2 },
          { id: 'everyday', name: '便民设施', min: 1, max: 2 },
        ],
      },
      countPolicy: { kind: 'live' },
    },
    seats: 6,
    cover: 'park',
    candidates: spaceCandidates,
    visits: 914,
  };
}
