import { randomUUID } from 'node:crypto';
import type { OrganiserInput } from '../../../../cloudfunctions/shared/contract/organiser';
import { OrganiserClient } from '../../../support/organiser-client';
import { snapshot } from '../../../support/snapshot';
import { startTestCloud, type TestCloud } from '../../../support/test-cloud';
import { VoterClient } from '../../../support/voter-client';

const minute = 60_000;
const hour = 60 * minute;
let cloud: TestCloud;
let owner: OrganiserClient;
beforeAll(async () => {
  cloud = await startTestCloud({ instancesPerFunction: 2 });
  owner = new OrganiserClient(cloud.url, 'oOwner');
});
afterAll(() => cloud.close());
afterEach(() => cloud.setClock(0));

type Wish = OrganiserInput<'poll.launch'>;

function wish(change: Partial<Wish> = {}): Wish {
  return {
    requestId: randomUUID(),
    title: '楼道扶手装哪种',
    organiser: '3 号楼楼长',
    options: ['木扶手', '不锈钢', '包塑的'],
    most: 1,
    endAt: Date.now() + 5 * hour,
    ...change,
  };
}

describe('a small poll', () => {
  it('is made and published by one call, with nothing that an award needs', async () => {
    const launched = await owner.get('poll.launch', wish());
    expect(launched).toMatchObject({ status: 'published', title: '楼道扶手装哪种' });
    const { poll } = await owner.get('poll.load', { pollId: launched.pollId });
    expect(poll).toMatchObject({ kind: 'small', measure: '项', summary: '', approval: '', criteria: [] });
    expect(poll.countPolicy).toEqual({ kind: 'live', step: 1 });
    cloud.setClock(2 * minute);
    const voter = new VoterClient(cloud.url, 'oNeighbour');
    const seen = await voter.get('poll.get', { pollId: launched.pollId });
    expect(seen.candidates.map(({ name }) => name)).toEqual(['木扶手', '不锈钢', '包塑的']);
    expect(seen.poll).toMatchObject({
      measure: '项',
      organiser: '3 号楼楼长',
      step: 1,
      votingEndAt: poll.stages.verifying,
    });
    expect(await voter.cast(launched.pollId, [seen.candidates[1]?.id ?? ''])).toMatchObject({ ok: true });
  });

  it('may have several chosen, and so many stand above the line', async () => {
    const { pollId } = await owner.get('poll.launch', wish({ most: 2 }));
    const { poll } = await owner.get('poll.preview', { pollId });
    expect(poll).toMatchObject({ rules: { choices: { min: 1, max: 2 } }, seats: 2 });
  });

  it('stays a draft where more is to be written first', async () => {
    const { pollId, status } = await owner.get('poll.launch', wish({ isDraft: true }));
    expect(status).toBe('draft');
    const { candidates } = await owner.get('candidate.list', { pollId });
    expect(candidates.map(({ number, name }) => `${number} ${name}`)).toEqual(['1 木扶手', '2 不锈钢', '3 包塑的']);
    expect(await owner.get('poll.check', { pollId })).toMatchObject({ isReady: true, items: [] });
  });

  it('is for the chat group from whose card it was made, and for nobody else', async () => {
    const cloudId = cloud.issueCloudId('oOwner', { opengid: 'gStairs3' });
    const { pollId } = await owner.get('poll.launch', wish({ group: { cloudId, name: '三单元' } }));
    expect((await owner.get('group.list', { pollId })).groups.map(({ name }) => name)).toEqual(['三单元']);
    cloud.setClock(2 * minute);
    const voter = new VoterClient(cloud.url, 'oNeighbour');
    const { candidates, poll } = await voter.get('poll.get', { pollId });
    expect(poll.isForGroups).toBe(true);
    const choice = [candidates[0]?.id ?? ''];
    expect(await voter.cast(pollId, choice)).toMatchObject({ error: { code: 'PASS_NEEDED' } });
    const card = cloud.issueCloudId('oNeighbour', { opengid: 'gStairs3' });
    const { pass } = await voter.get('group.enter', { pollId, cloudId: card });
    expect(await voter.cast(pollId, choice, { pass })).toMatchObject({ ok: true });
  });
});

