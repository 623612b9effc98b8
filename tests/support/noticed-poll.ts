import { connect } from '../../scripts/connect';
import { closeDelay } from '../../cloudfunctions/shared/domain/counting/release';
import type { ShownReceipt } from '../../cloudfunctions/shared/usecases/outcome/shown-receipt';
import type { Batch } from '../../cloudfunctions/shared/store/counting/batches';
import { OrganiserClient, readyPoll } from './organiser-client';
import { PollClock } from './poll-clock';
import { readAll } from './read-all';
import type { TestCloud } from './test-cloud';
import { VoterClient } from './voter-client';

const minute = 60_000;

/** An instant in China, like 2026-02-13T09:00. */
export const at = (text: string): number => Date.parse(`${text}:00+08:00`);

/** The end of the notice of a poll that `noticedPoll` makes. */
export const noticeUntil = at('2026-02-28T00:00');

export interface NoticedPoll {
  pollId: string;
  clock: PollClock;
  owner: OrganiserClient;
  reviewer: OrganiserClient;
  editor: OrganiserClient;
  observer: OrganiserClient;
  juror: OrganiserClient;
  /** The candidates' ids by number. */
  ids: string[];
}

let serial = 0;

/** A poll of two candidates with everybody in its team, open for three days. */
export async function openTeamPoll(cloud: TestCloud, change: object = {}): Promise<NoticedPoll> {
  const clock = new PollClock(cloud);
  clock.to(at('2026-02-09T09:20'));
  const owner = new OrganiserClient(cloud.url, `oObject${(serial += 1)}`);
  const stages = {
    voting: clock.now,
    verifying: at('2026-02-12T18:00'),
    notice: at('2026-02-13T09:00'),
    awarded: at('2026-03-02T09:00'),
  };
  const pollId = await readyPoll(owner, { stages, opensAtOnce: true, ...change });
  const join = (role: 'reviewer' | 'editor' | 'observer' | 'juror'): Promise<OrganiserClient> =>
    owner.invite(pollId, `${owner.openid}${role}`, role);
  const [reviewer, editor] = [await join('reviewer'), await join('editor')];
  const [observer, juror] = [await join('observer'), await join('juror')];
  await owner.get('act.propose', { pollId, act: { kind: 'publish' } });
  const ids = (await owner.get('candidate.list', { pollId })).candidates.map(({ id }) => id);
  clock.later(2 * minute);
  return { pollId, clock, owner, reviewer, editor, observer, juror, ids };
}

/** Closes it. */
export async function closeTeamPoll(cloud: TestCloud, { clock }: NoticedPoll): Promise<void> {
  clock.to(at('2026-02-12T18:00') + closeDelay + minute);
  for (let firing = 0; firing < 4; firing++) await fire(cloud, clock);
}

async function fire(cloud: TestCloud, clock: PollClock): Promise<void> {
  await cloud.fireTimer('scheduler');
  clock.later(10 * minute);
}

/** Leaves what the log says once a notice is in it that names the first candidate as the winner. */
export async function leaveNotice(cloud: TestCloud, { pollId, ids }: NoticedPoll, until = noticeUntil): Promise<void> {
  const batches = await readAll<Batch & { _id: string }>(cloud.url, 'batches', { pollId });
  const last = batches.sort((a, b) => a.n - b.n).at(-1);
  if (last === undefined) throw new Error('the log has not begun');
  const notice = {
    n: 1,
    from: at('2026-02-13T09:00'),
    until,
    winners: [{ candidate: ids[0], rank: 1 }],
    figures: '0'.repeat(64),
    proposer: 'm1',
    approver: 'm2',
  };
  await connect(cloud.url)
    .database()
    .collection('batches')
    .doc(last._id)
    .update({ 'tally.award': { notice, isRuledSince: false, revoked: [] } });
}

/** A poll whose notice is up, on the morning of its first day. */
export async function noticedPoll(cloud: TestCloud, change: object = {}): Promise<NoticedPoll> {
  const made = await openTeamPoll(cloud, change);
  await new VoterClient(cloud.url, `oFirst${serial}`).cast(made.pollId, [made.ids[0] ?? '']);
  await closeTeamPoll(cloud, made);
  await leaveNotice(cloud, made);
  made.clock.to(at('2026-02-13T10:00'));
  return made;
}

/** A receipt as the page shows it: of this voter's one ballot, with its place in the log. */
export async function shownReceiptOf(voter: VoterClient, pollId: string): Promise<ShownReceipt> {
  const [ballot] = (await voter.get('ballot.mine', { pollId })).ballots;
  if (ballot === undefined) throw new Error('no ballot');
  const { origin, leafHash, promisedAt, keyId, signature, period, nth } = ballot.receipt;
  const { index } = await voter.get('ballot.locate', { pollId, period, nth });
  return { origin, leafHash, promisedAt, keyId, signature, index: index ?? 1 };
}
