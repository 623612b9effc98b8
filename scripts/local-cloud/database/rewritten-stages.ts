// Serves conformance alone; see the README.

import { Aggregator } from 'mingo/aggregator';
import { Lazy } from 'mingo/lazy';
import type { Stage } from './mingo-operators';
import { requestFailed } from './refusal';
import { isPlainObject, type Document, type Value } from './wire';

/** Stages that MongoDB itself rewrites into others: so do we, because mingo's own differ from them at the edges. */
export const rewrittenStages: Record<string, Stage> = {
  $count: rewritten(countStages),
  $bucket: rewritten(bucketStages),
};

/** Different documents by chance; mingo's may give one twice. */
export const sampleStage: Stage = (documents, spec) => {
  const size = isPlainObject(spec) ? spec['size'] : undefined;
  if (typeof size !== 'number' || !Number.isInteger(size) || size < 0) {
    throw requestFailed('[FailedOperation] size argument to $sample must be a whole number that is not negative');
  }
  return documents.transform<Document>((items) => {
    const drawn = items.map((item) => ({ item, lot: Math.random() })).sort((a, b) => a.lot - b.lot);
    return Lazy(drawn.slice(0, size).map(({ item }) => item));
  });
};

function rewritten(rewrite: (spec: Value) => Document[]): Stage {
  return (documents, spec, settings) => new Aggregator(rewrite(spec), settings).stream(documents);
}

function countStages(spec: Value): Document[] {
  if (typeof spec !== 'string' || spec === '' || spec.startsWith('$') || spec.includes('.')) {
    throw requestFailed('[FailedOperation] the count field must be a non-empty string without dollar and dot');
  }
  return [{ $group: { _id: null, [spec]: { $sum: 1 } } }, { $project: { _id: 0 } }];
}

function bucketStages(spec: Value): Document[] {
  if (!isPlainObject(spec)) throw requestFailed('[FailedOperation] Argument to $bucket stage must be an object');
  const { groupBy = null, boundaries, default: rest, output } = spec;
  if (!Array.isArray(boundaries) || boundaries.length < 2) {
    throw requestFailed('[FailedOperation] The $bucket boundaries must be an array of at least two values');
  }
  const branches = boundaries.slice(0, -1).map((low, at) => ({
    case: {
      $and: [{ $gte: [groupBy, { $literal: low }] }, { $lt: [groupBy, { $literal: boundaries[at + 1] ?? null }] }],
    },
    then: { $literal: low },
  }));
  const choice = rest === undefined ? { branches } : { branches, default: { $literal: rest } };
  const fields = isPlainObject(output) ? output : { count: { $sum: 1 } };
  return [{ $group: { _id: { $switch: choice }, ...fields } }, { $sort: { _id: 1 } }];
}
