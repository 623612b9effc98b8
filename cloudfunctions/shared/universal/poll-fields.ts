import type { Attachment } from './attachments';
import type { PollResult } from './lot';
import type { BallotRules, CountPolicy, Measure, PollKind, StageTimes } from './poll';

// What organisers write of a poll, once. The contract's limits, the document, what a change is, the public record, the checklist,
// the editor and the pages follow from these lists; what the fields are called is told in `miniprogram/text/poll-texts.ts`.

/** What publishing does without a text: `missing` stands in the way, `warning` may be gone past. */
type Need = 'missing' | 'warning';

export interface TextField {
  kind: 'text';
  /** UTF-16 units. */
  most: number;
  lines: 'one' | 'many';
  /** It may change after publishing, each time with a public reason; the rest is what voters were promised. */
  isChangeable?: true;
  /** Every document and every reply has it; others are left out where nothing is written. */
  isAlways?: true;
  /** By what the poll is for; absent where nobody misses it. What else a kind asks is told in `domain/editing/kinds.ts`. */
  needed?: Partial<Record<PollKind, Need>>;
  /** Who is behind the poll: told in its head, on its poster and on its board. */
  isHost?: true;
  /** It is true of this one poll: a copy begins without it. */
  isOfOnePoll?: true;
}

const needed = { award: 'missing', contest: 'missing', small: 'missing' } as const;
const neededAmongStrangers = { award: 'missing', contest: 'missing' } as const;
const neededForAwards = { award: 'missing' } as const;

/** Texts in the order in which the editor asks for them. */
const list = {
  title: { kind: 'text', most: 40, lines: 'one', isAlways: true, needed },
  organiser: { kind: 'text', most: 40, lines: 'one', isAlways: true, isHost: true, needed },
  /** 承办: who carries it out; several with 、 between, in the order in which their document names them. */
  implementers: { kind: 'text', most: 120, lines: 'one', isChangeable: true, isHost: true },
  /** 协办: who helps, in the same way. */
  coOrganisers: { kind: 'text', most: 120, lines: 'one', isChangeable: true, isHost: true },
  summary: {
    kind: 'text',
    most: 1000,
    lines: 'many',
    isAlways: true,
    isChangeable: true,
    needed: neededAmongStrangers,
  },
  /** What the award is for. */
  purpose: { kind: 'text', most: 1000, lines: 'many', isChangeable: true, needed: neededForAwards },
  /** The document it rests on, e.g. "云政办〔2026〕18号". */
  approval: { kind: 'text', most: 60, lines: 'one', needed: neededForAwards, isOfOnePoll: true },
  /** Where objections go: an office, an address, hours. */
  objectionChannel: { kind: 'text', most: 200, lines: 'many', isChangeable: true, needed: neededForAwards },
  /** Telephone of the supervising office. */
  hotline: { kind: 'text', most: 30, lines: 'one', isChangeable: true, needed: { award: 'warning' } },
} as const satisfies Record<string, TextField>;

type Texts = typeof list;
export type PollText = keyof Texts;
type AlwaysText = { [Name in PollText]: Texts[Name] extends { isAlways: true } ? Name : never }[PollText];
type HostText = { [Name in PollText]: Texts[Name] extends { isHost: true } ? Name : never }[PollText];

/** A poll's texts as its document keeps them and its pages get them. */
export type WrittenTexts = Record<AlwaysText, string> & Partial<Record<Exclude<PollText, AlwaysText>, string>>;
/** Those that say who is behind a poll. */
export type HostTexts = Pick<WrittenTexts, HostText>;

export const pollTexts: Readonly<Record<PollText, TextField>> = list;
// The list's own keys.
export const pollTextNames = Object.keys(list) as PollText[];
export const hostNames = pollTextNames.filter((name): name is HostText => pollTexts[name].isHost === true);

export function isPollText(name: string): name is PollText {
  return Object.hasOwn(list, name);
}

/** Those of a poll's texts that are named and written. */
export function textsOf<Name extends PollText>(
  poll: Pick<WrittenTexts, Name>,
  names: readonly Name[],
): Pick<WrittenTexts, Name> {
  const written = names.filter((name) => poll[name] !== undefined);
  return Object.fromEntries(written.map((name) => [name, poll[name]])) as unknown as Pick<WrittenTexts, Name>;
}

export const criteria = ['innovation', 'effectiveness', 'satisfaction', 'sustainability'] as const;
export type Criterion = (typeof criteria)[number];

export interface NominationRules {
  /** Whoever has the link may propose. */
  isOpen: boolean;
  perPerson: number;
  guide: string;
}

/** What organisers write of a poll. A draft's texts may be empty. */
export interface PollContent extends Record<PollText, string> {
  /** A cloud file id. */
  cover: string | null;
  attachments: Attachment[];
  stages: StageTimes;
  /** The vote opens as soon as the poll is published. */
  opensAtOnce: boolean;
  rules: BallotRules;
  countPolicy: CountPolicy;
  result: PollResult;
  voidReasons: string[];
  /** Epoch milliseconds; null: the end stands. */
  latestEnd: number | null;
  /** Texts that each candidate gives. */
  criteria: Criterion[];
  secondPerson: boolean;
  nomination: NominationRules;
  /** Members of the poll's chat groups alone vote. */
  isForGroups: boolean;
  /** How candidates are counted, on every page. */
  measure: Measure;
}

type PollField = TextField | { kind: 'files' | 'value'; isChangeable?: true };

const frozen = { kind: 'value' } as const;

/** Every field of a poll, in the order of the editor. */
export const pollFields: Readonly<Record<keyof PollContent, PollField>> = {
  ...pollTexts,
  cover: { kind: 'files', isChangeable: true },
  attachments: { kind: 'files', isChangeable: true },
  stages: frozen,
  opensAtOnce: frozen,
  rules: frozen,
  countPolicy: frozen,
  result: frozen,
  voidReasons: frozen,
  latestEnd: frozen,
  criteria: frozen,
  secondPerson: frozen,
  nomination: frozen,
  isForGroups: frozen,
  measure: frozen,
};

// The list's own keys.
export const pollFieldNames = Object.keys(pollFields) as (keyof PollContent)[];

/** Those that may still change after publishing. */
export const changeableFields = pollFieldNames.filter((name) => pollFields[name].isChangeable === true);
