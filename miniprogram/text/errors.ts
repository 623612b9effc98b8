// A sentence for every failure: what happened, what became of the ballot, what to do. No code comes first.
import type { DetailsOf, Failure, FailureCode } from '../services/cloud';
import { fieldText } from './fields';
import type { Measure } from '../services/polls';
import { rangeText } from '../../cloudfunctions/shared/universal/numbers';
import { organiserMessages } from './organiser-errors';
import { momentText } from '../../cloudfunctions/shared/universal/times';

export interface Message {
  title: string;
  detail: string;
  /** `notice` is ochre: the rules or the network; `fault` is plum: ours. */
  tone: 'notice' | 'fault';
}

/** A sentence for each code, out of that code's own details. `of` is how the poll's candidates are counted. */
type Messages = { readonly [Code in FailureCode]: (details: DetailsOf[Code], now: number, of: Measure) => Message };

const castMessages: Messages = {
  ...organiserMessages,
  INVALID_INPUT: () => fault('这张选票没能读懂', '选票没有投出。请下拉刷新页面，重新投。'),
  UNKNOWN_PROCEDURE: () => fault('这个版本太旧', '选票没有投出。请从微信右上角重新进入小程序，重新投。'),
  POLL_NOT_FOUND: (details, now) => notFound(details, now),
  POLL_NOT_OPEN: (details, now) => notOpen(details, now),
  PERIOD_OVER: () => notice('已经过了零点', '昨天的一票没有投出。请重新投今天的一票，您的选择还在。'),
  CANDIDATE_NOT_FOUND: (_, __, of) => notice(`有一${of}已经不在候选里`, '选票没有投出。请下拉刷新，重新选一下。'),
  CANDIDATE_WITHDRAWN: (_, __, of) => notice(`有一${of}不再接受投票`, `选票没有投出。请取消这一${of}，重新投。`),
  CHOICES_OUT_OF_RANGE: (details, _, of) => outOfRange(details, of),
  ALREADY_VOTED: ({ nextAt }, now) =>
    nextAt === null
      ? notice('您的一票已经投过', '每人一票，已投的票不会丢。回执在“我的”里。')
      : notice('今天的一票已经投过', `${momentText(nextAt, now)} 起可以再投。`),
  NO_BALLOT_LEFT: ({ nextAt }, now) =>
    nextAt === null
      ? notice('您的票已经投完', '已投的票不会丢。回执在“我的”里。')
      : notice('今天的票已经投完', `${momentText(nextAt, now)} 起可以再投。`),
  ALREADY_VOTED_FOR: ({ cap }, _, of) =>
    notice(`这一${of}已经投过`, `同一${of}最多投 ${cap} 票，这张选票没有投出。请换一${of}再投。`),
  PASS_NEEDED: () => notice('这是群里的投票', '选票没有投出。请从群里的卡片打开，重新投。'),
  PASS_EXPIRED: () => notice('打开的时间太久了', '您的选择还在。请从群里的卡片重新打开，再来投。'),
  GROUP_NOT_VERIFIED: () => notice('没能确认是哪个群', '请从群里的卡片重新打开。'),
  NOT_IN_GROUP: () => notice('这个投票不在这个群里办', '请从办投票的那个群里打开卡片。'),
  BALLOT_NOT_FOUND: () => notice('没有找到这张票', '请从“我的”里的回执重新进入。'),
  FORBIDDEN_SOURCE: () => fault('请在微信里打开', '选票没有投出。请从微信进入公评，重新投。'),
  BUSY: () => notice('投票的人较多，还没有收到回执', '您的选择还在。过一会儿点“再试一次”，不会多算一票。'),
  INTERNAL: ({ requestId }) => fault('这一步没有成功，问题在我们这边', `编号 ${requestId}，可发给客服。`),
  OFFLINE: () => notice('没有连上网络', '您的选择还在。连上后点“再试一次”，不会多算一票。'),
  TIMEOUT: () => notice('网络太慢，还没有收到回执', '您的选择还在。稍后点“再试一次”，不会多算一票。'),
  NO_ANSWER: () => fault('服务没有回应', '您的选择还在。稍后点“再试一次”，不会多算一票。'),
};

/** The same failures where nothing was cast: there is no ballot to speak of. */
const readMessages: Partial<Messages> = {
  INVALID_INPUT: () => notice('没有找到这一页', '链接可能不完整。请从首页重新进入。'),
  CANDIDATE_NOT_FOUND: () => notice('候选不在了', '可能已经撤下。请回到评选里看看。'),
  BUSY: () => notice('现在访问的人较多', '请过一会儿再试一次。'),
  OFFLINE: () => notice('没有连上网络', '连上后再试一次。已投的票不受影响。'),
  TIMEOUT: () => notice('网络太慢，没有打开', '请稍后再试一次。已投的票不受影响。'),
  NO_ANSWER: () => fault('服务没有回应', '请稍后再试一次。已投的票不受影响。'),
};

