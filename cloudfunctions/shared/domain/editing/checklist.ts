import type { WorkCalendar } from '../../universal/calendar';
import { areWholeResultRules } from '../../universal/ledger/entries/whole-rules-shape';
import { loggedResult, mostDigits } from '../../universal/lot';
import type { Candidate, PollKind, StageTimes } from '../../universal/poll';
import { pollTexts, pollTextNames, type PollContent, type PollText } from '../../universal/poll-fields';
import { stepOf } from '../../universal/public-count';
import { mostEntryBytes } from '../../universal/ledger/tiles/tile-content';
import { longestEntry } from './longest-entry';
import { findRulesFaults } from '../poll/rules';
import { areAlike } from './similar-names';
import { needsOf } from './kinds';
import { lookOf } from './look-alikes';
import type { MediaState } from '../media/media-state';
import { lotLead, openAtOnce, openingLead, stageOutOfOrder } from './times';

/** What publishing needs and does not find. The codes are the contract's. */
export interface ChecklistItem {
  code:
    | PollText
    | 'stageOrder'
    | 'votingStart'
    | 'latestEnd'
    | 'rules'
    | 'result'
    | 'entryTooLong'
    | 'lot'
    | 'voidReasons'
    | 'countStep'
    | 'candidates'
    | 'candidateText'
    | 'candidateTwice'
    | 'candidateLooksAlike'
    | 'picture'
    | 'attachment'
    | 'secondPerson'
    | 'noticeDays'
    | 'calendarUnknown'
    | 'nominations'
    | 'chatGroups';
  level: 'missing' | 'warning';
  details?: Record<string, unknown>;
}

/** A candidate as the checklist looks at it. */
export interface CheckedCandidate extends Candidate {
  number: number;
  name: string;
  unit: string;
  sentence: string;
  /** Of pictures and video. */
  media: readonly MediaState[];
}

export interface Checked {
  content: PollContent;
  kind: PollKind;
  /** The working days that are known. */
  calendar: WorkCalendar;
  cover: MediaState | null;
  attachments: readonly { name: string; state: MediaState }[];
  /** By number. */
  candidates: readonly CheckedCandidate[];
  /** How many of the team could approve what one of them proposes. */
  approvers: number;
  /** How many of it may judge what becomes of the count: two of them lead from the close to the award. */
  judges: number;
  waitingNominations: number;
  /** How many chat groups are bound. */
  chatGroups: number;
  /** Epoch milliseconds. */
  now: number;
}

/** Everything that stands in the way of publishing, and what is worth a second look, in the order of the editor's steps. */
export function checklist(checked: Checked): ChecklistItem[] {
  return [
    ...textItems(checked),
    ...timeItems(checked),
    ...ruleItems(checked),
    ...candidateItems(checked),
    ...mediaItems(checked),
    ...groupItems(checked),
    ...teamItems(checked),
  ];
}

export function isReady(items: readonly ChecklistItem[]): boolean {
  return items.every(({ level }) => level !== 'missing');
}

function textItems({ content, kind }: Checked): ChecklistItem[] {
  return pollTextNames.flatMap((code) => {
    const level = pollTexts[code].needed?.[kind];
    const isWritten = content[code].trim() !== '' && !isPlaceholder(content[code]);
    return level === undefined || isWritten ? [] : [{ code, level }];
  });
}

/** A template's sentence whose blanks nobody has filled in. */
function isPlaceholder(text: string): boolean {
  return text.includes('（部门、地址、时间）');
}

function timeItems({ content, kind, calendar, now }: Checked): ChecklistItem[] {
  const items: ChecklistItem[] = [];
  const times = content.opensAtOnce ? openAtOnce(content.stages, now) : content.stages;
  const earliest = now + openingLead;
  if (!content.opensAtOnce && times.voting < earliest) {
    items.push({ code: 'votingStart', level: 'missing', details: { earliest } });
  }
  const stage = stageOutOfOrder(times);
  if (stage !== null) items.push({ code: 'stageOrder', level: 'missing', details: { stage } });
  const next = times.notice ?? times.awarded ?? times.archived ?? Infinity;
  if (content.latestEnd !== null && (content.latestEnd < times.verifying || content.latestEnd > next)) {
    items.push({ code: 'latestEnd', level: 'missing' });
  }
  const { noticeDays } = needsOf[kind];
  if (noticeDays > 0) items.push(...noticeItems(times, noticeDays, calendar));
  return items;
}

/**
 * @param least how many working days it has to last
 * @param calendar may not know the year that the notice ends in: then the length is counted in calendar days, and it is said
 */
function noticeItems(
  { notice, awarded, archived }: StageTimes,
  least: number,
  calendar: WorkCalendar,
): ChecklistItem[] {
  const end = awarded ?? archived;
  if (notice === undefined || end === undefined) {
    return [{ code: 'noticeDays', level: 'missing', details: { days: 0 } }];
  }
  const { until, unknown } = calendar.noticeEnd(notice, least);
  const { days } = calendar.workingDaysBetween(notice, end);
  const details = unknown === undefined ? { days, earliest: until } : { earliest: until };
  return [
    ...(end < until ? [{ code: 'noticeDays' as const, level: 'missing' as const, details }] : []),
    ...(unknown === undefined
      ? []
      : [{ code: 'calendarUnknown' as const, level: 'warning' as const, details: { year: unknown, earliest: until } }]),
  ];
}

