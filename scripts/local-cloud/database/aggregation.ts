import { Aggregator } from 'mingo';
import type { Catalogue } from './catalogue';
import { checkCriteria } from './criteria';
import { find } from './finder';
import { invalidParam, notOffered, requestFailed } from './refusal';
import type { RequestBody } from './request';
import { isPlainObject, readStored, readWire, type Document, type Value } from './wire';

const STAGES = new Set([
  ...['$match', '$group', '$project', '$sort', '$limit', '$skip', '$count', '$unwind', '$addFields', '$replaceRoot'],
  ...['$sortByCount', '$sample', '$bucket', '$bucketAuto', '$lookup'],
]);

/** Expressions on which mingo and MongoDB differ. */
const DIFFERENT = new Set([
  '$substr',
  '$substrBytes',
  '$substrCP',
  '$week',
  '$dateToString',
  '$function',
  '$accumulator',
]);

interface Stage {
  name: string;
  value: Value;
}

/** Runs the pipeline of an `aggregateDocuments` request; a leading `$match` is served by the indexes. */
export function aggregate(catalogue: Catalogue, name: string, body: RequestBody, now: number): Document[] {
  const stages = readStages(body, now);
  for (const stage of stages) checkStage(stage);
  const [first, ...rest] = stages;
  const hasMatch = first?.name === '$match' && isPlainObject(first.value);
  const source = find(catalogue.get(name), { criteria: hasMatch && isPlainObject(first.value) ? first.value : {} });
  const documents = source.map((found) => found.document());
  const pipeline = (hasMatch ? rest : stages).map((stage) => ({ [stage.name]: stage.value }));
  const collectionResolver = (from: string): Document[] =>
    [...catalogue.get(from).all()].map(({ text }) => readStored(text));
  try {
    // mingo's results are built of the values that it was given.
    return new Aggregator(pipeline, { collectionResolver }).run<Document>(documents);
  } catch (error) {
    if (error instanceof Error && error.name === 'MingoError')
      throw requestFailed(`[FailedOperation] ${error.message}`);
    throw error;
  }
}

function readStages(body: RequestBody, now: number): Stage[] {
  const given = body['stages'];
  if (!Array.isArray(given)) throw invalidParam('stages is no list');
  return given.map((stage: unknown) => {
    const { stageKey, stageValue } = (stage ?? {}) as { stageKey?: unknown; stageValue?: unknown };
    if (typeof stageKey !== 'string' || typeof stageValue !== 'string') throw invalidParam('a stage is malformed');
    return { name: stageKey, value: readWire(stageValue, now) };
  });
}

function checkStage({ name, value }: Stage): void {
  if (!STAGES.has(name)) throw notOffered(`the aggregation stage ${name}`);
  if (name === '$match' && isPlainObject(value)) checkCriteria(value);
  checkExpressions(value);
}

function checkExpressions(value: Value): void {
  if (Array.isArray(value)) {
    for (const item of value) checkExpressions(item);
    return;
  }
  if (!isPlainObject(value)) return;
  for (const [field, item] of Object.entries(value)) {
    if (DIFFERENT.has(field)) throw notOffered(`the aggregation operator ${field}`);
    checkExpressions(item);
  }
}
