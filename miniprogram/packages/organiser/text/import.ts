// What the import of a list says.
import { criterionNames } from '../../../text/candidate-page';
import type { Measure } from '../../../../cloudfunctions/shared/universal/poll';

export const importWords = {
  title: '从表格导入候选',
  detail: '把名单的表格发到任意一个聊天（文件传输助手也行），再从那里选。单位里现成的名单就可以。',
  steps: [
    '先看一遍，哪一列、哪一行有问题会告诉您',
    '列认错了、哪一行不要，在手机上就能改',
    '确认以后一次全部加入，有一处不对就一个也不加',
  ],
  columns: '列名常见的写法都认得，例如项目名称、申报单位、类别、简介、事迹。只有名称必须有。',
  formats:
    '可以选 .xlsx、.xlsm、.csv 和 .txt；.xls 和 .et 请先另存为 .xlsx。文件最大 2 MB，最多 64 列，一个评选的候选最多 500。',
  choose: '选择表格文件',
  another: '换一个文件',
  template: '下载模板',
  preparing: '正在准备模板',
  uploading: (percent: number): string => `正在上传 ${percent}%`,
  checking: '正在检查',
  importing: '正在加入',
  clean: (count: number, of: Measure): string => `检查好了，可以加入 ${count} ${of}`,
  cleanDetail: '还没有写入。看过下面的列和行，再确认。',
  faulty: (count: number): string => `有 ${count} 处要改`,
  faultyDetail: '什么也没有加入。列认错了、哪一行不要，在下面就能改；别的请在表格里改好，再选一次。',
  moreFaults: (count: number): string => `还有 ${count} 处没有列出，改好这些再检查一次。`,
  notes: '请留意',
  sheets: '工作表',
  sheetsHint: '要读哪几张，点一下。',
  columnsTitle: '每一列是什么',
  columnsHint: '认错了就点上面的名字改。往左滑可以看后面的列。',
  unused: '不用',
  untitled: '没有列名',
  emptyColumn: '这一列是空的',
  columnLabel: (title: string, use: string): string => `${title}这一列，现在是${use}，点了可以改`,
  rowsTitle: '每一行',
  rowsHint: '不要的行点一下去掉，再点一下又加上。',
  rowsMore: (count: number): string => `看中间的 ${count} 行`,
  rowPlace: (row: number): string => `第 ${row} 行`,
  rowLabel: (place: string, text: string, isTaken: boolean): string =>
    `${place}，${text}，${isTaken ? '加入' : '不加入'}`,
  leaveRow: '不要这一行',
  leaveRowLabel: (place: string): string => `不要${place}`,
  undo: '改回自动认的',
  confirm: (count: number, of: Measure): string => `加入这 ${count} ${of}`,
  done: (count: number, of: Measure): string => `已加入 ${count} ${of}`,
  doneDetail: '可以接着添加图片和介绍。',
  toCandidates: '好了',
} as const;

/** What a column may be taken for, as the page and the template call it. */
export const fieldNames: Readonly<Record<string, string>> = {
  number: '编号',
  name: '名称',
  unit: '单位',
  group: '分组',
  sentence: '一句话介绍',
  detail: '详细介绍',
  ...criterionNames,
};
