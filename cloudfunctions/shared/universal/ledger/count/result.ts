import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex } from '@noble/hashes/utils.js';
import { concatenate } from '../bytes';
import type { RankedCandidate, WithdrawnCandidate } from '../entries/figures';
import type { ResultEntry } from '../entries/log-entry';
import { encodeUtf8 } from '../utf8';
import { toDecimal } from './fraction';
import { juryPart } from './jury-part';
import type { LogState } from './log-state';
import { rankingOf, type LotOrder } from './ranking';
import { resultVersion } from './refuse-result';
import { countRulesOf, publicPart, sectionsOf } from './score';
import { compareText } from './text-order';

/** What a public lot is drawn from. */
export interface Lot {
  /** The tree's root at the close: fixed before the draw, so that nobody can try out entries that change the order. */
  closeRoot: Uint8Array;
  /**
   * What the announced draw gave; without it ties that it had to decide stay shared. Under rules of version 3 the log's own entry
   * says it, and this is not looked at.
   */
  draw?: string;
}

/** Of equal candidates the one with the smaller text comes first: SHA-256(SHA-256(close root ‖ draw) ‖ id), as hex. */
export function lotOrder({ closeRoot, draw = '' }: Lot, candidateId: string): string {
  const seed = sha256(concatenate(closeRoot, encodeUtf8(draw)));
  return bytesToHex(sha256(concatenate(seed, encodeUtf8(candidateId))));
}

/**
 * What a log adds up to, as its result entry has to say.
 * @throws RangeError when scores are so fine that whole numbers below 2^53 cannot tell them exactly
 */
export function resultOf(state: LogState, lot: Lot): ResultEntry {
  const { rules: entry } = state;
  if (entry === undefined) throw new Error('a log without rules has no result');
  const rules = countRulesOf(entry);
  const draw = entry.v === 3 ? state.draw?.draw : lot.draw;
  const byLot = lotOrderOf(lot.closeRoot, draw);
  const v = resultVersion(entry);
  const counted = (number: number): WithdrawnCandidate => ({
    candidate: entry.candidates[number] ?? '',
    votes: state.votes[number] ?? 0,
    voided: state.voidedVotes[number] ?? 0,
  });
  const ranking = sectionsOf(state, rules).flatMap((section) =>
    rankingOf(state, rules, section, byLot).map(({ number, score, kept, rank }): RankedCandidate => {
      const shown = rules ? toDecimal(score, rules.decimals, 2) : String(state.votes[number] ?? 0);
      const byPublic = rules && v === 2 ? publicPart(state, rules, section, number) : undefined;
      const byJury = rules?.jury && v === 2 ? juryPart(rules.jury, kept) : undefined;
      return {
        ...counted(number),
        ...(rules && byPublic ? { public: toDecimal(byPublic, rules.decimals, 2) } : {}),
        ...(rules && byJury ? { jury: toDecimal(byJury, rules.decimals, 2) } : {}),
        score: shown,
        rank,
        won: rank <= section.seats,
      };
    }),
  );
  const withdrawn = [...state.withdrawn].sort((a, b) => a - b).map(counted);
  return {
    v,
    kind: 'result',
    ballots: state.ballots - state.voided,
    voided: state.voided,
    voids: [...state.voids].sort(([a], [b]) => compareText(a, b)).map(([reason, ballots]) => ({ reason, ballots })),
    ...(draw === undefined ? {} : { draw }),
    ranking,
    ...(withdrawn.length === 0 ? {} : { withdrawn }),
  };
}

function lotOrderOf(closeRoot: Uint8Array, draw: string | undefined): LotOrder {
  if (draw === undefined) return () => 0;
  const lot = { closeRoot, draw };
  return (a, b) => {
    if (a.candidate === b.candidate) return 0;
    return lotOrder(lot, a.candidate) < lotOrder(lot, b.candidate) ? -1 : 1;
  };
}
