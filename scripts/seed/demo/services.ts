import type { Calendar } from '../calendar';
import type { DemoPoll } from '../demo-poll';
import { serviceCandidates } from './service-candidates';
import { moreServiceCandidates } from './service-candidates-more';

/**
 * The large one: twenty projects, one ballot a day of 3 to 10 choices, live counts. Of the polls that are open it ends
 * last, and so comes first on the home page.
 */
export function services({ year, after }: Calendar): DemoPoll {
  return {
    poll: {
      _id: 'services',
      title: `${year}年度十佳为民服务实事`,
      organiser: '云川市人民政府办公室',
      measure: '件',
      summary:
        '今年办完的二十件实事，请您选出十件。每人每天可以投一票，每票选 3 到 10 件，投出后不能改。票数随时可看，满 20 票更新一次。',
      approval: `云政办〔${year}〕18号`,
      hotline: '0500-0000-0318',
      stages: {
        nominating: after(-40, '09:00'),
        promoting: after(-12, '09:00'),
        voting: after(-5, '08:00'),
        verifying: after(6, '18:00'),
        notice: after(9, '09:00'),
        awarded: after(16, '10:00'),
        archived: after(30, '09:00'),
      },
      rules: { period: 'daily', ballotsPerPeriod: 1, choices: { min: 3, max: 10 } },
      countPolicy: { kind: 'live' },
    },
    seats: 10,
    cover: 'cover-city',
    candidates: [...serviceCandidates, ...moreServiceCandidates],
    visits: 3026,
  };
}
