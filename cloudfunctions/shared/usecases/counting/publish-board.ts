import type { BoardPoll, BoardStandings } from '../../universal/board';
import { announcedLot } from '../../universal/lot';
import { hostNames, textsOf } from '../../universal/poll-fields';
import { nextReleaseAt } from '../../domain/counting/release';
import { stepOf } from '../../universal/public-count';
import { uploadFile } from '../../platform/files';
import { pathOf } from '../../platform/file-links';
import { listCandidates } from '../../store/poll/candidates';
import type { StoredPoll } from '../../store/poll/polls';
import { drawCode, findCode } from '../spread/draw-code';
import type { Head } from './log-head';
import { logFolder } from './log-folder';

/** Writes what the public may see of the count now, for the board: what the last release made of it. */
export async function publishStandings({ poll, released, shown, nextAt, log, lot }: Head): Promise<void> {
  const standings: BoardStandings = {
    v: 1,
    ballots: released.ballots,
    ...stepShown(poll),
    shown,
    nextAt,
    final: released.isClosed,
    ...(lot && { lot }),
    at: released.at,
    ...(log && {
      log: {
        origin: log.origin,
        key: log.key,
        size: log.size,
        ...(log.bundle === undefined ? {} : { bundle: log.bundle.slice(log.files.length + 1) }),
      },
    }),
  };
  await upload(poll.id, 'standings.json', standings);
}

/**
 * Writes both files of a poll whose log has not begun, so that its board can be opened ahead of the vote.
 * @throws as `publishPoll`, when both are written
 */
export async function publishBeforeOpening(poll: StoredPoll, now: number): Promise<void> {
  const nextAt = nextReleaseAt(poll, now);
  const standings: BoardStandings = {
    v: 1 as const,
    ballots: 0,
    ...stepShown(poll),
    shown: null,
    nextAt,
    final: false,
    // Not the opening, which is to come: readers hold their clocks against it, and would take the vote for begun.
    at: now,
  };
  await upload(poll.id, 'standings.json', standings);
  await publishPoll({ poll }, now);
}

/**
 * Writes what the board says of the poll and its candidates. Texts and pictures may change while people vote.
 * @throws storage's faults; WechatFault where the code could not be drawn, when all else is written
 */
export async function publishPoll({ poll }: Pick<Head, 'poll'>, now: number): Promise<void> {
  const [code] = await Promise.allSettled([boardCode(poll, now)]);
  const candidates = await listCandidates(poll.id);
  const { id, title, cover, stages, result, rules, countPolicy, measure, withdrawal, reached, callOff, traces } = poll;
  const notice = poll.outcome?.notice;
  const lot = announcedLot(result);
  const board: BoardPoll = {
    v: 1,
    id,
    title,
    ...textsOf(poll, hostNames),
    ...(cover === undefined ? {} : { cover: relative(cover) }),
    stages,
    ...(reached === undefined ? {} : { reached }),
    ...(callOff === undefined ? {} : { callOff }),
    ...(notice === undefined ? {} : { notice: { from: notice.from, until: notice.until } }),
    ...(traces === undefined ? {} : { tracesForgottenAt: traces.forgottenAt }),
    ...(result.seats < candidates.length ? { seats: result.seats } : {}),
    ...(lot === undefined ? {} : { lot }),
    countPolicy: countPolicy.kind,
    choices: rules.choices,
    ...(withdrawal === undefined ? {} : { withdrawal }),
    ...(code.status === 'fulfilled' && code.value !== null ? { code: relative(code.value) } : {}),
    ...(rules.groups ? { groups: rules.groups.map((group) => ({ id: group.id, name: group.name })) } : {}),
    ...(measure === undefined ? {} : { measure }),
    candidates: candidates.map(
      ({ id: candidateId, number, name, unit, sentence, group, withdrawn, standing, pictures: [picture] }) => ({
        id: candidateId,
        number,
        name,
        unit,
        ...(sentence === '' ? {} : { sentence }),
        ...(group === undefined ? {} : { group }),
        // Who is frozen keeps its place.
        ...(withdrawn && (standing?.state === 'frozen' ? { frozen: true as const } : { withdrawn: true as const })),
        ...(picture === undefined ? {} : { picture: relative(picture) }),
      }),
    ),
  };
  await upload(poll.id, 'poll.json', board);
  if (code.status === 'rejected') throw code.reason;
}

/**
 * The code of the board's own channel, drawn at the first need; none for a poll that was called off.
 * @returns its file id
 */
async function boardCode({ id, withdrawal }: StoredPoll, now: number): Promise<string | null> {
  const scene = { pollId: id, channel: 'board' };
  return (await findCode(scene)) ?? (withdrawal ? null : (await drawCode(scene, now)).file);
}

function stepShown(poll: StoredPoll): Pick<BoardStandings, 'step'> {
  return stepOf(poll) === 1 ? { step: 1 } : {};
}

/** A file's address as seen from the poll's folder, `logs/POLL/`. */
function relative(fileId: string): string {
  return `../../${pathOf(fileId).split('/').map(encodeURIComponent).join('/')}`;
}

async function upload(pollId: string, name: string, content: object): Promise<void> {
  await uploadFile(`${logFolder(pollId)}/${name}`, Buffer.from(JSON.stringify(content)));
}
