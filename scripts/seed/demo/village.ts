import type { Calendar } from '../calendar';
import type { DemoCandidate, DemoPoll } from '../demo-poll';

const news: readonly DemoCandidate[] = [
  {
    name: '稻田里开起咖啡馆',
    unit: '青禾县禾丰镇上塘村',
    sentence: '返乡的年轻人把谷仓改成咖啡馆，用的是村里的米和牛奶。',
    art: ['village'],
    facts: [
      ['11', '人', '村民上班'],
      ['4', '万杯', '今年卖出'],
    ],
    criteria: {
      innovation: '米浆代替了一半牛奶，名字叫“稻子拿铁”。',
      effectiveness: '十一位村民在店里上班，田还是自家的田。',
    },
    appeal: 1.8,
  },
  {
    name: '村口的电商仓',
    unit: '青禾县云岭乡',
    sentence: '橘子摘下来，当天就能从村口发走。',
    facts: [
      ['1', '天', '从树到车'],
      ['2,600', '吨', '今年发货'],
    ],
    criteria: {
      effectiveness: '三个村合用一座冷库，按件收费，不用自己跑县城。',
      sustainability: '淡季冷库租给花农存种球。',
    },
    appeal: 1.5,
  },
  {
    name: '流动诊所进山村',
    unit: '青禾县卫生健康局',
    sentence: '一辆车装着心电图和化验台，每周三到山里来。',
    art: ['doctor'],
    facts: [
      ['36', '个', '山村'],
      ['7,800', '人次', '看诊'],
    ],
    criteria: { effectiveness: '抽血、心电图、取药在一辆车上做完。', satisfaction: '停车的地方和时间，由各村自己定。' },
    appeal: 2.1,
  },
  {
    name: '老祠堂变图书馆',
    unit: '青禾县石桥镇',
    sentence: '祠堂修好了屋顶，正厅摆书，厢房放学后管孩子写作业。',
    art: ['library'],
    facts: [['6,200', '册', '图书']],
    criteria: { innovation: '梁柱一根没换，书架不碰墙。', satisfaction: '看门的是村里的三位老教师。' },
    appeal: 1.4,
  },
  {
    name: '村里通了定制公交',
    unit: '青禾县交通运输局',
    sentence: '打个电话，小公交就拐进村里接人，两块钱到县城。',
    art: ['bus'],
    facts: [
      ['74', '个', '行政村'],
      ['2', '元', '一趟'],
    ],
    criteria: {
      effectiveness: '前一天晚上八点前打电话，第二天早上到村口。',
      sustainability: '车顺路带快递，运费补贴车费。',
    },
    appeal: 1.9,
  },
  {
    name: '农技夜校开到田头',
    unit: '青禾县农业农村局',
    sentence: '白天干活，晚上听课，老师第二天到田里看。',
    art: ['class'],
    facts: [['52', '堂', '今年上课']],
    criteria: { effectiveness: '讲一样病，带一片叶子，散课前人人认得。' },
    appeal: 1.0,
  },
  {
    name: '村级长者食堂',
    unit: '青禾县民政局',
    sentence: '十二个村合用三口大灶，老人一天三顿有热饭。',
    art: ['canteen'],
    facts: [
      ['12', '个', '村'],
      ['6', '元', '一顿'],
    ],
    criteria: { effectiveness: '腿脚不便的，由邻居轮流送。', sustainability: '菜由各家地里匀出来，折成饭票。' },
    appeal: 2.0,
  },
  {
    name: '山货夜市',
    unit: '青禾县商务局',
    sentence: '每周五晚上，山里的笋干和蜂蜜摆到县城的街上。',
    art: ['jobs'],
    facts: [['140', '个', '农户摊位']],
    criteria: { effectiveness: '摊位不收钱，抽签定位置，秤由市场统一校准。' },
    appeal: 1.2,
  },
  {
    name: '小河又能游泳了',
    unit: '青禾县水利局',
    sentence: '关掉上游的洗砂场，三年后，孩子们又下河游泳。',
    art: ['river'],
    facts: [
      ['14', '公里', '治理河段'],
      ['Ⅱ', '类', '水质'],
    ],
    criteria: { effectiveness: '水质每月公布，牌子立在桥头。', satisfaction: '村民自己组了巡河队，周末轮流走。' },
    appeal: 1.6,
  },
  {
    name: '村办托儿所',
    unit: '青禾县禾丰镇',
    sentence: '农忙的时候，孩子有人看，妈妈可以下地。',
    art: ['nursery'],
    facts: [['38', '个', '孩子']],
    criteria: { effectiveness: '早上五点半开门，跟着农时走，农闲时改回八点。' },
    appeal: 1.1,
  },
];

/**
 * Exactly three of ten, once a day; counts appear at 18:00 each day. Voting began with the last 18:00, so that none
 * is public yet whenever one looks.
 */
export function village({ year, after }: Calendar): DemoPoll {
  return {
    poll: {
      _id: 'village',
      title: '乡村振兴十大新事',
      organiser: '青禾县农业农村局',
      measure: '件',
      summary: '十件今年的新鲜事，每天选三件。票数每天 18:00 公布一次，其余时间不显示票数，免得互相跟着投。',
      approval: `青农〔${year}〕44号`,
      hotline: '0500-0000-0532',
      stages: {
        nominating: after(-30, '09:00'),
        promoting: after(-10, '09:00'),
        voting: after(-1, '18:00'),
        verifying: after(5, '18:00'),
        notice: after(8, '09:00'),
        awarded: after(15, '10:00'),
      },
      rules: { period: 'daily', ballotsPerPeriod: 1, choices: { min: 3, max: 3 } },
      countPolicy: { kind: 'daily', at: '18:00' },
    },
    seats: 5,
    cover: 'village',
    candidates: news,
    visits: 386,
  };
}
