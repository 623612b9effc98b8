import { eventually } from '../../support/eventually';
import { OrganiserClient, readyPoll } from '../../support/organiser-client';
import { startTestCloud, type TestCloud } from '../../support/test-cloud';
import { VoterClient } from '../../support/voter-client';

const minute = 60_000;
let cloud: TestCloud;
beforeAll(async () => {
  cloud = await startTestCloud();
});
afterAll(() => {
  if (process.env['SHOW_LOGS']) process.stdout.write(cloud.logs.join('\n'));
  return cloud.close();
});
afterEach(() => cloud.setClock(0));

it('a poll goes from nothing to a counted ballot, and its organiser sees both on the dashboard', async () => {
  const owner = new OrganiserClient(cloud.url, 'oOwner');
  const pollId = await readyPoll(owner, { countPolicy: { kind: 'live', step: 1 } });
  const voter = new VoterClient(cloud.url, 'oVoter');
  expect(await voter.ask('poll.get', { pollId })).toMatchObject({ error: { code: 'POLL_NOT_FOUND' } });
  expect(await owner.get('poll.check', { pollId })).toMatchObject({ isReady: true, needsSecondPerson: false });

  const { act } = await owner.get('act.propose', { pollId, act: { kind: 'publish' } });
  expect(act).toMatchObject({ state: 'done', needsSecondPerson: false });

  cloud.setClock(2 * minute);
  const { candidates } = await voter.get('poll.get', { pollId, channel: 'poster' });
  expect(candidates).toMatchObject([
    { number: 1, name: '第一项' },
    { number: 2, name: '第二项' },
  ]);
  const [first] = candidates;
  expect(await voter.cast(pollId, [first?.id ?? ''], { channel: 'poster' })).toMatchObject({ ok: true });
  // The first firing opens the log, one behind it counts; the ballot's own call may be on its way beside them.
  await eventually(async () => {
    await cloud.fireTimer('scheduler');
    expect(await voter.get('standings.get', { pollId })).toMatchObject({ ballots: 1 });
  });

  cloud.setClock(3 * minute);
  // The half minute after which an instance writes down its visits has passed.
  await new VoterClient(cloud.url, 'oPasserBy').get('poll.get', { pollId });
  expect(await owner.get('dashboard.get', { pollId })).toMatchObject({
    toDos: [],
    ballots: { total: 1, byChannel: [{ channel: 'poster', count: 1 }] },
    visits: { total: 2 },
    standings: {
      hidden: false,
      ranking: [
        { number: 1, votes: 1, rank: 1 },
        { number: 2, votes: 0, rank: 2 },
      ],
    },
  });
});
