import type { AwardReport, Fate } from '../../../cloudfunctions/shared/universal/ledger/count/award-report';
import type { LotFall } from '../../../cloudfunctions/shared/universal/ledger/count/lot-fall';
import type { SheetCandidate } from '../../../cloudfunctions/shared/universal/ledger/entries/candidate-sheet';
import type { WithdrawnCandidate } from '../../../cloudfunctions/shared/universal/ledger/entries/figures';
import type { AnyRulingEntry, RulingEntry } from '../../../cloudfunctions/shared/universal/ledger/entries/log-entry';
import type { InquiryRulingEntry } from '../../../cloudfunctions/shared/universal/ledger/entries/inquiry-ruling';
import type { Likeness } from '../worker/likeness';
import type { Unreadable } from '../worker/messages';
import { groupedText } from '../../../cloudfunctions/shared/universal/numbers';
import { fullDateText, fullTimeText } from '../../../cloudfunctions/shared/universal/times';
import { sizeText } from '../../shared/size-text';

export const words = {
  passed: '核对通过',
  passedDetail: '按这份账册重新计票，结果与公布的完全相同。',
  failed: '核对没有通过',
  noBundle: '这不是账册文件',
  unreadable: '没有读到账册文件',
  cancelled: '核对已取消',
  cancelledDetail: '没有得出结论。您可以换一个文件，或者重新开始。',
  broken: '核对没有完成',
  brokenDetail: '问题出在本页，不说明账册有错。请刷新本页再试，或换用新版本的浏览器。',
  again: '再核对一份',
  more: '补充公钥或回执，再核对一次',
  copy: '复制核对报告',
  copyEvidence: '复制凭据',
  copied: '已复制',
  copyFailed: '没有复制成功，请改用下载',
  download: '下载核对报告',
  downloadEvidence: '下载凭据',
  checks: '核对了什么',
  result: '重新计票的结果',
  rank: '名次',
  candidate: '候选',
  votes: '得票',
  voided: '作废',
  score: '得分',
  counting: '有效选票',
  voidedBallots: '作废选票',
  entries: '账册条目',
  voidReasons: '作废的理由',
  rulings: '每一次作废、恢复、退出与取消评委资格',
  withdrawn: '退出评选的候选，不排名次',
  facts: '账册',
  origin: '账册名称',
  voting: '投票时间',
  choices: '每张选票',
  seats: '入选名额',
  seatsOf: (group: string) => `入选名额（${group} 组）`,
  draw: '抽签结果',
  award: '公示与表彰',
  calledOff: '评选已取消',
  key: '公钥',
  root: '账册指纹',
  file: '文件',
  fileHash: '文件指纹',
  computing: '正在计算',
  error: '错误名称',
  place: '位置',
  note: '详细',
  meaning: '这是什么意思',
  whatToDo: '您可以怎么做',
  evidence: '凭据',
  oneFile: '一次核对一个文件。请只拖入账册文件。',
  noFile: '没有收到文件。请拖入账册文件，或者点“选择文件”。',
  badUrl: '请填写完整的网址，以 https:// 开头。',
  badKey: '这不像一把公钥。公钥的样子是：名称+8 位编号+一串字母。请整段复制，中间不要断开。',
  badCheckpoint: '这不像一份签名快照。请连同最后以“—”开头的签名行一起粘贴。',
  badReceipt: '没有读出回执。请在小程序的回执页点“复制回执”，再整段粘贴到这里。',
} as const;

/** What stands behind a candidate's name. */
export const fateTexts: Record<Fate, string> = {
  won: '入选',
  waits: '等抽签',
  proposed: '拟入选',
  revoked: '表彰已撤销',
  none: '',
};

/** 第 1 名 for a list, as a screen reader says it. */
export function seatsText(seats: number): string {
  return `前 ${seats} 名`;
}

/** 每张选票 选 3–10 项 */
export function choicesText(range: string, isDaily: boolean, perPeriod: number): string {
  return `选 ${range} 项；每人${isDaily ? '每天' : '总共'} ${perPeriod} 张`;
}

