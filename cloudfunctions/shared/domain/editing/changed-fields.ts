import type { Attachment } from '../../universal/attachments';
import { stages as stageNames, type StageTimes } from '../../universal/poll';
import {
  pollFieldNames,
  pollFields,
  pollTextNames,
  type Criterion,
  type PollContent,
} from '../../universal/poll-fields';

/**
 * What a field said before a change and says since. Texts are told as they are, '' for none; times in epoch milliseconds. Pictures
 * and videos are told by their number alone: what was taken out, for somebody's face or for its rights, must not stay public in
 * the record of its removal.
 */
export interface ChangedField {
  /** `summary`, `stages.verifying`, `candidate.facts`, `candidate.criteria.innovation`, … */
  field: string;
  before: string | number;
  after: string | number;
}

/** What of a candidate may change after publishing. */
export interface CandidateContent {
  unit: string;
  sentence: string;
  detail: string;
  facts: readonly { figure: string; unit: string; label: string }[];
  criteria: readonly { criterion: Criterion; text: string }[];
  pictures: readonly string[];
  video: string | null;
}

/** Only what differs: a field that is saved as it was is no change, neither to check nor to record. */
export function differingFields(before: PollContent, change: Partial<PollContent>): Partial<PollContent> {
  const names = pollFieldNames.filter((name) => name in change);
  const differing = names.filter((name) => JSON.stringify(change[name]) !== JSON.stringify(before[name]));
  return Object.fromEntries(differing.map((name) => [name, change[name]]));
}

/** What a change of a published poll does to its texts and its pictures. */
export function changedPollFields(before: PollContent, change: Partial<PollContent>): ChangedField[] {
  const after = { ...before, ...change };
  const texts = pollTextNames
    .filter((name) => pollFields[name].isChangeable)
    .map((field) => ({ field, before: before[field], after: after[field] }));
  return [
    ...texts.filter(differs),
    ...media('cover', listOf(before.cover), listOf(after.cover)),
    ...attachments(before.attachments, after.attachments),
  ];
}

/** The same for a candidate. */
export function changedCandidateFields(before: CandidateContent, change: Partial<CandidateContent>): ChangedField[] {
  const after = { ...before, ...change };
  const texts: ChangedField[] = [
    { field: 'candidate.unit', before: before.unit, after: after.unit },
    { field: 'candidate.sentence', before: before.sentence, after: after.sentence },
    { field: 'candidate.detail', before: before.detail, after: after.detail },
    { field: 'candidate.facts', before: factsText(before.facts), after: factsText(after.facts) },
    ...[...new Set([...before.criteria, ...after.criteria].map(({ criterion }) => criterion))].map((criterion) => ({
      field: `candidate.criteria.${criterion}`,
      before: before.criteria.find((each) => each.criterion === criterion)?.text ?? '',
      after: after.criteria.find((each) => each.criterion === criterion)?.text ?? '',
    })),
  ];
  return [
    ...texts.filter(differs),
    ...media('candidate.pictures', before.pictures, after.pictures),
    ...media('candidate.video', listOf(before.video), listOf(after.video)),
  ];
}

/** What moving the end of the vote does to the times that were announced. */
export function changedStages(before: StageTimes, after: StageTimes): ChangedField[] {
  return stageNames.flatMap((stage) => {
    const [was, is] = [before[stage], after[stage]];
    return was === undefined || is === undefined || was === is
      ? []
      : [{ field: `stages.${stage}`, before: was, after: is }];
  });
}

function differs({ before, after }: ChangedField): boolean {
  return before !== after;
}

/** Other files are a change even where they are as many. */
function media(field: string, before: readonly string[], after: readonly string[]): ChangedField[] {
  return before.join('\n') === after.join('\n') ? [] : [{ field, before: before.length, after: after.length }];
}

/** Documents are told by their names; a file that took another's place under its name is told like a picture. */
function attachments(before: readonly Attachment[], after: readonly Attachment[]): ChangedField[] {
  const named = (all: readonly Attachment[]): string => all.map(({ name }) => name).join('\n');
  const field = { field: 'attachments', before: named(before), after: named(after) };
  const filesOf = (all: readonly Attachment[]): string[] => all.map(({ file }) => file);
  return differs(field) ? [field] : media('attachments', filesOf(before), filesOf(after));
}

function factsText(facts: CandidateContent['facts']): string {
  return facts.map(({ figure, unit, label }) => `${figure}${unit} ${label}`).join('\n');
}

function listOf(file: string | null): string[] {
  return file === null ? [] : [file];
}
