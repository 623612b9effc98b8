import { publishable, type OrganiserClient } from './organiser-client';

/** When an award's stages come, epoch milliseconds. */
interface AwardTimes {
  voting: number;
  verifying: number;
  notice: number;
  awarded: number;
}

/** What makes a draft of services an award that can be published: one ballot, one choice, the first two win. */
export function awardDraft(stages: AwardTimes): Parameters<OrganiserClient['save']>[1] {
  return {
    ...publishable,
    purpose: '总结一年的实事。',
    approval: '云政办〔2026〕1号',
    opensAtOnce: true,
    stages,
    rules: { period: 'once', ballotsPerPeriod: 1, choices: { min: 1, max: 1 } },
    countPolicy: { kind: 'live' },
    result: { seats: 2, decimals: 0, votes: { weight: 1, by: 'ballots' }, ties: [] },
  };
}
