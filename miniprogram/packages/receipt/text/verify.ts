export const verifyWords = {
  intro: '编号印在证书下方，十位数字和字母。',
  code: '证书编号',
  check: '核对',
  scan: '扫证书上的码',
  notOurs: '这不是证书上的码。请扫证书下方的圆形码，或者输入编号。',
  again: '再查一次',
  checking: '正在核对公开账册……',
  malformed: '编号是十位数字和字母。请对照证书再看一遍。',
  toPicture: '证书图片',
  toPoll: '看这次评选',
  /** Where nobody said which poll. */
  noPoll: '请用微信扫证书上的码，从那里进来核对。',
} as const;
