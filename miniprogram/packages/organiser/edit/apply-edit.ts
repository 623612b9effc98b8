import type { PollText } from '../../../../cloudfunctions/shared/universal/poll-fields';
import type { PollChange, PollFields } from '../services/polls';
import type { TieKind } from '../text/rule-step';
import { dayLength, dayOf, instantOf } from '../../../../cloudfunctions/shared/universal/day';
import type { StageField } from '../text/schedule';

type Rules = PollFields['rules'];
type Criterion = PollFields['criteria'][number];

/** Everything that a tap or a letter in the editor can mean. */
export type Edit =
  | { kind: 'text'; field: PollText; value: string }
  | { kind: 'cover'; file: string | null }
  | { kind: 'attach'; attachment: PollFields['attachments'][number] }
  | { kind: 'detach'; at: number }
  | { kind: 'stage'; stage: StageField; at: number }
  | { kind: 'stageOn'; stage: StageField; isOn: boolean }
  | { kind: 'atOnce'; isOn: boolean }
  | { kind: 'latestEnd'; at: number }
  | { kind: 'latestOn'; isOn: boolean }
  | { kind: 'choices'; bound: 'min' | 'max'; value: number }
  | { kind: 'period'; period: Rules['period'] }
  | { kind: 'ballots'; value: number }
  | { kind: 'cap'; value: number | null }
  | { kind: 'count'; count: PollFields['countPolicy']['kind'] }
  | { kind: 'countAt'; at: string }
  | { kind: 'countEach'; isOn: boolean }
  | { kind: 'seats'; value: number }
  | { kind: 'ties'; by: TieKind }
  | { kind: 'draw'; value: string }
  | { kind: 'drawAt'; at: number }
  | { kind: 'digits'; value: number }
  | { kind: 'group'; at: number; change: { name?: string; min?: number; max?: number } }
  | { kind: 'groupAdd'; id: string }
  | { kind: 'groupRemove'; at: number }
  | { kind: 'void'; at: number; value: string }
  | { kind: 'voidAdd' }
  | { kind: 'voidRemove'; at: number }
  | { kind: 'criterion'; criterion: Criterion }
  | { kind: 'secondPerson'; isOn: boolean }
  | { kind: 'forGroups'; isOn: boolean }
  | { kind: 'nominating'; isOn: boolean }
  | { kind: 'perPerson'; value: number }
  | { kind: 'guide'; value: string };

const usualCountTime = '18:00';
const usualDrawTime = '21:30';
const usualDigits = 3;
const criteriaInOrder: readonly Criterion[] = ['innovation', 'effectiveness', 'satisfaction', 'sustainability'];

/** What an edit changes: whole fields, as they are saved. */
export function applyEdit(fields: PollFields, edit: Edit): PollChange {
  const { rules, result, voidReasons, nomination } = fields;
  switch (edit.kind) {
    case 'text':
      return { [edit.field]: edit.value };
    case 'cover':
      return { cover: edit.file };
    case 'attach':
      return { attachments: [...fields.attachments, edit.attachment] };
    case 'detach':
      return { attachments: without(fields.attachments, edit.at) };
    case 'stage':
      return { stages: { ...fields.stages, [edit.stage]: edit.at } };
    case 'stageOn':
      return { stages: turnStage(fields.stages, edit.stage, edit.isOn) };
    case 'atOnce':
      return { opensAtOnce: edit.isOn };
    case 'latestEnd':
      return { latestEnd: edit.at };
    case 'latestOn':
      return { latestEnd: edit.isOn ? fields.stages.verifying + dayLength : null };
    case 'choices':
      return { rules: withChoices(rules, edit.bound, edit.value) };
    case 'period':
      return { rules: { ...rules, period: edit.period } };
    case 'ballots':
      return { rules: withCap({ ...rules, ballotsPerPeriod: edit.value }, edit.value > 1 ? rules.perCandidate : null) };
    case 'cap':
      return { rules: withCap(rules, edit.value) };
    case 'count':
      return { countPolicy: edit.count === 'daily' ? { kind: 'daily', at: usualCountTime } : { kind: edit.count } };
    case 'countEach':
      return { countPolicy: edit.isOn ? { kind: 'live', step: 1 } : { kind: 'live' } };
    case 'countAt':
      return { countPolicy: { kind: 'daily', at: edit.at } };
    case 'seats':
      return { result: { ...result, seats: edit.value } };
    case 'ties':
      return { result: { ...result, ties: tiesBy(edit.by, fields) } };
    case 'draw':
      return withLot(result, { draw: edit.value });
    case 'drawAt':
      return withLot(result, { at: edit.at });
    case 'digits':
      return withLot(result, { digits: edit.value });
    case 'group':
      return { rules: withGroups(rules, changeAt(groupsOf(rules), edit.at, edit.change)) };
    case 'groupAdd':
      return {
        rules: withGroups(rules, [...groupsOf(rules), { id: edit.id, name: '', min: 0, max: rules.choices.max }]),
      };
    case 'groupRemove':
      return { rules: withGroups(rules, without(groupsOf(rules), edit.at)) };
    case 'void':
      return { voidReasons: voidReasons.map((reason, at) => (at === edit.at ? edit.value : reason)) };
    case 'voidAdd':
      return { voidReasons: [...voidReasons, ''] };
    case 'voidRemove':
      return { voidReasons: without(voidReasons, edit.at) };
    case 'criterion':
      return { criteria: turnCriterion(fields.criteria, edit.criterion) };
    case 'secondPerson':
      return { secondPerson: edit.isOn };
    case 'forGroups':
      return { isForGroups: edit.isOn };
    case 'nominating':
      return { nomination: { ...nomination, isOpen: edit.isOn } };
    case 'perPerson':
      return { nomination: { ...nomination, perPerson: edit.value } };
    case 'guide':
      return { nomination: { ...nomination, guide: edit.value } };
  }
}

