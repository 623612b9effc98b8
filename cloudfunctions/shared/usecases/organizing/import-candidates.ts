import type { OrganizerOutput } from '../../contract/organizer';
import { done, refuse, type Refused } from '../../contract/outcome';
import { readCandidates } from '../../domain/import/read-candidates';
import type { DraftCandidate, ImportProblem, ImportReport, ImportWarning } from '../../domain/import/report';
import { mostCandidates } from '../../domain/organizing/order';
import { derivedId, randomId } from '../../platform/ids';
import { readSpreadsheet } from '../../spreadsheet/read-spreadsheet';
import { insertCandidates, type TeamCandidate } from '../../store/organizing/team-candidates';
import type { TeamPoll } from '../../store/organizing/team-polls';
import { addToTrail } from '../../store/organizing/trail';
import { placeForList, takeList } from '../passing/passing-files';
import { checkTexts } from './check-texts';
import { loadCandidates } from './describe-candidate';
import { conflict, frozen, loadTeamPoll } from './edit-conflict';
import { appendToOrder, tooMany } from './edit-order';
import { textsOf } from './save-candidate';
import { personOf, signedBy, type Answer, type Input, type Member } from './types';

const sampleSize = 20;

type Report = OrganizerOutput<'candidate.import'>;

/** Where the page may put up a file of candidates. */
export async function beginImport({ pollId }: Input<'import.begin'>, now: number): Answer<'import.begin'> {
  return done({ path: await placeForList(pollId, now) });
}

/**
 * Reads a file of candidates, which is gone from the storage then, and reports on it; and, unless it is a trial, adds them all. Documents that are written before the one
 * update which puts them into the poll's order are nobody's candidates: whatever breaks, there are all of them or none.
 */
export async function importCandidates(
  { pollId, file, listVersion, isTrial }: Input<'candidate.import'>,
  member: Member,
  now: number,
): Answer<'candidate.import'> {
  // First: whatever is refused below, the list does not stay.
  const content = await takeList(pollId, file);
  const loaded = await loadTeamPoll(pollId);
  if (!loaded.ok) return loaded;
  const { poll } = loaded;
  if (poll.status !== 'draft') return frozen('candidates');
  if (poll.listVersion !== listVersion) return conflict(poll.listVersion, poll.edited, ['candidates']);
  const read = await readFile(content);
  if (!read.ok) return read;
  const existing = (await loadCandidates(poll)).map(({ number, name }) => ({ number, name }));
  const report = readCandidates(read.tables, { groups: poll.rules.groups ?? [], existing });
  const described = describe(report, poll);
  if (!report.ok || isTrial) return done({ ...described, added: 0, listVersion });
  return add(report.candidates, described, poll, member, now);
}

async function add(
  drafts: readonly DraftCandidate[],
  described: Omit<Report, 'added' | 'listVersion'>,
  poll: TeamPoll,
  member: Member,
  now: number,
): Answer<'candidate.import'> {
  if (poll.order.length + drafts.length > mostCandidates) return tooMany();
  const texts = drafts.flatMap(({ row, ...draft }) => textsOf(draft, `rows.${row}`));
  const refused = await checkTexts(texts, member.openid);
  if (refused) return refused;
  const run = randomId(16);
  const candidates = drafts.map((draft) => candidateOf(draft, derivedId(8, run, String(draft.row)), member, now));
  await insertCandidates(poll.id, candidates);
  const placed = drafts.map(({ number, row }) => ({ id: derivedId(8, run, String(row)), number }));
  const appended = await appendToOrder(poll.id, placed, member, now, poll.listVersion);
  if (!appended.ok) return appended;
  const details = { count: drafts.length };
  await addToTrail(poll.id, { at: now, who: personOf(member), what: 'candidate.import', details });
  return done({ ...described, added: drafts.length, listVersion: appended.poll.listVersion });
}

async function readFile(
  content: Uint8Array | undefined,
): Promise<Extract<Awaited<ReturnType<typeof readSpreadsheet>>, { ok: true }> | Refused> {
  if (content === undefined) {
    const expected = 'a file that was put up where `import.begin` said, and that was not read before';
    return refuse('FILE_NOT_FOUND', `file: ${expected}`, { field: 'file', expected });
  }
  const read = await readSpreadsheet(content);
  if (read.ok) return read;
  const { code, ...more } = read.refusal;
  return refuse('FILE_REFUSED', `the file cannot be read: ${code}`, { field: 'file', reason: code, ...more });
}

function candidateOf(
  { name, group, unit, sentence, criteria }: DraftCandidate,
  id: string,
  member: Member,
  now: number,
): TeamCandidate {
  return {
    ...{ id, version: 1, name, unit, sentence, criteria, facts: [], gallery: [], pictures: [] },
    ...(group === undefined ? {} : { group }),
    edited: signedBy(member, now),
  };
}

function describe(report: ImportReport, { rules }: TeamPoll): Omit<Report, 'added' | 'listVersion'> {
  const notes = report.warnings.map((warning) => tell('note', warning));
  if (!report.ok) {
    const faults = report.problems.map((problem) => tell('fault', problem));
    return { count: 0, problems: [...faults, ...notes], faultCount: report.problemCount, sample: [] };
  }
  const nameOf = (group?: string): string | undefined => rules.groups?.find(({ id }) => id === group)?.name;
  const sample = report.candidates.slice(0, sampleSize).map(({ row, number, name, group, unit, sentence }) => ({
    row,
    number,
    name,
    group: nameOf(group),
    unit,
    sentence,
  }));
  return { count: report.candidates.length, problems: notes, faultCount: 0, sample };
}

function tell(level: 'fault' | 'note', problem: ImportProblem | ImportWarning): Report['problems'][number] {
  const { code, row, column, cell, ...details }: { code: string; row?: number; column?: string; cell?: string } =
    problem;
  return { level, code, row, column, cell, details };
}
