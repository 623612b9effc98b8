import type { DraftCriterion } from './report';

export type ImportField = 'number' | 'name' | 'unit' | 'sentence' | 'group' | DraftCriterion;

export interface ImportColumn {
  field: ImportField;
  /** As the template and the export write it. */
  title: string;
  /** What else organisers call it. */
  synonyms: readonly string[];
  /** Visible characters; absent where the text is kept as something else. */
  most?: number;
}

/** Numbers of candidates, inclusive. */
export const leastNumber = 1;
export const mostNumber = 9999;

export const mostCandidates = 1000;

/** What stands in the number's place in the template's example row. */
export const exampleMark = '示例';

/** All columns an import reads, in the order of the template. */
export const importColumns: readonly ImportColumn[] = [
  {
    field: 'number',
    title: '编号',
    synonyms: ['号码', '项目编号', '候选编号', '候选项目编号', '作品编号', '参赛编号', '候选人编号', 'number'],
  },
  {
    field: 'name',
    title: '名称',
    most: 60,
    synonyms: [
      ...[
        '项目名称',
        '候选项目',
        '候选项目名称',
        '项目',
        '项目名',
        '候选名称',
        '实事名称',
        '实事项目',
        '事项名称',
        '事项',
      ],
      ...['参评项目', '参评项目名称', '申报项目', '申报项目名称', '候选人', '候选人姓名', '姓名', '候选对象', '人选'],
      ...['作品', '作品名称', '作品标题', '节目名称', '案例名称', '标题', '题目', 'name'],
    ],
  },
  {
    field: 'unit',
    title: '单位',
    most: 40,
    synonyms: [
      ...['申报单位', '报送单位', '推荐单位', '所属单位', '责任单位', '牵头单位', '主办单位', '承办单位', '实施单位'],
      ...[
        '工作单位',
        '选送单位',
        '参评单位',
        '单位名称',
        '所在单位',
        '部门',
        '责任部门',
        '申报部门',
        '牵头部门',
        'unit',
      ],
    ],
  },
  {
    field: 'group',
    title: '分组',
    synonyms: ['类别', '组别', '所属分组', '所属类别', '项目类别', '分类', '类型', 'group'],
  },
  {
    field: 'sentence',
    title: '一句话',
    most: 120,
    synonyms: [
      ...['一句话介绍', '一句话简介', '一句话概括', '简介', '项目简介', '内容简介', '作品简介', '简要介绍', '简要说明'],
      ...['介绍', '项目介绍', '事迹简介', 'sentence'],
    ],
  },
  {
    field: 'innovation',
    title: '服务创新性',
    most: 1000,
    synonyms: ['创新性', '创新', '创新点', '创新亮点', '项目创新性', 'innovation'],
  },
  {
    field: 'effectiveness',
    title: '服务实效性',
    most: 1000,
    synonyms: ['实效性', '实效', '成效', '工作成效', '实施成效', '主要成效', '项目成效', '效果', 'effectiveness'],
  },
  {
    field: 'satisfaction',
    title: '群众满意度',
    most: 1000,
    synonyms: ['满意度', '群众满意', '群众评价', '公众满意度', 'satisfaction'],
  },
  {
    field: 'sustainability',
    title: '可持续性',
    most: 1000,
    synonyms: ['可持续', '持续性', '可持续发展', '长效性', 'sustainability'],
  },
];

/** Titles of columns for pictures and files, which are added in the mini-program, one candidate at a time. */
export const pictureTitles: readonly string[] = [
  '图片',
  '照片',
  '配图',
  '封面',
  '图片链接',
  '项目图片',
  '视频',
  '附件',
];

/** A running number of rows: it serves as the candidate's number where no column says so itself. */
export const runningNumberTitles: readonly string[] = ['序号', '序', '号', 'no', 'no.'];
