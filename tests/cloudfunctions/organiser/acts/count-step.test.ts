import { OrganiserClient, readyPoll } from '../../../support/organiser-client';
import { startTestCloud, type TestCloud } from '../../../support/test-cloud';
import { VoterClient } from '../../../support/voter-client';

let cloud: TestCloud;
beforeAll(async () => {
  cloud = await startTestCloud();
});
afterAll(() => cloud.close());
afterEach(() => cloud.setClock(0));

it.each([
  ['each ballot by itself', { kind: 'live', step: 1 }, 1],
  ['twenty at once', { kind: 'live' }, 20],
  ['twenty at once, where counts are hidden', { kind: 'afterClose' }, 20],
] as const)('what an organiser chose of the count is kept, and voters read it: %s', async (_, countPolicy, step) => {
  const owner = new OrganiserClient(cloud.url, 'oOwner');
  const pollId = await readyPoll(owner, { countPolicy });
  expect((await owner.get('poll.load', { pollId })).poll.countPolicy).toEqual(countPolicy);
  expect((await owner.get('poll.preview', { pollId })).poll).toMatchObject({ countPolicy, step });
  await owner.get('act.propose', { pollId, act: { kind: 'publish' } });
  const voter = new VoterClient(cloud.url, 'oVoter');
  expect((await voter.get('poll.get', { pollId })).poll).toMatchObject({ countPolicy, step });
  expect(await voter.get('standings.get', { pollId })).toMatchObject({ step });
});

it('a poll for a class begins with each ballot by itself, an award with twenty at once', async () => {
  const owner = new OrganiserClient(cloud.url, 'oOwner');
  const policyOf = async (template: 'small' | 'services'): Promise<unknown> => {
    const pollId = await owner.create(template);
    return (await owner.get('poll.load', { pollId })).poll.countPolicy;
  };
  expect(await policyOf('small')).toEqual({ kind: 'live', step: 1 });
  expect(await policyOf('services')).not.toHaveProperty('step');
});
