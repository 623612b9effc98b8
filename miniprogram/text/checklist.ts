import type { ChecklistItem } from '../../cloudfunctions/shared/contract/editing/polls';
import { isPollText, type PollText } from '../../cloudfunctions/shared/universal/poll-fields';
import { pollTextWords } from './poll-texts';
import { endText, momentText } from '../../cloudfunctions/shared/universal/times';

type Details = Record<string, unknown>;
type Speak = (details: Details, now: number) => string;

/** What is missing, and what to do about it. */
const sentences: Readonly<Record<Exclude<ChecklistItem['code'], PollText>, Speak>> = {
  stageOrder: () => '时间要一个接一个：请检查各阶段的先后',
  votingStart: ({ earliest }, now) =>
    typeof earliest === 'number' ? `投票要在 ${momentText(earliest, now)} 以后开始` : '投票开始的时间已经过了',
  latestEnd: () => '最晚截止时间要不早于截止时间，也不晚于公示开始',
  rules: () => '投票规则选不满一张票：请检查每票选几、分组和候选数目',
  entryTooLong: () => '候选太多，公开账册的一条写不下这样的结果。请减少候选，或减少小数位',
  result: () => '结果规则要改一下：入选数目不能多于候选',
  lot: ({ field, earliest }, now) =>
    field === 'source'
      ? '公开抽签要写明用什么号码'
      : field === 'at' && typeof earliest === 'number'
        ? `公开抽签的时间要在 ${momentText(earliest, now)} 以后，那时投票一定已经截止`
        : '公开抽签要写明号码有几位',
  voidReasons: () => '写明什么样的票可以作废',
  countStep: () => '票数每票即时更新，别人可能猜出谁投了谁。评优宜关掉',
  candidates: () => '候选至少要有两个',
  candidateText: ({ name, field }) => `${quoted(name)}还缺${field === 'unit' ? '单位' : '一句话介绍'}`,
  candidateTwice: ({ name, numbers }) =>
    `${Array.isArray(numbers) ? `候选 ${numbers.join(' 号和 ')} 号` : '有两处'}都叫${quoted(name)}`,
  candidateLooksAlike: ({ name, numbers }) =>
    `${quoted(name)}和${Array.isArray(numbers) ? `${String(numbers[0])} 号` : '另一处'}的名字看起来一样，写法不同，请核对`,
  picture: ({ state, name }) => `${name === undefined ? '封面图片' : `${quoted(name)}的图片或视频`}${checkText(state)}`,
  attachment: ({ state, name }) => `附件${quoted(name)}${checkText(state)}`,
  secondPerson: () => '要有另一位能同意的成员：请先邀请一位审核人',
  noticeDays: ({ days, earliest }, now) => {
    const short = typeof days === 'number' ? `公示只有 ${days} 个工作日，评优不能少于 5 个` : '公示太短';
    return typeof earliest === 'number' ? `${short}，最早到 ${endText(earliest, now)}` : short;
  },
  calendarUnknown: ({ year, earliest }, now) =>
    `${String(year)} 年放假安排尚未公布，公示按 15 天算${typeof earliest === 'number' ? `，到 ${endText(earliest, now)}` : ''}`,
  nominations: ({ count }) => (typeof count === 'number' ? `还有 ${count} 条推荐没有审` : '还有推荐没有审'),
  chatGroups: () => '绑定至少一个群：把卡片发到群里，从群里打开',
};

export function checklistText({ code, details }: Pick<ChecklistItem, 'code' | 'details'>, now: number): string {
  return isPollText(code) ? pollTextWords[code].missing : sentences[code](details ?? {}, now);
}

/** Where a picture that is not passed stands, and who has to do something about it. */
function checkText(state: unknown): string {
  if (state === 'refused') return '没有通过，请换一份';
  return state === 'review' ? '等审核人看' : '正由微信检查，一般几分钟';
}

function quoted(name: unknown): string {
  return typeof name === 'string' && name !== '' ? `“${name}”` : '候选';
}
