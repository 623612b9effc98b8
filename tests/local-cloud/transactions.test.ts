import fc from 'fast-check';
import { Database, type DatabaseAnswer } from '../../scripts/local-cloud/database/database';
import { Refusal } from '../../scripts/local-cloud/database/refusal';
import { temporaryFolder } from './support/functions';

const ACCOUNTS = ['a', 'b', 'c', 'd'];

/** A transfer of 1 from one account to another, step by step, each step to be taken when the schedule says so. */
interface Transfer {
  from: string;
  to: string;
  transactionId: string | undefined;
  balances: number[];
  step: number;
}

const account = fc.constantFrom(...ACCOUNTS);
const transfers = fc.array(
  fc.tuple(account, account).filter(([from, to]) => from !== to),
  { minLength: 2, maxLength: 4 },
);
/** Whose turn it is: a transfer's, or with a negative number that of a plain write to an account. */
const schedule = fc.array(fc.integer({ min: -4, max: 3 }), { minLength: 10, maxLength: 40 });

test('whatever the interleaving, committed transfers are all there and the others not at all', async () => {
  const database = new Database(
    `${temporaryFolder()}/database.lmdb`,
    { collections: { accounts: { indexes: [{ name: 'serial', unique: true, keys: [['serial', 1]] }] } } },
    () => 0,
  );
  const run = (action: string, body: object): DatabaseAnswer =>
    database.run(`database.${action}`, { collectionName: 'accounts', queryType: 'DOC', ...body });
  const balance = (id: string, within: object = {}): number => {
    const [text] = run('getDocument', { query: JSON.stringify({ _id: id }), ...within }).data?.['list'] as string[];
    return (JSON.parse(text ?? '{}') as { n: number }).n;
  };
  const change = (id: string, update: object, within: object = {}): void =>
    void run('modifyDocument', { query: JSON.stringify({ _id: id }), data: JSON.stringify(update), ...within });

  const takeStep = (transfer: Transfer): boolean => {
    transfer.transactionId ??= run('startTransaction', {}).transactionId;
    const within = { transactionId: transfer.transactionId };
    const [from = 0, to = 0] = transfer.balances;
    switch (transfer.step++) {
      case 0:
        transfer.balances = [balance(transfer.from, within), balance(transfer.to, within)];
        return false;
      case 1:
        change(transfer.from, { $set: { n: from - 1, serial: `${transfer.to}>` } }, within);
        return false;
      case 2:
        change(transfer.to, { $set: { n: to + 1, serial: `${transfer.from}<` } }, within);
        return false;
      default:
        run('commitTransaction', within);
        return true;
    }
  };

  let conflicts = 0;
  fc.assert(
    fc.property(transfers, schedule, (pairs, turns) => {
      run('removeDocument', { query: '{}', multi: true, queryType: 'WHERE' });
      run('insertDocument', { data: ACCOUNTS.map((id) => JSON.stringify({ _id: id, n: 10, serial: id, touched: 0 })) });
      const expected = new Map(ACCOUNTS.map((id) => [id, 10]));
      const open = pairs.map(([from, to]): Transfer => ({
        from,
        to,
        transactionId: undefined,
        balances: [],
        step: 0,
      }));
      // Whoever is left when the schedule ends takes its steps in turn.
      const rest = [0, 1, 2, 3].flatMap((at) => [at, at, at, at]);
      for (const turn of [...turns, ...rest]) {
        const transfer = open[turn];
        if (turn < 0) change(ACCOUNTS[-turn - 1] ?? 'a', { $inc: { touched: 1 } });
        if (transfer === undefined || transfer.step > 3) continue;
        try {
          if (!takeStep(transfer)) continue;
          expected.set(transfer.from, (expected.get(transfer.from) ?? 0) - 1);
          expected.set(transfer.to, (expected.get(transfer.to) ?? 0) + 1);
        } catch (error) {
          if (!(error instanceof Refusal) || !/TransactionConflict|E11000/.test(error.message)) throw error;
          conflicts += 1;
          transfer.step = 4;
        }
      }
      for (const [id, n] of expected) expect(balance(id)).toBe(n);
    }),
    { numRuns: 500 },
  );
  expect(conflicts).toBeGreaterThan(0);
  await database.close();
});
