// A poll's rules as a resident reads them before acting.
import type { ListedPoll, PollReply, Measure } from '../services/polls';
import { paceText, quietText } from '../../cloudfunctions/shared/universal/count-words';
import { stepOf, usualStep } from '../../cloudfunctions/shared/universal/public-count';
import { rangeText } from '../../cloudfunctions/shared/universal/numbers';
import { dateTimeText } from '../../cloudfunctions/shared/universal/times';

type BallotRules = ListedPoll['rules'];
type CountPolicy = ListedPoll['countPolicy'];

/** What whoever watches a count that moves with each ballot can do. */
export const guessText = '盯着票数看的人，可能猜出一张票是谁投的';

/** 每天一票，每票选 3–10 项 */
export function ballotRuleText({ period, ballotsPerPeriod, choices }: BallotRules, of: Measure): string {
  const who = period === 'daily' ? '每天' : '每人';
  const ballots = ballotsPerPeriod === 1 ? '一票' : ` ${ballotsPerPeriod} 票`;
  return `${who}${ballots}，每票选 ${rangeText(choices.min, choices.max)} ${of}`;
}

/** Every rule of the ballot, one sentence each, for large text and screen readers. */
export function ruleSentences(rules: BallotRules, policy: CountPolicy, of: Measure): string[] {
  const { period, perCandidate, groups = [] } = rules;
  const sentences = [`${ballotRuleText(rules, of)}。`];
  if (perCandidate !== undefined) {
    sentences.push(`同一${of}${period === 'daily' ? '每天' : ''}最多投 ${perCandidate} 票。`);
  }
  for (const { name, min, max } of groups) sentences.push(`“${name}”选 ${rangeText(min, max)} ${of}。`);
  sentences.push('投出以后不能改。', `${countPolicyText(policy)}。`);
  if (isEachCounted(policy)) sentences.push(`${guessText}。`);
  return sentences;
}

type Lot = NonNullable<PollReply['poll']['lot']>;

/**
 * What becomes of equal votes, also at the last seat.
 * @param seats how many win; undefined where all would
 */
export function tieText(seats: number | undefined, lot: Lot | undefined): string {
  if (lot === undefined) {
    return seats === undefined ? '票数相同的，名次并列。' : `票数相同的，名次并列；并列在第 ${seats} 名的，都入选。`;
  }
  const which = seats === undefined ? '票数相同的' : '票数相同、关系到入选的';
  return `${which}，由公开抽签定先后。${drawText(lot)}`;
}

/** What is drawn, and that nobody can bend it. */
function drawText({ source, at, digits }: Lot): string {
  const drawn = `抽签用“${source}”，${digits} 位数字，${dateTimeText(at)} 公布。`;
  return `${drawn}号码和截止时的公开账册一起算出先后，谁都可以重新算。`;
}

/** For what a ballot may be voided, and by whom. */
export function voidText(reasons: readonly string[]): string {
  if (reasons.length === 0) return '没有公布作废的情形，投出的票都算数。';
  return `只有这几种票会作废：${reasons.join('；')}。作废要两个人同意，理由公开。`;
}

/** How far the end may still be moved. */
export function latestEndText(latestEndAt: number | undefined): string {
  return latestEndAt === undefined ? '截止时间不会延后。' : `主办方可以延后，最晚到 ${dateTimeText(latestEndAt)}。`;
}

/** Whether a count moves with each single ballot, so that whose it was may be guessed. */
export function isEachCounted(policy: CountPolicy): boolean {
  return stepOf({ countPolicy: policy }) === 1;
}

/** When counts are public: 票数每天 18:00 公布 */
export function countPolicyText(policy: CountPolicy): string {
  switch (policy.kind) {
    case 'live':
      return `票数${paceText(stepOf({ countPolicy: policy }))}`;
    case 'daily':
      return `票数每天 ${policy.at} 公布`;
    case 'afterClose':
      return '票数在投票截止后公布';
  }
}

/** When the count, or how many ballots there are, moves while the vote is open, and why no oftener. */
export function paceSentences(policy: CountPolicy): string {
  if (isEachCounted(policy)) return `${paceText(1)}，${guessText}。`;
  const what = policy.kind === 'live' ? '' : '已计入的票数随时可看，';
  return `${what}${paceText(usualStep)}，免得看出一张票是谁投的。${quietText}。`;
}
