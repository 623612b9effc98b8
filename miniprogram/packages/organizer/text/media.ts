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

/** The same as a whole sentence, for a screen reader and below the picture. */
export function mediaStateSentence(state: MediaState): string {
  const sentences: Readonly<Record<MediaState, string>> = {
    pending: '微信正在核对这张图片，通过前居民看不到。',
    passed: '',
    review: '要由团队的审核人看过，通过前居民看不到。',
    refused: '没有通过微信的内容检查，请换一张。',
  };
  return sentences[state];
}

export const mediaWords = {
  uploading: (percent: number): string => `正在上传 ${percent}%`,
  failed: '没有传上去',
  again: '再传一次',
  remove: '去掉',
  tooLarge: (most: number): string => `视频太大，最大 ${most} MB。请剪短一些再选。`,
} as const;
