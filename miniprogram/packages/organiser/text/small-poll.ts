// What the one screen of a small poll says.
import { paceText } from '../../../../cloudfunctions/shared/universal/count-words';
import { guessText } from '../../../text/rules';
import { momentText } from '../../../../cloudfunctions/shared/universal/times';

/** As the contract has it. */
export const mostOptions = 20;

export const smallPollWords = {
  seen: '大家会看到',
  title: '问什么',
  titlePlaceholder: '如 楼道扶手装哪种',
  options: '选什么',
  optionsHint: `2 到 ${mostOptions} 项`,
  option: (number: number): string => `第 ${number} 项`,
  add: '加一项',
  remove: (number: number): string => `去掉第 ${number} 项`,
  most: '每人最多选几项',
  end: '到什么时候',
  otherEnd: '别的时间',
  who: '谁能投',
  everyone: '拿到卡片的人',
  group: '只有这个群的人',
  groupHint: '只想给一个群的人投：先把这一页发到那个群，再从群里的卡片打开，就能选“只有这个群的人”。',
  toGroup: '把这一页发到群里',
  /** What the team calls the group: WeChat tells no name. */
  groupName: '发起投票的群',
  name: '以谁的名义发起',
  namePlaceholder: '如 3 号楼楼长',
  pace: `${paceText(1)}，${guessText}。`,
  launch: '发布',
  launching: '正在发布',
  more: '要配图、加介绍，用完整的编辑',
  final: '发布后不能改选项',
  finalBy: (name: string): string => `以“${name}”的名义发起，发布后不能改选项`,
  lacks: { title: '写上问什么', options: '至少写两项', name: '写上以谁的名义', end: '截止时间太近' },
  endTooSoon: '至少要在十分钟以后',
  twice: (number: number): string => `和第 ${number} 项一样`,
  launched: '已发布',
  launchedDetail: (endAt: string): string => `大约一分钟后开始投票，${endAt} 截止。发到群里，大家点开卡片就能投。`,
  groupLaunched: (endAt: string): string =>
    `大约一分钟后开始投票，${endAt} 截止。把卡片发到这个群，群里的人点开就能投。`,
  share: '发到群里',
  look: '看投票页',
  manage: '管理这个投票',
  card: (title: string): string => `${title}，请您选`,
  cardSecond: '点开就能投',
  hereCard: '在这个群里发起一个小投票',
  hereCardSecond: '点开，写几个选项就能发',
} as const;

/** 楼道扶手装哪种：每人投一次，最多选 2 项。今天 20:00 截止，截止后出结果。 */
export function seenText(title: string, most: number, endAt: number, now: number): string {
  const asked = title === '' ? smallPollWords.title : title;
  const some = most === 1 ? '选 1 项' : `最多选 ${most} 项`;
  return `${asked}：每人投一次，${some}。${momentText(endAt, now)} 截止，截止后出结果。`;
}
