const example = '网址的样子是：…/verify/?files=https://…/logs/评选编号&code=证书编号';

export const words = {
  problems: {
    missing: { heading: '没有填写评选的地址', detail: `网址里要有评选公开文件的地址。${example}` },
    unusable: { heading: '评选的地址不完整', detail: `files= 后面应当是以 https:// 开头的网址。${example}` },
    refused: { heading: '这里不核对这个评选', detail: '本网站只核对自己的证书。请向网站的管理者核对网址。' },
  },
  malformed: '编号是十位数字和字母，印在证书下方。请再看一遍。',
  checking: '正在核对公开账册……',
  again: '再查一次',
  source: (host: string, isOurs: boolean) =>
    isOurs ? `账册取自 ${host}。` : `账册取自 ${host}。本页没有限定来源，请看清是不是主办单位公布的地址。`,
};
