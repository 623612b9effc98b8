import { verify } from '@stablelib/ed25519';
import { checkReceipt } from '../../../../cloudfunctions/shared/universal/ledger/check/check-receipt';
import type { SearchProgress } from '../../../../cloudfunctions/shared/universal/ledger/check/find-leaf';
import type { Verdict } from '../../../../cloudfunctions/shared/universal/ledger/check/verdict';
import { plainHasher } from '../../../../cloudfunctions/shared/universal/ledger/tree/tree-hasher';
import { locateBallot, type BallotPlace } from '../../../services/ballots';
import type { Failure } from '../../../services/cloud';
import { getStandings } from '../../../services/standings';
import { serverNow } from '../../../stores/clock';
import { rememberLog, seenLog } from './kept-checkpoints';
import { dropAlarm, keepCheck, keepRuling, markEntered, type KeptReceipt } from '../../../stores/receipts';
import { forgetFiles, readThroughCache } from './kept-log-files';

/** Where the cloud says a ballot is; `unknown` where it has no such ballot of this voter. */
export interface Place {
  index: BallotPlace['index'] | 'unknown';
  log: BallotPlace['log'];
  /** What was ruled about it, as the cloud says; a ballot of unknown place has none. */
  ruling?: BallotPlace['ruling'];
}

/** Of a log that is not published no file is read. */
const nowhere = { files: '', size: 0 };

/** Asks the cloud where the ballot is. A receipt that was pasted may be anybody's, so its place is not asked for. */
export async function placeOf({ receipt, isPasted }: KeptReceipt): Promise<Place | Failure> {
  if (!isPasted) {
    const located = await locateBallot(receipt.pollId, receipt.period, receipt.nth);
    if (located.ok) {
      const { index, log, ruling } = located.data;
      keepRuling(receipt.code, ruling?.kind);
      if (index !== null && index < (log?.size ?? 0)) markEntered(receipt.code);
      return located.data;
    }
    if (located.error.code !== 'BALLOT_NOT_FOUND') return located.error;
  }
  const standings = await getStandings(receipt.pollId);
  return standings.ok ? { index: 'unknown', log: standings.data.log ?? null } : standings.error;
}

/** Checks a receipt against the public log and keeps on this phone what was found. */
export async function checkOnPhone(
  kept: KeptReceipt,
  place: Place,
  onSearch: (progress: SearchProgress) => void,
): Promise<Verdict> {
  const { code, origin } = kept.receipt;
  let verdict = await checkOnce(kept, place, onSearch);
  if (verdict.kind === 'alarm') {
    // A file that was damaged on this phone or on its way is not the log's fault, and the log may have grown since it was asked
    // for: only what comes twice, the second time from a fresh answer and fresh files, is an alarm.
    if (place.log !== null) forgetFiles(place.log.files);
    const again = await placeOf(kept);
    if ('code' in again) return { kind: 'unreachable' };
    verdict = await checkOnce(kept, again, onSearch);
  }
  const at = serverNow();
  switch (verdict.kind) {
    case 'unreachable':
      return verdict;
    case 'alarm':
      keepCheck(code, { kind: 'alarm', at, alarm: verdict.alarm, evidence: verdict.evidence });
      if (place.log !== null) forgetFiles(place.log.files);
      return verdict;
    case 'entered': {
      const { index, size, added } = verdict;
      keepCheck(code, { kind: 'entered', at, index, size, added });
      break;
    }
    case 'waiting':
    case 'not-found':
      dropAlarm(code);
  }
  if (verdict.seen !== null) rememberLog(origin, verdict.seen);
  return verdict;
}

function checkOnce(
  { receipt }: KeptReceipt,
  { index, log }: Place,
  onSearch: (progress: SearchProgress) => void,
): Promise<Verdict> {
  const isSearch = index === 'unknown';
  return checkReceipt(
    { receipt, index, log, seen: seenLog(receipt.origin), now: serverNow() },
    {
      hasher: plainHasher,
      verify,
      // A search reads far more than the budget holds, and each of it once.
      read: (path) => readThroughCache(log ?? nowhere, path, !isSearch || !path.startsWith('tile/0/')),
      onSearch,
    },
  );
}
