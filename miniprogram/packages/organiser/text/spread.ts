// What the pages of chat groups, channels and links say.
import { groupedText } from '../../../../cloudfunctions/shared/universal/numbers';

export const groupWords = {
  onlyGroups: '只给群里的人投',
  onlyGroupsHint: '只有从绑定的群里打开卡片的人能投，其他人看得到，投不了。',
  toGroups: '绑定群',
  toGroupsHint: '把卡片发到群里，从群里点开来绑定',
  here: '这个群还没有名字',
  hereDetail: '您是从群里的卡片打开的。给这个群起个名字，就绑定好了。再绑定一次就是改名。',
  name: '群名',
  namePlaceholder: '如 幸福里 3 号楼群',
  bind: '绑定这个群',
  bound: '已绑定',
  list: '已绑定的群',
  none: '还没有绑定群',
  noneDetail: '把卡片发到要投票的群里，再从群里点开它，就能绑定。',
  how: '微信不告诉我们群名和成员，只确认投票的人是从这个群打开的。',
  frozen: '发布以后不能再改。',
  send: '发到群里去绑定',
  unbind: '取消绑定',
  unbindTitle: (name: string): string => `不再绑定“${name}”？`,
  unbindDetail: '这个群里的人就不能投了。可以再绑定。',
  card: (title: string): string => `绑定这个群：${title}`,
  unnamed: '先写群名',
} as const;

export const channelWords = {
  title: '渠道和链接',
  hint: '看看大家从哪里来',
  intro: '每个渠道有自己的链接和二维码。分开发，就知道大家从哪里来。只计次数，不记是谁。',
  named: '您起名的渠道',
  builtIn: '自带的渠道',
  none: '还没有起名的渠道。例如“大厅海报”“公众号”。',
  add: '加一个渠道',
  addTitle: '渠道叫什么',
  namePlaceholder: '如 社区大厅海报',
  unpublished: '发布以后才有链接和二维码。',
  rename: '改名',
  remove: '不再使用',
  removeTitle: (name: string): string => `不再使用“${name}”？`,
  removeDetail: '停用以后不能恢复，不再出新的链接和二维码。已经发出去的照样能打开，照样计数。',
  copyLink: '复制链接',
  linkCopied: '链接已复制',
  poster: '做海报',
  showCode: '看二维码',
  saveCode: '保存二维码到相册',
  saved: '已保存到相册',
  notSaved: { title: '没有保存', detail: '请在右上角的设置里允许保存到相册，再试一次。', read: '知道了' },
  removed: '已停用',
  /** 打开约 120 次 · 计入 45 票 */
  counts: (visits: number, ballots: number): string =>
    `打开约 ${groupedText(visits)} 次 · 计入 ${groupedText(ballots)} 票`,
} as const;
