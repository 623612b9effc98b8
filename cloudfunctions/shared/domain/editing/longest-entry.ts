import { encodeEntry, type NoticeEntry } from '../../universal/ledger/entries/log-entry';
import { encodeUtf8 } from '../../universal/ledger/utf8';
import type { PollContent } from '../../universal/poll-fields';
import { sheetText } from '../jury/sheet';

/** More ballots than any poll of ours counts, and members' ids as long as none is. */
const mostBallots = 99_999_999;
const member = 'm'.repeat(32);

/**
 * How long the longest entry of a poll's log can become, UTF-8 bytes: its notice, or a sheet of its jury. A log that could not take in its
 * own result must not begin.
 */
export function longestEntry(
  { result, voidReasons }: Pick<PollContent, 'result' | 'voidReasons'>,
  candidates: readonly { id: string }[],
): number {
  const part = (100).toFixed(result.decimals);
  const counts = { votes: mostBallots, voided: mostBallots };
  const notice: NoticeEntry = {
    v: 1,
    kind: 'notice',
    n: 999,
    from: 9_999_999_999_999,
    until: 9_999_999_999_999,
    ballots: mostBallots,
    voided: mostBallots,
    voids: voidReasons.map((reason) => ({ reason, ballots: mostBallots })),
    draw: '9'.repeat(20),
    ranking: candidates.map(({ id }) => ({
      candidate: id,
      ...counts,
      ...(result.votes === undefined ? {} : { public: part }),
      ...(result.jury === undefined ? {} : { jury: part }),
      score: part.length > String(mostBallots).length ? part : String(mostBallots),
      rank: 999,
      won: false,
    })),
    proposer: member,
    approver: member,
  };
  return Math.max(sizeOf(encodeEntry(notice)), longestSheet(result.jury, candidates));
}

function longestSheet(jury: PollContent['result']['jury'], candidates: readonly { id: string }[]): number {
  if (jury === undefined) return 0;
  const points = jury.criteria.map(() => jury.most);
  const scores = new Map(candidates.map(({ id }) => [id, points]));
  const judged = candidates.map(({ id }) => ({ id, isWithdrawn: false }));
  return sizeOf(sheetText('评'.repeat(20), scores, new Set(), judged, '0'.repeat(32)));
}

function sizeOf(text: string): number {
  return encodeUtf8(text).length;
}
