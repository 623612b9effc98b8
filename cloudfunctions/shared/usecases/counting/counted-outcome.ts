import { bytesToHex, hexToBytes } from '@noble/hashes/utils.js';
import { isDrawMissing } from '../../universal/ledger/count/ranking';
import { winnersOf } from '../../universal/ledger/count/award-state';
import { LogState } from '../../universal/ledger/count/log-state';
import { refuseCount } from '../../universal/ledger/count/refuse-result';
import { resultOf } from '../../universal/ledger/count/result';
import { parseEntry } from '../../universal/ledger/entries/parse-entry';
import { Frontier } from '../../universal/ledger/tree/frontier';
import type { CountedOutcome, Recount } from '../../domain/counting/counted-outcome';
import { nativeHasher } from '../../platform/native-hasher';
import { findBatch, findClosingBatch, findLastBatch, type Batch } from '../../store/counting/batches';
import { listWaitingRulings, type Ruling } from '../../store/counting/rulings';
import { findStandings, type Standings } from '../../store/counting/standings';
import { recallSheets } from './recall-sheets';

/**
 * What a poll's log adds up to behind its close, and what waits for it.
 * @param actId decided by this act is what asks
 * @returns null while the log is open
 */
export async function readCountedOutcome(pollId: string, actId?: string): Promise<CountedOutcome | null> {
  const [last, closing] = await Promise.all([findLastBatch(pollId), findClosingBatch(pollId)]);
  if (last === null || closing === null || !last.tally.isClosed) return null;
  const [first, standings, waiting] = await Promise.all([
    findBatch(pollId, 0),
    findStandings(pollId),
    listWaitingRulings(pollId),
  ]);
  if (first === null) throw new Error(`a read does not show the first batch of the log of ${pollId}`);
  const state = stateBehind(first, last);
  await recallSheets(pollId, state);
  return countedOutcome(
    { closing, last, state },
    standings,
    waiting.filter((ruling) => ruling.actId !== actId),
  );
}

function stateBehind(first: Batch, last: Batch): LogState {
  const rules = parseEntry(first.entries[0] ?? '');
  if (typeof rules === 'string' || rules.kind !== 'rules') throw new Error(`the log of ${first.pollId} has no rules`);
  return LogState.resume(rules, first.sheet ?? [], last.tally);
}

function countedOutcome(
  { closing, last, state }: Record<'closing' | 'last', Batch> & { state: LogState },
  standings: Standings | null,
  waiting: readonly Ruling[],
): CountedOutcome {
  const result = resultOf(state, { closeRoot: rootBehind(closing) });
  const { notice, revoked } = state.award;
  const { size } = last.tally;
  const root = bytesToHex(rootBehind(last));
  const isOfOutcome = ({ kind }: Ruling): boolean => ['notice', 'award', 'revoke', 'callOff'].includes(kind);
  return {
    isClosed: true,
    isPublished: standings?.log?.size === size,
    size,
    root,
    recount: recountOf(standings, size, root),
    isJuryAwaited: state.rules !== undefined && refuseCount(state, state.rules) === 'SHEETS_NOT_REVEALED',
    isDrawMissing: isDrawMissing(state),
    rulingsWaiting: waiting.filter((each) => !isOfOutcome(each)).length,
    isNoticeWaiting: waiting.some(({ kind }) => kind === 'notice'),
    isAwardWaiting: waiting.some(({ kind }) => kind === 'award'),
    hasResult: state.hasResult,
    ...(notice === undefined ? {} : { notice: { until: notice.until, winners: notice.winners } }),
    isStale: !state.hasResult && notice !== undefined && state.award.refuseResult(result) !== null,
    ballots: result.ballots,
    voided: result.voided,
    winners: winnersOf(result),
    isRuledSince: state.award.tally()?.isRuledSince ?? false,
    revoked: [...revoked],
  };
}

function rootBehind({ tally, peaks }: Batch): Uint8Array {
  return new Frontier(nativeHasher, tally.size, peaks.map(hexToBytes)).root();
}

/** A recount of less than the whole log says nothing of its end. */
function recountOf(standings: Standings | null, size: number, root: string): Recount {
  const { recounted } = standings ?? {};
  if (recounted === undefined || recounted.size !== size) return { state: 'missing' };
  if (recounted.code !== undefined) return { state: 'differs', code: recounted.code };
  return recounted.root === root ? { state: 'equal' } : { state: 'differs', code: 'ROOT_MISMATCH' };
}
