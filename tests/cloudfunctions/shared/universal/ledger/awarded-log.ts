// A poll that was awarded, as its log is public: for whoever checks a certificate.
import { encodeEntry } from '../../../../../cloudfunctions/shared/universal/ledger/entries/log-entry';
import { certificateCode } from '../../../../../cloudfunctions/shared/universal/ledger/check/certificate-code';
import { encodeEntryBundle } from '../../../../../cloudfunctions/shared/universal/ledger/tiles/tile-content';
import { tileAt, tilePath } from '../../../../../cloudfunctions/shared/universal/ledger/tiles/tile-path';
import { plainHasher } from '../../../../../cloudfunctions/shared/universal/ledger/tree/tree-hasher';
import { PublishedLog } from '../../../../support/published-log';
import { close, noticeRules, noticeText, resultText, revocationOf, vote } from './sample-log';

export const origin = 'gongping.test/p1';

/** A poll that owes a notice, of two seats in two grades: b has most votes, then a, and c none. */
const rules = encodeEntry({
  ...noticeRules,
  result: {
    seats: 2,
    decimals: 2,
    votes: { weight: 1, by: 'maximum' },
    ties: [{ by: 'votes' }],
    levels: [
      { name: '一等奖', last: 1 },
      { name: '二等奖', last: 2 },
    ],
  },
});
const ballots = Array.from({ length: 600 }, (_, n) => (n % 3 === 0 ? vote(n, 'a') : vote(n, 'b')));
const untilNotice = [rules, ...ballots, close(ballots.length)];
export const untilResult = [...untilNotice, noticeText(untilNotice)];
export const result = resultText(untilResult);
export const leaf = plainHasher.leaf(result);
export const codeOf = (candidate: string): string => certificateCode(origin, leaf, candidate);

/** The log with the text of its entries, as it is public after its close. */
export function published(
  texts: readonly string[],
  at: readonly number[],
  log = new PublishedLog(origin),
): PublishedLog {
  for (const [place, size] of at.entries()) {
    log.publish(texts.slice(at[place - 1] ?? 0, size));
    for (let index = 0; tileAt('entries', index, size) !== null; index++) {
      const tile = tileAt('entries', index, size);
      if (tile === null) break;
      const some = texts.slice(index * 256, index * 256 + tile.width);
      log.files.set(tilePath(tile), encodeEntryBundle(some.map((text) => new Uint8Array(Buffer.from(text)))));
    }
  }
  return log;
}

export const awardedLog = (): PublishedLog => published([...untilResult, result], [603, 604]);
export const revokedLog = (): PublishedLog => published([...untilResult, result, revocationOf('a')], [603, 604, 605]);
