import database from '../../../cloudfunctions/database.json';
import { dayOf, instantOf } from '../../../cloudfunctions/shared/universal/day';
import { closesAt } from '../../../cloudfunctions/shared/domain/counting/release';
import { calendarAt } from '../../../scripts/seed/calendar';
import { seedDemo } from '../../../scripts/seed/demo';
import { demoPolls } from '../../../scripts/seed/demo/polls';
import type { BallotDocument } from '../../../scripts/seed/draw-ballots';
import { eventually } from '../../support/eventually';
import { expectSoundLedger } from '../../support/ledger';
import { noon } from '../../support/noon';
import { readAll } from '../../support/read-all';
import { openidOf } from '../../../scripts/preview/identities';
import { gongping } from '../../../scripts/start/program';
import { stages } from '../../../cloudfunctions/shared/universal/poll';
import { OrganiserClient } from '../../support/organiser-client';
import { startTestCloud, type TestCloud } from '../../support/test-cloud';
import { VoterClient } from '../../support/voter-client';

/** Nothing waits at noon: the day's ballots are many, and its end is far. */
const now = noon();
const demos = demoPolls(calendarAt(now));

function closeOf(id: string): number {
  const demo = demos.find(({ poll }) => poll._id === id);
  if (!demo) throw new Error(`there is no demonstration poll ${id}`);
  return closesAt(demo.poll);
}

let cloud: TestCloud;
let voter: VoterClient;

async function readBallots(pollId: string): Promise<BallotDocument[]> {
  const ballots = await readAll<BallotDocument>(cloud.url, 'ballots');
  return ballots.filter(({ _id }) => _id.startsWith(`${pollId}:`));
}

async function readEverything(): Promise<object[]> {
  const collections: object[] = [];
  for (const name of Object.keys(database.collections)) collections.push(await readAll(cloud.url, name));
  return collections;
}

beforeAll(async () => {
  cloud = await startTestCloud();
  cloud.setClock(() => now);
  voter = new VoterClient(cloud.url, 'oSeedReader');

  // The first run breaks off in the middle of its ballots; the next has to complete what it left.
  let inserts = 0;
  const endHook = cloud.onDatabaseCall({
    before: ({ action, collection }) => {
      if (action !== 'database.insertDocument' || collection !== 'ballots' || ++inserts < 9) return undefined;
      return { refuse: { code: 'DATABASE_REQUEST_FAILED', message: 'out of order' } };
    },
  });
  await expect(seedDemo({ url: cloud.url, keys: cloud.keys, logName: cloud.logName, now })).rejects.toThrow(
    'out of order',
  );
  endHook();
  await seedDemo({ url: cloud.url, keys: cloud.keys, logName: cloud.logName, now });
});

afterAll(() => cloud.close());

it('the demonstration shows all its polls on the home page, with covers that can be fetched', async () => {
  const { polls } = await voter.get('poll.list', {});
  expect(polls.map(({ id }) => id).sort()).toEqual(demos.map(({ poll }) => poll._id).sort());
  for (const { cover } of polls) expect(cover).toMatch(/^cloud:\/\/.+\/demo\/.+\.svg$/);
});

it('the organiser among the preview’s people has a poll in each stage, of which each opens for its team', async () => {
  const organiser = new OrganiserClient(cloud.url, openidOf(gongping, '韩科长'));
  const { polls } = await organiser.get('poll.mine', {});
  expect(new Set(polls.map(({ stage }) => stage))).toEqual(new Set(['preparing', ...stages, 'ended']));
  for (const { id, status, candidateCount } of polls) {
    const { poll } = await organiser.get('poll.load', { pollId: id });
    expect({ id, may: poll.may.includes('candidate.save') }).toEqual({ id, may: true });
    expect((await organiser.get('candidate.list', { pollId: id })).candidates).toHaveLength(candidateCount);
    if (status === 'published') await organiser.get('dashboard.get', { pollId: id });
  }
  const reviewer = new OrganiserClient(cloud.url, openidOf(gongping, '小赵'));
  expect((await reviewer.get('poll.mine', {})).polls).toHaveLength(polls.length);
  const copied = await organiser.get('poll.copy', { pollId: 'teachers', requestId: 'copy-of-teachers' });
  expect((await organiser.get('poll.load', { pollId: copied.pollId })).poll).toMatchObject({ measure: '位' });
  await organiser.get('poll.discard', { pollId: copied.pollId, version: 1 });
});

