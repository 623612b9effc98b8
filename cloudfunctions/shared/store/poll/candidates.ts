import type { Candidate } from '../../universal/poll';
import type { Criterion } from '../../universal/poll-fields';
import { database } from '../../platform/database';
import { attempt } from '../fault';

/** A document of `candidates`. Its `_id` is `poll:key`; the key alone is the candidate's id within the poll. */
export interface CandidateDocument {
  _id: string;
  pollId: string;
  number: number;
  name: string;
  group?: string;
  withdrawn?: true;
  /** Why it takes no more votes, where an act of the organisers' took it out. */
  standing?: { state: 'frozen' | 'withdrawn'; reason: string; at: number; isAlone?: true };
  unit: string;
  sentence: string;
  /** Cloud file ids, the first one stands for the candidate. */
  pictures: string[];
  video?: string;
  /** Absent in documents from before there was one. */
  detail?: string;
  facts: { figure: string; unit: string; label: string }[];
  criteria: { criterion: Criterion; text: string }[];
}

/** What lists show of a candidate. */
export type StoredCandidate = Candidate &
  Pick<CandidateDocument, 'number' | 'name' | 'unit' | 'sentence' | 'pictures' | 'standing'>;

/** No poll has more candidates than one read returns. */
const mostCandidates = 1000;

const candidates = () => database.collection('candidates');

export function candidateDocumentId(pollId: string, candidateId: string): string {
  return `${pollId}:${candidateId}`;
}

/** All candidates of a poll by number, without their long texts. */
export async function listCandidates(pollId: string): Promise<StoredCandidate[]> {
  const fields = {
    number: true,
    name: true,
    group: true,
    withdrawn: true,
    standing: true,
    unit: true,
    sentence: true,
    pictures: true,
  };
  const { data } = await attempt(() =>
    candidates().where({ pollId }).orderBy('number', 'asc').limit(mostCandidates).field(fields).get(),
  );
  return data.map((document) => {
    // What is in the collection was written by this project.
    const { _id, ...rest } = document as StoredCandidate & { _id: string };
    return { ...rest, id: _id.slice(pollId.length + 1) };
  });
}

export async function findCandidate(pollId: string, candidateId: string): Promise<CandidateDocument | null> {
  const { data } = await attempt(() =>
    candidates()
      .where({ _id: candidateDocumentId(pollId, candidateId) })
      .limit(1)
      .get(),
  );
  // As above.
  return (data[0] as CandidateDocument | undefined) ?? null;
}
