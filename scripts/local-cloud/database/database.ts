import { randomUUID } from 'node:crypto';
import { aggregate } from './aggregation';
import { Catalogue } from './catalogue';
import type { Collection } from './collection';
import { checkId } from './criteria';
import type { DatabaseDeclaration } from './declaration';
import { count, type Found } from './finder';
import { Keyspace } from './keyspace';
import { compileMatcher } from './matcher';
import { pastView, setBack } from './past-view';
import { compileProjection } from './projection';
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
import { Transactions } from './transactions';
import { checkTransactional, isOne } from './transactional';
import { compileUpdate } from './update';
import { plainView, type View } from './view';
import { answered, checkStorable, idText, readWireObject, writeWire, type Document } from './wire';

/** A successful answer: the wire's `data`, if the action has any. */
export interface DatabaseAnswer {
  data?: Record<string, unknown>;
  /** Of a transaction that was started. */
  transactionId?: string;
}

/** Documented for all plans; a query that may exceed it has to name its fields or a smaller limit. */
const MAX_ANSWER_BYTES = 16 * 1024 * 1024;

type Action = (body: RequestBody, view: View) => DatabaseAnswer;

const START = 'database.startTransaction';
const COMMIT = 'database.commitTransaction';
const ABORT = 'database.abortTransaction';

/**
 * CloudBase's database as its wire protocol shows it: one method per action, each atomic and done when it returns.
 * What it cannot do is refused by name (`Refusal`), never answered wrongly.
 */
export class Database {
  private readonly keyspace: Keyspace;
  private readonly catalogue: Catalogue;
  private readonly transactions: Transactions;
  private readonly actions: Record<string, Action> = {
    'database.addCollection': (body) => this.addCollection(body),
    'database.insertDocument': (body, view) => this.insert(body, view),
    'database.getDocument': (body, view) => this.get(body, view),
    'database.calculateDocument': (body, view) => this.count(body, view),
    'database.modifyDocument': (body, view) =>
      body['merge'] === false ? this.set(body, view) : this.update(body, view),
    'database.modifyAndReturnDoc': (body, view) => this.updateAndReturn(body, view),
    'database.removeDocument': (body, view) => this.remove(body, view),
    'database.aggregateDocuments': (body, view) => this.aggregate(body, view),
    [COMMIT]: (body) => this.commitTransaction(body),
    [ABORT]: (body) => this.abortTransaction(body),
  };

  /** Opens or makes the database in the file at `path`. `clock` gives the server's time in epoch ms. */
  constructor(
    path: string,
    declaration: DatabaseDeclaration,
    private readonly clock: () => number,
  ) {
    this.keyspace = new Keyspace(path);
    this.transactions = new Transactions(clock);
    this.catalogue = new Catalogue(this.keyspace, this.transactions.journal, declaration);
  }

  /**
   * Carries out one request. Throws a `Refusal`, having written nothing of the refused document.
   * @param instance the calling function instance's number; nothing for a caller from outside
   */
  run(action: string, body: RequestBody, instance?: number): DatabaseAnswer {
    if (action === START) return this.startTransaction(instance);
    const perform = this.actions[action];
    if (perform === undefined) throw notOffered(`the action ${action}`);
    this.transactions.endAged();
    const id = body['transactionId'];
    if (id === undefined || action === COMMIT || action === ABORT) {
      // The SDK leaves the id out of what a transaction cannot do, which would then take place outside it.
      if (id === undefined && this.transactions.isOpenFor(instance)) checkTransactional(action, body);
      return perform(body, plainView);
    }
    checkTransactional(action, body);
    const transaction = this.transactions.get(text(body, 'transactionId'));
    try {
      return perform(body, transaction);
    } catch (error) {
      // MongoDB ends a transaction with the first command in it that fails; a malformed request does not get that far.
      if (error instanceof Refusal && error.code.startsWith('DATABASE_')) this.transactions.end(transaction);
      throw error;
    }
  }

  /** Keeps what is written from now on, for the two below. @returns the function that ends it */
  keepPast(): () => void {
    return this.transactions.keepPast();
  }

  /** Answers a read from an earlier state: share 0 is when the past was first kept, 1 is now. */
  readPast(action: string, body: RequestBody, share: number): DatabaseAnswer {
    const perform = this.actions[action];
    if (perform === undefined) throw notOffered(`the action ${action}`);
    return perform(body, pastView(this.transactions.journal, this.transactions.momentAt(share)));
  }

  /** Sets a collection back to an earlier state. */
  setBack(name: string, share: number): void {
    const moment = this.transactions.momentAt(share);
    this.keyspace.commit(() => setBack(this.transactions.journal, moment, this.catalogue.get(name)));
  }

  async close(): Promise<void> {
    await this.keyspace.close();
  }

  private addCollection(body: RequestBody): DatabaseAnswer {
    this.catalogue.create(collectionName(body));
    return {};
  }

  private startTransaction(instance?: number): DatabaseAnswer {
    return { transactionId: this.transactions.start(instance) };
  }

  private commitTransaction(body: RequestBody): DatabaseAnswer {
    const transaction = this.transactions.get(text(body, 'transactionId'));
    try {
      this.keyspace.commit(() => transaction.apply());
    } finally {
      this.transactions.end(transaction);
    }
    return {};
  }

