import type { OrganiserInput, OrganiserOutput } from '../../../../cloudfunctions/shared/contract/organiser';
import type {
  CandidateFields as Fields,
  EditedCandidate as Edited,
} from '../../../../cloudfunctions/shared/contract/editing/candidates';
import { callOrganiser, uploadFile, type Answer } from '../../../services/cloud';
import type { PhoneFile } from '../../../phone/files';

export type CandidateFields = Fields;
export type EditedCandidate = Edited;
export type CandidateList = OrganiserOutput<'candidate.list'>;
export type ListedCandidate = CandidateList['candidates'][number];
export type CandidateChange = { [Name in keyof Fields]?: Fields[Name] };
export type ImportReport = OrganiserOutput<'candidate.import'>;
export type ImportProblem = ImportReport['problems'][number];
export type Corrections = NonNullable<OrganiserInput<'candidate.import'>['corrections']>;

/** All candidates of a poll, by number. */
export function listCandidates(pollId: string): Promise<Answer<CandidateList>> {
  return callOrganiser('candidate.list', { pollId });
}

export function loadCandidate(pollId: string, candidateId: string): Promise<Answer<OrganiserOutput<'candidate.load'>>> {
  return callOrganiser('candidate.load', { pollId, candidateId });
}

/** Adds a candidate at the end. A repeat with the same requestId answers the candidate that it made. */
export function addCandidate(
  pollId: string,
  requestId: string,
  candidate: CandidateChange & { name: string },
): Promise<Answer<OrganiserOutput<'candidate.add'>>> {
  return callOrganiser('candidate.add', { pollId, requestId, candidate });
}

/** Saves whole fields, if the candidate still has this version; else EDIT_CONFLICT. A published poll wants a reason. */
export function saveCandidate(
  pollId: string,
  candidate: { id: string; version: number },
  change: CandidateChange,
  reason?: string,
): Promise<Answer<OrganiserOutput<'candidate.save'>>> {
  const { id: candidateId, version } = candidate;
  const why = reason === undefined ? {} : { reason };
  return callOrganiser('candidate.save', { pollId, candidateId, version, change, ...why });
}

/** Takes a candidate out of a draft. @param listVersion of the list that the caller saw; a changed one is EDIT_CONFLICT */
export function removeCandidate(
  pollId: string,
  candidateId: string,
  listVersion: number,
): Promise<Answer<OrganiserOutput<'candidate.remove'>>> {
  return callOrganiser('candidate.remove', { pollId, candidateId, listVersion });
}

/** Puts all candidates of a draft in this order. @param numbers for the same places, ascending; 1, 2, 3 … where absent */
export function arrangeCandidates(
  pollId: string,
  listVersion: number,
  order: string[],
  numbers?: number[],
): Promise<Answer<OrganiserOutput<'candidate.arrange'>>> {
  return callOrganiser('candidate.arrange', {
    pollId,
    listVersion,
    order,
    ...(numbers === undefined ? {} : { numbers }),
  });
}

/** Adds candidates of another poll; while `left` is not 0, the same call goes on. A repeat with the same requestId adds nothing twice. */
export function copyCandidates(
  wanted: OrganiserInput<'candidate.copy'>,
): Promise<Answer<OrganiserOutput<'candidate.copy'>>> {
  return callOrganiser('candidate.copy', wanted);
}

/**
 * Sends a file of candidates and has it read; a trial writes nothing, else all are added or none. The cloud keeps no copy, so each
 * call sends it.
 * @param progress told how much of it has gone up, 0 to 100
 */
export async function importCandidates(
  { sheet, ...input }: Omit<OrganiserInput<'candidate.import'>, 'file'> & { sheet: PhoneFile },
  progress: (percent: number) => void,
): Promise<Answer<ImportReport>> {
  const place = await callOrganiser('import.begin', { pollId: input.pollId });
  if (!place.ok) return place;
  const file = await uploadFile(place.data.path, sheet.path, progress);
  if (file === undefined) return { ok: false, error: { code: 'OFFLINE', message: 'the file did not get there' } };
  return callOrganiser('candidate.import', { ...input, file });
}

export type TeamCandidate = OrganiserOutput<'candidate.list'>['candidates'][number];

/** All candidates by number. */
export async function listTeamCandidates(pollId: string): Promise<Answer<TeamCandidate[]>> {
  const answer = await callOrganiser('candidate.list', { pollId });
  return answer.ok ? { ...answer, data: answer.data.candidates } : answer;
}
