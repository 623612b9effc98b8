import type tcb from '@cloudbase/node-sdk';
import { randomBytes } from 'node:crypto';
import type { IndexDeclaration } from '../local-cloud/database/declaration';

/** The collection that the probe has for itself; nothing of a poll is ever in it. */
export const probeCollection = 'probe';
export const probeIndexes: readonly IndexDeclaration[] = [{ name: 'mark', unique: true, keys: [['mark', 1]] }];
/** Nobody makes this one. */
const missingCollection = 'probe_missing';

/** One promise that the product relies on, and what the cloud did. */
export interface Finding {
  promise: string;
  isKept: boolean;
  /** What was seen, for a fixture: codes and numbers, never documents. */
  saw: Record<string, unknown>;
}

/** How the platform may say that a key is there already; `store/fault.ts` understands these. */
const duplicateCodes = ['DATABASE_REQUEST_FAILED', 'DATABASE_DUPLICATE_WRITE'];
const missingCode = 'DATABASE_COLLECTION_NOT_EXIST';

const racers = 100;
const updaters = 50;

interface Refused {
  code: string;
  message: string;
}

/** What an insert came to: undefined when it was taken. */
type Outcome = Refused | undefined;

/**
 * Sees whether a cloud keeps what the count relies on, in a collection of the probe's own, which is emptied afterwards.
 * @param tell called with each finding as it is made
 * @throws when the collection is missing or the cloud does not answer
 */
export async function probe(
  app: tcb.CloudBase,
  tell: (finding: Finding) => void = () => undefined,
): Promise<Finding[]> {
  const run = randomBytes(6).toString('hex');
  const prober = new Prober(app, run);
  const findings: Finding[] = [];
  try {
    for (const check of [
      () => prober.duplicateId(),
      () => prober.duplicateKey(),
      () => prober.raceOnId(),
      () => prober.raceOnKey(),
      () => prober.raceOfUpdates(),
      () => prober.order(),
      () => prober.limit(),
      () => prober.missing(),
      () => prober.readYourWrite(),
      () => prober.closedScheduler(),
    ]) {
      const finding = await check();
      findings.push(finding);
      tell(finding);
    }
  } finally {
    await prober.clean();
  }
  return findings;
}

class Prober {
  private readonly db: ReturnType<tcb.CloudBase['database']>;

  constructor(
    private readonly app: tcb.CloudBase,
    private readonly run: string,
  ) {
    this.db = app.database();
  }

  async duplicateId(): Promise<Finding> {
    const id = this.id('twice');
    const first = await this.insert(id, 'twice-a');
    const second = await this.insert(id, 'twice-b');
    return {
      promise: 'a second document with the same _id is refused',
      isKept: first === undefined && isDuplicate(second),
      saw: { first: codeOf(first), second: codeOf(second) },
    };
  }

  async duplicateKey(): Promise<Finding> {
    const first = await this.insert(this.id('key-a'), 'one key');
    const second = await this.insert(this.id('key-b'), 'one key');
    return {
      promise: 'a second document with the same value under a unique index is refused',
      isKept: first === undefined && isDuplicate(second),
      saw: { first: codeOf(first), second: codeOf(second) },
    };
  }

  async raceOnId(): Promise<Finding> {
    const id = this.id('race');
    const outcomes = await inParallel(racers, (n) => this.insert(id, `race ${n}`));
    return this.race(`of ${racers} inserts on one _id at once, one is taken`, outcomes, await this.count({ _id: id }));
  }

  async raceOnKey(): Promise<Finding> {
    const outcomes = await inParallel(racers, (n) => this.insert(this.id(`race-key-${n}`), 'raced for'));
    const stored = await this.count({ mark: this.mark('raced for') });
    return this.race(`of ${racers} inserts under one unique key at once, one is taken`, outcomes, stored);
  }

  async raceOfUpdates(): Promise<Finding> {
    const id = this.id('state');
    await this.insert(id, 'state');
    const updated = await inParallel(updaters, async (n) => {
      const answer: unknown = await this.collection()
        .where({ _id: id, winner: null })
        .update({ winner: n + 1 });
      return numberOf(answer, 'updated');
    });
    const winners = updated.filter((each) => each === 1).length;
    return {
      promise: `of ${updaters} updates on one condition at once, one changes the document`,
      isKept: winners === 1 && updated.every((each) => each === 0 || each === 1),
      saw: { winners, others: updated.filter((each) => each !== 1).length },
    };
  }

  async order(): Promise<Finding> {
    const places = [5, 3, 9, 1, 7];
    for (const place of places) await this.insert(this.id(`order-${place}`), `order ${place}`);
    const { data } = await this.collection()
      .where({ _id: this.db.command.gte(this.id('order-')).and(this.db.command.lte(this.id('order-9'))) })
      .orderBy('_id', 'desc')
      .get();
    const read = (data as { _id: string }[]).map(({ _id }) => Number(_id.split('-').at(-1)));
    return {
      promise: 'documents come in the order that is asked for',
      isKept: read.join() === '9,7,5,3,1',
      saw: { read },
    };
  }

