// What the list of candidates says.
import type { ListedCandidate } from '../services/candidates';
import type { Measure } from '../../../../cloudfunctions/shared/universal/poll';
import { mediaStateText } from './media';

export const candidatesWords = {
  search: '搜名称、单位或编号',
  clear: '清空',
  add: '添加候选',
  importFile: '从表格导入',
  export: '导出表格',
  noneTitle: '还没有候选',
  noneDetail: '一个一个加，或者把名单放在表格里一次导入。',
  notFound: (query: string): string => `没有找到“${query}”`,
  notFoundDetail: '换个词试试，也可以输入编号。',
  count: (count: number, of: Measure): string => `${count} ${of}候选`,
  more: '更多操作',
  removed: (name: string): string => `已删除“${name}”`,
  undo: '撤销',
  up: '上移一位',
  down: '下移一位',
  renumber: '改编号',
  edit: '编辑',
  remove: '删除',
  freeze: '暂停投票',
  unfreeze: '恢复投票',
  withdraw: '退出评选',
  renumberTitle: (name: string): string => `“${name}”的编号`,
  renumberHint: '1 到 9999。后面的会顺着往后排。',
  renumberWrong: '编号要是 1 到 9999 的整数',
  renumberYes: '改好',
  askTitle: (act: string, name: string): string => `${act}：${name}`,
  reasonPlaceholder: '写给所有居民看，例如：本人申请退出',
  waiting: '已提出，等另一位同意',
  done: '已公开办理',
  exporting: '正在生成表格',
  frozen: '暂停中',
  withdrawn: '已退出',
} as const;

/** 待核对: the first picture or video that is not shown yet; '' where all are. */
export function candidateMediaText({ pictures, video }: Pick<ListedCandidate, 'pictures' | 'video'>): string {
  const media = video === null ? pictures : [...pictures, video];
  const open = media.find(({ state }) => state === 'refused') ?? media.find(({ state }) => state !== 'passed');
  return open === undefined ? '' : `图片${mediaStateText(open.state)}`;
}
