import { randomUUID } from 'node:crypto';
import { aggregate } from './aggregation';
import { Catalogue } from './catalogue';
import type { Collection } from './collection';
import { checkCriteria, checkId } from './criteria';
import type { DatabaseDeclaration } from './declaration';
import { count, find, type Found } from './finder';
import { Keyspace } from './keyspace';
import { checkProjection, project } from './projection';
import { invalidParam, notOffered, Refusal, requestFailed } from './refusal';
import {
  collectionName,
  criteria,
  limit,
  offset,
  order,
  projection,
  text,
  writeCriteria,
  type RequestBody,
} from './request';
import { applyUpdate, checkUpdate } from './update';
import { checkStorable, readWireObject, writeWire, type Document } from './wire';

/** A successful answer: the wire's `data`, if the action has any. */
export interface DatabaseAnswer {
  data?: Record<string, unknown>;
}

/** Documented for all plans; a query that may exceed it has to name its fields or a smaller limit. */
const MAX_ANSWER_BYTES = 16 * 1024 * 1024;

type Action = (body: RequestBody) => DatabaseAnswer;

/**
 * CloudBase's database as its wire protocol shows it: one method per action, each atomic and done when it returns.
 * What it cannot do is refused by name (`Refusal`), never answered wrongly.
 */
export class Database {
  private readonly keyspace: Keyspace;
  private readonly catalogue: Catalogue;
  private readonly actions: Record<string, Action> = {
    'database.addCollection': (body) => this.addCollection(body),
    'database.insertDocument': (body) => this.insert(body),
    'database.getDocument': (body) => this.get(body),
    'database.calculateDocument': (body) => this.count(body),
    'database.modifyDocument': (body) => (body['merge'] === false ? this.set(body) : this.update(body)),
    'database.modifyAndReturnDoc': (body) => this.updateAndReturn(body),
    'database.removeDocument': (body) => this.remove(body),
    'database.aggregateDocuments': (body) => this.aggregate(body),
  };

  /** Opens or makes the database in the file at `path`. `clock` gives the server's time in epoch ms. */
  constructor(
    path: string,
    declaration: DatabaseDeclaration,
    private readonly clock: () => number,
  ) {
    this.keyspace = new Keyspace(path);
    this.catalogue = new Catalogue(this.keyspace, declaration);
  }

  /** Carries out one request. Throws a `Refusal`, having written nothing of the refused document. */
  run(action: string, body: RequestBody): DatabaseAnswer {
    const perform = this.actions[action];
    if (perform === undefined) throw notOffered(`the action ${action}`);
    if (body['transactionId'] !== undefined) throw notOffered('a transaction');
    return perform(body);
  }

  async close(): Promise<void> {
    await this.keyspace.close();
  }

  private addCollection(body: RequestBody): DatabaseAnswer {
    this.catalogue.create(collectionName(body));
    return {};
  }

  private insert(body: RequestBody): DatabaseAnswer {
    const collection = this.collection(body);
    const texts: unknown = body['data'];
    if (!Array.isArray(texts) || texts.length === 0) throw invalidParam('data is no list of documents');
    const documents = texts.map((item: unknown) => {
      if (typeof item !== 'string') throw invalidParam('data holds something that is no text');
      const document = readWireObject(item, this.clock());
      checkStorable(document);
      if (document['_id'] === undefined) return { _id: randomUUID().replaceAll('-', ''), ...document };
      checkId(document['_id']);
      return document;
    });
    // As MongoDB's ordered insert: what comes before a refused document stays.
    const refusal = this.keyspace.commit(() => firstRefusal(documents, (document) => collection.insert(document)));
    if (refusal !== undefined) throw refusal;
    return { data: { insertedIds: documents.map((document) => document['_id']) } };
  }

  private get(body: RequestBody): DatabaseAnswer {
    const collection = this.collection(body);
    const fields = projection(body);
    if (fields !== undefined) checkProjection(fields);
    const isOne = body['queryType'] === 'DOC';
    const found = find(collection, {
      criteria: this.checked(criteria(body, this.clock())),
      order: order(body),
      skip: offset(body),
      limit: isOne ? 1 : limit(body),
    });
    const list = found.map((item) => (fields === undefined ? item.text : writeWire(project(item.document(), fields))));
    return { data: { list: withinAnswer(list) } };
  }

