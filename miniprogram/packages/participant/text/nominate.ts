// What the page says on which residents and organisations propose candidates.
import type { Measure } from '../../../../cloudfunctions/shared/universal/poll';
import type { MyNominations } from '../services/nominations';

export const nominateWords = {
  organiser: (name: string): string => `${name} 主办`,
  guide: '推荐什么',
  until: (time: string): string => `${time} 截止`,
  left: (count: number, of: Measure): string => (count > 0 ? `您还可以推荐 ${count} ${of}` : '您的推荐已经送满'),
  form: '写推荐',
  mine: '我的推荐',
  who: '谁来推荐',
  resident: '居民个人',
  organisation: '单位或社团',
  proposerName: { resident: '您的称呼（可以不写）', organisation: '单位名称' },
  proposerPlaceholder: { resident: '如 张先生，只给主办方看', organisation: '如 城关街道办事处' },
  name: '推荐的名称',
  namePlaceholder: '项目、人物或作品的名称',
  group: '分组',
  chooseGroup: '选一个分组',
  noGroup: '不分组',
  unit: '所在单位（可以不写）',
  unitPlaceholder: '负责的部门或单位',
  sentence: '一句话介绍',
  sentencePlaceholder: '60 字以内，让人一看就懂',
  criterionPlaceholder: '写事实和数字，可以不写',
  picturesName: '张图片（可以不加）',
  addPicture: '加图片',
  remove: '去掉图片',
  picturesHint: '请用自己有权使用的图片。微信检查通过以后才会公开。',
  checked: '您写的内容会先经微信检查，再由主办方审核，采用后才公开。',
  submit: '送出推荐',
  sending: '正在送出',
  sendingPicture: (at: number, all: number): string => `正在上传第 ${at} 张图片，共 ${all} 张`,
  missing: { name: '请先写推荐的名称', sentence: '请写一句话介绍', proposer: '请写单位名称' },
  pictureLost: { title: '图片没有传上去', detail: '您写的内容还在。请检查网络，再送一次。' },
  sentTitle: '已经送出',
  sentDetail: '主办方审核以后，结果会放在这里的“我的推荐”。',
  another: '再推荐一个',
  toMine: '看我的推荐',
  closed: {
    title: '现在不收推荐',
    before: (time: string): string => `${time} 开始收。`,
    after: (time: string): string => `${time} 已经截止。`,
    settled: '这个评选的候选已经定下。',
    never: '这个评选的候选已经定下，不收推荐。',
  },
  full: { title: '您的推荐已经送满', detail: '等主办方审核。被退回的可以改好再送。' },
  none: '还没有推荐过',
  noneDetail: '送出以后，审核的结果会放在这里。',
  reason: (text: string): string => `主办方的说明：${text}`,
  mergedInto: (candidate: string): string => `已经有了，并入“${candidate}”`,
  sentAt: (time: string): string => `${time} 送出`,
  share: (title: string): string => `“${title}”请您推荐`,
} as const;

type State = MyNominations['nominations'][number]['state'];

export const verdicts: Readonly<Record<State, { name: string; ring: 'open' | 'dot' | 'tick' }>> = {
  waiting: { name: '等待审核', ring: 'dot' },
  accepted: { name: '已采用', ring: 'tick' },
  returned: { name: '已退回，可以改好再送', ring: 'open' },
  merged: { name: '已经有了，已合并', ring: 'tick' },
};
