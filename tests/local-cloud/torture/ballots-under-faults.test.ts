import { bytesToHex } from '@noble/hashes/utils.js';
import { LogState } from '../../../cloudfunctions/shared/universal/ledger/count/log-state';
import { parseEntry } from '../../../cloudfunctions/shared/universal/ledger/entries/parse-entry';
import { nativeHasher } from '../../../cloudfunctions/shared/platform/native-hasher';
import { setAsideAs } from '../../../cloudfunctions/shared/usecases/counting/set-aside';
import { publishPoll } from '../../../scripts/trial/publish-poll';
import { expectSoundLedger, readLedger } from '../../support/ledger';
import { startTestCloud, type TestCloud } from '../../support/test-cloud';
import { VoterClient } from '../../support/voter-client';
import { drawRound, type Round } from './random-round';

/** A release has to pass 1,000; a few show a broken promise at once. */
const rounds = Number(process.env['FAULT_ROUNDS'] ?? 40);
/** To run one round again: FAULT_FIRST=its number FAULT_ROUNDS=1. */
const first = Number(process.env['FAULT_FIRST'] ?? 1);
const batch = 10;
/** The scheduler's plan is older than its life in each round. */
const planLife = 9 * 60 * 1000;

let cloud: TestCloud;
beforeAll(async () => {
  cloud = await startTestCloud({ instancesPerFunction: 2 });
});
afterAll(() => cloud.close());

/** What became of one cast, as its voter knows it; `unknown` after only failures. */
interface Wish {
  castId: string;
  choice: string;
  voter: VoterClient;
  outcome: 'unknown' | 'refused' | { receipt: string };
  /** An answer of it was lost: it may have been stored all the same. */
  wasLost?: true;
}

/** Casts until the outcome is known or the attempts are used up, as a page does that is told BUSY. */
async function pursue(pollId: string, wish: Wish, attempts: number): Promise<void> {
  for (; attempts > 0 && wish.outcome === 'unknown'; attempts -= 1) {
    const reply = await wish.voter.cast(pollId, [wish.choice], { castId: wish.castId });
    // An instance that died answers the platform's failure, which has no `ok`.
    if (!('ok' in reply)) {
      wish.wasLost = true;
      continue;
    }
    if (reply.ok) wish.outcome = { receipt: reply.data.receipt.leafHash };
    else if (['ALREADY_VOTED', 'NO_BALLOT_LEFT', 'ALREADY_VOTED_FOR'].includes(reply.error.code))
      wish.outcome = 'refused';
    else {
      expect(reply.error.code).toBe('BUSY');
      wish.wasLost = true;
    }
  }
}

/** Each person's casts at once or one after the other, while the sequencer is fired. */
async function playRound(pollId: string, round: Round, wishes: Wish[][]): Promise<void> {
  const casting = wishes.map(async (own) => {
    if (round.random() < 0.5) await Promise.all(own.map((wish) => pursue(pollId, wish, 3)));
    else for (const wish of own) await pursue(pollId, wish, 3);
  });
  const firing = Array.from({ length: round.firings }, () => cloud.fireTimer('scheduler').catch(() => undefined));
  await Promise.all([...casting, ...firing]);
}

/** Fires until nothing fails and nothing waits. */
async function sequenceAll(pollId: string): Promise<void> {
  for (let firing = 0; firing < 20; firing += 1) {
    await cloud.fireTimer('scheduler');
    const { ballots, standings } = await readLedger(cloud.url, pollId);
    const isMarked = ballots.every(({ batch: number }) => number !== null);
    if (
      isMarked &&
      (standings?.ballots ?? -1) >= ballots.filter(({ batch: number }) => number !== setAsideAs.replaced).length
    )
      return;
  }
  throw new Error('the sequencer did not finish');
}

async function expectEachKeptOnce(pollId: string, wishes: Wish[], rules: Round['rules']): Promise<number> {
  const { ballots } = await readLedger(cloud.url, pollId);
  // The field is there, and is never published.
  const castIds = ballots.map((ballot) => (ballot as unknown as { castId: string }).castId);
  const acknowledged = wishes.filter(({ outcome }) => typeof outcome === 'object');
  expect([...castIds].sort()).toEqual(acknowledged.map(({ castId }) => castId).sort());

  for (const voter of new Set(wishes.map((wish) => wish.voter))) {
    const { ballots: own } = await voter.get('ballot.mine', { pollId });
    const receipts = acknowledged.flatMap((wish) =>
      wish.voter === voter && typeof wish.outcome === 'object' ? [wish.outcome.receipt] : [],
    );
    expect(own.map(({ receipt }) => receipt.leafHash).sort()).toEqual(receipts.sort());
    expect(own.length).toBeLessThanOrEqual(rules.ballotsPerPeriod ?? 1);
    const choices = own.flatMap((ballot) => ballot.choices);
    for (const choice of choices)
      expect(choices.filter((other) => other === choice).length).toBeLessThanOrEqual(rules.perCandidate ?? Infinity);
  }
  return ballots.length;
}

