import type { PollFields } from '../services/polls';
import { choices, type Choice } from '../components/choice-row/choice';
import { countHints, countNames, periodNames, ruleWords, tieHints, tieNames, type TieKind } from '../text/rule-step';

interface GroupRow {
  id: string;
  name: string;
  min: number;
  max: number;
  error: string;
}

interface VoidRow {
  at: number;
  value: string;
  error: string;
}

export interface RuleStepView {
  isForGroups: boolean;
  min: number;
  max: number;
  choicesOf: string;
  choicesError: string;
  periods: Choice[];
  ballots: number;
  ballotsLabel: string;
  /** Whether a cap can be set at all: several ballots of one choice each. */
  canCap: boolean;
  hasCap: boolean;
  cap: number;
  counts: Choice[];
  countHint: string;
  isDaily: boolean;
  countAt: string;
  seats: number;
  seatsError: string;
  ties: Choice[];
  tieHint: string;
  isLot: boolean;
  draw: string;
  drawError: string;
  groups: GroupRow[];
  groupsError: string;
  voids: VoidRow[];
}

export function ruleStepView(fields: PollFields, candidateCount: number): RuleStepView {
  const { rules, countPolicy, result, voidReasons } = fields;
  const { min, max } = rules.choices;
  const countAt = countPolicy.kind === 'daily' ? countPolicy.at : '18:00';
  const [tie] = result.ties;
  const by: TieKind = tie === undefined || tie.by === 'jury' ? 'shared' : tie.by;
  const draw = tie?.by === 'lot' ? tie.draw : '';
  const groups = rules.groups ?? [];
  const isCounted = candidateCount > 0;
  return {
    isForGroups: fields.isForGroups,
    min,
    max,
    choicesOf: ruleWords.choicesOf(candidateCount),
    choicesError: isCounted && max > candidateCount ? ruleWords.tooMany(candidateCount) : '',
    periods: choices(periodNames, rules.period),
    ballots: rules.ballotsPerPeriod,
    ballotsLabel: rules.period === 'daily' ? ruleWords.perDay : ruleWords.perOnce,
    canCap: max === 1 && rules.ballotsPerPeriod > 1,
    hasCap: rules.perCandidate !== undefined,
    cap: rules.perCandidate ?? 1,
    counts: choices(countNames(countAt), countPolicy.kind),
    countHint: countHints[countPolicy.kind],
    isDaily: countPolicy.kind === 'daily',
    countAt,
    seats: result.seats,
    seatsError: isCounted && result.seats > candidateCount ? ruleWords.seatsTooMany(candidateCount) : '',
    ties: choices(tieNames, by),
    tieHint: tieHints[by],
    isLot: by === 'lot',
    draw,
    drawError: by === 'lot' && draw.trim() === '' ? ruleWords.unwritten : '',
    groups: groups.map((group) => ({ ...group, error: group.name.trim() === '' ? ruleWords.unnamed : '' })),
    groupsError: groupsError(groups, rules.choices),
    voids: voidReasons.map((value, at) => ({ at, value, error: value.trim() === '' ? ruleWords.unwritten : '' })),
  };
}

function groupsError(groups: readonly { min: number; max: number }[], limits: { min: number; max: number }): string {
  if (groups.length === 0) return '';
  const least = groups.reduce((sum, { min }) => sum + min, 0);
  const most = groups.reduce((sum, { max }) => sum + max, 0);
  if (least > limits.max) return ruleWords.groupsTooMany(limits.max);
  return most < limits.min ? ruleWords.groupsTooFew(limits.min) : '';
}
