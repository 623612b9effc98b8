import type { BallotRules, CountPolicy } from '../../poll';
import type { WholeJuryRules, WholeResultRules, WholeTieBreak } from './whole-result';
import type { WholeRulesEntry } from './whole-rules';

/** The same rules with their fields in the canonical order, and nothing else in them. */
export function wholeRulesInOrder(entry: WholeRulesEntry): object {
  const { v, kind, poll, start, end, rules, countPolicy, candidates, candidateList, voidReasons, result } = entry;
  const { fairPlay, notice, from } = entry;
  return {
    v,
    kind,
    poll,
    start,
    end,
    ...(rules === undefined ? {} : { rules: ballotRulesInOrder(rules) }),
    ...(countPolicy === undefined ? {} : { countPolicy: countPolicyInOrder(countPolicy) }),
    candidates,
    candidateList,
    voidReasons,
    result: resultInOrder(result),
    ...(fairPlay === undefined
      ? {}
      : {
          fairPlay: {
            version: fairPlay.version,
            flags: fairPlay.flags,
            minRank: fairPlay.minRank,
            paceSeconds: fairPlay.paceSeconds,
            alpha: fairPlay.alpha,
            gate: fairPlay.gate,
          },
        }),
    ...(notice === undefined ? {} : { notice: { days: notice.days } }),
    ...(from === undefined
      ? {}
      : { from: { origin: from.origin, size: from.size, root: from.root, result: from.result, taken: from.taken } }),
  };
}

export function ballotRulesInOrder({ period, ballotsPerPeriod, choices, perCandidate, groups }: BallotRules): object {
  return {
    period,
    ballotsPerPeriod,
    choices: { min: choices.min, max: choices.max },
    ...(perCandidate === undefined ? {} : { perCandidate }),
    ...(groups === undefined ? {} : { groups: groups.map(({ id, name, min, max }) => ({ id, name, min, max })) }),
  };
}

function countPolicyInOrder(policy: CountPolicy): object {
  switch (policy.kind) {
    case 'daily':
      return { kind: policy.kind, at: policy.at };
    case 'live':
      return { kind: policy.kind, ...(policy.step === undefined ? {} : { step: policy.step }) };
    case 'afterClose':
      return { kind: policy.kind };
  }
}

function resultInOrder({ seats, groups, decimals, votes, jury, ties, levels }: WholeResultRules): object {
  return {
    ...(groups === undefined ? { seats } : { groups: groups.map(({ id, seats: own }) => ({ id, seats: own })) }),
    decimals,
    ...(votes === undefined ? {} : { votes: { weight: votes.weight, by: votes.by } }),
    ...(jury === undefined ? {} : { jury: juryInOrder(jury) }),
    ties: ties.map(tieInOrder),
    ...(levels === undefined ? {} : { levels: levels.map(({ name, last }) => ({ name, last })) }),
  };
}

function juryInOrder({ weight, most, criteria, drop, least, names }: WholeJuryRules): object {
  return {
    weight,
    most,
    criteria: criteria.map(({ id, name, weight: own }) => ({ id, name, weight: own })),
    drop: { top: drop.top, bottom: drop.bottom },
    least,
    names,
  };
}

function tieInOrder(tie: WholeTieBreak): object {
  switch (tie.by) {
    case 'votes':
      return { by: tie.by };
    case 'jury':
      return { by: tie.by, ...(tie.criterion === undefined ? {} : { criterion: tie.criterion }) };
    case 'lot':
      return { by: tie.by, draw: tie.draw, digits: tie.digits };
  }
}
