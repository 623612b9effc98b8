import type { Calendar } from '../calendar';
import type { DemoCandidate, DemoPoll } from '../demo-poll';

const places: readonly DemoCandidate[] = [
  {
    name: '滨江公园放风筝',
    unit: '第一小组提议',
    sentence: '走路二十分钟就到，草坪大，午饭可以野餐。',
    art: ['park'],
    appeal: 1.6,
  },
  {
    name: '市图书馆夜读',
    unit: '第二小组提议',
    sentence: '闭馆以后专为我们开两个小时，可以参观书库。',
    art: ['library'],
    appeal: 1.1,
  },
  {
    name: '柳湾村摘草莓',
    unit: '第三小组提议',
    sentence: '坐中巴一个小时，一人摘一小筐带回家。',
    art: ['village'],
    appeal: 1.8,
  },
  {
    name: '和五年级踢一场球',
    unit: '第四小组提议',
    sentence: '在学校操场，输了的班请喝酸奶。',
    art: ['sports'],
    appeal: 0.9,
  },
];

/** A class among themselves: one ballot each, and the count moves with every one, of which its rules warn. */
export function outing({ after }: Calendar): DemoPoll {
  return {
    poll: {
      _id: 'outing',
      title: '四（2）班春游去哪儿',
      organiser: '云川市实验小学四（2）班',
      measure: '个',
      summary: '每人一票，选一个地方。班里的小投票，票数每票即时更新。',
      hotline: '0500-0000-0402',
      stages: { voting: after(-1, '08:00'), verifying: after(1, '20:00') },
      rules: { period: 'once', ballotsPerPeriod: 1, choices: { min: 1, max: 1 } },
      countPolicy: { kind: 'live', step: 1 },
    },
    seats: 1,
    cover: 'class',
    candidates: places,
    visits: 17,
  };
}
