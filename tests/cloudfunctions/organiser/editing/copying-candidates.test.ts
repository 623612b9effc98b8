import { randomUUID } from 'node:crypto';
import type { OrganiserInput, OrganiserOutput } from '../../../../cloudfunctions/shared/contract/organiser';
import { connect } from '../../../../scripts/connect';
import { eventually } from '../../../support/eventually';
import { OrganiserClient, readyPoll } from '../../../support/organiser-client';
import { readAll } from '../../../support/read-all';
import { snapshot } from '../../../support/snapshot';
import { isInStorage } from '../../../support/storage';
import { startTestCloud, type TestCloud } from '../../../support/test-cloud';
import { propose } from '../acts/acting';
import { filesIn } from './files-of-poll';

let cloud: TestCloud;
beforeAll(async () => {
  cloud = await startTestCloud({ instancesPerFunction: 2 });
});
afterAll(() => cloud.close());

let serial = 0;
const newPerson = (): OrganiserClient => new OrganiserClient(cloud.url, `oTake${(serial += 1)}`);
const isStored = (file: string): boolean => isInStorage(cloud, file);

describe('candidates of an earlier poll', () => {
  /** Copies them to the end, as the page does. */
  async function take(
    person: OrganiserClient,
    input: OrganiserInput<'candidate.copy'>,
  ): Promise<OrganiserOutput<'candidate.copy'>> {
    for (;;) {
      const answer = await person.get('candidate.copy', input);
      if (answer.left === 0) return answer;
    }
  }

  const namesOf = async (owner: OrganiserClient, pollId: string): Promise<string[]> =>
    (await owner.get('candidate.list', { pollId })).candidates.map(({ number, name }) => `${number} ${name}`);

  async function two(owner: OrganiserClient): Promise<{ pollId: string; fromPollId: string }> {
    const fromPollId = await readyPoll(owner);
    await filesIn(owner, fromPollId);
    const pollId = await owner.create('small', '下一个');
    return { pollId, fromPollId };
  }

  it('go on behind those that are there, with files of their own; whose name is taken is left out and told', async () => {
    const owner = newPerson();
    const { pollId, fromPollId } = await two(owner);
    await owner.add(pollId, '第一项');
    await owner.add(pollId, '新的');
    const answer = await take(owner, { pollId, fromPollId, requestId: randomUUID() });
    expect(answer).toMatchObject({ added: 2, taken: ['第一项'] });
    expect(await namesOf(owner, pollId)).toEqual(['1 第一项', '2 新的', '3 第二项', '4 带图的']);
    const { version } = (await owner.get('poll.load', { pollId: fromPollId })).poll;
    await owner.get('poll.discard', { pollId: fromPollId, version });
    await eventually(async () => {
      const last = (await owner.get('candidate.list', { pollId })).candidates.at(-1);
      expect(last?.pictures).toEqual([{ file: expect.stringContaining(`/polls/${pollId}/`), state: 'passed' }]);
      expect(isStored(last?.pictures[0]?.file ?? '')).toBe(true);
      expect(isStored(last?.video?.file ?? '')).toBe(true);
    });
    expect(await readAll(cloud.url, 'passingFiles', { pollId })).toEqual([]);
    const { entries } = await owner.get('trail.list', { pollId });
    expect(entries.find(({ what }) => what === 'candidate.copy')).toMatchObject({
      details: { count: 2, copied: '我们的评选' },
    });
  });

  it('are those that were chosen, in the group of the same name', async () => {
    const owner = newPerson();
    const { pollId, fromPollId } = await two(owner);
    const rules = (id: string, name: string): object => ({
      rules: {
        period: 'once',
        ballotsPerPeriod: 1,
        choices: { min: 1, max: 2 },
        groups: [{ id, name, min: 0, max: 2 }],
      },
    });
    expect(await owner.save(fromPollId, rules('old', '社区'))).toMatchObject({ ok: true });
    expect(await owner.save(pollId, rules('new', '社区'))).toMatchObject({ ok: true });
    const chosen = await owner.add(fromPollId, '有组的', { group: 'old' });
    const input = { pollId, fromPollId, candidateIds: [chosen], requestId: randomUUID() };
    expect(await take(owner, input)).toMatchObject({ added: 1, taken: [] });
    const { candidates } = await owner.get('candidate.list', { pollId });
    expect(candidates.map(({ name, group }) => [name, group])).toEqual([['有组的', 'new']]);
  });

  it('are there once however often they are asked for, at once and later', async () => {
    const owner = newPerson();
    const input = { ...(await two(owner)), requestId: randomUUID() };
    await Promise.all([owner.get('candidate.copy', input), owner.get('candidate.copy', input)]);
    expect(await take(owner, input)).toMatchObject({ added: 3, taken: [] });
    expect(await namesOf(owner, input.pollId)).toEqual(['1 第一项', '2 第二项', '3 带图的']);
  });

  it('are all there or none, wherever it was cut short', async () => {
    const owner = newPerson();
    const { pollId: _, fromPollId } = await two(owner);
    const isWrite = /^(insert|update|remove)/;
    for (let cut = 1; ; cut++) {
      const pollId = await owner.create('small', `断在第 ${cut} 步`);
      const input = { pollId, fromPollId, requestId: randomUUID() };
      let writes = 0;
      const stop = cloud.onDatabaseCall({
        before: ({ functionName, action }) =>
          functionName === 'organiser' && isWrite.test(action.replace('database.', '')) && ++writes === cut
            ? { refuse: { code: 'DATABASE_REQUEST_FAILED', message: 'LimitExceeded' } }
            : undefined,
      });
      const first = await owner.ask('candidate.copy', input);
      stop();
      expect([0, 3]).toContain((await namesOf(owner, pollId)).length);
      expect(await take(owner, input)).toMatchObject({ added: 3 });
      expect(await namesOf(owner, pollId)).toEqual(['1 第一项', '2 第二项', '3 带图的']);
      const { version } = (await owner.get('poll.load', { pollId })).poll;
      await owner.get('poll.discard', { pollId, version });
      if (first.ok) {
        expect(cut).toBeGreaterThan(5);
        return;
      }
      expect(first.error.code).toBe('BUSY');
    }
  });

  it.each<[string, (owner: OrganiserClient, other: string) => Promise<object>, string, string | undefined]>([
    ['a poll of others', async () => ({ fromPollId: await readyPoll(newPerson()) }), 'NOT_A_MEMBER', 'fromPollId'],
    ['a poll that is not there', async () => Promise.resolve({ fromPollId: 'nowhere' }), 'NOT_A_MEMBER', 'fromPollId'],
    [
      'a poll that one only watches',
      async (owner) => {
        const chief = newPerson();
        const fromPollId = await readyPoll(chief);
        await chief.invite(fromPollId, owner.openid, 'observer');
        return { fromPollId };
      },
      'ROLE_NOT_ALLOWED',
      undefined,
    ],
    ['the same poll', async (_, pollId) => Promise.resolve({ fromPollId: pollId }), 'INVALID_INPUT', 'fromPollId'],
    [
      'a stranger among them',
      async () => Promise.resolve({ candidateIds: ['nobody'] }),
      'CANDIDATE_NOT_FOUND',
      'candidateIds.0',
    ],
  ])('%s is refused, and nothing is written', async (_, change, code, field) => {
    const owner = newPerson();
    const { pollId, fromPollId } = await two(owner);
    const wrong = await change(owner, pollId);
    // WeChat's verdict on the earlier poll's picture comes in its own time.
    await eventually(async () => {
      const { candidates } = await owner.get('candidate.list', { pollId: fromPollId });
      expect(candidates.flatMap(({ pictures }) => pictures).map(({ state }) => state)).toEqual(['passed']);
    });
    const before = await snapshot(cloud);
    const reply = await owner.ask('candidate.copy', { pollId, fromPollId, requestId: randomUUID(), ...wrong });
    expect(reply).toMatchObject({ error: { code, ...(field === undefined ? {} : { details: { field } }) } });
    expect(await snapshot(cloud)).toEqual(before);
  });

  it('do not make more of them than a poll has, and stay out of a published one', async () => {
    const owner = newPerson();
    const { fromPollId } = await two(owner);
    const pollId = await readyPoll(owner, { opensAtOnce: true });
    await propose(owner, pollId, { kind: 'publish' });
    const input = { pollId, fromPollId, requestId: randomUUID() };
    expect(await owner.ask('candidate.copy', input)).toMatchObject({ error: { code: 'FROZEN_AFTER_PUBLISHING' } });
    const full = await owner.create('small', '满了的');
    const order = Array.from({ length: 499 }, (_, index) => ({ id: `x${index}`, number: index + 1 }));
    await connect(cloud.url).database().collection('polls').doc(full).update({ order });
    expect(await owner.ask('candidate.copy', { ...input, pollId: full })).toMatchObject({
      error: { code: 'LIMIT_REACHED', details: { what: 'candidates', most: 500 } },
    });
  });
});
