import { Aggregator } from 'mingo/aggregator';
import { Context } from 'mingo/core';
import { Lazy } from 'mingo/lazy';
import type { Catalogue } from './catalogue';
import { isOperators } from './criteria';
import { checkExpression, operators, refused } from './expressions';
import { lookupStage } from './lookup';
import { rewrittenStages, sampleStage } from './rewritten-stages';
import { compileMatcher } from './matcher';
import { contextOf, settingsWith, type Stage as MingoStage } from './mingo-operators';
import { sortDocuments } from './ordering';
import type { Order } from './planner';
import { invalidParam, notOffered, requestFailed } from './refusal';
import type { RequestBody } from './request';
import type { View } from './view';
import { isPlainObject, readWire, type Document, type Value } from './wire';

/** The SDK's stages, and those that its `raw` option lets through and that only read. */
const STAGES = new Set([
  ...['$match', '$group', '$project', '$sort', '$limit', '$skip', '$count', '$unwind', '$addFields', '$replaceRoot'],
  ...['$sortByCount', '$sample', '$bucket', '$bucketAuto', '$lookup', '$set', '$unset', '$replaceWith', '$facet'],
]);

interface Stage {
  name: string;
  value: Value;
}

/** Runs the pipeline of an `aggregateDocuments` request; a leading `$match` is served by the indexes. */
export function aggregate(catalogue: Catalogue, name: string, body: RequestBody, now: number, view: View): Document[] {
  const stages = readStages(body, now);
  for (const stage of stages) checkStage(stage);
  const [first, ...rest] = stages;
  const criteria = first?.name === '$match' && isPlainObject(first.value) ? first.value : undefined;
  const source = view.find(catalogue.get(name), { criteria: criteria ?? {} }).map((item) => item.document());
  const context = Context.from(contextOf({ pipeline: ownStages(catalogue) }), operators);
  const pipeline = (criteria === undefined ? stages : rest).map((stage) => ({ [stage.name]: stage.value }));
  return refused(() => new Aggregator(pipeline, settingsWith(context)).run<Document>(source));
}

/** The stages that filter, sort or join: ours are exact, and use the indexes where they can. */
function ownStages(catalogue: Catalogue): Record<string, MingoStage> {
  return {
    $match: (documents, criteria, settings) => {
      // `checkStage` made sure that it is an object; the variables are those that we gave.
      const matcher = compileMatcher(criteria as Document, settings.variables as Document);
      return documents.filter<Document>((document) => matcher(document));
    },
    $sort: (documents, spec) => {
      const order = readOrder(spec);
      return documents.transform<Document>((items) => Lazy(sortDocuments(items, (item) => item, order)));
    },
    $lookup: lookupStage(catalogue),
    $sample: sampleStage,
    ...rewrittenStages,
  };
}

function readOrder(spec: Value): Order {
  if (!isPlainObject(spec) || Object.keys(spec).length === 0) {
    throw requestFailed('[FailedOperation] $sort stage must have at least one sort key');
  }
  return Object.entries(spec).map(([field, way]) => {
    if (isOperators(way)) throw notOffered('$sort by $meta');
    if (way !== 1 && way !== -1) {
      throw requestFailed('[FailedOperation] $sort key ordering must be 1 (for ascending) or -1 (for descending)');
    }
    return [field, way];
  });
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
  if (name === '$match') {
    if (!isPlainObject(value))
      throw requestFailed('[FailedOperation] the match filter must be an expression in an object');
    compileMatcher(value);
    return;
  }
  if (name === '$facet') checkPipelines(isPlainObject(value) ? Object.values(value) : []);
  else if (name === '$lookup')
    checkPipelines(isPlainObject(value) && 'pipeline' in value ? [value['pipeline'] ?? null] : []);
  else checkExpression(value);
}

/** Checks pipelines within a stage as if they stood alone. */
function checkPipelines(pipelines: Value[]): void {
  for (const pipeline of pipelines) {
    if (!Array.isArray(pipeline)) throw requestFailed('[FailedOperation] a pipeline has to be an array');
    for (const stage of pipeline) {
      const [entry, ...others] = isPlainObject(stage) ? Object.entries(stage) : [];
      if (entry === undefined || others.length > 0) {
        throw requestFailed('[FailedOperation] A pipeline stage specification object must contain exactly one field.');
      }
      checkStage({ name: entry[0], value: entry[1] });
    }
  }
}