describe('a wish that is repeated', () => {
  it('makes one poll, at once and later', async () => {
    const one = wish();
    const answers = await Promise.all([owner.ask('poll.launch', one), owner.ask('poll.launch', one)]);
    const again = await owner.get('poll.launch', one);
    // Whoever came second may have been told of a conflict; the poll is there once.
    for (const answer of answers) if (answer.ok) expect(answer.data.pollId).toBe(again.pollId);
    expect(answers.some(({ ok }) => ok)).toBe(true);
    const { polls } = await owner.get('poll.mine', {});
    expect(polls.filter(({ id }) => id === again.pollId)).toHaveLength(1);
    expect((await owner.get('candidate.list', { pollId: again.pollId })).candidates).toHaveLength(3);
  });

  it('goes on where it was cut short, wherever that was', async () => {
    const isWrite = /^(insert|update)/;
    for (let cut = 1; ; cut++) {
      const one = wish({ title: `断在第 ${cut} 步` });
      let writes = 0;
      const stop = cloud.onDatabaseCall({
        before: ({ functionName, action }) =>
          functionName === 'organiser' && isWrite.test(action.replace('database.', '')) && ++writes === cut
            ? { refuse: { code: 'DATABASE_REQUEST_FAILED', message: 'LimitExceeded' } }
            : undefined,
      });
      const first = await owner.ask('poll.launch', one);
      stop();
      if (first.ok) {
        expect(cut).toBeGreaterThan(5);
        return;
      }
      expect(first.error.code).toBe('BUSY');
      const { pollId, status } = await owner.get('poll.launch', one);
      expect(status).toBe('published');
      expect((await owner.get('candidate.list', { pollId })).candidates).toHaveLength(3);
    }
  });
});

/** What organisers write; the scheduler goes on drawing the codes of polls that are published already. */
async function written(): Promise<unknown> {
  const { polls, candidates, staff, trail, proposals } = (await snapshot(cloud)) as Record<string, unknown>;
  return { polls, candidates, staff, trail, proposals };
}

describe('what is refused', () => {
  it.each<[string, () => Partial<Wish>, string, string]>([
    ['no title', () => ({ title: '' }), 'INVALID_INPUT', 'title'],
    ['no name', () => ({ organiser: ' ' }), 'INVALID_INPUT', 'organiser'],
    ['one option', () => ({ options: ['木扶手'], most: 1 }), 'INVALID_INPUT', 'options'],
    ['an option without text', () => ({ options: ['木扶手', ''] }), 'INVALID_INPUT', 'options.1'],
    ['an option twice', () => ({ options: ['木扶手', '不锈钢', '木扶手 '] }), 'INVALID_INPUT', 'options.2'],
    ['more choices than options', () => ({ most: 4 }), 'INVALID_INPUT', 'most'],
    ['an end in nine minutes', () => ({ endAt: Date.now() + 9 * minute }), 'INVALID_INPUT', 'endAt'],
    ['an option that WeChat refuses', () => ({ options: ['木扶手', '代开发票'] }), 'CONTENT_REFUSED', 'options.1'],
    ['a title that WeChat refuses', () => ({ title: '代开发票' }), 'CONTENT_REFUSED', 'title'],
    ['a name that WeChat refuses', () => ({ organiser: '代开发票' }), 'CONTENT_REFUSED', 'organiser'],
    [
      'a group on its word',
      () => ({ group: { cloudId: 'gA', name: '三单元' } }),
      'GROUP_NOT_VERIFIED',
      'group.cloudId',
    ],
  ])('%s, with nothing written', async (_, change, code, field) => {
    const before = await written();
    const reply = await owner.ask('poll.launch', wish(change()));
    expect(reply).toMatchObject({ ok: false, error: { code, details: { field } } });
    expect(await written()).toEqual(before);
  });
});

it('small polls that are over stand in nobody’s way, though nothing comes after their count', async () => {
  const busy = new OrganiserClient(cloud.url, 'oBusy');
  const most = (await busy.get('me.get', {})).pollsLeft;
  for (let made = 0; made < most; made++) await busy.get('poll.launch', wish({ endAt: Date.now() + hour }));
  expect(await busy.ask('poll.launch', wish())).toMatchObject({ error: { code: 'LIMIT_REACHED' } });
  cloud.setClock(2 * hour);
  expect((await busy.get('me.get', {})).pollsLeft).toBe(most);
});
