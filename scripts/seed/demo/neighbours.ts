import type { Calendar } from '../calendar';
import type { DemoCandidate, DemoPoll } from '../demo-poll';

const people: readonly DemoCandidate[] = [
  {
    name: '周桂兰',
    unit: '桐荫街道柳浪社区',
    sentence: '每天多做一份饭，送给楼上独居的老人，六年没断过。',
    art: ['neighbour'],
    facts: [
      ['6', '年', '送饭'],
      ['3', '位', '独居老人'],
    ],
    criteria: {
      effectiveness:
        '每天中午一菜一汤，用保温盒送上门，顺便看看老人精神怎么样。去年冬天发现一位老人摔倒，及时叫了救护车。',
      satisfaction: '老人的女儿说：“我在外地，晚上先给周阿姨发个消息，心里就踏实了。”',
    },
    appeal: 2.6,
  },
  {
    name: '马国庆',
    unit: '望江街道船厂社区',
    sentence: '退休电工，邻居家的灯和插座坏了，他上门修，不收钱。',
    facts: [
      ['1,200', '次', '上门'],
      ['11', '年', '坚持'],
    ],
    criteria: {
      effectiveness: '工具包放在门卫室，谁家有事写张条子，当天就去。修过的地方都记在本子上，半年后再查一遍。',
      satisfaction: '楼里的老人把他的电话贴在冰箱上。',
    },
    appeal: 2.2,
  },
  {
    name: '沈若溪',
    unit: '青石街道书院社区',
    sentence: '把自家一楼的客厅收拾出来，放学后给孩子们写作业。',
    facts: [
      ['18', '个', '孩子常来'],
      ['4', '天', '每周'],
    ],
    criteria: {
      effectiveness: '下午四点到六点半，家长没下班的孩子都可以来。她管纪律，邻居大学生管答题。',
      satisfaction: '家长们轮流送水果，也轮流值日。',
    },
    appeal: 1.8,
  },
  {
    name: '艾尼·买买提',
    unit: '望江街道夜市社区',
    sentence: '烤馕铺的老板，雨天店门口总放着几把可以借走的伞。',
    facts: [
      ['60', '把', '借出的伞'],
      ['57', '把', '还回来的'],
    ],
    criteria: {
      effectiveness: '不登记、不收押金，写着“用完挂回来就好”。环卫工人来，还有一碗热茶。',
      satisfaction: '少了三把伞，街坊又送来了十把。',
    },
    appeal: 1.9,
  },
  {
    name: '陈阿水',
    unit: '滨江街道渡口社区',
    sentence: '在江边守了二十年，从水里拉起过九个人。',
    facts: [
      ['9', '人', '救起'],
      ['20', '年', '义务守江'],
    ],
    criteria: {
      effectiveness: '夏天每天傍晚沿江走两趟，劝下水的孩子上岸。救生圈和绳子是他自己买的，后来社区补了一批。',
      satisfaction: '被救起的人里，有三位每年春节都来看他。',
    },
    appeal: 2.9,
  },
  {
    name: '林晓芸',
    unit: '桐荫街道新桥社区',
    sentence: '护士，周末在小区量血压、教急救，教会了一百多位邻居。',
    facts: [
      ['130', '人', '学会急救'],
      ['42', '个', '周末'],
    ],
    criteria: {
      effectiveness: '每月第一个周六上急救课，用自己买的假人练按压。去年有邻居用学到的办法救了噎住的孩子。',
      satisfaction: '老人们说，她讲话慢，听得懂。',
    },
    appeal: 1.6,
  },
  {
    name: '何满仓',
    unit: '青石街道石榴社区',
    sentence: '楼里的“老账房”，把公共开支一笔笔写在黑板上。',
    facts: [
      ['8', '年', '记账'],
      ['0', '笔', '对不上'],
    ],
    criteria: {
      effectiveness: '公共水电、换灯泡、清水箱，收多少花多少，每月 5 日写上黑板。票据放在传达室，谁都能翻。',
      satisfaction: '原先为分摊吵架的两家，现在一起帮他核数。',
    },
    appeal: 1.1,
  },
  {
    name: '唐小满',
    unit: '滨江街道江湾社区',
    sentence: '外卖骑手，送餐路上留意独居老人，三次帮忙叫了救护车。',
    facts: [
      ['3', '次', '叫救护车'],
      ['26', '户', '常敲门的'],
    ],
    criteria: {
      effectiveness: '送餐到老人家，会多等几秒听人应声。没人应，就给社区打电话。',
      satisfaction: '站里的十几个骑手跟着他一起做，社区给了一份独居老人的联系单。',
    },
    appeal: 2.0,
  },
  {
    name: '罗秀英、罗秀珍',
    unit: '青石街道书院社区',
    sentence: '一对姐妹，把楼顶的空地种成菜园，收的菜大家分。',
    facts: [
      ['24', '户', '一起种'],
      ['9', '种', '时令菜'],
    ],
    criteria: {
      effectiveness: '先请人算过楼顶的承重，做了防水，再用轻土种菜。谁浇水、谁施肥，排在一张表上。',
      satisfaction: '顶楼夏天凉快了两度，原来反对的邻居也认领了一箱番茄。',
    },
    appeal: 1.2,
  },
  {
    name: '郑一鸣',
    unit: '望江街道船厂社区',
    sentence: '高中生，教楼里的老人用手机挂号、打车和视频通话。',
    facts: [
      ['75', '位', '老人学会'],
      ['1', '本', '大字手册'],
    ],
    criteria: {
      effectiveness: '把步骤画成一本大字图册，一页一件事。每周日下午在社区坐两小时，随来随问。',
      satisfaction: '图册已经复印了四百份，别的社区也来要。',
    },
    appeal: 1.4,
  },
  {
    name: '吴长河',
    unit: '滨江街道渡口社区',
    sentence: '每天早上六点扫楼道，从一楼扫到六楼，扫完再去上班。',
    facts: [
      ['13', '年', '清早扫楼'],
      ['6', '层', '每天'],
    ],
    criteria: {
      effectiveness: '楼道里没有堆放的杂物，消防通道一直是通的。下雪天他先把台阶上的冰铲掉。',
      satisfaction: '邻居排了班，每周替他扫两天，让他歇歇。',
    },
    appeal: 1.0,
  },
  {
    name: '白雁',
    unit: '桐荫街道柳浪社区',
    sentence: '懂手语，陪听不见的邻居看病、办事，随叫随到。',
    facts: [
      ['90', '次', '陪同办事'],
      ['5', '位', '听障邻居'],
    ],
    criteria: {
      effectiveness: '看病前先把症状写清楚，进诊室再用手语补充。她还教会了社区窗口的两位工作人员常用手语。',
      satisfaction: '听障邻居们送她一幅字，写着“听见”。',
    },
    appeal: 1.7,
  },
];

/** Twelve people, mostly without pictures: five ballots of one choice a day, each for somebody else. Live counts. */
export function neighbours({ year, after }: Calendar): DemoPoll {
  return {
    poll: {
      _id: 'neighbours',
      title: '第三届“身边好邻居”推选',
      organiser: '云川市精神文明建设办公室',
      measure: '位',
      summary: '十二位邻居，都是街坊推荐的。每天有五票，每票选一位，同一位一天只能投一次。',
      approval: `云文明办〔${year}〕9号`,
      hotline: '0500-0000-0226',
      stages: {
        nominating: after(-35, '09:00'),
        promoting: after(-8, '09:00'),
        voting: after(-3, '08:00'),
        verifying: after(5, '20:00'),
        notice: after(8, '09:00'),
        awarded: after(16, '15:00'),
      },
      rules: { period: 'daily', ballotsPerPeriod: 5, choices: { min: 1, max: 1 }, perCandidate: 1 },
      countPolicy: { kind: 'live' },
    },
    seats: 6,
    cover: 'neighbour',
    candidates: people,
    visits: 400,
  };
}
