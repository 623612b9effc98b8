import { randomUUID } from 'node:crypto';
import { eventually } from '../../../support/eventually';
import { OrganiserClient, readyPoll } from '../../../support/organiser-client';
import { readAll } from '../../../support/read-all';
import { snapshot } from '../../../support/snapshot';
import { isInStorage } from '../../../support/storage';
import { startTestCloud, type TestCloud } from '../../../support/test-cloud';
import { day, hour, propose } from '../acts/acting';
import { document, filesIn } from './files-of-poll';

let cloud: TestCloud;
beforeAll(async () => {
  cloud = await startTestCloud({ instancesPerFunction: 2 });
});
afterAll(() => cloud.close());
afterEach(() => cloud.setClock(0));

let serial = 0;
const newPerson = (): OrganiserClient => new OrganiserClient(cloud.url, `oCopy${(serial += 1)}`);
const isStored = (file: string): boolean => isInStorage(cloud, file);

/** Copies a poll to the end, as the page does. @returns the draft's id, and how many calls it took */
async function copy(person: OrganiserClient, pollId: string, requestId = randomUUID()): Promise<[string, number]> {
  for (let calls = 1; ; calls++) {
    const { pollId: made, left } = await person.get('poll.copy', { pollId, requestId });
    if (left === 0) return [made, calls];
  }
}

async function published(owner: OrganiserClient, change: object = {}): Promise<string> {
  const pollId = await readyPoll(owner, { opensAtOnce: true, ...change });
  await propose(owner, pollId, { kind: 'publish' });
  return pollId;
}