/** What each candidate is called, number and name, by its id. */
export function candidateNames(candidates: readonly SheetCandidate[]): (candidate: string) => string {
  const names = new Map(candidates.map(({ id, number, name }) => [id, `${number} ${name}`]));
  return (candidate) => names.get(candidate) ?? candidate;
}

/** So many places of a list are written out. */
const mostPlaces = 3;

/** 作废第 8 条：机器投票（…） or 12 口袋公园 退出：…. @param nameOf a candidate by its id */
export function rulingText(ruling: AnyRulingEntry, nameOf: (candidate: string) => string): string {
  const { kind, reason, proposer, approver } = ruling;
  if (kind === 'withdraw') {
    return `${nameOf(ruling.candidate)} 退出：${reason}（提出 ${proposer}，核准 ${approver}）`;
  }
  const { clause } = ruling;
  if (kind === 'exclude') {
    return `取消 ${ruling.juror} 的评委资格：${reason}（${clause}；提出 ${proposer}，核准 ${approver}）`;
  }
  const what = kind === 'void' ? '作废' : '恢复';
  return `${what}${placesText(ruling)}：${reason}（${clause}；提出 ${proposer}，核准 ${approver}）`;
}

/** 第 8 条, or 第 8、9、12 条等 40 条（3 号核查） */
function placesText(ruling: RulingEntry | InquiryRulingEntry): string {
  if (ruling.v === 1) return `第 ${groupedText(ruling.index)} 条`;
  const { indexes, inquiry } = ruling;
  const first = indexes.slice(0, mostPlaces).map((index) => groupedText(index));
  const all = indexes.length > mostPlaces ? `等 ${groupedText(indexes.length)} 条` : '';
  return `第 ${first.join('、')} 条${all}（${inquiry} 号核查）`;
}

/** 12 口袋公园：得 1,204 票 */
export function withdrawnText({ candidate, votes }: WithdrawnCandidate, nameOf: (candidate: string) => string): string {
  return `${nameOf(candidate)}：得 ${groupedText(votes)} 票`;
}

export function moreRulingsText(count: number): string {
  return `另有 ${groupedText(count)} 次，见核对报告。`;
}

export function voidReasonText(reason: string, ballots: number): string {
  return `${reason}：${groupedText(ballots)} 张`;
}

/** What the progress line says. @param total null where nobody knows */
export function progressText(bytes: number, total: number | null, entries: number): string {
  const read = total === null ? `已读 ${sizeText(bytes)}` : `${Math.floor((bytes / total) * 100)}%`;
  return `${read}，已核对 ${groupedText(entries)} 条`;
}

/** The same for a screen reader, which is told of every tenth only. */
export function spokenProgress(tenth: number): string {
  return `已核对 ${tenth * 10}%`;
}

/** On the button that takes the same file again. */
export function sameText(name: string): string {
  return `再次核对 ${name}`;
}

export function countingText(name: string): string {
  return `正在核对 ${name}`;
}

export function fileText(name: string, bytes: number): string {
  return `${name}（${sizeText(bytes)}）`;
}

/** Which kind of line each word begins. */
const lineKinds: Readonly<Record<string, string>> = {
  gongping: '文件抬头',
  key: '公钥',
  candidate: '候选',
  rules: '规则',
  entry: '账册条目',
  checkpoint: '签名快照',
  result: '结果',
  end: '结尾',
};

/** 第 12 行（账册条目） */
export function placeText(line: number, word: string | null): string {
  if (line === 0) return '文件开头';
  const kind = word !== null && Object.hasOwn(lineKinds, word) ? lineKinds[word] : undefined;
  return `第 ${groupedText(line)} 行${kind === undefined ? '' : `（${kind}）`}`;
}

/** How much was in order before a fault. */
export function beforeText(line: number): string {
  return line > 1 ? `第 ${groupedText(line)} 行之前的内容没有发现问题；之后的没有再核对。` : '';
}

