import type { BoardPoll, BoardStandings } from '../../domain/board';
import { nextReleaseAt } from '../../domain/release';
import { addressesOf, uploadFile } from '../../platform/files';
import { listCandidates } from '../../store/candidates';
import type { StoredPoll } from '../../store/polls';
import type { Head } from './log-head';
import { logFolder } from './publish-log';

/** Writes what the public may see of the count now, for the board. */
export async function publishStandings({ poll, state, shown, nextAt, log }: Head, now: number): Promise<void> {
  const standings: BoardStandings = {
    v: 1,
    ballots: state.ballots,
    shown,
    nextAt,
    final: state.isClosed,
    at: now,
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

/** Writes both files of a poll whose log has not begun, so that its board can be opened ahead of the vote. */
export async function publishBeforeOpening(poll: StoredPoll, now: number): Promise<void> {
  const nextAt = nextReleaseAt(poll, now);
  const standings: BoardStandings = { v: 1, ballots: 0, shown: null, nextAt, final: false, at: now };
  await publishPoll({ poll });
  await upload(poll.id, 'standings.json', standings);
}

/** Writes what the board says of the poll and its candidates. Texts and pictures may change while people vote. */
export async function publishPoll({ poll }: Pick<Head, 'poll'>): Promise<void> {
  const candidates = await listCandidates(poll.id);
  const { id, title, organiser, cover = '', stages, result, rules, countPolicy, withdrawal } = poll;
  const pictures = candidates.flatMap(({ pictures: [first] }) => first ?? []);
  const addresses = await addressesOf(cover === '' ? pictures : [cover, ...pictures]);
  const coverAddress = addresses.get(cover);
  const board: BoardPoll = {
    v: 1,
    id,
    title,
    organiser,
    ...(coverAddress === undefined ? {} : { cover: coverAddress }),
    stages,
    ...(result.seats < candidates.length ? { seats: result.seats } : {}),
    countPolicy: countPolicy.kind,
    choices: rules.choices,
    ...(withdrawal === undefined ? {} : { withdrawal }),
    ...(rules.groups ? { groups: rules.groups.map((group) => ({ id: group.id, name: group.name })) } : {}),
    candidates: candidates.map(
      ({ id: candidateId, number, name, unit, sentence, group, withdrawn, standing, pictures: [picture = ''] }) => {
        const address = addresses.get(picture);
        return {
          id: candidateId,
          number,
          name,
          unit,
          ...(sentence === '' ? {} : { sentence }),
          ...(group === undefined ? {} : { group }),
          // Who is frozen keeps its place.
          ...(withdrawn && (standing?.state === 'frozen' ? { frozen: true as const } : { withdrawn: true as const })),
          ...(address === undefined ? {} : { picture: address }),
        };
      },
    ),
  };
  await upload(poll.id, 'poll.json', board);
}

async function upload(pollId: string, name: string, content: object): Promise<void> {
  await uploadFile(`${logFolder(pollId)}/${name}`, Buffer.from(JSON.stringify(content)));
}
