export type DraftCriterion = 'innovation' | 'effectiveness' | 'satisfaction' | 'sustainability';

export type ImportField = 'number' | 'name' | 'unit' | 'sentence' | 'detail' | 'group' | DraftCriterion;

export interface ImportColumn {
  field: ImportField;
  /** As the template and the export write it. */
  title: string;
  /** Visible characters; absent where the text is kept as something else. */
  most?: number;
}

/** Numbers of candidates, inclusive. */
export const leastNumber = 1;
export const mostNumber = 9999;

/** What stands in the number's place in the template's example row. */
export const exampleMark = '示例';

/** All columns an import reads, in the order of the template. */
export const importColumns: readonly ImportColumn[] = [
  { field: 'number', title: '编号' },
  { field: 'name', title: '名称', most: 60 },
  { field: 'unit', title: '单位', most: 40 },
  { field: 'group', title: '分组' },
  { field: 'sentence', title: '一句话', most: 120 },
  { field: 'detail', title: '详细介绍', most: 2000 },
  { field: 'innovation', title: '服务创新性', most: 1000 },
  { field: 'effectiveness', title: '服务实效性', most: 1000 },
  { field: 'satisfaction', title: '群众满意度', most: 1000 },
  { field: 'sustainability', title: '可持续性', most: 1000 },
];

export function isCriterion(field: ImportField): field is DraftCriterion {
  return ['innovation', 'effectiveness', 'satisfaction', 'sustainability'].includes(field);
}

/** The most visible characters of a field; undefined where its text is kept as something else. */
export function mostOf(field: ImportField): number | undefined {
  return importColumns.find((each) => each.field === field)?.most;
}
