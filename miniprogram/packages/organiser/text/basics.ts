// What the first step of the editor says.
import type { PollText } from '../../../../cloudfunctions/shared/universal/poll-fields';

interface FieldWords {
  label: string;
  placeholder: string;
  hint: string;
  aside: string;
  isLong: boolean;
  /** One line that shows itself whole. */
  isWide: boolean;
}

const optional = '可以不写';

export const basicFields: Readonly<Record<PollText, FieldWords>> = {
  title: {
    label: '标题',
    placeholder: '例如：2026年度十佳为民服务实事',
    hint: '',
    aside: '',
    isLong: false,
    isWide: true,
  },
  organiser: {
    label: '主办方',
    placeholder: '单位、社区或班级的全称',
    hint: '',
    aside: '',
    isLong: false,
    isWide: true,
  },
  implementers: {
    label: '承办单位',
    placeholder: '几家单位用顿号隔开',
    hint: '',
    aside: optional,
    isLong: false,
    isWide: true,
  },
  coOrganisers: {
    label: '协办单位',
    placeholder: '几家单位用顿号隔开',
    hint: '',
    aside: optional,
    isLong: false,
    isWide: true,
  },
  summary: {
    label: '简介',
    placeholder: '评什么，谁来评，结果怎么用',
    hint: '放在评选页的最前面，两三句就好。',
    aside: '',
    isLong: true,
    isWide: false,
  },
  purpose: {
    label: '评选目的',
    placeholder: '为什么办这次评选',
    hint: '',
    aside: '评优必写',
    isLong: true,
    isWide: false,
  },
  approval: {
    label: '依据的批准文件',
    placeholder: '例如：云政办〔2026〕18号',
    hint: '评优评先要写明依据，居民在规则页看得到。',
    aside: '评优必写',
    isLong: false,
    isWide: true,
  },
  objectionChannel: {
    label: '异议渠道',
    placeholder: '找哪个部门、在哪里、什么时间',
    hint: '对结果有意见的人照着这一条来找您。',
    aside: '',
    isLong: true,
    isWide: false,
  },
  hotline: {
    label: '监督电话',
    placeholder: '例如：0871-6312 3456',
    hint: '',
    aside: optional,
    isLong: false,
    isWide: true,
  },
};

export const attachmentListWords = {
  label: '附件',
  aside: optional,
  hint: '评选细则、批准文件等，居民在评选规则里可以打开。PDF、Word、Excel 或图片，每份最大 10 MB，最多 5 份。文档要由审核人看过才公开。',
  choose: '从聊天里选一份文件',
  open: '打开',
  remove: '去掉',
  problems: {
    kind: '这种文件手机上打不开。请换成 PDF、Word、Excel 或图片。',
    size: '文件太大，最大 10 MB。',
  },
} as const;

export const coverWords = {
  label: '封面',
  hint: '横的图片最好，4:3。没有也可以，会用公评的图案。',
  choose: '选一张图片',
  change: '换一张',
  remove: '去掉封面',
} as const;

/** 云川市人民政府办公室主办，请您评“2026年度十佳为民服务实事”。 */
export function titleSentence(title: string, organiser: string): string {
  const what = title.trim() === '' ? '（还没有标题）' : title.trim();
  return organiser.trim() === '' ? `${what}，请您评。` : `${organiser.trim()}主办：${what}，请您评。`;
}