export const likenessTexts: Record<Likeness, string> = {
  nothing: '这个文件是空的，里面什么也没有。',
  picture: '这是一张图片。账册文件是文字，不是截图。',
  pdf: '这是一份 PDF 文档。请下载账册文件本身。',
  archive: '这是一个压缩包。请先解压，再选择里面的账册文件。',
  'web page': '这是一个网页，不是账册文件。网址可能指向了介绍页或登录页。',
  json: '这是一段 JSON。如果它是回执，请粘贴到“更多核对”的回执一栏。',
  'something else': '它的开头不是公评账册的抬头。',
};

export function unreadableText(why: Unreadable): string {
  switch (why.reason) {
    case 'HTTP':
      if (why.status === 404) return '这个网址没有文件（HTTP 404）。请核对网址，或者向发链接的人要新的。';
      if (why.status === 401 || why.status === 403) {
        return `对方网站不让读这个文件（HTTP ${why.status}）。请用浏览器下载后，再选择文件。`;
      }
      return `对方网站没有给出文件（HTTP ${why.status}）。请稍后再试，或者下载后选择文件。`;
    case 'NETWORK':
      return '没有连上这个网址：网络不通、网址有误，或者对方不允许别的网页读取。请用浏览器下载后，再选择文件。';
    case 'INTERRUPTED':
      return '读到一半中断了：网络断开，或者文件被移走、没有读取权限。请再试一次。';
  }
}

/** How the lot fell. @param draw what a result under older rules says was drawn */
export function lotTexts(
  lot: LotFall | null,
  draw: string | undefined,
  nameOf: (candidate: string) => string,
): string[] {
  if (lot === null) return draw === undefined ? [] : [`抽签结果：${draw}`];
  const { announced, digits, drawn, tied } = lot;
  if (drawn === undefined && tied.length === 0) return [];
  const equal = tied.map((each) => {
    const names = each.map(({ candidate }) => nameOf(candidate)).join('、');
    return drawn ? `并列的${names}，按抽签排成这个先后。` : `${names}并列，等抽签决定先后。`;
  });
  return [
    `规则约定：${announced}，${digits} 位数字`,
    drawn ? `抽签结果：${drawn.draw}，由两个人录入` : '还没有抽签',
    ...(equal.length > 0 ? equal : ['没有需要抽签决定的并列。']),
  ];
}

/** More names than these are only counted: all of them stand in the ranking. */
const mostNames = 10;

/** Each notice, each award that was taken back, and the calling off. @param nameOf a candidate by its id */
export function awardTexts(award: AwardReport, nameOf: (candidate: string) => string): string[] {
  const { owedDays, notices, hasResult, revocations, callOff } = award;
  const lines = notices.map(({ n, from, until, winners, proposer, approver }) => {
    const names = winners.map(({ candidate }) => nameOf(candidate));
    const who = names.length === 0 ? '没有候选' : names.slice(0, mostNames).join('、');
    const more = names.length > mostNames ? `等 ${groupedText(names.length)} 个` : '';
    const term = `${fullTimeText(from)} 起，到 ${fullDateText(until - 1)}结束`;
    return `第 ${n} 次公示：${term}；拟入选：${who}${more}（提出 ${proposer}，核准 ${approver}）`;
  });
  if (owedDays !== undefined && notices.length === 0) lines.push(`规则约定公示 ${owedDays} 个工作日，还没有公示。`);
  if (notices.length > 0 && !hasResult && callOff === undefined) lines.push('结果还没有写入，公示的名次还可能更正。');
  lines.push(
    ...revocations.map(
      ({ candidate, reason, clause, proposer, approver }) =>
        `撤销 ${nameOf(candidate)} 的表彰：${reason}（${clause}；提出 ${proposer}，核准 ${approver}）`,
    ),
  );
  if (callOff)
    lines.push(`取消评选：${callOff.reason}（提出 ${callOff.proposer}，核准 ${callOff.approver}）。没有候选入选。`);
  return lines;
}
