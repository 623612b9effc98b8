import { mostSurveys, type Survey } from '../../domain/feedback/survey';
import type { SurveyTotals } from '../../universal/survey';
import { database } from '../../platform/database';
import { attempt, insertOnce } from '../fault';

/** What a document holds besides. */
interface Notes {
  /** When the scheduler looks at it next; absent while it is not open, and once nothing is left to do. */
  dueAt?: number;
  /** Its totals have moved, and the public file does not say so yet. */
  isUnpublished?: true;
}

type Document = Survey & Notes & { _id: string };

const surveys = () => database.collection('surveys');
const { command } = database;

const idOf = ({ pollId, k }: Pick<Survey, 'pollId' | 'k'>): string => `${pollId}:${k}`;

function toSurvey(document: unknown): Survey {
  // What is in the collection was written by this project.
  const { _id: _, dueAt: __, isUnpublished: ___, ...rest } = document as Document;
  return rest;
}

export async function findSurvey(pollId: string, k: number): Promise<Survey | null> {
  return (await findDue(pollId, k))?.survey ?? null;
}

/** A poll's, by their numbers. */
export async function listSurveys(pollId: string): Promise<Survey[]> {
  const ids = Array.from({ length: mostSurveys }, (_, at) => idOf({ pollId, k: at + 1 }));
  const condition = { _id: command.in(ids) };
  const { data } = await attempt(() => surveys().where(condition).orderBy('_id', 'asc').limit(mostSurveys).get());
  return data.map(toSurvey);
}

/** @returns false when the poll has one of this number */
export function insertSurvey(survey: Survey): Promise<boolean> {
  return insertOnce(surveys(), { _id: idOf(survey), ...survey });
}

/** Writes one anew that is not open. @returns false when it is, or has another version than `from` */
export async function rewriteSurvey({ pollId, k, ...rest }: Survey, from: number): Promise<boolean> {
  const { version, title, occasion, questions, edited } = rest;
  const data = { version, title, occasion, questions: command.set(questions), edited: command.set(edited) };
  const condition = { _id: idOf({ pollId, k }), version: from, until: command.exists(false) };
  const { stats } = await attempt(() => surveys().where(condition).update({ data }));
  return stats.updated > 0;
}

/** @returns false when it is open, or has another version */
export async function openSurvey(
  { pollId, k, version }: Pick<Survey, 'pollId' | 'k' | 'version'>,
  until: number,
  dueAt: number,
): Promise<boolean> {
  const condition = { _id: idOf({ pollId, k }), version, until: command.exists(false) };
  const { stats } = await attempt(() => surveys().where(condition).update({ data: { until, dueAt } }));
  return stats.updated > 0;
}

/** A survey that the scheduler has something to do with. */
export interface DueSurvey {
  survey: Survey;
  isUnpublished: boolean;
}

export async function findDue(pollId: string, k: number): Promise<DueSurvey | null> {
  const { data } = await attempt(() =>
    surveys()
      .where({ _id: idOf({ pollId, k }) })
      .limit(1)
      .get(),
  );
  const [document] = data;
  return document === undefined ? null : toDue(document);
}

function toDue(document: unknown): DueSurvey {
  // As above.
  return { survey: toSurvey(document), isUnpublished: (document as Document).isUnpublished === true };
}

/** Those to be looked at by `until`, the longest waiting first. */
export async function listDueSurveys(until: number, limit: number): Promise<DueSurvey[]> {
  return (await readDue(until, limit)).map(toDue);
}

/** When one is to be looked at next, epoch milliseconds; null where none is. */
export async function nextSurveyAt(): Promise<number | null> {
  const [first] = await readDue(Number.MAX_SAFE_INTEGER, 1);
  // As above.
  return (first as Document | undefined)?.dueAt ?? null;
}

async function readDue(until: number, limit: number): Promise<unknown[]> {
  const { data } = await attempt(() =>
    surveys()
      .where({ dueAt: command.gt(0).and(command.lte(until)) })
      .orderBy('dueAt', 'asc')
      .limit(limit)
      .get(),
  );
  return data;
}

/**
 * Moves a survey's totals, from exactly those that were seen: of two who count at once one moves them.
 * @returns false when they have moved meanwhile
 */
export async function moveTotals(survey: Survey, totals: SurveyTotals & { at: number }): Promise<boolean> {
  const { totals: seen } = survey;
  const condition = { _id: idOf(survey), 'totals.at': seen === undefined ? command.exists(false) : seen.at };
  const data = { totals: command.set(totals), isUnpublished: true };
  const { stats } = await attempt(() => surveys().where(condition).update({ data }));
  return stats.updated > 0;
}

/** The public file says these totals. */
export async function notePublished(survey: Survey): Promise<void> {
  const condition = { _id: idOf(survey), 'totals.at': survey.totals?.at };
  await attempt(() =>
    surveys()
      .where(condition)
      .update({ data: { isUnpublished: command.remove() } }),
  );
}

/** @param at epoch milliseconds; null where nothing is left to do */
export async function lookAgainAt(survey: Survey, at: number | null): Promise<void> {
  await attempt(() =>
    surveys()
      .where({ _id: idOf(survey) })
      .update({ data: { dueAt: at === null ? command.remove() : at } }),
  );
}