  async limit(): Promise<Finding> {
    const documents = Array.from({ length: 120 }, (_, n) => ({
      _id: this.id(`many-${String(n).padStart(3, '0')}`),
      mark: this.mark(`many ${n}`),
    }));
    // The SDK adds several in one call.
    await this.collection().add(documents);
    const where = { _id: this.db.command.gte(this.id('many-')).and(this.db.command.lt(this.id('many-~'))) };
    const usual = (await this.collection().where(where).get()).data.length;
    const told = (await this.collection().where(where).limit(500).get()).data.length;
    const few = (await this.collection().where(where).limit(7).get()).data.length;
    return {
      promise: 'a read gives 100 documents unless told, and as many as it is told',
      isKept: usual === 100 && told === 120 && few === 7,
      saw: { usual, told, few },
    };
  }

  async missing(): Promise<Finding> {
    const write = await refusalOf(() => this.db.collection(missingCollection).add({ _id: this.id('nowhere') }));
    const read = await refusalOf(() => this.db.collection(missingCollection).limit(1).get());
    return {
      promise: 'a collection that is not there is neither written nor read, nor made by a write',
      isKept: write?.code === missingCode && read?.code === missingCode,
      saw: { write: codeOf(write), read: codeOf(read) },
    };
  }

  /** Nothing relies on it; it is good to know. */
  async readYourWrite(): Promise<Finding> {
    let seen = 0;
    const rounds = 20;
    for (let round = 0; round < rounds; round++) {
      const id = this.id(`own-${round}`);
      await this.insert(id, `own ${round}`);
      seen += await this.count({ _id: id });
    }
    return {
      promise: 'what was written is read (told only: nothing relies on it)',
      isKept: true,
      saw: { rounds, seen },
    };
  }

  /** The timer and our own functions are served, nobody else; whoever holds the account's keys is nobody in this. */
  async closedScheduler(): Promise<Finding> {
    let result: unknown;
    try {
      result = (await this.app.callFunction({ name: 'scheduler', data: { Type: 'Timer', TriggerName: 'tick' } }))
        .result;
    } catch (error) {
      result = { error: { code: codeOf(asRefused(error)) } };
    }
    const { ok, error } = (result ?? {}) as { ok?: boolean; error?: { code?: string } };
    return {
      promise: 'the scheduler refuses whoever is neither its timer nor a function of ours',
      isKept: ok === false && error?.code === 'FORBIDDEN_SOURCE',
      saw: { code: error?.code ?? null },
    };
  }

  async clean(): Promise<void> {
    const { command } = this.db;
    await this.collection()
      .where({ _id: command.gte(`${this.run}:`).and(command.lt(`${this.run};`)) })
      .remove();
  }

  private async insert(id: string, mark: string): Promise<Outcome> {
    return refusalOf(() => this.collection().add({ _id: id, mark: this.mark(mark), winner: null }));
  }

  private race(promise: string, outcomes: readonly Outcome[], stored: number): Finding {
    const taken = outcomes.filter((each) => each === undefined).length;
    const refused = outcomes.filter((each) => each !== undefined);
    const strange = [...new Set(refused.filter((each) => !isDuplicate(each)).map(codeOf))];
    // Where a call is lost for capacity nothing is wrong with the key; more than one that was taken is.
    return { promise, isKept: taken === 1 && stored === 1 && strange.length === 0, saw: { taken, stored, strange } };
  }

  private async count(where: object): Promise<number> {
    return numberOf(await this.collection().where(where).count(), 'total');
  }

  private collection() {
    return this.db.collection(probeCollection);
  }

  private id(name: string): string {
    return `${this.run}:${name}`;
  }

  private mark(name: string): string {
    return `${this.run}:${name}`;
  }
}

function inParallel<Value>(times: number, act: (n: number) => Promise<Value>): Promise<Value[]> {
  return Promise.all(Array.from({ length: times }, (_, n) => act(n)));
}

/** The SDK throws some refusals and answers others with a value that carries a code. */
async function refusalOf(act: () => Promise<unknown>): Promise<Outcome> {
  try {
    const answer = await act();
    const { code } = (answer ?? {}) as { code?: unknown };
    return typeof code === 'string' && code !== '' ? asRefused(answer) : undefined;
  } catch (error) {
    return asRefused(error);
  }
}

function asRefused(error: unknown): Refused {
  const { code, message } = (error ?? {}) as { code?: unknown; message?: unknown };
  return { code: typeof code === 'string' ? code : 'no code', message: typeof message === 'string' ? message : '' };
}

function isDuplicate(outcome: Outcome): boolean {
  if (outcome === undefined || !duplicateCodes.includes(outcome.code)) return false;
  // The first is also the code of much else, and then says E11000.
  return outcome.code !== 'DATABASE_REQUEST_FAILED' || outcome.message.includes('E11000');
}

function codeOf(outcome: Outcome): string {
  return outcome?.code ?? 'taken';
}

function numberOf(answer: unknown, field: string): number {
  const value = (answer as Record<string, unknown>)[field];
  return typeof value === 'number' ? value : Number.NaN;
}