/**
 * Where ballots were set back, some that were acknowledged are gone for ever, and their voters may have cast anew. The log still
 * holds each tag once, holds nothing that nobody cast, and every ballot that is there is in it or set aside. What it cannot hold: that
 * a ballot cast anew between the reading and the marking of the one that it replaces is told apart from it by its mark. Its voter's
 * phone tells it, whose receipt the log does not have.
 */
async function expectEachLoggedOnce(pollId: string, wishes: Wish[]): Promise<void> {
  const { ballots, batches, standings } = await readLedger(cloud.url, pollId);
  const state = LogState.recount();
  const logged = new Map<string, number>();
  /** Choices by the hash of their ballot's entry. */
  const leaves = new Map<string, readonly string[]>();
  for (const { n, entries } of batches) {
    for (const text of entries) {
      const entry = parseEntry(text);
      if (typeof entry === 'string') throw new Error(`${entry}: ${text}`);
      expect(state.apply(entry, batches[0]?.sheet ?? [])).toBeNull();
      if (entry.kind !== 'ballot') continue;
      logged.set(entry.tag, n);
      leaves.set(bytesToHex(nativeHasher.leaf(text)), entry.choices);
    }
  }
  expect(standings).toMatchObject({ batch: batches.length - 1, ballots: logged.size });
  expect(logged.size).toBeLessThanOrEqual(wishes.filter(({ outcome }) => outcome !== 'refused').length);
  const receipts = wishes.flatMap(({ outcome }) => (typeof outcome === 'object' ? [outcome.receipt] : []));
  // Whoever was not answered, and whose ballot was logged and then set back, may find its place taken, or be refused in another.
  const unanswered = wishes.filter(({ wasLost }) => wasLost).map(({ choice }) => choice);
  for (const [leaf, [choice = '']] of leaves) {
    if (receipts.includes(leaf)) continue;
    expect(unanswered).toContain(choice);
    unanswered.splice(unanswered.indexOf(choice), 1);
  }
  for (const { _id, batch: number } of ballots) {
    const tag = _id.slice(pollId.length + 1);
    expect(logged.has(tag)).toBe(true);
    if (number !== setAsideAs.replaced) expect(number).toBe(logged.get(tag));
  }
}

async function runRound(number: number): Promise<void> {
  const round = drawRound(number);
  const ahead = number * planLife;
  cloud.setClock(ahead);
  // Each firing takes whatever waits.
  const countPolicy = { kind: 'live', step: 1 } as const;
  const pollId = await publishPoll(cloud.url, { rules: round.rules, countPolicy, now: Date.now() + ahead });
  const wishes = round.wishes.map((choices, person) => {
    const voter = new VoterClient(cloud.url, `oRound${number}x${person}`);
    return choices.map((choice, index): Wish => ({
      castId: `cast-${number}-${person}-${index}`,
      choice,
      voter,
      outcome: 'unknown',
    }));
  });
  const mend = cloud.injectFaults(round.faults);
  try {
    await playRound(pollId, round, wishes);
  } finally {
    mend();
  }
  // Whoever was never answered asks once more: then everybody knows, and what they know has to be true.
  for (const wish of wishes.flat()) await pursue(pollId, wish, 1);
  expect(wishes.flat().filter(({ outcome }) => outcome === 'unknown')).toEqual([]);
  await sequenceAll(pollId);
  if (round.isRestored) await expectEachLoggedOnce(pollId, wishes.flat());
  else {
    const count = await expectEachKeptOnce(pollId, wishes.flat(), round.rules);
    await expectSoundLedger(cloud.url, pollId, count);
  }
  await cloud.emptyCollection('ballots');
}

const starts = Array.from({ length: Math.ceil(rounds / batch) }, (_, index) => first + index * batch);

test.each(starts)(
  'acknowledged ballots are counted exactly once, limits hold, counts add up: rounds from %i',
  async (start) => {
    for (let number = start; number < Math.min(start + batch, first + rounds); number += 1) {
      try {
        await runRound(number);
      } catch (error) {
        throw new Error(`round ${number} (${drawRound(number).faults})`, { cause: error });
      }
    }
  },
);

test('every kind of fault has struck', () => {
  const struck = cloud.stats().faults;
  const kinds = [
    'latency',
    'lost',
    'error',
    'death',
    'timeout',
    'timer-twice',
    'timer-never',
    'cap',
    'stale',
    'restore',
  ] as const;
  if (rounds >= 40) expect(kinds.filter((kind) => (struck[kind] ?? 0) === 0)).toEqual([]);
});
