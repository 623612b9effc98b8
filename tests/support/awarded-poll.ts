import { randomUUID } from 'node:crypto';
import type { OrganiserInput } from '../../cloudfunctions/shared/contract/organiser';
import { closeDelay } from '../../cloudfunctions/shared/domain/counting/release';
import type { OutcomeFile } from '../../cloudfunctions/shared/universal/outcome';
import { download, existingLogOf } from '../cloudfunctions/scheduler/support/public-log';
import { awardDraft } from './award-draft';
import { eventually } from './eventually';
import { OrganiserClient } from './organiser-client';
import type { TestCloud } from './test-cloud';
import { VoterClient } from './voter-client';

type Act = OrganiserInput<'act.propose'>['act'];
type Proposed = Awaited<ReturnType<OrganiserClient['ask']>>;

const minute = 60_000;

/** An instant in China, like 2026-02-13T09:00. */
export const at = (text: string): number => Date.parse(`${text}:00+08:00`);

/** The end of the vote of a poll that `closedPoll` makes, by the cloud's clock. */
export const voteEnd = at('2026-02-12T18:00');

export interface Team {
  cloud: TestCloud;
  pollId: string;
  owner: OrganiserClient;
  reviewer: OrganiserClient;
  editor: OrganiserClient;
  /** The candidates' ids by number. */
  ids: string[];
}

let ahead = 0;

/** Sets the cloud's clock to an instant. */
export function setTime(cloud: TestCloud, instant: number): void {
  ahead = instant - Date.now();
  cloud.setClock(ahead);
}

/**
 * Fires, ten minutes later, until everything that is due is done: by then what an instance remembers is old. What an act called for
 * comes to its end first, so that no firing stands back for it.
 */
export async function settle(cloud: TestCloud, firings = 6): Promise<void> {
  await cloud.whenStill();
  ahead += 10 * minute;
  cloud.setClock(ahead);
  for (let firing = 0; firing < firings; firing++) {
    await cloud.fireTimer('scheduler');
    await cloud.whenStill();
  }
}

/** An award that is open: two persons who judge, an editor, three candidates unless others are named. @param change of the draft */
export async function openAward(
  cloud: TestCloud,
  name: string,
  { names = ['实事甲', '实事乙', '实事丙'], ...change }: { names?: readonly string[]; [field: string]: unknown } = {},
): Promise<Team> {
  setTime(cloud, at('2026-02-09T09:00'));
  const owner = new OrganiserClient(cloud.url, `oAward${name}`);
  const pollId = await owner.create('services', `年度实事${name}`);
  const draft = awardDraft({
    voting: at('2026-02-09T10:00'),
    verifying: voteEnd,
    notice: at('2026-02-13T09:00'),
    awarded: at('2026-02-28T10:00'),
  });
  const saved = await owner.save(pollId, { ...draft, ...change });
  expect(saved).toMatchObject({ ok: true });
  for (const each of names) {
    await owner.get('candidate.add', { pollId, requestId: randomUUID(), candidate: { name: each } });
  }
  const reviewer = await owner.invite(pollId, `oReviews${name}`, 'reviewer');
  const editor = await owner.invite(pollId, `oEdits${name}`, 'editor');
  expect(await owner.ask('act.propose', { pollId, act: { kind: 'publish' } })).toMatchObject({ ok: true });
  setTime(cloud, at('2026-02-09T09:03'));
  const { candidates } = await owner.get('candidate.list', { pollId });
  return { cloud, pollId, owner, reviewer, editor, ids: candidates.map(({ id }) => id) };
}

/** The same, voted and closed: 甲 has three ballots, 乙 two, 丙 one, unless told otherwise. */
export async function closedAward(
  cloud: TestCloud,
  name: string,
  { ballots = [3, 2, 1], ...change }: { ballots?: readonly number[] } & object = {},
): Promise<Team> {
  const team = await openAward(cloud, name, change);
  for (const [place, count] of ballots.entries()) {
    for (let nth = 0; nth < count; nth++) {
      const voter = new VoterClient(cloud.url, `oVotes${name}${place}${nth}`);
      expect(await voter.cast(team.pollId, [team.ids[place] ?? ''])).toMatchObject({ ok: true });
    }
  }
  setTime(cloud, voteEnd + closeDelay + minute);
  await settle(cloud, 10);
  return team;
}

/** Proposed by the owner and approved by the reviewer, who gets the answer; what is refused at once is that. */
export async function byTwo({ pollId, owner, reviewer }: Team, act: Act): Promise<Proposed> {
  const proposed = await owner.ask('act.propose', { pollId, act });
  return proposed.ok ? reviewer.ask('act.approve', { pollId, actId: proposed.data.act.id }) : proposed;
}

/** Where objections go. */
const office = { office: '市纪委监督室', phone: '0595-12345', address: '市府路1号', note: '工作日九点到五点' };

export function notice(until: number, more: object = {}): Act {
  return { kind: 'putUpNotice', until, ...office, ...more };
}

/** The same up to a notice that is up, until the end of 27 February. */
export async function noticedAward(cloud: TestCloud, name: string, change: object = {}): Promise<Team> {
  const team = await closedAward(cloud, name, change);
  expect(await byTwo(team, { kind: 'certifyCount', note: '' })).toMatchObject({ ok: true });
  setTime(cloud, at('2026-02-13T09:00'));
  expect(await byTwo(team, notice(noticeEnd))).toMatchObject({ ok: true });
  await settle(cloud);
  // A firing has its time, and other polls of the same cloud may take it.
  await eventually(async () => {
    await cloud.fireTimer('scheduler');
    expect((await outcomeFile(cloud, team.pollId))?.notices).toHaveLength(1);
  });
  return team;
}

export const noticeEnd = at('2026-02-28T00:00');

/** `outcome.json` as anybody reads it; undefined while it is not there. */
export async function outcomeFile(cloud: TestCloud, pollId: string): Promise<OutcomeFile | undefined> {
  const { files } = await existingLogOf(cloud, pollId);
  const file = await download(cloud, `${files}/outcome.json`);
  // What is not there is answered by a text that is no JSON.
  return file?.toString().startsWith('{') ? (JSON.parse(file.toString()) as OutcomeFile) : undefined;
}
