import { connect } from '../../scripts/connect';
import type { WholeJuryRules } from '../../cloudfunctions/shared/universal/ledger/entries/whole-result';
import { juryRules } from '../cloudfunctions/shared/universal/ledger/sample-jury';
import { closeDelay } from '../../cloudfunctions/shared/domain/counting/release';
import { at, openAward, setTime, settle, voteEnd, type Team } from './awarded-poll';
import type { OrganiserClient } from './organiser-client';
import type { TestCloud } from './test-cloud';

/** A poll whose vote is open, with a jury that is seated and has declared that there is nobody whom it may not judge. */
export interface JudgedTeam extends Team {
  jurors: OrganiserClient[];
  memberIds: string[];
  labels: string[];
}

interface Wish {
  jurors?: number;
  rules?: Partial<WholeJuryRules>;
  isBlind?: boolean;
}

const dueAt = at('2026-02-12T12:00');

export async function seatedJury(
  cloud: TestCloud,
  name: string,
  { jurors: count = 3, rules = {}, isBlind = false }: Wish = {},
): Promise<JudgedTeam> {
  const team = await openAward(cloud, name, { opensAtOnce: false });
  const { pollId, owner } = team;
  const app = connect(cloud.url);
  const result = {
    seats: 1,
    decimals: 2,
    votes: { weight: 30, by: 'maximum' },
    jury: { ...juryRules, least: Math.min(3, count), drop: { top: 0, bottom: 0 }, ...rules },
    ties: [],
  };
  // Publishing takes no jury as yet.
  await app
    .database()
    .collection('polls')
    .doc(pollId)
    .update({ result: app.database().command.set(result) });
  const jurors: OrganiserClient[] = [];
  for (let n = 1; n <= count; n++) jurors.push(await owner.invite(pollId, `oJuror${name}${n}`, 'juror'));
  const memberIds = await Promise.all(jurors.map((juror) => juror.memberId(pollId)));
  const labels = memberIds.map((_, place) => `${place + 1}号评委`);
  const seats = memberIds.map((memberId, place) => ({ memberId, label: labels[place] ?? '' }));
  await owner.get('jury.setUp', { pollId, seats, dueAt, isBlind });
  setTime(cloud, at('2026-02-09T10:02'));
  await settle(cloud);
  return { ...team, jurors, memberIds, labels };
}

/** The same, opened. @param recusals of each juror, by the candidate's place */
export async function openedJury(
  cloud: TestCloud,
  name: string,
  { recusals = [], ...wish }: Wish & { recusals?: readonly (readonly number[])[] } = {},
): Promise<JudgedTeam> {
  const team = await seatedJury(cloud, name, wish);
  const { pollId, owner, jurors, ids } = team;
  for (const [place, juror] of jurors.entries()) {
    const own = (recusals[place] ?? []).map((each) => ({ candidateId: ids[each] ?? '', ground: 'sameUnit' as const }));
    await juror.get('recusal.declare', { pollId, recusals: own });
  }
  await owner.get('jury.open', { pollId });
  return team;
}

/** Hands in a whole sheet. @param points by the candidate's place */
export async function handIn(
  team: Pick<JudgedTeam, 'pollId' | 'ids'>,
  juror: OrganiserClient,
  points: readonly (readonly number[] | null)[],
): Promise<void> {
  await juror.get('sheet.submit', { pollId: team.pollId, version: await score(team, juror, points) });
}

/** Closes the vote. */
export async function closeVote(cloud: TestCloud): Promise<void> {
  setTime(cloud, voteEnd + closeDelay + 60_000);
  await settle(cloud, 10);
}

/** Scores candidates one after the other. @param points by the candidate's place; null leaves one out @returns the version then */
export async function score(
  { pollId, ids }: Pick<JudgedTeam, 'pollId' | 'ids'>,
  juror: OrganiserClient,
  points: readonly (readonly number[] | null)[],
): Promise<number> {
  let { version } = await juror.get('sheet.get', { pollId });
  for (const [place, each] of points.entries()) {
    if (each === null) continue;
    const wish = { pollId, candidateId: ids[place] ?? '', points: [...each], comment: '', version };
    ({ version } = await juror.get('sheet.save', wish));
  }
  return version;
}
