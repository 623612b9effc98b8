// What the reviewers' page says of nominations, pictures and videos.
import type { NominationState } from '../services/review';

export const reviewWords = {
  nominations: '推荐',
  media: '图片、视频、附件',
  parts: '审什么',
  collect: '请大家推荐',
  collectCard: (title: string): string => `“${title}”请您推荐`,
  states: '哪一类推荐',
  accept: '采用',
  acceptTitle: (name: string): string => `采用“${name}”？`,
  acceptDetail: '会成为一个新的候选，排在最后。推荐的人会看到“已采用”。',
  accepted: '已采用，成为候选',
  returning: '退回',
  returnTitle: (name: string): string => `退回“${name}”`,
  returned: '已退回，对方看得到理由',
  returnDetail: '退回以后不能恢复。推荐的人看得到理由，可以改好再推荐一次。',
  returnPlaceholder: '例如：请补充实施的地点和时间',
  merge: '并入已有',
  mergeTitle: (name: string): string => `“${name}”并入哪一个`,
  mergeDetail: '这条推荐说的是已有的候选时用。推荐的人会看到并入了哪一个。',
  mergeQuestion: (name: string, candidate: string): string => `把“${name}”并入“${candidate}”？`,
  mergeFinal: '并入以后不能恢复。推荐的人会看到并入了哪一个。',
  mergeYes: '并入',
  mergeFind: '搜候选的名称或编号',
  mergeNone: '没有找到这样的候选',
  merged: '已并入',
  noCandidates: '还没有候选可以并入。',
  decided: (name: string, at: string): string => `${name} ${at} 处理`,
  from: {
    resident: (name: string): string => (name ? `居民 ${name}` : '居民（没有留名）'),
    organisation: (name: string): string => (name ? `单位 ${name}` : '单位'),
  },
  alikeHint: (names: string): string => `候选里已有名称相近的：${names}`,
  reason: '理由',
  noneTitle: { waiting: '没有等待审核的推荐', other: '这里还没有推荐' },
  noneDetail: { waiting: '有人推荐时会放在这里，先到的在前。', other: '处理过的推荐会按结果放在这里。' },
  noMedia: '没有等待审核的图片、视频和附件',
  noMediaDetail: '微信拿不准的图片、所有的视频和文档附件，会放在这里等您看。',
  pass: '通过',
  refuse: '不通过',
  refuseTitle: (medium: string): string => `不通过${medium}`,
  refuseDetail: '它不会给居民看，定下以后不能恢复。理由团队看得到。',
  refusePlaceholder: '例如：画面里有未成年人的正脸',
  passed: '已通过',
  refused: '没有通过',
  look: '看大图',
  open: '打开看',
  yours: '等您决定',
} as const;

export const nominationStateNames: Readonly<Record<NominationState, string>> = {
  waiting: '等待审核',
  accepted: '已采用',
  returned: '已退回',
  merged: '已并入',
};

/** What state a picture or a video is in. */
export const mediaStateNames = {
  pending: '微信正在检查',
  passed: '已通过',
  review: '等审核人看',
  refused: '没有通过',
} as const;

export const mediaKinds = { picture: '图片', video: '视频', document: '文件' } as const;

export function attachmentTitle(name: string): string {
  return `附件“${name}”`;
}

/** 候选“智慧停车”的图片; the poll's own cover has no name. */
export function mediumTitle(kind: keyof typeof mediaKinds, name: string | undefined, isNomination: boolean): string {
  if (name === undefined) return `评选的封面${mediaKinds[kind]}`;
  return `${isNomination ? '推荐' : '候选'}“${name}”的${mediaKinds[kind]}`;
}
