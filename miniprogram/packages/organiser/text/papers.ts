// What the page says on which papers of an award are made.
export const paperWords = {
  title: '打印和证书',
  hint: '核验报告、公示、表彰名单、证书，都是 PDF',
  intro: '做好以后打开，可以转发或者打印。',
  names: {
    report: '核验报告',
    noticeA4: '公示（A4）',
    noticeA3: '公示（A3）',
    awards: '表彰名单',
    upright: '全部证书，竖版',
    wide: '全部证书，横版',
    plain: '全部证书，黑白',
  },
  /** The same for one winner. */
  ofOne: { upright: '证书，竖版', wide: '证书，横版', plain: '证书，黑白' },
  picture: '证书图片',
  pictureHint: '可以存到相册，发给获奖的人',
  hints: {
    report: '一页，核验以后可以做',
    noticeA4: '黑白，有盖公章的地方',
    noticeA3: '同样的内容，大一号',
    awards: '带证书编号',
    upright: '一人一页，带核对的码',
    wide: '一人一页，带核对的码',
    plain: '没有边框，可以套在现成的证书纸上',
  },
  working: '正在做……',
  /** 已画好 40 个码，共 300 个 */
  drawing: (done: number, of: number): string => `已画好 ${done} 个码，共 ${of} 个`,
} as const;