describe('a copy of a poll', () => {
  it('is a draft of one’s own with all that was written, and nothing that happened', async () => {
    const owner = newPerson();
    const pollId = await published(owner, { purpose: '为了大家', approval: '云政办〔2026〕18号' });
    const editor = await owner.invite(pollId, `${owner.openid}e`, 'editor');
    const { poll: source } = await owner.get('poll.load', { pollId });
    cloud.setClock(30 * day);
    const [copyId] = await copy(editor, pollId);
    const { poll } = await editor.get('poll.load', { pollId: copyId });
    const { title, organiser, summary, purpose, rules, result, measure, objectionChannel } = source;
    expect(poll).toMatchObject({ title, organiser, summary, purpose, rules, result, measure, objectionChannel });
    expect(poll).toMatchObject({ status: 'draft', approval: '', changes: [], candidateCount: 2, cover: null });
    expect(poll.me).toMatchObject({ role: 'owner', name: editor.openid.slice(1) });
    const { candidates } = await editor.get('candidate.list', { pollId: copyId });
    expect(candidates.map(({ number, name }) => `${number} ${name}`)).toEqual(['1 第一项', '2 第二项']);
    // Whose poll it is copied from has no say in it.
    expect(await owner.ask('poll.load', { pollId: copyId })).toMatchObject({ error: { code: 'NOT_A_MEMBER' } });
    const { entries } = await editor.get('trail.list', { pollId: copyId });
    expect(entries).toEqual([
      expect.objectContaining({ what: 'poll.create', details: expect.objectContaining({ copied: title }) }),
    ]);
    expect((await owner.get('poll.load', { pollId })).poll).toEqual(
      expect.objectContaining({ version: source.version }),
    );
  });

  it('begins in the future, at the same hours of the same days of the week, and can be published', async () => {
    const owner = newPerson();
    const pollId = await readyPoll(owner);
    const { poll: source } = await owner.get('poll.load', { pollId });
    cloud.setClock(100 * day);
    const [copyId] = await copy(owner, pollId);
    const { poll } = await owner.get('poll.load', { pollId: copyId });
    const shift = poll.stages.verifying - source.stages.verifying;
    expect(shift % (7 * day)).toBe(0);
    expect(
      (await owner.get('poll.check', { pollId: copyId })).items.filter(({ level }) => level === 'missing'),
    ).toEqual([]);
    await propose(owner, copyId, { kind: 'publish' });
    const running = (await owner.get('poll.load', { pollId: copyId })).poll.stages;
    expect(running.verifying).toBeGreaterThan(Date.now() + 100 * day + hour / 2);
  });

  it('has files of its own, which are looked at anew and outlive those they are of', async () => {
    const owner = newPerson();
    const pollId = await readyPoll(owner);
    const first = await filesIn(owner, pollId);
    const [copyId] = await copy(owner, pollId);
    const { version } = (await owner.get('poll.load', { pollId })).poll;
    await owner.get('poll.discard', { pollId, version });
    expect(Object.values(first).map(isStored)).toEqual([false, false, false, false]);
    const id = (await owner.get('candidate.list', { pollId: copyId })).candidates.at(-1)?.id ?? '';
    await eventually(async () => {
      const { candidate } = await owner.get('candidate.load', { pollId: copyId, candidateId: id });
      const { poll } = await owner.get('poll.load', { pollId: copyId });
      expect(candidate).toMatchObject({ name: '带图的', detail: '做了三件事', unit: '二号楼', number: 3 });
      expect(candidate.pictures).toEqual([{ file: expect.stringContaining(`/polls/${copyId}/`), state: 'passed' }]);
      // WeChat does not look at films: a reviewer does, for each poll.
      expect(candidate.video).toEqual({ file: expect.stringContaining(`/polls/${copyId}/`), state: 'review' });
      expect(poll.cover).toEqual({ file: expect.stringContaining(`/polls/${copyId}/`), state: 'passed' });
      // Nor at documents.
      expect(poll.attachments).toEqual([
        {
          name: '评选细则',
          size: document.length,
          state: 'review',
          file: expect.stringContaining(`/polls/${copyId}/attachments/`),
        },
      ]);
      const [shown] = await readAll(cloud.url, 'candidates', { _id: `${copyId}:${id}` });
      expect(shown).toMatchObject({ pictures: [candidate.pictures[0]?.file] });
      expect(
        [candidate.pictures[0]?.file, candidate.video?.file, poll.cover?.file].every((file) => isStored(file ?? '')),
      ).toBe(true);
    });
    // Nothing waits to be deleted any more.
    expect(await readAll(cloud.url, 'passingFiles', { pollId: copyId })).toEqual([]);
  });

  it('leaves behind a candidate that left, and a picture that WeChat refused or that is gone', async () => {
    const owner = newPerson();
    const pollId = await readyPoll(owner, { opensAtOnce: true });
    const gone = await owner.add(pollId, '退出的');
    await propose(owner, pollId, { kind: 'publish' });
    await propose(owner, pollId, { kind: 'withdrawCandidate', candidateId: gone, reason: '本人要求退出' });
    const [copyId] = await copy(owner, pollId);
    const { candidates } = await owner.get('candidate.list', { pollId: copyId });
    expect(candidates.map(({ name }) => name)).toEqual(['第一项', '第二项']);

    const draft = await readyPoll(owner);
    const risky = await owner.upload(`polls/${draft}/risky.jpg`, 'risky');
    const candidateId = await owner.add(draft, '有问题的图', { pictures: [risky] });
    await eventually(async () => {
      const { candidate } = await owner.get('candidate.load', { pollId: draft, candidateId });
      expect(candidate.pictures).toEqual([{ file: risky, state: 'refused' }]);
    });
    const [other] = await copy(owner, draft);
    expect((await owner.get('candidate.list', { pollId: other })).candidates.at(-1)).toMatchObject({ pictures: [] });
  });

  it('with many pictures is made in several calls, and is not there before the last', async () => {
    const owner = newPerson();
    const pollId = await owner.create();
    for (let at = 0; at < 3; at++) {
      const names = Array.from({ length: 9 }, (_, index) => `p${at}-${index}.jpg`);
      const pictures: string[] = [];
      for (const name of names) pictures.push(await owner.upload(`polls/${pollId}/${name}`, name));
      await owner.add(pollId, `第 ${at + 1} 组`, { pictures });
    }
    const requestId = randomUUID();
    const begun = await owner.get('poll.copy', { pollId, requestId });
    expect(begun.left).toBe(3);
    expect(await readAll(cloud.url, 'polls', { _id: begun.pollId })).toEqual([]);
    const [copyId, calls] = await copy(owner, pollId, requestId);
    expect([copyId, calls]).toEqual([begun.pollId, 1]);
    const { candidates } = await owner.get('candidate.list', { pollId: copyId });
    expect(candidates.map(({ pictures }) => pictures.length)).toEqual([9, 9, 9]);
  });

  it('that is never finished leaves no file behind after a day, and can still be made', async () => {
    const owner = newPerson();
    const pollId = await readyPoll(owner);
    await filesIn(owner, pollId);
    const request = { pollId, requestId: randomUUID() };
    const stop = cloud.onDatabaseCall({
      before: ({ functionName, collection, action }) =>
        functionName === 'organiser' && collection === 'candidates' && action.startsWith('database.insert')
          ? { refuse: { code: 'DATABASE_REQUEST_FAILED', message: 'LimitExceeded' } }
          : undefined,
    });
    expect(await owner.ask('poll.copy', request)).toMatchObject({ error: { code: 'BUSY' } });
    stop();
    const noted = await readAll(cloud.url, 'passingFiles', {});
    const copied = noted.map(({ _id }) => _id).filter((each) => each.startsWith('polls/'));
    expect(copied).toHaveLength(4);
    const lying = (): boolean[] => copied.map((each) => isInStorage(cloud, each));
    cloud.setClock(2 * day);
    for (let firing = 0; firing < 12; firing++) await cloud.fireTimer('scheduler');
    expect(lying()).toEqual([false, false, false, false]);
    const [copyId] = await copy(owner, pollId, request.requestId);
    expect((await owner.get('candidate.list', { pollId: copyId })).candidates.at(-1)?.pictures).toHaveLength(1);
    expect(lying()).toEqual([true, true, true, true]);
  });
});