  private count(body: RequestBody): DatabaseAnswer {
    const collection = this.collection(body);
    return { data: { total: count(collection, this.checked(criteria(body, this.clock()))) } };
  }

  private update(body: RequestBody): DatabaseAnswer {
    if (body['upsert'] === true) throw notOffered('an update with upsert');
    const collection = this.collection(body);
    const change = this.change(body);
    const found = find(collection, {
      criteria: this.checked(writeCriteria(body, this.clock())),
      ...(body['multi'] === true ? {} : { limit: 1 }),
    });
    let updated = 0;
    const refusal = this.keyspace.commit(() =>
      firstRefusal(found, (item) => {
        if (this.replaceIfChanged(collection, item, applyUpdate(item.document(), change))) updated += 1;
      }),
    );
    if (refusal !== undefined) throw refusal;
    return { data: { updated, matched: found.length, upsert_id: null } };
  }

  private set(body: RequestBody): DatabaseAnswer {
    const collection = this.collection(body);
    const query = this.checked(writeCriteria(body, this.clock()));
    const document = readWireObject(text(body, 'data'), this.clock());
    checkStorable(document);
    if ('_id' in document) throw invalidParam('不能更新_id的值');
    const id = query['_id'];
    checkId(id);
    return this.keyspace.commit(() => {
      const [existing] = find(collection, { criteria: query, limit: 1 });
      if (existing !== undefined) {
        const next = { _id: existing.document()['_id'] ?? null, ...document };
        const updated = this.replaceIfChanged(collection, existing, next) ? 1 : 0;
        return { data: { updated, matched: 1, upsert_id: null } };
      }
      collection.insert({ _id: id ?? null, ...document });
      return { data: { updated: 0, matched: 0, upsert_id: id } };
    });
  }

  private updateAndReturn(body: RequestBody): DatabaseAnswer {
    const collection = this.collection(body);
    const change = this.change(body);
    const [found] = find(collection, { criteria: this.checked(writeCriteria(body, this.clock())), limit: 1 });
    if (found === undefined) return { data: { updated: 0, doc: null } };
    const next = applyUpdate(found.document(), change);
    const isChanged = this.keyspace.commit(() => this.replaceIfChanged(collection, found, next));
    return { data: { updated: isChanged ? 1 : 0, doc: writeWire(next) } };
  }

  private remove(body: RequestBody): DatabaseAnswer {
    const collection = this.collection(body);
    const found = find(collection, {
      criteria: this.checked(writeCriteria(body, this.clock())),
      ...(body['multi'] === true ? {} : { limit: 1 }),
    });
    this.keyspace.commit(() => {
      for (const item of found) collection.remove(item.row, item.document());
    });
    return { data: { deleted: found.length } };
  }

  private aggregate(body: RequestBody): DatabaseAnswer {
    const documents = aggregate(this.catalogue, collectionName(body), body, this.clock());
    return { data: { list: withinAnswer(documents.map(writeWire)) } };
  }

  private collection(body: RequestBody): Collection {
    return this.catalogue.get(collectionName(body));
  }

  private checked(filter: Document): Document {
    checkCriteria(filter);
    return filter;
  }

  private change(body: RequestBody): Document {
    const change = readWireObject(text(body, 'data'), this.clock());
    if (Object.keys(change).length === 0) throw requestFailed('[FailedOperation] the update is empty');
    checkUpdate(change);
    return change;
  }

  private replaceIfChanged(collection: Collection, found: Found, next: Document): boolean {
    if (writeWire(next) === found.text) return false;
    checkStorable(next);
    collection.replace(found.row, found.document(), next);
    return true;
  }
}

/** The list, unless it is larger than the 16 MB that CloudBase sends in one answer. */
function withinAnswer(list: string[]): string[] {
  const bytes = list.reduce((total, item) => total + Buffer.byteLength(item), 0);
  if (bytes > MAX_ANSWER_BYTES) throw requestFailed('[FailedOperation] the answer is larger than 16 MB');
  return list;
}

/** Works through a list until the database refuses one item; what went before stays, and the refusal is the result. */
function firstRefusal<T>(items: T[], work: (item: T) => void): Refusal | undefined {
  for (const item of items) {
    try {
      work(item);
    } catch (error) {
      if (error instanceof Refusal) return error;
      throw error;
    }
  }
  return undefined;
}
