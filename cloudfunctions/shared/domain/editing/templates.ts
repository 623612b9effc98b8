import type { WorkCalendar } from '../../universal/calendar';
import { dayLength, dayOf, startOfDay } from '../../universal/day';
import type { PollKind, StageTimes } from '../../universal/poll';
import { timesOf } from '../../universal/stage';
import { pollTextNames, type PollContent, type PollText } from '../../universal/poll-fields';
import { publicVote, usualVoidReasons } from '../poll/usual-rules';
import { needsOf } from './kinds';
import type { TemplateId } from './poll-content';
import { sameDayEnd } from './times';

/** A day and an hour of it, counted from today; or the end that a poll of one day has. */
type When = [days: number, hour: number] | 'sameDay';

export interface Template {
  id: TemplateId;
  name: string;
  sentence: string;
  /** What publishing asks: `kinds.ts`. */
  kind: PollKind;
  /** Stages by days from now and a time of day, or still on the day it is made. */
  stages: Partial<Record<keyof StageTimes, When>> & Record<'voting' | 'verifying', When>;
  content: Omit<PollContent, 'stages'>;
}

const hour = 60 * 60 * 1000;

// It has exactly the list's names.
const nothingWritten = Object.fromEntries(pollTextNames.map((name) => [name, ''])) as Record<PollText, string>;

const plain: Omit<PollContent, 'stages'> = {
  ...nothingWritten,
  cover: null,
  attachments: [],
  opensAtOnce: false,
  rules: { period: 'once', ballotsPerPeriod: 1, choices: { min: 1, max: 1 } },
  countPolicy: { kind: 'live' },
  result: publicVote(1),
  voidReasons: usualVoidReasons,
  latestEnd: null,
  criteria: [],
  secondPerson: false,
  nomination: { isOpen: false, perPerson: 1, guide: '' },
  isForGroups: false,
  measure: '项',
};

const objectionChannel = '对入选结果有异议的，可在公示期内向主办方实名反映，写明事由和联系方式：（部门、地址、时间）';

/** What a poll can begin as. */
export const templates: readonly Template[] = [
  {
    id: 'services',
    name: '十佳为民服务实事',
    sentence: '单位申报，群众选出十件实事',
    kind: 'award',
    stages: {
      nominating: [1, 9],
      promoting: [15, 9],
      voting: [20, 9],
      verifying: [30, 18],
      notice: [32, 9],
      awarded: [41, 10],
      archived: [60, 9],
    },
    content: {
      ...plain,
      title: '年度十佳为民服务实事',
      measure: '件',
      purpose: '总结一年来为民办实事的成果，听群众的评价，把好做法推广开。',
      objectionChannel,
      rules: { period: 'daily', ballotsPerPeriod: 1, choices: { min: 3, max: 10 } },
      countPolicy: { kind: 'daily', at: '18:00' },
      result: { ...publicVote(10), decimals: 2 },
      criteria: ['innovation', 'effectiveness', 'satisfaction', 'sustainability'],
      secondPerson: true,
      nomination: { isOpen: false, perPerson: 3, guide: '本年度已经办成、群众用得上的实事。请写明做了什么、谁受益。' },
    },
  },
  {
    id: 'people',
    name: '最美人物',
    sentence: '推荐身边的人，大家评出最美',
    kind: 'award',
    stages: {
      nominating: [1, 9],
      promoting: [12, 9],
      voting: [15, 9],
      verifying: [25, 18],
      notice: [27, 9],
      awarded: [36, 10],
      archived: [60, 9],
    },
    content: {
      ...plain,
      title: '最美人物',
      measure: '位',
      purpose: '讲好身边人的故事，向他们学习。',
      objectionChannel,
      rules: { period: 'daily', ballotsPerPeriod: 1, choices: { min: 1, max: 5 } },
      countPolicy: { kind: 'daily', at: '18:00' },
      result: publicVote(10),
      criteria: ['effectiveness', 'satisfaction'],
      secondPerson: true,
      nomination: { isOpen: false, perPerson: 3, guide: '推荐前请先征得本人同意。请写明他或她做了什么。' },
    },
  },
  {
    id: 'works',
    name: '作品与摄影',
    sentence: '一图一票，看作品说话',
    kind: 'contest',
    stages: {
      nominating: [1, 9],
      promoting: [10, 9],
      voting: [12, 9],
      verifying: [19, 18],
      archived: [40, 9],
    },
    content: {
      ...plain,
      title: '作品评选',
      measure: '幅',
      rules: { period: 'once', ballotsPerPeriod: 1, choices: { min: 1, max: 3 } },
      countPolicy: { kind: 'afterClose' },
      result: publicVote(10),
      nomination: { isOpen: false, perPerson: 3, guide: '请上传原创作品，一次一幅，写上题目。' },
    },
  },
  {
    id: 'talent',
    name: '才艺视频',
    sentence: '看视频，投给喜欢的节目',
    kind: 'contest',
    stages: {
      nominating: [1, 9],
      promoting: [7, 9],
      voting: [9, 9],
      verifying: [16, 18],
      archived: [40, 9],
    },
    content: {
      ...plain,
      title: '才艺展示',
      measure: '个',
      rules: { period: 'daily', ballotsPerPeriod: 1, choices: { min: 1, max: 3 } },
      countPolicy: { kind: 'live' },
      result: publicVote(10),
      nomination: { isOpen: false, perPerson: 1, guide: '视频由主办方审看后公开。' },
    },
  },
  {
    id: 'small',
    name: '小投票',
    sentence: '班里、楼里问一句：写几个选项就能发',
    kind: 'small',
    stages: { voting: [0, 0], verifying: 'sameDay' },
    // A handful of people would wait an hour to see anything; they know each other, and the rules tell them what it costs.
    content: { ...plain, opensAtOnce: true, countPolicy: { kind: 'live', step: 1 } },
  },
  {
    id: 'blank',
    name: '空白',
    sentence: '从头写起，样样自己定',
    kind: 'contest',
    stages: { voting: [3, 9], verifying: [10, 18] },
    content: plain,
  },
];

export function findTemplate(id: TemplateId): Template {
  const found = templates.find((template) => template.id === id);
  if (found === undefined) throw new Error(`there is no template ${id}`);
  return found;
}

/**
 * What a poll made of a template begins with. An award's notice is as long as five working days are in these very weeks.
 * @param now epoch milliseconds
 */
export function contentOf({ content, stages, kind }: Template, calendar: WorkCalendar, now: number): PollContent {
  const today = startOfDay(dayOf(now));
  const at = (when: When): number =>
    when === 'sameDay' ? sameDayEnd(now) : Math.max(now, today + when[0] * dayLength + when[1] * hour);
  return { ...content, stages: withWholeNotice(timesOf(stages, at), needsOf[kind].noticeDays, calendar) };
}

/** What comes behind the notice waits, by whole days, until so many working days are over. */
export function withWholeNotice(times: StageTimes, days: number, calendar: WorkCalendar): StageTimes {
  const { notice, awarded, archived } = times;
  if (days === 0 || notice === undefined || awarded === undefined) return times;
  const late = Math.max(0, calendar.noticeEnd(notice, days).until - awarded);
  const shift = Math.ceil(late / dayLength) * dayLength;
  return { ...times, awarded: awarded + shift, ...(archived === undefined ? {} : { archived: archived + shift }) };
}
