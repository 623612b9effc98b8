// What organisers know the contract's fields as.
import { pollTextNames } from '../../cloudfunctions/shared/universal/poll-fields';
import { pollTextWords } from './poll-texts';

const names: Readonly<Record<string, string>> = {
  ...Object.fromEntries(pollTextNames.map((text) => [text, pollTextWords[text].name])),
  cover: '封面',
  attachments: '附件',
  stages: '时间安排',
  rules: '投票规则',
  groups: '分组',
  countPolicy: '票数公布方式',
  result: '结果规则',
  voidReasons: '作废理由',
  secondPerson: '两人同意',
  opensAtOnce: '发布就开始',
  latestEnd: '最晚截止时间',
  nomination: '推荐说明',
  isForGroups: '投票范围',
  measure: '候选的量词',
  name: '名称',
  group: '分组',
  unit: '单位',
  sentence: '一句话介绍',
  detail: '详细介绍',
  facts: '数字亮点',
  criteria: '评选标准说明',
  pictures: '图片',
  video: '视频',
  reason: '理由',
  clause: '依据',
  endAt: '截止时间',
  index: '选票序号',
  myName: '您的称呼',
  proposer: '推荐人',
  file: '文件',
};

/** 标题, 分组, …: the innermost part of a path like "change.rules.groups.2.name" that has a name of its own. */
export function fieldText(path: unknown): string {
  const parts = typeof path === 'string' ? path.split('.') : [];
  if (parts.includes('groups')) return '分组';
  const known = parts.reverse().find((part) => Object.hasOwn(names, part));
  return (known === undefined ? undefined : names[known]) ?? '有一项';
}
