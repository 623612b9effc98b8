import { bytesToHex } from '@noble/hashes/utils.js';
import { done, refuse, type Refused } from '../../contract/answered';
import { faultOf, missingIn, mostVersions, sheetText } from '../../domain/jury/sheet';
import { newSalt } from '../../platform/ids';
import { nativeHasher } from '../../platform/native-hasher';
import { findSheet, reopenSheet, saveScore, submitSheet, type Sheet, type Submission } from '../../store/jury/sheets';
import { addToTrail } from '../../store/team/trail';
import { checkTexts } from '../check-texts';
import { conflict } from '../editing/edit-conflict';
import { personOf, signedBy, type Answer, type Input, type Member } from '../team/member';
import { commit } from './commit';
import { judgedOf, locked, recusedBy, scoresOf, sit, stateOf, type Sitting } from './sitting';

/** One's own sheet as it is now. */
export async function readMySheet({ pollId }: Input<'sheet.get'>, member: Member): Answer<'sheet.get'> {
  const sat = await sit(pollId, member);
  if (!sat.ok) return sat;
  const { sheet } = sat.sitting;
  const { version, scores = {}, submissions = [] } = sheet;
  return done({
    version,
    state: stateOf(sat.sitting),
    scores: Object.entries(scores).map(([candidateId, scored]) => ({ candidateId, ...scored })),
    submissions: submissions.map(({ of: _, ...submission }) => submission),
  });
}

export async function saveMyScore(
  { pollId, candidateId, points, comment, version }: Input<'sheet.save'>,
  member: Member,
  now: number,
): Answer<'sheet.save'> {
  const sat = await sit(pollId, member);
  if (!sat.ok) return sat;
  const { poll, rules, sheet } = sat.sitting;
  const fault = faultOf(points, rules);
  if (fault?.kind === 'length') {
    const expected = `${fault.wanted} points, one a criterion`;
    return refuse('INVALID_INPUT', `points: ${expected}`, { field: 'points', expected });
  }
  if (fault?.kind === 'range') {
    const { place, criterion, most } = fault;
    return refuse('POINTS_OUT_OF_RANGE', `at most ${most}`, { field: `points.${place}`, criterion, most });
  }
  if (!poll.order.some(({ id }) => id === candidateId))
    return refuse('CANDIDATE_NOT_FOUND', 'no such candidate', { field: 'candidateId', candidateId });
  if (recusedBy(sheet).has(candidateId)) return refuse('RECUSED', 'this juror may not judge it', { candidateId });
  const state = stateOf(sat.sitting);
  if (state !== 'draft') return locked(state);
  const { memberId } = member;
  if (sheet.version !== version) return overtaken(sheet, member, now);
  if (await saveScore(pollId, { memberId, version }, candidateId, { points, comment }))
    return done({ version: version + 1 });
  return overtakenMeanwhile(pollId, member, now);
}

/**
 * Hands a sheet in. One update decides it, and what binds it follows; where that is cut short the same call, the next opening, or the
 * lock hands it to the log.
 */
export async function submitMySheet(
  { pollId, version }: Input<'sheet.submit'>,
  member: Member,
  now: number,
): Answer<'sheet.submit'> {
  const sat = await sit(pollId, member);
  if (!sat.ok) return sat;
  const { sitting } = sat;
  const { poll, seat, sheet } = sitting;
  const { submissions = [] } = sheet;
  const last = submissions.at(-1);
  if (last?.of === version && sheet.state === 'submitted') return told(sitting, last, member, now);
  const state = stateOf(sitting);
  if (state !== 'draft') return locked(state);
  if (sheet.version !== version) return overtaken(sheet, member, now);
  if (submissions.length >= mostVersions)
    return refuse('LIMIT_REACHED', 'handed in too often', { what: 'sheetVersions', most: mostVersions });
  const [candidates, scores, recused] = [await judgedOf(poll), scoresOf(sheet), recusedBy(sheet)];
  const missing = missingIn(scores, recused, candidates);
  if (missing.length > 0) return refuse('SHEET_INCOMPLETE', 'some candidates lack points', { missing });
  const sealed = sheetText(seat.label, scores, recused, candidates, newSalt());
  const submission: Submission = {
    n: submissions.length + 1,
    hash: bytesToHex(nativeHasher.leaf(sealed)),
    // Whatever clocks say: the log takes versions in this order.
    at: Math.max(now, (last?.at ?? 0) + 1),
    of: version,
  };
  const { memberId } = member;
  if (!(await submitSheet(pollId, { memberId, version }, submission, sealed))) {
    const found = await findSheet(pollId, memberId);
    const twin = found?.submissions?.at(-1);
    // The same call, twice at once: both are told the same.
    if (twin?.of === version && found?.state === 'submitted') return told(sitting, twin, member, now);
    return overtakenBy(found, member, now);
  }
  return told(sitting, submission, member, now);
}

async function told(
  { poll, seat }: Sitting,
  submission: Submission,
  member: Member,
  now: number,
): Answer<'sheet.submit'> {
  const { n, hash, of } = submission;
  if (await commit(poll.id, seat, submission, now)) {
    const entry = { at: now, who: personOf(member), what: 'sheet.submit' as const, subject: seat.label };
    await addToTrail(poll.id, { ...entry, details: { n } });
  }
  return done({ n, hash, version: of + 1 });
}

export async function reopenMySheet(
  { pollId, reason }: Input<'sheet.reopen'>,
  member: Member,
  now: number,
): Answer<'sheet.reopen'> {
  const sat = await sit(pollId, member);
  if (!sat.ok) return sat;
  const { sitting } = sat;
  const { seat, sheet } = sitting;
  if (stateOf(sitting) === 'locked') return locked('locked');
  // Nothing is handed in, or a repeat.
  if (sheet.state === 'draft') return done({ version: sheet.version });
  const refused = await checkTexts([{ field: 'reason', text: reason }], member.openid);
  if (refused) return refused;
  const last = sheet.submissions?.at(-1);
  // What was handed in is bound before anything takes its place.
  if (last) await commit(pollId, seat, last, now);
  if (!(await reopenSheet(pollId, sheet, { reason, at: now }))) {
    const found = await findSheet(pollId, member.memberId);
    return found?.state === 'draft' ? done({ version: found.version }) : locked('locked');
  }
  // Not why: a reason may tell points, and is read by nobody before the lock.
  await addToTrail(pollId, { at: now, who: personOf(member), what: 'sheet.reopen', subject: seat.label });
  return done({ version: sheet.version + 1 });
}

/** Another device of the same juror was faster, or the team has recused them meanwhile. */
function overtaken({ version }: Pick<Sheet, 'version'>, member: Member, now: number): Refused<'EDIT_CONFLICT'> {
  return conflict(version, signedBy(member, now));
}

async function overtakenMeanwhile(
  pollId: string,
  member: Member,
  now: number,
): Promise<Refused<'EDIT_CONFLICT' | 'SHEET_LOCKED'>> {
  return overtakenBy(await findSheet(pollId, member.memberId), member, now);
}

function overtakenBy(sheet: Sheet | null, member: Member, now: number): Refused<'EDIT_CONFLICT' | 'SHEET_LOCKED'> {
  if (sheet?.lockedBy !== undefined) return locked('locked');
  return sheet?.state === 'submitted' ? locked('submitted') : overtaken(sheet ?? { version: 1 }, member, now);
}