function ruleItems({ content, candidates, kind }: Checked): ChecklistItem[] {
  const items: ChecklistItem[] = findRulesFaults(content.rules, candidates).map(({ field, expected }) => ({
    code: 'rules',
    level: 'missing',
    details: { field, expected },
  }));
  // A jury's sheets need jurors who can hand them in; until then only the public's vote is counted.
  const isResult =
    areWholeResultRules(loggedResult(content.result)) &&
    content.result.seats <= Math.max(1, candidates.length) &&
    !content.result.jury;
  if (!isResult) items.push({ code: 'result', level: 'missing', details: { count: candidates.length } });
  // Each of them is one entry of the log, and a log takes no longer one.
  if (longestEntry(content, candidates) > mostEntryBytes) items.push({ code: 'entryTooLong', level: 'missing' });
  items.push(...lotItems(content));
  const { amongStrangers } = needsOf[kind];
  if (amongStrangers && content.voidReasons.length === 0) items.push({ code: 'voidReasons', level: 'warning' });
  // Meant for a class or a few friends: among strangers it gives away whose ballot just came.
  if (amongStrangers && stepOf(content) === 1) items.push({ code: 'countStep', level: 'warning' });
  return items;
}

/** A lot has to say what is drawn, when, and how long it is: else whoever draws could choose what counts. */
function lotItems({ result, stages, latestEnd }: PollContent): ChecklistItem[] {
  return result.ties.flatMap((tie): ChecklistItem[] => {
    if (tie.by !== 'lot') return [];
    const { draw, at, digits } = tie;
    // What is drawn must not be known while ballots still come, however late the end may lie.
    const earliest = Math.max(stages.verifying, latestEnd ?? 0) + lotLead;
    const lacks = [
      ...(draw.trim() === '' ? [{ field: 'source' }] : []),
      ...(at === undefined || at < earliest ? [{ field: 'at', earliest }] : []),
      ...(digits === undefined || digits < 1 || digits > mostDigits ? [{ field: 'digits', most: mostDigits }] : []),
    ];
    return lacks.map((details) => ({ code: 'lot', level: 'missing', details }));
  });
}

function candidateItems({ candidates, kind, waitingNominations }: Checked): ChecklistItem[] {
  const items: ChecklistItem[] = [];
  if (candidates.length < 2)
    items.push({ code: 'candidates', level: 'missing', details: { count: candidates.length } });
  if (waitingNominations > 0) {
    items.push({ code: 'nominations', level: 'warning', details: { count: waitingNominations } });
  }
  for (const { id, number, name, sentence, unit } of candidates) {
    const field = unit === '' ? 'unit' : sentence === '' ? 'sentence' : null;
    if (needsOf[kind].candidateTexts && field !== null) {
      items.push({ code: 'candidateText', level: 'warning', details: { candidateId: id, number, name, field } });
    }
  }
  const looks = candidates.map(({ name }) => lookOf(name));
  for (const [index, { name, number }] of candidates.entries()) {
    const earlier = candidates.slice(0, index);
    const twin = earlier.find((other) => areAlike(other.name, name));
    if (twin) {
      const level = twin.name === name ? 'missing' : 'warning';
      items.push({ code: 'candidateTwice', level, details: { name, numbers: [twin.number, number] } });
    }
    const double = twin ? undefined : earlier[looks.indexOf(looks[index] ?? '')];
    if (double) {
      const details = { name, other: double.name, numbers: [double.number, number] };
      items.push({ code: 'candidateLooksAlike', level: 'warning', details });
    }
  }
  return items;
}

function mediaItems({ cover, attachments, candidates }: Checked): ChecklistItem[] {
  const items: ChecklistItem[] = [];
  if (cover !== null && cover !== 'passed')
    items.push({ code: 'picture', level: 'missing', details: { state: cover } });
  for (const { name, state } of attachments) {
    if (state !== 'passed') items.push({ code: 'attachment', level: 'missing', details: { name, state } });
  }
  for (const { id, number, name, media } of candidates) {
    const state = media.find((each) => each !== 'passed');
    if (state === undefined) continue;
    items.push({ code: 'picture', level: 'missing', details: { candidateId: id, number, name, state } });
  }
  return items;
}

/** A poll that is meant for groups must not open to everyone, nor to nobody. */
function groupItems({ content, chatGroups }: Checked): ChecklistItem[] {
  return content.isForGroups && chatGroups === 0 ? [{ code: 'chatGroups', level: 'missing' }] : [];
}

/** A poll that promises a notice is awarded by two persons; one alone would be stuck behind its close. */
function teamItems({ content, approvers, judges }: Checked): ChecklistItem[] {
  const isAlone = (content.secondPerson && approvers < 2) || (content.stages.notice !== undefined && judges < 2);
  return isAlone ? [{ code: 'secondPerson', level: 'missing' }] : [];
}
