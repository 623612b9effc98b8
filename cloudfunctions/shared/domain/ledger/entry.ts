import type { Poll } from '../poll';

/**
 * The log's entries as text: JSON without white space, fields in the order below, so that the same entry is
 * the same bytes everywhere. `v` is the format's version.
 */
export type Entry = RulesEntry | BallotEntry | CloseEntry;

/** The log's first entry: what every ballot after it is judged by. */
export interface RulesEntry {
  v: 1;
  kind: 'rules';
  poll: string;
  /** Voting is open in [start, end), epoch milliseconds. */
  start: number;
  end: number;
  rules: Poll['rules'];
  countPolicy: Poll['countPolicy'];
  /** Ids in the order of their numbers. */
  candidates: string[];
}

export interface BallotEntry {
  v: 1;
  kind: 'ballot';
  tag: string;
  period: string;
  /** Candidate ids, sorted. */
  choices: string[];
}

/** The log's last entry of the vote: no ballot follows. */
export interface CloseEntry {
  v: 1;
  kind: 'close';
  ballots: number;
}

export function rulesEntry(poll: Poll, candidates: readonly string[]): string {
  const { rules } = poll;
  const { min, max } = rules.choices;
  return encode({
    v: 1,
    kind: 'rules',
    poll: poll.id,
    start: poll.stages.voting,
    end: poll.stages.verifying,
    rules: {
      period: rules.period,
      ballotsPerPeriod: rules.ballotsPerPeriod,
      choices: { min, max },
      ...(rules.perCandidate === undefined ? {} : { perCandidate: rules.perCandidate }),
      ...(rules.groups === undefined
        ? {}
        : { groups: rules.groups.map(({ id, name, min: least, max: most }) => ({ id, name, min: least, max: most })) }),
    },
    countPolicy:
      poll.countPolicy.kind === 'daily' ? { kind: 'daily', at: poll.countPolicy.at } : { kind: poll.countPolicy.kind },
    candidates: [...candidates],
  });
}

export function ballotEntry(ballot: { tag: string; period: string; choices: readonly string[] }): string {
  const { tag, period } = ballot;
  return encode({ v: 1, kind: 'ballot', tag, period, choices: [...ballot.choices].sort() });
}

export function closeEntry(ballots: number): string {
  return encode({ v: 1, kind: 'close', ballots });
}

function encode(entry: Entry): string {
  return JSON.stringify(entry);
}

/** Reads an entry back. @throws when the text is not an entry of this format: the log is broken then */
export function decodeEntry(text: string): Entry {
  // JSON.parse gives `any`; the switch below is what makes it an Entry.
  const entry = JSON.parse(text) as Entry;
  switch (entry.kind) {
    case 'rules':
    case 'ballot':
    case 'close':
      if (entry.v === 1) return entry;
  }
  throw new Error(`unknown log entry: ${text.slice(0, 80)}`);
}
