import type { Calendar } from '../calendar';
import type { DemoCandidate, DemoPoll } from '../demo-poll';

function candidatesOf(unit: string, named: readonly (readonly [name: string, sentence: string])[]): DemoCandidate[] {
  return named.map(([name, sentence], at) => ({ name, unit, sentence, appeal: 1.6 - at * 0.2 }));
}

/** Of the demonstration's organiser, in the stages that no poll of the home page is in; none of them is listed. */
export function ownPolls({ year, after }: Calendar): DemoPoll[] {
  const daily = { period: 'daily', ballotsPerPeriod: 1, choices: { min: 1, max: 3 } } as const;
  const once = { period: 'once', ballotsPerPeriod: 1, choices: { min: 1, max: 2 } } as const;
  return [
    {
      poll: {
        _id: 'windows',
        title: `${year}年度群众满意窗口`,
        organiser: '云川市政务服务中心',
        measure: '个',
        summary: '五个办事窗口，选出三个。投票昨天截止，正在核验。',
        approval: `云政务〔${year}〕6号`,
        hotline: '0500-0000-0166',
        stages: {
          promoting: after(-14, '09:00'),
          voting: after(-9, '09:00'),
          verifying: after(-1, '18:00'),
          notice: after(3, '09:00'),
          awarded: after(12, '10:00'),
          archived: after(30, '09:00'),
        },
        rules: daily,
        countPolicy: { kind: 'afterClose' },
      },
      isUnlisted: true,
      seats: 3,
      cover: 'service',
      candidates: candidatesOf('市政务服务中心', [
        ['不动产登记窗口', '一趟办完，证当天拿。'],
        ['出生一件事窗口', '六张表并成一张。'],
        ['企业开办窗口', '半天领到执照和公章。'],
        ['老年人专窗', '不用手机，有人陪着填。'],
        ['夜间服务窗口', '每周三开到晚上八点。'],
      ]),
      visits: 160,
    },
    {
      poll: {
        _id: 'teachers',
        title: '第五届最美乡村教师',
        organiser: '云川市教育局',
        measure: '位',
        summary: '五位老师，都在村里教了十年以上。结果已经公布，三位受到表彰。',
        approval: `云教〔${year}〕21号`,
        hotline: '0500-0000-0287',
        stages: {
          promoting: after(-50, '09:00'),
          voting: after(-44, '09:00'),
          verifying: after(-34, '18:00'),
          notice: after(-30, '09:00'),
          awarded: after(-18, '10:00'),
          archived: after(20, '09:00'),
        },
        rules: daily,
        countPolicy: { kind: 'daily', at: '18:00' },
      },
      isUnlisted: true,
      seats: 3,
      cover: 'school',
      candidates: candidatesOf('青禾县教育局', [
        ['何秀兰', '一个人教三个年级，一个也没有落下。'],
        ['马建国', '自己动手修好了学校的图书室。'],
        ['白云', '周末坐渡船去家访。'],
        ['石磊', '带孩子们种下一片试验田。'],
        ['田小雨', '让合唱队唱到了省里。'],
      ]),
      visits: 180,
    },
    {
      poll: {
        _id: 'courtyards',
        title: `${year - 1}年度最美庭院`,
        organiser: '青禾县妇女联合会',
        measure: '个',
        summary: '四个院子，选出两个。已经表彰并归档。',
        approval: `青妇〔${year - 1}〕12号`,
        hotline: '0500-0000-0398',
        stages: {
          voting: after(-120, '09:00'),
          verifying: after(-110, '18:00'),
          notice: after(-106, '09:00'),
          awarded: after(-95, '10:00'),
          archived: after(-70, '09:00'),
        },
        rules: once,
        countPolicy: { kind: 'afterClose' },
      },
      isUnlisted: true,
      seats: 2,
      cover: 'neighbour',
      candidates: candidatesOf('青禾县妇联', [
        ['桂花院', '两棵老桂花，一院子的香。'],
        ['瓜棚院', '丝瓜爬满了棚。'],
        ['石榴院', '三代人一起打理。'],
        ['书香院', '门廊做成了小书屋。'],
      ]),
      visits: 90,
    },
    {
      poll: {
        _id: 'handrails',
        title: '楼道扶手装哪种',
        organiser: '幸福里 3 号楼',
        summary: '三种扶手，各家选一种。',
        hotline: '0500-0000-0333',
        stages: { voting: after(-6, '09:00'), verifying: after(-5, '20:00') },
        rules: { period: 'once', ballotsPerPeriod: 1, choices: { min: 1, max: 1 } },
        countPolicy: { kind: 'live', step: 1 },
      },
      isUnlisted: true,
      seats: 1,
      cover: 'class',
      candidates: candidatesOf('', [
        ['木扶手', '冬天不冰手。'],
        ['不锈钢扶手', '结实，好擦。'],
        ['尼龙扶手', '防滑，颜色多。'],
      ]),
      visits: 24,
    },
  ];
}
