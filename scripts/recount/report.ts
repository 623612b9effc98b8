import { bytesToHex } from '@noble/hashes/utils.js';
import type { RecountFailure } from '../../cloudfunctions/shared/universal/ledger/bundle/recount-failure';
import type { RecountReport } from '../../cloudfunctions/shared/universal/ledger/bundle/recounter';
import {
  awardReportOf,
  fatesOf,
  type AwardReport,
  type Fate,
} from '../../cloudfunctions/shared/universal/ledger/count/award-report';
import { lotFallOf, type LotFall } from '../../cloudfunctions/shared/universal/ledger/count/lot-fall';
import { formatVerifierKey } from '../../cloudfunctions/shared/universal/ledger/note/verifier-key';
import { sheetTimeText } from '../../cloudfunctions/shared/universal/times';

export function describeFailure(file: string, { code, line, message }: RecountFailure): string {
  return `${file}\n✗ ${code}, line ${line}: ${message}\nThis bundle does not hold. What stands before line ${line} was in order.`;
}

/** How the public lot fell, so that anyone can work it out with any program for SHA-256. */
function lotLines(lot: LotFall | null, nameOf: (candidate: string) => string, closeRoot: string): string[] {
  if (lot === null || (lot.drawn === undefined && lot.tied.length === 0)) return [];
  const { announced, digits, drawn, tied } = lot;
  const persons = drawn ? ` (${drawn.proposer}, ${drawn.approver})` : '';
  return [
    `Lot: ${announced}, ${digits} digits; ${drawn ? `it gave ${drawn.draw}${persons}` : 'not drawn yet'}`,
    ...(drawn && tied.length > 0
      ? [`  the smaller SHA-256(SHA-256(root at the close ‖ draw) ‖ id) comes first; the root is ${closeRoot}`]
      : []),
    ...tied.flatMap((equal) => [
      '  equal before the lot:',
      ...equal.map(
        ({ candidate, order }) => `    ${nameOf(candidate)}${order === null ? '' : ` · ${candidate} · ${order}`}`,
      ),
    ]),
  ];
}

const fateTexts: Record<Fate, string> = {
  won: ' · wins',
  waits: ' · waits for the lot',
  proposed: ' · is to win, as far as notice goes',
  revoked: ' · won, and the award was revoked',
  none: '',
};

/** Notices, revocations and a calling off, with what no log can show of them. */
function awardLines(award: AwardReport, nameOf: (candidate: string) => string): string[] {
  const { owedDays, notices, revocations, callOff } = award;
  const lines = notices.map(({ n, from, until, winners, proposer, approver }) => {
    const names = winners.map(({ candidate, rank }) => `${rank}. ${nameOf(candidate)}`).join(', ');
    return `  notice ${n}, ${sheetTimeText(from)} to ${sheetTimeText(until)}: ${names || 'nobody'} (${proposer}, ${approver})`;
  });
  return [
    ...(owedDays === undefined
      ? []
      : [
          `Notices, ${owedDays} working days owed: ${notices.length === 0 ? 'none yet' : ''}`,
          ...lines,
          ...(notices.length > 0
            ? ['  whole days were counted; which were worked on, the State Council’s calendar says, and no log']
            : []),
        ]),
    ...revocations.map(
      ({ candidate, reason, clause, proposer, approver }) =>
        `Revoked: ${nameOf(candidate)}: ${reason} (${clause}; ${proposer}, ${approver})`,
    ),
    ...(callOff ? [`Called off: ${callOff.reason} (${callOff.proposer}, ${callOff.approver}); nobody wins`] : []),
  ];
}

/** Every check that was made, every ruling, and the result. */
export function describeReport(
  file: string,
  report: RecountReport,
  given: { key?: string; held: readonly unknown[]; receipts: readonly object[] },
): string {
  const { key, state, checkpoints, candidates, result, root } = report;
  const names = new Map(candidates.map(({ id, number, name }) => [id, `${number} ${name}`]));
  const sheet =
    state.rules !== undefined && state.rules.v !== 1
      ? 'candidates are those that the rules commit to, with names and groups'
      : 'candidates are those of the rules; their names are not part of these rules (version 1)';
  const checks = [
    given.key === undefined
      ? `signed by ${formatVerifierKey(key)}, the bundle’s own key: compare it with the one published elsewhere, or give it by --key`
      : 'signed by the key that you gave',
    sheet,
    `${state.size} entries, none missing, added, altered or out of order`,
    `${checkpoints} published checkpoints, each with the root of the entries before it; none uncovered`,
    ...(given.held.length > 0 ? [`${given.held.length} checkpoints from elsewhere are of the same log`] : []),
    ...(given.receipts.length > 0 ? [`${given.receipts.length} ballots of the receipts given are in the log`] : []),
    `${state.ballots} ballots keep the rules; no place is used twice${state.isClosed ? '; the close counted the same' : ''}`,
    ...(state.jury.jurors > 0 ? [`${state.jury.jurors} jurors’ sheets count, each as it was handed in last`] : []),
    ...(state.award.notices.length > 0 ? ['each notice says what the log added up to when it went up'] : []),
    'the result is what the log adds up to',
  ];
  const nameOf = (candidate: string): string => names.get(candidate) ?? candidate;
  const rulings = state.rulings.map((ruling) => {
    const { reason, proposer, approver } = ruling;
    if (ruling.kind === 'withdraw') {
      return `  withdrawal of ${nameOf(ruling.candidate)}: ${reason} (${proposer}, ${approver})`;
    }
    if (ruling.kind === 'exclude') {
      return `  exclusion of ${ruling.juror}: ${reason} (${ruling.clause}; ${proposer}, ${approver})`;
    }
    const places =
      ruling.v === 1 ? `entry ${ruling.index}` : `entries ${ruling.indexes.join(', ')} by inquiry ${ruling.inquiry}`;
    return `  ${ruling.kind} of ${places}: ${reason} (${ruling.clause}; ${proposer}, ${approver})`;
  });
  const withdrawn = (result.withdrawn ?? []).map(
    ({ candidate, votes }) => `    –. ${nameOf(candidate)}: withdrawn · ${votes} votes`,
  );
  const lot = lotFallOf(state, report.closeRoot);
  const award = awardReportOf(state);
  const fateOf = fatesOf(award, lot);
  const ranking = result.ranking.map((each) => {
    const { rank, candidate, votes, voided, score } = each;
    const ofVoid = voided > 0 ? ` (${voided} void)` : '';
    return `  ${String(rank).padStart(3)}. ${nameOf(candidate)}: ${score} · ${votes} votes${ofVoid}${fateTexts[fateOf(each)]}`;
  });
  return [
    `${file}: ${key.name}`,
    ...checks.map((check) => `✓ ${check}`),
    `Voids, restores, withdrawals and exclusions of jurors: ${rulings.length === 0 ? 'none' : ''}`,
    ...rulings,
    ...result.voids.map(({ reason, ballots }) => `  still void for ${reason}: ${ballots}`),
    `Result: ${result.ballots} ballots count, ${result.voided} are void${result.draw === undefined ? '' : `; drawn: ${result.draw}`}`,
    ...ranking,
    ...withdrawn,
    ...lotLines(lot, nameOf, bytesToHex(report.closeRoot)),
    ...awardLines(award, nameOf),
    `Root of the whole log: ${bytesToHex(root)}`,
  ].join('\n');
}
