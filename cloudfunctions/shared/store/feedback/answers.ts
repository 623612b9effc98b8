import type { Choices } from '../../domain/feedback/totals';
import { database } from '../../platform/database';
import { attempt, insertOnce } from '../fault';

/**
 * One person's answers to a survey. Nothing in it says when they came, or whose they are: the id is made under a key of this survey
 * that only `participant` has, and nothing of a ballot is made under it.
 */
export interface Answer {
  /** `poll:k:person` */
  id: string;
  /** The page's, by which a repeat is known. */
  requestId: string;
  choices: Choices;
  texts: { question: number; text: string }[];
}

interface Document {
  _id: string;
  requestId: string;
  choices: Choices;
  /** Both absent where nothing was written, and once that is deleted. */
  texts?: Answer['texts'];
  /** `poll:k`, by which those with texts are found. */
  textsOf?: string;
}

const answers = () => database.collection('answers');
const { command } = database;

/** As many as one read returns. */
const pageSize = 1000;

const surveyId = (pollId: string, k: number): string => `${pollId}:${k}`;

/** All ids of a survey's answers. */
function ofSurvey(pollId: string, k: number, after?: string): object {
  const id = surveyId(pollId, k);
  return { _id: command.gt(after ?? `${id}:`).and(command.lt(`${id};`)) };
}

/** @returns false when this person has answered */
export function insertAnswer(pollId: string, k: number, { id, requestId, choices, texts }: Answer): Promise<boolean> {
  const written = texts.length === 0 ? {} : { texts, textsOf: surveyId(pollId, k) };
  const document: Document = { _id: id, requestId, choices, ...written };
  return insertOnce(answers(), document);
}

/** By which request somebody answered; null where they have not. */
export async function answeredBy(id: string): Promise<string | null> {
  const { data } = await attempt(() => answers().where({ _id: id }).field({ requestId: true }).limit(1).get());
  // What is in the collection was written by this project.
  return (data as Document[])[0]?.requestId ?? null;
}

export async function countAnswers(pollId: string, k: number): Promise<number> {
  const { total } = await attempt(() => answers().where(ofSurvey(pollId, k)).count());
  return total;
}

/** What everybody chose, a thousand a call. */
export async function* readChoices(pollId: string, k: number): AsyncGenerator<Choices> {
  for (let after: string | undefined; ;) {
    const page = await readPage(ofSurvey(pollId, k, after), { choices: true });
    for (const { choices } of page) yield choices;
    if (page.length < pageSize) return;
    after = page.at(-1)?._id;
  }
}

/** What everybody wrote in answer to one question, a thousand a call. */
export async function* readTexts(
  pollId: string,
  k: number,
  question: number,
): AsyncGenerator<{ id: string; text: string }> {
  for (let after: string | undefined; ;) {
    const page = await readPage(withTexts(pollId, k, after), { texts: true });
    for (const { _id: id, texts = [] } of page) {
      for (const each of texts) if (each.question === question) yield { id, text: each.text };
    }
    if (page.length < pageSize) return;
    after = page.at(-1)?._id;
  }
}

/** Deletes what was written, a thousand at a time. @returns false when nothing was left of it */
export async function dropSomeTexts(pollId: string, k: number): Promise<boolean> {
  const ids = (await readPage(withTexts(pollId, k), {})).map(({ _id }) => _id);
  if (ids.length === 0) return false;
  const gone = { texts: command.remove(), textsOf: command.remove() };
  await attempt(() =>
    answers()
      .where({ _id: command.in(ids) })
      .update({ data: gone }),
  );
  return true;
}

function withTexts(pollId: string, k: number, after?: string): object {
  const textsOf = surveyId(pollId, k);
  return after === undefined ? { textsOf } : { textsOf, _id: command.gt(after) };
}

async function readPage(condition: object, fields: Record<string, boolean>): Promise<Document[]> {
  const { data } = await attempt(() =>
    answers()
      .where(condition)
      .orderBy('_id', 'asc')
      .field({ _id: true, ...fields })
      .limit(pageSize)
      .get(),
  );
  // As above.
  return data as Document[];
}