  private abortTransaction(body: RequestBody): DatabaseAnswer {
    this.transactions.end(this.transactions.get(text(body, 'transactionId')));
    return {};
  }

  private insert(body: RequestBody, view: View): DatabaseAnswer {
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
    const refusal = this.keyspace.commit(() =>
      firstRefusal(documents, (document) => view.insert(collection, document)),
    );
    if (refusal !== undefined) throw refusal;
    return { data: { insertedIds: documents.map((document) => idText(document['_id'])) } };
  }

  private get(body: RequestBody, view: View): DatabaseAnswer {
    const collection = this.collection(body);
    const fields = projection(body);
    const project = fields === undefined ? undefined : compileProjection(fields);
    const found = view.find(collection, {
      criteria: this.checked(criteria(body, this.clock())),
      order: order(body),
      skip: offset(body),
      limit: isOne(body) ? 1 : limit(body),
    });
    const list = found.map((item) => answered(project === undefined ? item.text : writeWire(project(item.document()))));
    return { data: { list: withinAnswer(list) } };
  }

  private count(body: RequestBody, view: View): DatabaseAnswer {
    const collection = this.collection(body);
    const filter = this.checked(criteria(body, this.clock()));
    const total = view === plainView ? count(collection, filter) : view.find(collection, { criteria: filter }).length;
    return { data: { total } };
  }

  private update(body: RequestBody, view: View): DatabaseAnswer {
    if (body['upsert'] === true) throw notOffered('an update with upsert');
    const collection = this.collection(body);
    const filter = this.checked(writeCriteria(body, this.clock()));
    const change = compileUpdate(readWireObject(text(body, 'data'), this.clock()), filter, this.clock());
    const found = view.find(collection, { criteria: filter, ...(body['multi'] === true ? {} : { limit: 1 }) });
    let updated = 0;
    const refusal = this.keyspace.commit(() =>
      firstRefusal(found, (item) => {
        if (replaceIfChanged(view, collection, item, change(item.document()))) updated += 1;
      }),
    );
    if (refusal !== undefined) throw refusal;
    return { data: { updated, matched: found.length, upsert_id: null } };
  }

  private set(body: RequestBody, view: View): DatabaseAnswer {
    const collection = this.collection(body);
    const query = this.checked(writeCriteria(body, this.clock()));
    const document = readWireObject(text(body, 'data'), this.clock());
    checkStorable(document);
    if ('_id' in document) throw invalidParam('不能更新_id的值');
    const id = query['_id'];
    checkId(id);
    return this.keyspace.commit(() => {
      const [existing] = view.find(collection, { criteria: query, limit: 1 });
      if (existing !== undefined) {
        const next = { _id: existing.document()['_id'] ?? null, ...document };
        replaceIfChanged(view, collection, existing, next);
        // CloudBase counts the document that it found, even where it was the same before; of an update it counts changes.
        return { data: { updated: 1, matched: 1, upsert_id: null } };
      }
      view.insert(collection, { _id: id ?? null, ...document });
      return { data: { updated: 0, matched: 0, upsert_id: idText(id) } };
    });
  }

  private updateAndReturn(body: RequestBody, view: View): DatabaseAnswer {
    const collection = this.collection(body);
    const filter = this.checked(writeCriteria(body, this.clock()));
    const change = compileUpdate(readWireObject(text(body, 'data'), this.clock()), filter, this.clock());
    const [found] = view.find(collection, { criteria: filter, limit: 1 });
    if (found === undefined) return { data: { updated: 0, doc: null } };
    const next = change(found.document());
    this.keyspace.commit(() => replaceIfChanged(view, collection, found, next));
    return { data: { updated: 1, doc: answered(writeWire(next)) } };
  }

  private remove(body: RequestBody, view: View): DatabaseAnswer {
    const collection = this.collection(body);
    const found = view.find(collection, {
      criteria: this.checked(writeCriteria(body, this.clock())),
      ...(body['multi'] === true ? {} : { limit: 1 }),
    });
    this.keyspace.commit(() => {
      for (const item of found) view.remove(collection, item);
    });
    return { data: { deleted: found.length } };
  }

  private aggregate(body: RequestBody, view: View): DatabaseAnswer {
    const documents = aggregate(this.catalogue, collectionName(body), body, this.clock(), view);
    return { data: { list: withinAnswer(documents.map((document) => answered(writeWire(document)))) } };
  }

  private collection(body: RequestBody): Collection {
    return this.catalogue.get(collectionName(body));
  }

  /** The filter, refused now if it is one that cannot be answered, even where an index would answer it untested. */
  private checked(filter: Document): Document {
    // Plain texts, the usual filter, cannot be wrong.
    const isPlain = Object.keys(filter).every((field) => typeof filter[field] === 'string' && !field.startsWith('$'));
    if (!isPlain) compileMatcher(filter);
    return filter;
  }
}

function replaceIfChanged(view: View, collection: Collection, found: Found, next: Document): boolean {
  if (writeWire(next) === found.text) return false;
  checkStorable(next);
  view.replace(collection, found, next);
  return true;
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
