import type { PollFields } from '../services/polls';
import { scheduleWords, stageFields, type StageField } from '../text/schedule';
import type { AskedTexts } from './asked.view';
import { dayLength, dayOf, timeOfDay } from '../../../../cloudfunctions/shared/universal/day';
import { weekdayText } from '../../../../cloudfunctions/shared/universal/times';

interface Moment {
  day: string;
  time: string;
  dayText: string;
}

interface StageRow extends Moment {
  stage: StageField;
  label: string;
  hint: string;
  /** Stages that every poll has cannot be turned off. */
  isOptional: boolean;
  isOn: boolean;
  error: string;
}

export interface TimesView {
  opensAtOnce: boolean;
  rows: StageRow[];
  mayExtend: boolean;
  latestEnd: Moment & { error: string };
}

const always: ReadonlySet<StageField> = new Set(['voting', 'verifying']);
const beforeVote: ReadonlySet<StageField> = new Set(['nominating', 'promoting']);

/**
 * @param now the server's time, epoch milliseconds
 * @param asked what publishing asks for, by place
 */
export function timesView(fields: PollFields, now: number, asked: AskedTexts = {}): TimesView {
  const { stages, opensAtOnce, latestEnd } = fields;
  const shown = (Object.keys(stageFields) as StageField[]) // The record's own keys.
    .filter((stage) => !opensAtOnce || !(beforeVote.has(stage) || stage === 'voting'));
  const faults = timeFaults(fields, now);
  return {
    opensAtOnce,
    rows: shown.map((stage) => {
      const at = stages[stage];
      return {
        stage,
        ...stageFields[stage],
        isOptional: !always.has(stage),
        isOn: at !== undefined,
        ...momentOf(at ?? now, now),
        error: faults[stage] ?? asked[stage] ?? '',
      };
    }),
    mayExtend: latestEnd !== null,
    latestEnd: {
      ...momentOf(latestEnd ?? stages.verifying + dayLength, now),
      error: faults.latestEnd ?? asked.latestEnd ?? '',
    },
  };
}

/** What is wrong with the times, by stage; the checklist of the cloud finds the same. */
export function timeFaults(
  { stages, opensAtOnce, latestEnd }: PollFields,
  now: number,
): Partial<Record<StageField | 'latestEnd', string>> {
  const faults: Partial<Record<StageField | 'latestEnd', string>> = {};
  let before: { at: number; label: string } | undefined;
  for (const stage of Object.keys(stageFields) as StageField[]) {
    if (opensAtOnce && (beforeVote.has(stage) || stage === 'voting')) continue;
    const at = stages[stage];
    if (at === undefined) continue;
    if (before !== undefined && at <= before.at) faults[stage] = scheduleWords.order(before.label);
    else if (at <= now && (stage === 'voting' || stage === 'verifying')) faults[stage] = scheduleWords.past;
    before = { at, label: stageFields[stage].label };
  }
  if (latestEnd !== null) {
    const next = stages.notice ?? stages.awarded ?? stages.archived ?? Infinity;
    if (latestEnd < stages.verifying) faults.latestEnd = scheduleWords.latestBefore;
    else if (latestEnd > next) faults.latestEnd = scheduleWords.latestAfter;
  }
  return faults;
}

function momentOf(at: number, now: number): Moment {
  return { day: dayOf(at), time: timeOfDay(at), dayText: weekdayText(at, now) };
}
