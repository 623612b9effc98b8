/** Why there is no board to show, and what to do: a heading and one sentence or two. */
export interface ProblemText {
  heading: string;
  detail: string;
}

const example = '本页网址的样子是：…/board/?files=https://…/logs/评选编号';

export const problemTexts = {
  missing: { heading: '没有填写评选的地址', detail: `网址里要有评选公开文件的地址。${example}` },
  unusable: { heading: '评选的地址不完整', detail: `files= 后面应当是以 https:// 开头的网址。${example}` },
  refused: { heading: '这里不显示这个评选', detail: '本网站只显示自己的评选。请向网站的管理者核对网址。' },
  none: {
    heading: '这个地址没有评选',
    detail: '请核对网址。如果评选刚刚发布，几分钟后这里会自动显示。',
  },
  foreign: {
    heading: '这个地址不是评选',
    detail: '那里的文件不是公评的票数，或者格式比本页新。请核对网址，或者更新本页。',
  },
  unreachable: {
    heading: '没有连上',
    detail: '网络不通，网址有误，或者存放票数的地方不允许本网站读取。连上以后会自动显示。',
  },
} as const satisfies Record<string, ProblemText>;
