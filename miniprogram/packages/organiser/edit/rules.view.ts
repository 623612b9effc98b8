import { momentText, weekdayText } from '../../../../cloudfunctions/shared/universal/times';
import type { PollFields } from '../services/polls';
import type { Measure } from '../../../../cloudfunctions/shared/universal/poll';
import { isEachCounted } from '../../../text/rules';
import { choices, type Choice } from '../components/choice-row/choice-row.view';
import type { AskedTexts } from './asked.view';
import {
  countedRuleWords,
  countHints,
  countNames,
  periodNames,
  ruleWords,
  tieHints,
  tieNames,
  type TieKind,
} from '../text/rule-step';
import { dayOf, timeOfDay } from '../../../../cloudfunctions/shared/universal/day';

/** As the checklist of the cloud asks for. */
const lotLead = 10 * 60 * 1000;
const mostDigits = 20;

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
  counted: ReturnType<typeof countedRuleWords>;
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
  isLive: boolean;
  /** Whether each ballot moves the count by itself. */
  isEachCounted: boolean;
  isDaily: boolean;
  countAt: string;
  seats: number;
  seatsError: string;
  ties: Choice[];
  tieHint: string;
  isLot: boolean;
  draw: string;
  drawError: string;
  drawAt: { day: string; time: string; dayText: string; error: string };
  digits: number;
  mostDigits: number;
  groups: GroupRow[];
  groupsError: string;
  /** What publishing asks for, where nothing else says it. */
  countError: string;
  tiesError: string;
  voidsError: string;
  voids: VoidRow[];
}

/**
 * @param now the server's time, epoch milliseconds
 * @param asked what publishing asks for, by place
 */
export function ruleStepView(
  fields: PollFields,
  candidateCount: number,
  now: number,
  asked: AskedTexts = {},
): RuleStepView {
  const { rules, countPolicy, result, voidReasons, measure } = fields;
  const { min, max } = rules.choices;
  const countAt = countPolicy.kind === 'daily' ? countPolicy.at : '18:00';
  const lot = result.ties.find((tie) => tie.by === 'lot');
  const by: TieKind = lot === undefined ? 'shared' : 'lot';
  const earliestDraw = Math.max(fields.stages.verifying, fields.latestEnd ?? 0) + lotLead;
  const drawAt = lot?.at ?? earliestDraw;
  const groups = rules.groups ?? [];
  const isCounted = candidateCount > 0;
  return {
    counted: countedRuleWords(measure),
    isForGroups: fields.isForGroups,
    min,
    max,
    choicesOf: ruleWords.choicesOf(candidateCount, measure),
    choicesError:
      isCounted && max > candidateCount ? ruleWords.tooMany(candidateCount, measure) : (asked.choices ?? ''),
    periods: choices(periodNames, rules.period),
    ballots: rules.ballotsPerPeriod,
    ballotsLabel: rules.period === 'daily' ? ruleWords.perDay : ruleWords.perOnce,
    canCap: max === 1 && rules.ballotsPerPeriod > 1,
    hasCap: rules.perCandidate !== undefined,
    cap: rules.perCandidate ?? 1,
    counts: choices(countNames(countAt), countPolicy.kind),
    countHint: countHints[countPolicy.kind],
    isLive: countPolicy.kind === 'live',
    isEachCounted: isEachCounted(countPolicy),
    isDaily: countPolicy.kind === 'daily',
    countAt,
    seats: result.seats,
    seatsError:
      isCounted && result.seats > candidateCount
        ? ruleWords.seatsTooMany(candidateCount, measure)
        : (asked.seats ?? ''),
    ties: choices(tieNames, by),
    tieHint: tieHints[by],
    isLot: by === 'lot',
    draw: lot?.draw ?? '',
    drawError: lot?.draw.trim() === '' ? ruleWords.drawUnwritten : '',
    drawAt: {
      day: dayOf(drawAt),
      time: timeOfDay(drawAt),
      dayText: weekdayText(drawAt, now),
      error:
        lot !== undefined && (lot.at ?? 0) < earliestDraw ? ruleWords.drawTooSoon(momentText(earliestDraw, now)) : '',
    },
    digits: lot?.digits ?? 1,
    mostDigits,
    groups: groups.map((group) => ({ ...group, error: group.name.trim() === '' ? ruleWords.unnamed : '' })),
    groupsError: groupsError(groups, rules.choices, measure) || (asked.groups ?? ''),
    countError: asked.count ?? '',
    tiesError: asked.ties ?? '',
    voidsError: asked.voids ?? '',
    voids: voidReasons.map((value, at) => ({ at, value, error: value.trim() === '' ? ruleWords.unwritten : '' })),
  };
}

function groupsError(
  groups: readonly { min: number; max: number }[],
  limits: { min: number; max: number },
  of: Measure,
): string {
  if (groups.length === 0) return '';
  const least = groups.reduce((sum, { min }) => sum + min, 0);
  const most = groups.reduce((sum, { max }) => sum + max, 0);
  if (least > limits.max) return ruleWords.groupsTooMany(limits.max, of);
  return most < limits.min ? ruleWords.groupsTooFew(limits.min, of) : '';
}