/** A stage that is turned on begins in the middle between its neighbours, or a day after the last one. */
function turnStage(stages: PollFields['stages'], stage: StageField, isOn: boolean): PollFields['stages'] {
  const order: readonly StageField[] = [
    ...(['nominating', 'promoting', 'voting', 'verifying', 'notice', 'awarded', 'archived'] as const),
  ];
  const { [stage]: _, ...others } = stages;
  // Only stages that may be left out are ever turned off.
  if (!isOn) return others as PollFields['stages'];
  const place = order.indexOf(stage);
  const before = order.slice(0, place).reduce<number | undefined>((last, name) => stages[name] ?? last, undefined);
  const after = order.slice(place + 1).reduceRight<number | undefined>((next, name) => stages[name] ?? next, undefined);
  return { ...stages, [stage]: between(before, after) };
}

function between(before: number | undefined, after: number | undefined): number {
  const minute = 60 * 1000;
  if (before === undefined) return (after ?? dayLength) - dayLength;
  if (after === undefined) return before + dayLength;
  return Math.floor((before + after) / 2 / minute) * minute;
}

/** The other bound gives way. A cap needs ballots of one choice. */
function withChoices(rules: Rules, bound: 'min' | 'max', value: number): Rules {
  const { min, max } = rules.choices;
  const choices =
    bound === 'min' ? { min: value, max: Math.max(value, max) } : { min: Math.min(min, value), max: value };
  return withCap({ ...rules, choices }, choices.max === 1 ? rules.perCandidate : null);
}

function withCap(rules: Rules, cap: number | null | undefined): Rules {
  const { perCandidate: _, ...others } = rules;
  return cap === null || cap === undefined
    ? others
    : { ...others, perCandidate: Math.min(cap, rules.ballotsPerPeriod) };
}

type Groups = NonNullable<Rules['groups']>;

function groupsOf(rules: Rules): Groups {
  return rules.groups ?? [];
}

function withGroups(rules: Rules, groups: Groups): Rules {
  const { groups: _, ...others } = rules;
  return groups.length === 0 ? others : { ...others, groups };
}

function changeAt(groups: Groups, wanted: number, change: { name?: string; min?: number; max?: number }): Groups {
  return groups.map((group, at) => {
    if (at !== wanted) return group;
    const changed = { ...group, ...change };
    if (change.min !== undefined) changed.max = Math.max(changed.max, change.min);
    if (change.max !== undefined) changed.min = Math.min(changed.min, change.max);
    return changed;
  });
}

type Result = PollFields['result'];
type Lot = Extract<Result['ties'][number], { by: 'lot' }>;

/** The lot says three digits on the evening after the latest end until somebody says otherwise; only its source has to be written. */
function tiesBy(by: TieKind, { stages, latestEnd }: PollFields): Result['ties'] {
  if (by === 'shared') return [];
  const end = Math.max(stages.verifying, latestEnd ?? 0);
  return [{ by: 'lot', draw: '', at: instantOf(dayOf(end + dayLength), usualDrawTime), digits: usualDigits }];
}

function withLot(result: Result, change: Omit<Partial<Lot>, 'by'>): PollChange {
  const lot = result.ties.find((tie): tie is Lot => tie.by === 'lot') ?? { by: 'lot', draw: '' };
  return { result: { ...result, ties: [{ ...lot, ...change }] } };
}

function turnCriterion(criteria: readonly Criterion[], turned: Criterion): Criterion[] {
  return criteriaInOrder.filter((each) => (each === turned ? !criteria.includes(each) : criteria.includes(each)));
}

function without<Item>(items: readonly Item[], gone: number): Item[] {
  return items.filter((_, at) => at !== gone);
}
