import { bytesToHex } from '@noble/hashes/utils.js';
import { compareText } from '../../../../../cloudfunctions/shared/universal/ledger/count/text-order';
import {
  encodeEntry,
  type JuryEntry,
  type SheetEntry,
} from '../../../../../cloudfunctions/shared/universal/ledger/entries/log-entry';
import type {
  WholeJuryRules,
  WholeResultRules,
} from '../../../../../cloudfunctions/shared/universal/ledger/entries/whole-result';
import type { WholeRulesEntry } from '../../../../../cloudfunctions/shared/universal/ledger/entries/whole-rules';
import { plainHasher } from '../../../../../cloudfunctions/shared/universal/ledger/tree/tree-hasher';
import { wholeRules } from './sample-log';

export interface SampleSheet {
  juror: string;
  scores: JuryEntry['scores'];
  recused?: string[];
  salt?: string;
}

/** The text that reveals a sheet. */
export function revealed({ juror, scores, recused = [], salt = 'ab'.repeat(16) }: SampleSheet): string {
  return encodeEntry({ v: 2, kind: 'jury', juror, scores, recused, salt });
}

/** The entry that hands it in. */
export function handedIn(sheet: SampleSheet, n = 1): SheetEntry {
  return { v: 1, kind: 'sheet', juror: sheet.juror, n, hash: bytesToHex(plainHasher.leaf(revealed(sheet))) };
}

export const handedInText = (sheet: SampleSheet, n = 1): string => encodeEntry(handedIn(sheet, n));

/** Sheets in the order in which they become public. */
export function inOrder<Each extends { juror: string }>(sheets: readonly Each[]): Each[] {
  return [...sheets].sort((a, b) => compareText(a.juror, b.juror));
}

export const excluded = (juror: string, approver = '乙'): string =>
  encodeEntry({ v: 1, kind: 'exclude', juror, reason: '未如实声明回避', clause: '第八条', proposer: '甲', approver });

export const juryRules: WholeJuryRules = {
  weight: 70,
  most: 100,
  criteria: [
    { id: 'innovation', name: '创新', weight: 60 },
    { id: 'effect', name: '效果', weight: 40 },
  ],
  drop: { top: 1, bottom: 1 },
  least: 3,
  names: 'numbered',
};

/** Rules with a vote of 30 % and a jury of 70 %. */
export function rulesWithJury(
  jury: Partial<WholeJuryRules> = {},
  result: Partial<WholeResultRules> = {},
): WholeRulesEntry {
  const { seats = 1, decimals = 2, votes = { weight: 30, by: 'maximum' }, ties = [] } = result;
  return { ...wholeRules, result: { seats, decimals, votes, jury: { ...juryRules, ...jury }, ties } };
}