describe('a copy that is repeated', () => {
  it('is one draft, at once and later', async () => {
    const owner = newPerson();
    const pollId = await readyPoll(owner);
    await filesIn(owner, pollId);
    const request = { pollId, requestId: randomUUID() };
    const both = await Promise.all([owner.get('poll.copy', request), owner.get('poll.copy', request)]);
    const again = await owner.get('poll.copy', request);
    expect(new Set([...both, again].map((made) => made.pollId)).size).toBe(1);
    expect((await owner.get('candidate.list', { pollId: again.pollId })).candidates).toHaveLength(3);
    expect((await owner.get('poll.mine', {})).polls).toHaveLength(2);
    expect((await owner.get('trail.list', { pollId: again.pollId })).entries).toHaveLength(1);
  });

  it('goes on where it was cut short, wherever that was, and shows nothing half before', async () => {
    const owner = newPerson();
    const pollId = await readyPoll(owner);
    await filesIn(owner, pollId);
    const isWrite = /^(insert|update|remove)/;
    for (let cut = 1; ; cut++) {
      const request = { pollId, requestId: randomUUID() };
      let writes = 0;
      const stop = cloud.onDatabaseCall({
        before: ({ functionName, action }) =>
          functionName === 'organiser' && isWrite.test(action.replace('database.', '')) && ++writes === cut
            ? { refuse: { code: 'DATABASE_REQUEST_FAILED', message: 'LimitExceeded' } }
            : undefined,
      });
      const first = await owner.ask('poll.copy', request);
      stop();
      if (!first.ok) expect(first.error.code).toBe('BUSY');
      const [copyId] = await copy(owner, pollId, request.requestId);
      const { candidates } = await owner.get('candidate.list', { pollId: copyId });
      expect(candidates.map(({ name, pictures, video }) => [name, pictures.length, video !== null])).toEqual([
        ['第一项', 0, false],
        ['第二项', 0, false],
        ['带图的', 1, true],
      ]);
      // Drafts of this test are not to reach the limit.
      const { version } = (await owner.get('poll.load', { pollId: copyId })).poll;
      await owner.get('poll.discard', { pollId: copyId, version });
      if (first.ok) {
        expect(cut).toBeGreaterThan(8);
        return;
      }
    }
  });
});

describe('refusals', () => {
  it('as many polls as one person may have is told, and nothing is written', async () => {
    const owner = newPerson();
    const pollId = await readyPoll(owner);
    const { pollsLeft } = await owner.get('me.get', {});
    for (let left = pollsLeft; left > 0; left--) await copy(owner, pollId);
    const before = await snapshot(cloud);
    expect(await owner.ask('poll.copy', { pollId, requestId: randomUUID() })).toMatchObject({
      error: { code: 'LIMIT_REACHED', details: { what: 'polls' } },
    });
    expect(await snapshot(cloud)).toEqual(before);
  });

  it.each([
    ['requestId', { requestId: 'kurz' }],
    ['pollId', { pollId: '' }],
  ])('a wrong %s is named', async (field, wrong) => {
    const owner = newPerson();
    const pollId = await readyPoll(owner);
    const before = await snapshot(cloud);
    const reply = await owner.ask('poll.copy', { pollId, requestId: randomUUID(), ...wrong });
    expect(reply).toMatchObject({ ok: false, error: { code: 'INVALID_INPUT', details: { field } } });
    expect(await snapshot(cloud)).toEqual(before);
  });
});
