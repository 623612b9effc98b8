import type { AnyRulesEntry, LogEntry } from '../../../cloudfunctions/shared/universal/ledger/entries/log-entry';
import { parseEntry } from '../../../cloudfunctions/shared/universal/ledger/entries/parse-entry';
import type { WholeJuryRules } from '../../../cloudfunctions/shared/universal/ledger/entries/whole-result';
import { wholeBetween, type Random } from '../../../scripts/random/random';
import {
  handedIn,
  inOrder,
  revealed,
  type SampleSheet,
} from '../../cloudfunctions/shared/universal/ledger/sample-jury';
import { pick } from './pick';

/** Names that careless code would sort, or keep, in other ways. */
const labels = ['甲', '～', '𝄞', '__proto__', 'constructor', 'B', 'b'];

export function juryRulesOf(random: Random): WholeJuryRules {
  return {
    weight: wholeBetween(random, 1, 100),
    most: pick(random, [2, 10, 100]),
    criteria: ['constructor', '__proto__'].map((id) => ({ id, name: `评 ${id}`, weight: wholeBetween(random, 1, 40) })),
    drop: { top: wholeBetween(random, 0, 2), bottom: wholeBetween(random, 0, 2) },
    least: wholeBetween(random, 1, 3),
    names: 'named',
  };
}

export interface RandomSheets {
  /** Versions of sheets, in the order in which they are handed in. */
  submissions: LogEntry[];
  /** Those handed in last, as they become public; whoever is excluded may be left out. */
  reveals: LogEntry[];
  exclusions: LogEntry[];
}

/** Sheets under rules of version 3, some of them handed in more than once, some jurors excluded. */
export function sealedSheetsOf(random: Random, rules: AnyRulesEntry): RandomSheets {
  const jury = rules.v === 3 ? rules.result.jury : undefined;
  if (jury === undefined) return { submissions: [], reveals: [], exclusions: [] };
  const jurors = labels.filter((_, at) => at === 0 || random() < 0.7);
  const last: SampleSheet[] = [];
  const submissions: LogEntry[] = [];
  for (const juror of jurors) {
    const versions = wholeBetween(random, 1, 2);
    for (let n = 1; n <= versions; n++) {
      const sheet = sheetOf(random, rules.candidates, jury, juror);
      submissions.push(handedIn(sheet, n));
      if (n === versions) last.push(sheet);
    }
  }
  const out = jurors.slice(1).filter(() => random() < 0.2);
  return {
    submissions,
    reveals: inOrder(last)
      .filter(({ juror }) => !out.includes(juror) || random() < 0.5)
      .map((sheet) => entryOf(revealed(sheet))),
    exclusions: out.map((juror) => {
      const by = { reason: '未声明回避', clause: '第八条', proposer: '甲', approver: '乙' };
      return { v: 1, kind: 'exclude', juror, ...by };
    }),
  };
}

function sheetOf(random: Random, ids: readonly string[], jury: WholeJuryRules, juror: string): SampleSheet {
  const recused = [...ids].sort().filter(() => random() < 0.2);
  const scored = [...ids].sort().filter((id) => !recused.includes(id));
  const salt = Array.from({ length: 32 }, () => Math.floor(random() * 16).toString(16)).join('');
  const points = (): number[] => jury.criteria.map(() => wholeBetween(random, 0, jury.most));
  return { juror, scores: scored.map((id) => [id, ...points()]), recused, salt };
}

function entryOf(text: string): LogEntry {
  const entry = parseEntry(text);
  if (typeof entry === 'string') throw new Error(`${entry}: ${text}`);
  return entry;
}
