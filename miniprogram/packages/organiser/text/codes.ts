// What the page of posters and printed codes says.
import type { Failure } from '../../../services/cloud';
import type { Measure } from '../../../../cloudfunctions/shared/universal/poll';

export const codeWords = {
  title: '海报和打印',
  hint: '带二维码，张贴或发送',
  channel: '渠道',
  channelHint: '扫码来的计在这个渠道下。只计次数，不记是谁。',
  byUse: '按用途分别计',
  posters: '海报',
  pollPoster: '评选的海报',
  candidatePoster: '候选的海报',
  noPosters: '群里的投票不做海报：扫码进来的人只能看，不能投。下面的二维码也一样。',
  print: '打印的二维码',
  make: '做成 PDF',
  makeMore: '接着做',
  remake: '重新做',
  open: '打开',
  send: '发给同事',
  notShared: '没有发出去',
  /** A4 纸，一页 12 个… */
  about: (candidates: number, of: Measure): string =>
    `评选和 ${candidates} ${of}候选的二维码，A4 纸，每页 12 个，附编号和名称，沿虚线剪开。退出的候选不印。`,
  inParts: (parts: number): string => `候选较多，分成 ${parts} 份，做好一份就可以先打印一份。`,
  allParts: (parts: number): string => `分成 ${parts} 份，都做好了。`,
  working: (part: number, parts: number): string =>
    parts > 1 ? `正在做第 ${part} 份，共 ${parts} 份` : '正在做，第一次要等微信逐个画出来',
  /** 第 1 份 · 72 个二维码 · 6 页 */
  part: (part: number, parts: number): string => (parts > 1 ? `第 ${part} 份` : '全部二维码'),
  size: (codes: number, pages: number): string => `${codes} 个二维码 · ${pages} 页`,
} as const;

/** @param done how many parts are made already */
export function brokenText({ code }: Failure, done: number): { title: string; detail: string } {
  const kept = done > 0 ? `前 ${done} 份已经做好。` : '';
  if (code === 'WECHAT_UNAVAILABLE') {
    return { title: '微信暂时没有回应', detail: `${kept}已经画出的二维码会留着，过一会儿接着做就好。` };
  }
  if (code === 'OFFLINE') return { title: '没有连上网络', detail: `${kept}连上后接着做。` };
  return { title: '这一份没有做成', detail: `${kept}请过一会儿接着做。` };
}
