import type { Calendar } from '../calendar';
import type { DemoCandidate, DemoPoll } from '../demo-poll';

const proposals: readonly DemoCandidate[] = [
  {
    name: '公交卡借书',
    unit: '市民 孟凡星',
    sentence: '一张公交卡能坐车，也能在二十四小时书房借书。',
    art: ['busstop'],
    criteria: { innovation: '不用再办一张借书证，老年卡也能用。' },
    appeal: 1,
  },
  {
    name: '菜场送菜到楼下',
    unit: '东风菜市场商户 田秋菊',
    sentence: '早上打电话点菜，中午前送到单元门口，一单两元。',
    art: ['market'],
    criteria: { effectiveness: '先在三个没有电梯的小区试三个月。' },
    appeal: 1,
  },
  {
    name: '学校操场周末开放',
    unit: '市民 高远',
    sentence: '周末和假期，操场对附近居民开放，登记就能进。',
    art: ['sports'],
    criteria: { sustainability: '由街道排志愿者看场，学校只管开门。' },
    appeal: 1,
  },
  {
    name: '河边装直饮水',
    unit: '市民 江小舟',
    sentence: '步道上每隔一公里有一处能接水的龙头。',
    art: ['river'],
    criteria: { effectiveness: '低一点的出水口给孩子，地上的水碗给小狗。' },
    appeal: 1,
  },
  {
    name: '旧衣回收附收据',
    unit: '新桥社区 方红梅',
    sentence: '捐出去的衣服到了哪里，扫收据上的码就知道。',
    art: ['recycle'],
    criteria: { satisfaction: '捐的人放心，收的人也能写一句回话。' },
    appeal: 1,
  },
  {
    name: '夜班人的早市',
    unit: '市第二医院 护士站',
    sentence: '早上七点下夜班，能吃上一顿热饭，买到新鲜的菜。',
    art: ['jobs'],
    criteria: { effectiveness: '先摆在两家医院和一家工厂门口。' },
    appeal: 1,
  },
];

/** Not open yet: voting begins in a few days. */
export function ideas({ year, after }: Calendar): DemoPoll {
  return {
    poll: {
      _id: 'ideas',
      title: '“我为云川出点子”评选',
      organiser: '云川市发展和改革委员会',
      measure: '个',
      summary: '从 412 条市民建议里选出六条，请您再选一到三条。选中的写进明年的实事计划。',
      approval: `云发改〔${year}〕52号`,
      hotline: '0500-0000-0708',
      stages: {
        nominating: after(-21, '09:00'),
        promoting: after(-2, '09:00'),
        voting: after(3, '09:00'),
        verifying: after(10, '18:00'),
        notice: after(13, '09:00'),
        awarded: after(20, '10:00'),
      },
      rules: { period: 'once', ballotsPerPeriod: 1, choices: { min: 1, max: 3 } },
      countPolicy: { kind: 'live' },
    },
    seats: 3,
    cover: 'river',
    candidates: proposals,
    visits: 0,
  };
}
