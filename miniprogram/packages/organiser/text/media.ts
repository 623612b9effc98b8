import type { EditedPoll } from '../services/polls';

type MediaState = NonNullable<EditedPoll['cover']>['state'];

const states: Readonly<Record<MediaState, string>> = {
  pending: '待核对',
  passed: '',
  review: '等审核人看',
  refused: '未通过',
};

/** Where the check of a picture stands; '' for one that is passed and shown. */
export function mediaStateText(state: MediaState): string {
  return states[state];
}

export const mediaWords = {
  uploading: (percent: number): string => `正在上传 ${percent}%`,
  failed: '没有传上去',
  tooLarge: (most: number): string => `视频太大，最大 ${most} MB。请剪短一些再选。`,
} as const;
