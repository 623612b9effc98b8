// Serves conformance alone; see the README.

import { Aggregator } from 'mingo/aggregator';
import type { Catalogue } from './catalogue';
import { find } from './finder';
import { compute, settingsWith, type Stage } from './mingo-operators';
import { leavesAt } from './paths';
import { requestFailed } from './refusal';
import { isPlainObject, type Document, type Value } from './wire';

interface Join {
  from: string;
  as: string;
  fields: { local: string; foreign: string } | undefined;
  pipeline: Document[] | undefined;
  variables: Value;
}

/** `$lookup` by two equal fields, by a pipeline with variables, or by both; equal fields are found by an index if there is one. */
export function lookupStage(catalogue: Catalogue): Stage {
  return (documents, spec, settings) => {
    const join = readJoin(spec);
    const foreign = catalogue.get(join.from);
    return documents.map<Document, Document>((document) => {
      const criteria = join.fields === undefined ? {} : equality(document, join.fields);
      const found = find(foreign, { criteria }).map((item) => item.document());
      if (join.pipeline === undefined) return { ...document, [join.as]: found };
      const own = compute(document, join.variables, settings);
      // Variables of an outer `$lookup` stay in sight.
      const variables = { ...settings.variables, ...(isPlainObject(own) ? own : {}) } as Document;
      const inner = new Aggregator(join.pipeline, settingsWith(settings.context, variables));
      return { ...document, [join.as]: inner.run<Document>(found) };
    });
  };
}

/** The local field's value, or each item of it where it is an array; a missing one is null and finds missing ones. */
function equality(document: Document, { local, foreign }: { local: string; foreign: string }): Document {
  const values = leavesAt(document, local).leaves.flatMap((leaf) => (Array.isArray(leaf) ? leaf : [leaf ?? null]));
  return { [foreign]: { $in: values } };
}

function readJoin(spec: Value): Join {
  if (!isPlainObject(spec)) throw requestFailed('[FailedOperation] the $lookup specification must be an Object');
  const { from, as, localField: local, foreignField: foreign, let: variables, pipeline } = spec;
  if (typeof from !== 'string' || typeof as !== 'string') {
    throw requestFailed("[FailedOperation] must specify 'from' and 'as' fields for a $lookup");
  }
  const fields = typeof local === 'string' && typeof foreign === 'string' ? { local, foreign } : undefined;
  if (fields === undefined && !Array.isArray(pipeline)) {
    throw requestFailed('[FailedOperation] $lookup requires either pipeline or both localField and foreignField');
  }
  // `checkStage` made sure that each stage is an object.
  const stages = Array.isArray(pipeline) ? (pipeline as Document[]) : undefined;
  return { from, as, fields, pipeline: stages, variables: variables ?? {} };
}
