import type { Criterion, Nomination } from '../services/nominations';
import { nominateWords } from '../text/nominate';

/** What somebody has written so far. */
export interface NominationDraft {
  proposerKind: 'resident' | 'organisation';
  proposerName: string;
  name: string;
  /** '' for none. */
  group: string;
  unit: string;
  sentence: string;
  criteria: Partial<Record<Criterion, string>>;
  /** Paths on this phone. */
  pictures: string[];
}

export const emptyDraft: NominationDraft = {
  proposerKind: 'resident',
  proposerName: '',
  name: '',
  group: '',
  unit: '',
  sentence: '',
  criteria: {},
  pictures: [],
};

export const mostPictures = 3;

/** What has to be written before it can be sent; undefined when nothing is missing. */
export function missingOf({ name, sentence, proposerKind, proposerName }: NominationDraft): string | undefined {
  const { missing } = nominateWords;
  if (name.trim() === '') return missing.name;
  if (sentence.trim() === '') return missing.sentence;
  return proposerKind === 'organisation' && proposerName.trim() === '' ? missing.proposer : undefined;
}

/** @param pictures cloud file ids of those that were uploaded */
export function nominationOf(draft: NominationDraft, wanted: readonly Criterion[], pictures: string[]): Nomination {
  const { proposerKind, proposerName, name, group, unit, sentence, criteria } = draft;
  return {
    name: name.trim(),
    group: group === '' ? null : group,
    unit: unit.trim(),
    sentence: sentence.trim(),
    criteria: wanted.flatMap((criterion) => {
      const text = criteria[criterion]?.trim() ?? '';
      return text === '' ? [] : [{ criterion, text }];
    }),
    proposer: { kind: proposerKind, name: proposerName.trim() },
    pictures,
  };
}
