import { exampleMark, leastNumber, mostNumber, mostOf, type DraftCriterion } from '../imports/columns';
import { mostCandidates } from '../editing/order';
import { candidateColumns } from './candidates-sheet';
import type { SheetContent } from './workbook';

const example = {
  number: exampleMark,
  name: '社区老年食堂',
  unit: '市民政局',
  sentence: '六十岁以上老人在家门口吃上热饭，午餐十元起。',
  detail: '由街道出场地，配餐企业每天送餐，志愿者给走不动的老人送到家。吃什么由老人自己点。',
  innovation: '由街道提供场地、企业负责运营、志愿者负责送餐。',
  effectiveness: '已开办 216 个，每天供餐约一万八千份。',
  satisfaction: '第三方回访满意度 96%。',
  sustainability: '列入年度预算，运营补贴按就餐人次结算。',
};

/**
 * The workbook organisers fill in: one example row, which an import leaves out, and notes.
 * @param groups names of the poll's groups; empty when it has none
 * @param criteria texts that each candidate of the poll gives
 */
export function importTemplate(groups: readonly string[], criteria: readonly DraftCriterion[]): SheetContent[] {
  const columns = candidateColumns({ hasGroups: groups.length > 0, criteria });
  const row = columns.map(({ field }) => (field === 'group' ? (groups[0] ?? null) : example[field]));
  return [
    { name: '候选名单', columns: columns.map(({ column }) => column), rows: [row] },
    {
      name: '填写说明',
      columns: [{ title: '填写说明', width: 90 }],
      rows: notes(groups, columns).map((note) => [note]),
    },
  ];
}

function notes(groups: readonly string[], columns: ReturnType<typeof candidateColumns>): string[] {
  const limits = columns.flatMap(({ field, column: { title } }) => {
    const most = mostOf(field);
    return most === undefined ? [] : [`${title}不超过 ${most} 字`];
  });
  return [
    '请从第 3 行开始填写。第 2 行是示例，导入时会略过，也可以删除。',
    '第 1 行的标题请保留；没有内容的列可以删除。',
    '名称必填，不能重复。',
    `编号为 ${leastNumber} 到 ${mostNumber} 的整数，不能重复；不填则从最大的编号往后排。`,
    ...(groups.length > 0 ? [`分组必填，只能是：${groups.join('、')}。`] : []),
    `${limits.join('，')}。`,
    '一个格子写一项内容，请勿合并单元格。',
    '图片和视频请导入后在小程序中逐个添加。',
    `一个评选的候选最多 ${mostCandidates}。`,
    '任何一行有错，整个文件都不会导入，并会逐行说明原因。',
  ];
}
