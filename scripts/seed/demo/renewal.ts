import type { Calendar } from '../calendar';
import type { DemoCandidate, DemoPoll } from '../demo-poll';

const designs: readonly DemoCandidate[] = [
  {
    name: '把车棚顶做成晒台',
    unit: '柳浪社区居民议事会',
    sentence: '车棚加固，顶上铺木板，晾被子、晒太阳都在上面。',
    art: ['charge'],
    facts: [
      ['18', '万元', '预算'],
      ['45', '天', '工期'],
    ],
    criteria: {
      innovation: '一座棚两层用，楼下照样停车充电。',
      sustainability: '木板三年换一次，钱从充电服务费里出。',
    },
    appeal: 1.5,
  },
  {
    name: '坡道连到每个门',
    unit: '新桥社区居民议事会',
    sentence: '从小区大门到十一个楼门，一路没有台阶。',
    art: ['ramp'],
    facts: [
      ['26', '万元', '预算'],
      ['11', '个', '楼门'],
    ],
    criteria: {
      effectiveness: '坡度不超过 1:12，转弯处轮椅转得过来。',
      satisfaction: '两百一十户签了同意，三户要求挪开窗下的扶手，图已改好。',
    },
    appeal: 2.0,
  },
  {
    name: '小广场的雨水花园',
    unit: '市规划设计院青年组',
    sentence: '广场中间挖浅一点，下雨时是水池，天晴时是花园。',
    art: ['rain'],
    facts: [
      ['31', '万元', '预算'],
      ['60', '立方米', '蓄水'],
    ],
    criteria: {
      innovation: '水先存进花池再慢慢渗下去，不往马路上流。',
      sustainability: '种本地的花，一年修剪两次就够。',
    },
    appeal: 1.3,
  },
  {
    name: '门口的口袋公园',
    unit: '石榴社区居民议事会',
    sentence: '拆掉没用的门岗，种两棵树，放一圈椅子。',
    art: ['park'],
    facts: [
      ['15', '万元', '预算'],
      ['30', '天', '工期'],
    ],
    criteria: { effectiveness: '接孩子、等快递、歇脚都在这里，不挡消防车的路。' },
    appeal: 1.7,
  },
  {
    name: '楼下的共享书桌',
    unit: '书院社区青年议事会',
    sentence: '架空层装上灯、桌子和插座，孩子写作业，大人加班。',
    art: ['library'],
    facts: [
      ['9', '万元', '预算'],
      ['24', '个', '座位'],
    ],
    criteria: { effectiveness: '晚上十点熄灯，离住户窗户最近的一排只在白天开放。' },
    appeal: 1.4,
  },
  {
    name: '旧锅炉房改邻里厨房',
    unit: '船厂社区居民议事会',
    sentence: '停用的锅炉房里砌几个灶台，过节一起做饭。',
    art: ['canteen'],
    facts: [
      ['34', '万元', '预算'],
      ['6', '个', '灶台'],
    ],
    criteria: { innovation: '烟囱留着，装一盏灯，晚上远远就看得见。' },
    appeal: 1.1,
  },
];

/** One ballot for the whole event, one or two of six designs; counts only after the close. */
export function renewal({ year, after }: Calendar): DemoPoll {
  return {
    poll: {
      _id: 'renewal',
      title: '社区微更新方案评选',
      organiser: '云川市桐荫区人民政府',
      implementers: '桐荫区住房和城乡建设局、桐荫区民政局',
      coOrganisers: '云川市规划设计院',
      measure: '个',
      summary: '六个方案，选一到两个，明年开春动工。整个活动每人一票，票数在投票结束后一次公布。',
      approval: `桐政〔${year}〕7号`,
      hotline: '0500-0000-0611',
      stages: {
        promoting: after(-9, '09:00'),
        voting: after(-3, '09:00'),
        verifying: after(4, '20:00'),
        notice: after(6, '09:00'),
        awarded: after(12, '09:00'),
      },
      rules: { period: 'once', ballotsPerPeriod: 1, choices: { min: 1, max: 2 } },
      countPolicy: { kind: 'afterClose' },
    },
    seats: 2,
    cover: 'elevator',
    candidates: designs,
    visits: 271,
  };
}
