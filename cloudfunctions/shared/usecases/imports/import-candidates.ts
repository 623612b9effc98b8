import { done, refuse, type Refused } from '../../contract/answered';
import type { FileRefusal } from '../../contract/errors';
import { readCandidates } from '../../domain/imports/read-candidates';
import type { DraftCandidate, ImportContext, ImportReport } from '../../domain/imports/report';
import { mostCandidates } from '../../domain/editing/order';
import { ContentCheckFault } from '../../platform/content-check';
import { derivedId, randomId } from '../../platform/ids';
import { readSpreadsheet } from '../../spreadsheet/read-spreadsheet';
import { insertCandidates, type TeamCandidate } from '../../store/editing/team-candidates';
import type { TeamPoll } from '../../store/editing/team-polls';
import { addToTrail } from '../../store/team/trail';
import { placeForList, takeList } from '../files/passing-files';
import { checkUnavailable, contentRefused } from '../check-texts';
import { describeImport, tell } from './describe-import';
import { loadCandidates } from '../editing/describe-candidate';
import { conflict, frozen, loadTeamPoll } from '../editing/edit-conflict';
import { appendToOrder, tooMany, type OrderRefusal } from '../editing/edit-order';
import { refusedCells, type RefusedCell } from './refused-cells';
import { personOf, signedBy, type Answer, type Input, type Member } from '../team/member';

/** Where the page may put up a file of candidates. */
export async function beginImport({ pollId }: Input<'import.begin'>, now: number): Answer<'import.begin'> {
  return done({ path: await placeForList(pollId, now) });
}

/**
 * Reads a file of candidates, which is gone from the storage then, and reports on it; and, unless it is a trial, adds them all.
 * Documents that are written before the one update which puts them into the poll's order are nobody's candidates: whatever breaks,
 * there are all of them or none.
 */
export async function importCandidates(
  { pollId, file, listVersion, isTrial, corrections = {}, trial }: Input<'candidate.import'>,
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
  const report = readCandidates(read.tables, await contextOf(poll), corrections);
  const refused = await checkReport(report, member.openid);
  if (isTrial) return done({ ...describeImport(report, refused, poll), added: 0, listVersion });
  if (refused === 'unchecked') return checkUnavailable();
  if (!report.ok) return done({ ...describeImport(report, refused, poll), added: 0, listVersion });
  const [first] = refused;
  // As the report tells it, so that the page names all of these cells.
  if (first) return contentRefused(first, { problems: refused.map(({ problem }) => tell('fault', problem)) });
  const described = describeImport(report, refused, poll);
  // Something else than the trial showed: the file is another one, or the poll has other groups or texts since.
  if (trial !== undefined && trial !== described.trial) {
    return conflict(poll.listVersion, poll.edited, ['candidates']);
  }
  const added = await add(report.candidates, poll, member, now);
  return added.ok ? done({ ...described, added: report.candidates.length, listVersion: added.listVersion }) : added;
}

async function contextOf(poll: TeamPoll): Promise<ImportContext> {
  const existing = (await loadCandidates(poll)).map(({ number, name }) => ({ number, name }));
  return { groups: poll.rules.groups ?? [], criteria: poll.criteria, existing };
}

/** Asks WeChat about all texts at once, those of rows with other faults too, so that everything is told in one round. */
async function checkReport(report: ImportReport, openid: string): Promise<RefusedCell[] | 'unchecked'> {
  const drafts = report.ok ? report.candidates : report.drafts;
  try {
    return await refusedCells(drafts.slice(0, mostCandidates), report.placeOf, openid);
  } catch (fault) {
    if (!(fault instanceof ContentCheckFault)) throw fault;
    return 'unchecked';
  }
}

async function add(
  drafts: readonly DraftCandidate[],
  poll: TeamPoll,
  member: Member,
  now: number,
): Promise<{ ok: true; listVersion: number } | Refused<OrderRefusal | 'EDIT_CONFLICT'>> {
  if (poll.order.length + drafts.length > mostCandidates) return tooMany();
  const run = randomId(16);
  const idOf = ({ sheet, row }: DraftCandidate): string => derivedId(8, run, String(sheet), String(row));
  await insertCandidates(
    poll.id,
    drafts.map((draft) => candidateOf(draft, idOf(draft), member, now)),
  );
  const placed = drafts.map((draft) => ({ id: idOf(draft), number: draft.number }));
  const appended = await appendToOrder(poll.id, placed, member, now, poll.listVersion);
  if (!appended.ok) return appended;
  const details = { count: drafts.length };
  await addToTrail(poll.id, { at: now, who: personOf(member), what: 'candidate.import', details });
  return { ok: true, listVersion: appended.poll.listVersion };
}

async function readFile(
  content: Uint8Array | undefined,
): Promise<
  Extract<Awaited<ReturnType<typeof readSpreadsheet>>, { ok: true }> | Refused<'FILE_NOT_FOUND' | 'FILE_REFUSED'>
> {
  if (content === undefined) {
    const expected = 'a file that was put up where `import.begin` said, and that was not read before';
    return refuse('FILE_NOT_FOUND', `file: ${expected}`, { field: 'file', expected });
  }
  const read = await readSpreadsheet(content);
  if (read.ok) return read;
  const { code, ...more } = read.refusal;
  // Each code comes with what belongs to it; the compiler does not follow that into another name.
  const refusal = { reason: code, ...more } as FileRefusal;
  return refuse('FILE_REFUSED', `the file cannot be read: ${code}`, { field: 'file', ...refusal });
}

function candidateOf(
  { name, group, unit, sentence, detail, criteria }: DraftCandidate,
  id: string,
  member: Member,
  now: number,
): TeamCandidate {
  return {
    id,
    version: 1,
    name,
    unit,
    sentence,
    criteria,
    facts: [],
    gallery: [],
    pictures: [],
    ...(detail === '' ? {} : { detail }),
    ...(group === undefined ? {} : { group }),
    edited: signedBy(member, now),
  };
}
