// Putting a picture that was drawn into the phone's album.

export const saveWords = {
  save: '保存到相册',
  saving: '正在保存',
  saved: '已保存到相册',
} as const;

/** What became of a picture that was to be saved, and what to do about it. */
export const albumWords = {
  denied: {
    title: '没有保存',
    detail: '微信里没有允许公评保存到相册。打开“保存到相册”以后会接着保存，也可以长按图片保存。',
    action: '去设置里允许',
    needsSettings: true,
  },
  failed: {
    title: '没有保存',
    detail: '手机没有收下这张图片，可能是空间不够。请再试一次。',
    action: '再保存一次',
    needsSettings: false,
  },
} as const;