/** The same where organisers work: what became of what they typed. */
const workMessages: Partial<Messages> = {
  INVALID_INPUT: ({ field }) => notice(`${fieldText(field)}填写有误`, '没有保存。请看一下再试。'),
  UNKNOWN_PROCEDURE: () => fault('这个版本太旧', '没有保存。请从微信右上角重新进入小程序。'),
  FORBIDDEN_SOURCE: () => fault('请在微信里打开', '没有保存。请从微信进入公评，再试一次。'),
  BUSY: () => notice('现在用的人较多', '不知道有没有保存。请过一会儿再试一次。'),
  OFFLINE: () => notice('没有连上网络', '您写的内容还在。连上后再试一次。'),
  TIMEOUT: () => notice('网络太慢，还没有回应', '您写的内容还在。请稍后再试一次。'),
  NO_ANSWER: () => fault('服务没有回应', '您写的内容还在。请稍后再试一次。'),
};

/** What to say to organisers and to those who nominate. @param now the server's time, epoch milliseconds */
export function workFailureText(failure: Failure, now: number): Message {
  return messageOf({ ...castMessages, ...readMessages, ...workMessages }, failure, now);
}

/** What to say when a cast failed. @param now the server's time, epoch milliseconds */
export function castFailureText(failure: Failure, now: number, of: Measure = '项'): Message {
  return messageOf(castMessages, failure, now, of);
}

/** What to say when a page could not be loaded. @param now the server's time, epoch milliseconds */
export function readFailureText(failure: Failure, now: number): Message {
  return messageOf({ ...castMessages, ...readMessages }, failure, now);
}

function messageOf(messages: Messages, { code, details }: Failure, now: number, of: Measure = '项'): Message {
  // Code and details come as a pair; the compiler forgets which pair it is where the sentence is looked up.
  const speak = messages[code] as (those: typeof details, at: number, measure: Measure) => Message;
  return speak(details, now, of);
}

function notice(title: string, detail: string): Message {
  return { title, detail, tone: 'notice' };
}

function fault(title: string, detail: string): Message {
  return { title, detail, tone: 'fault' };
}

/** Of a poll that is gone there is nothing to do but to ask. */
const ask = '有疑问请问主办方。';

function notFound({ withdrawn, erased, isStill }: DetailsOf['POLL_NOT_FOUND'], now: number): Message {
  if (erased !== undefined) {
    const { at, reason, hasLog } = erased;
    const kept = hasLog ? '公开账册还在，证书仍可核对。' : '';
    return notice('这个评选的资料已经删除', `${momentText(at, now)} 由平台删除：${sentenceOf(reason)}${kept}${ask}`);
  }
  if (isStill) return notice('这个评选现在暂停', '平台正在搬迁或恢复资料。投过的票都在，请过些时候再来。');
  if (withdrawn === undefined) {
    return notice('没有找到这个评选', '它可能还没有公开，或已经撤下。请向主办方核实。');
  }
  const { reason = '', isAlone } = withdrawn;
  const alone = isAlone ? '由负责人一人办理。' : '';
  return notice(
    '这个评选已经取消',
    (reason === '' ? '主办方没有写明原因。' : `主办方的说明：${sentenceOf(reason)}${alone}`) + ask,
  );
}

/** What somebody wrote, with one full stop at its end. */
function sentenceOf(text: string): string {
  return `${text.replace(/[。.]$/, '')}。`;
}

function notOpen({ votingStartAt, votingEndAt }: DetailsOf['POLL_NOT_OPEN'], now: number): Message {
  if (now < votingStartAt) {
    return notice('还没有开始投票', `${momentText(votingStartAt, now)} 开始。您的选择还在，到时再投。`);
  }
  return now >= votingEndAt
    ? notice('投票已经截止', `${momentText(votingEndAt, now)} 截止，这张选票没有投出。请看“票数”一页。`)
    : notice('现在不能投票', '这张选票没有投出。请看评选页上的时间。');
}

function outOfRange({ min, max, group }: DetailsOf['CHOICES_OUT_OF_RANGE'], of: Measure): Message {
  const range = `要选 ${rangeText(min, max)} ${of}`;
  return notice(
    group === undefined ? `这个评选${range}` : `“${group}”${range}`,
    '选票没有投出。请按这个数目改一下，重新投。',
  );
}