it('seeding again changes nothing', async () => {
  const before = await readEverything();
  cloud.resetStats();
  const again = await seedDemo({ url: cloud.url, keys: cloud.keys, logName: cloud.logName, now });
  expect(again).toEqual({ seeded: false, polls: 0, ballots: 0 });
  expect(Object.keys(cloud.stats().calls)).toEqual(['database.getDocument', 'database.calculateDocument']);
  expect(await readEverything()).toEqual(before);
});

it.each(demos.flatMap(({ poll, visits }) => (visits > 0 ? [[poll._id, visits] as const] : [])))(
  'every ballot of %s is in its log, and the log adds up',
  async (id, visits) => {
    const ballots = await readBallots(id);
    expect(ballots.length).toBeGreaterThanOrEqual(visits);
    await expectSoundLedger(cloud.url, id, ballots.length);
  },
);

it.each(['services', 'neighbours', 'spaces'])('%s shows its counts, which a recount confirms', async (id) => {
  const standings = await voter.get('standings.get', { pollId: id });
  const ballots = await readBallots(id);
  const votes = Object.fromEntries(Object.keys(standings.hidden ? {} : standings.counts).map((key) => [key, 0]));
  for (const choice of ballots.flatMap(({ choices }) => choices)) votes[choice] = (votes[choice] ?? 0) + 1;
  expect(standings).toMatchObject({ hidden: false, counts: votes, ballots: ballots.length, final: false });
});

it('the poll that publishes daily shows nothing before 18:00, the one that publishes at its end nothing before', async () => {
  const village = await voter.get('standings.get', { pollId: 'village' });
  expect(village).toMatchObject({ hidden: true, nextAt: calendarAt(now).after(0, '18:00') });
  const renewal = await voter.get('standings.get', { pollId: 'renewal' });
  expect(renewal).toMatchObject({ hidden: true, nextAt: closeOf('renewal') });
});

it('the ended poll has its final count, taken when it closed', async () => {
  const standings = await voter.get('standings.get', { pollId: 'volunteers' });
  expect(standings).toMatchObject({ hidden: false, final: true, asOf: closeOf('volunteers'), nextAt: null });
});

it('a newcomer can vote in each poll that is open, and the withdrawn candidate takes no votes', async () => {
  const cast = await voter.cast('services', ['c01', 'c02', 'c03']);
  expect(cast.ok).toBe(true);
  expect((await voter.cast('spaces', ['c01', 'c09', 'c10'])).ok).toBe(false);
  const { candidates } = await voter.get('poll.get', { pollId: 'spaces' });
  expect(candidates.filter(({ standing }) => standing?.state === 'withdrawn')).toHaveLength(1);
  for (const { poll } of demos) {
    const { me, can } = await voter.get('poll.get', { pollId: poll._id });
    const isOpen = !['ideas', 'volunteers', 'services'].includes(poll._id);
    expect({ id: poll._id, can: can.cast }).toEqual({ id: poll._id, can: isOpen });
    expect(me.ballotsLeft).toBe(isOpen ? poll.rules.ballotsPerPeriod : 0);
  }
});

it.each(['23:53', '00:02'])(
  'at %s, when some wait for their release, it ends, and the timer counts them in time',
  async (time) => {
    const night = await startTestCloud();
    try {
      const at = instantOf(dayOf(now), time);
      night.setClock(() => at);
      await seedDemo({ url: night.url, keys: night.keys, logName: night.logName, now: at });
      // The end of the day, or the second full hour behind it.
      night.setClock(() => at + 2 * 60 * 60 * 1000);
      await eventually(async () => {
        await night.fireTimer('scheduler');
        const ballots = await readAll<BallotDocument>(night.url, 'ballots');
        expect(ballots.filter(({ batch }) => batch === null)).toEqual([]);
      });
    } finally {
      await night.close();
    }
  },
);
