// A poll's rules as a resident reads them before acting.
import type { ListedPoll } from '../services/polls';
import { rangeText } from './numbers';

type BallotRules = ListedPoll['rules'];
type CountPolicy = ListedPoll['countPolicy'];

/** 每天一票，每票选 3–10 项 */
export function ballotRuleText({ period, ballotsPerPeriod, choices }: BallotRules): string {
  const who = period === 'daily' ? '每天' : '每人';
  const ballots = ballotsPerPeriod === 1 ? '一票' : ` ${ballotsPerPeriod} 票`;
  return `${who}${ballots}，每票选 ${rangeText(choices.min, choices.max)} 项`;
}

/** Every rule of the ballot, one sentence each, for large text and screen readers. */
export function ruleSentences(rules: BallotRules, policy: CountPolicy): string[] {
  const { period, perCandidate, groups = [] } = rules;
  const sentences = [`${ballotRuleText(rules)}。`];
  if (perCandidate !== undefined) {
    sentences.push(`同一项${period === 'daily' ? '每天' : ''}最多投 ${perCandidate} 票。`);
  }
  for (const { name, min, max } of groups) sentences.push(`“${name}”选 ${rangeText(min, max)} 项。`);
  sentences.push('投出以后不能改。', `${countPolicyText(policy)}。`);
  return sentences;
}

/** When counts are public: 计票每天 18:00 公布 */
export function countPolicyText(policy: CountPolicy): string {
  switch (policy.kind) {
    case 'live':
      return '计票随时更新';
    case 'daily':
      return `计票每天 ${policy.at} 公布`;
    case 'afterClose':
      return '计票在投票结束后公布';
  }
}
