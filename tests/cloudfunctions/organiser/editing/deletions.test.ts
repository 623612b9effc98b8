import { randomUUID } from 'node:crypto';
import { OrganiserClient, readyPoll } from '../../../support/organiser-client';
import { readAll } from '../../../support/read-all';
import { isInStorage } from '../../../support/storage';
import { startTestCloud, type TestCloud } from '../../../support/test-cloud';
import { VoterClient } from '../../../support/voter-client';
import { day, draftToOpen, idsOf, minute, propose, publish } from '../acts/acting';

// What organisers are told is deleted is looked for in the database and in the storage afterwards; so is what is said to stay.

let cloud: TestCloud;
beforeAll(async () => {
  cloud = await startTestCloud({ instancesPerFunction: 2 });
});
afterAll(() => cloud.close());
afterEach(() => cloud.setClock(0));

let serial = 0;
const newPerson = (): OrganiserClient => new OrganiserClient(cloud.url, `oGone${(serial += 1)}`);
const isStored = (file: string): boolean => isInStorage(cloud, file);
const count = async (collection: string, condition: object): Promise<number> =>
  (await readAll(cloud.url, collection, condition)).length;

/** The scheduler reads its plan once in a while. */
async function settle(clock: number): Promise<void> {
  cloud.setClock(clock);
  for (let firing = 0; firing < 12; firing++) await cloud.fireTimer('scheduler');
}

it('a draft that is deleted is gone with candidates, nominations, pictures, team and invitations; its trail stays', async () => {
  const owner = newPerson();
  const pollId = await owner.create('small', '不办了');
  const nomination = { isOpen: true, perPerson: 3, guide: '' };
  expect(await owner.save(pollId, { nomination })).toMatchObject({ ok: true });
  const [cover, picture] = [
    await owner.upload(`polls/${pollId}/cover.jpg`, 'picture'),
    await owner.upload(`polls/${pollId}/a.jpg`, 'picture'),
  ];
  expect(await owner.save(pollId, { cover })).toMatchObject({ ok: true });
  await owner.add(pollId, '带图的一项', { pictures: [picture] });
  const resident = newPerson();
  const proposed = await resident.upload(`nominations/${pollId}/b.jpg`, 'picture');
  await resident.take('nomination.submit', {
    pollId,
    requestId: randomUUID(),
    nomination: {
      name: '长椅',
      unit: '',
      sentence: '走累了可以坐一坐。',
      criteria: [],
      group: null,
      pictures: [proposed],
      proposer: { kind: 'resident', name: '王阿姨' },
    },
  });
  await owner.get('invitation.create', { pollId, role: 'editor' });
  await owner.get('channel.add', { pollId, name: '大厅海报', requestId: randomUUID() });
  expect([cover, picture, proposed].map(isStored)).toEqual([true, true, true]);

  const { version } = (await owner.get('poll.load', { pollId })).poll;
  await owner.get('poll.discard', { pollId, version });

  expect([cover, picture, proposed].map(isStored)).toEqual([false, false, false]);
  expect(await count('polls', { _id: pollId })).toBe(0);
  for (const collection of ['media', 'submissions', 'staff', 'invitations', 'channels', 'reminders', 'sheets']) {
    expect([collection, await count(collection, { pollId })]).toEqual([collection, 0]);
  }
  expect(await count('candidates', { _id: new RegExp(`^${pollId}:`) })).toBe(0);
  const trail = await readAll<{ _id: string; what: string }>(cloud.url, 'trail', { _id: new RegExp(`^${pollId}:`) });
  expect(trail.at(-1)).toMatchObject({ what: 'poll.discard' });
});

it('a candidate that is deleted from a draft is gone with its pictures, and the others’ stay', async () => {
  const owner = newPerson();
  const pollId = await readyPoll(owner);
  const [gone, kept] = [
    await owner.upload(`polls/${pollId}/gone.jpg`, 'picture'),
    await owner.upload(`polls/${pollId}/kept.jpg`, 'picture'),
  ];
  const candidateId = await owner.add(pollId, '要删的一项', { pictures: [gone] });
  await owner.add(pollId, '留下的一项', { pictures: [kept] });
  const { listVersion } = await owner.get('candidate.list', { pollId });
  await owner.get('candidate.remove', { pollId, candidateId, listVersion });
  expect([gone, kept].map(isStored)).toEqual([false, true]);
  expect(await count('candidates', { _id: `${pollId}:${candidateId}` })).toBe(0);
  const media = await readAll<{ _id: string; file: string }>(cloud.url, 'media', { pollId });
  expect(media.map(({ file }) => file)).toEqual([kept]);
});

it('a publication that is taken back is seen by nobody: not by its link, on the home page, on the board, in the timeline', async () => {
  const owner = newPerson();
  const now = Date.now();
  const pollId = await readyPoll(owner, {
    stages: { voting: now + day, verifying: now + 2 * day },
    opensAtOnce: false,
  });
  await propose(owner, pollId, publish);
  await settle(10 * minute);
  const files = ['poll.json', 'standings.json'].map((name) => `${cloud.url}/storage/logs/${pollId}/${name}`);
  const statuses = async (): Promise<number[]> =>
    Promise.all(files.map(async (file) => (await fetch(`${file}?t=${randomUUID()}`)).status));
  expect(await statuses()).toEqual([200, 200]);
  await propose(owner, pollId, { kind: 'unpublish', reason: '名单有误' });
  expect(await statuses()).toEqual([404, 404]);
  await settle(20 * minute);
  expect(await statuses()).toEqual([404, 404]);
  const resident = new VoterClient(cloud.url, 'oGoneResident');
  expect(await resident.ask('poll.get', { pollId })).toMatchObject({ error: { code: 'POLL_NOT_FOUND' } });
  expect(await resident.ask('poll.changes', { pollId })).toMatchObject({ error: { code: 'POLL_NOT_FOUND' } });
  expect((await resident.get('poll.list', {})).polls.map(({ id }) => id)).not.toContain(pollId);
});

it('calling a poll off deletes nothing: ballots, candidates, record and trail are there, and a receipt can still be checked', async () => {
  const owner = newPerson();
  const pollId = await draftToOpen(owner, { opensAtOnce: true });
  await propose(owner, pollId, publish);
  cloud.setClock(2 * minute);
  const [candidateId = ''] = await idsOf(owner, pollId);
  const voter = new VoterClient(cloud.url, `${owner.openid}-voter`);
  expect(await voter.cast(pollId, [candidateId])).toMatchObject({ ok: true });
  const before = await Promise.all([count('ballots', { pollId }), count('candidates', { pollId })]);
  await propose(owner, pollId, { kind: 'withdraw', reason: '场地原因取消' });
  expect(await Promise.all([count('ballots', { pollId }), count('candidates', { pollId })])).toEqual(before);
  const [poll] = await readAll<{ _id: string; changes: object[] }>(cloud.url, 'polls', { _id: pollId });
  expect(poll?.changes).toMatchObject([{ what: 'withdraw', reason: '场地原因取消', isAlone: true }]);
  expect((await owner.get('trail.list', { pollId })).entries[0]).toMatchObject({ what: 'act.done' });
});

it('members’ names are for the team alone: nothing that a resident can read has them', async () => {
  const owner = newPerson();
  const pollId = await draftToOpen(owner, { opensAtOnce: true });
  await owner.invite(pollId, 'oColleagueInSecret', 'reviewer');
  await propose(owner, pollId, publish);
  await owner.save(pollId, { hotline: '0871-6312 3456' }, '补上电话');
  const [candidateId = ''] = await idsOf(owner, pollId);
  await propose(owner, pollId, { kind: 'withdrawCandidate', candidateId, reason: '单位申请退出' });
  await settle(30 * minute);
  const resident = new VoterClient(cloud.url, 'oReader');
  const name = owner.openid.slice(1);
  expect((await owner.get('team.list', { pollId })).members.map((member) => member.name)).toContain(name);
  const read = [
    await resident.ask('poll.get', { pollId }),
    await resident.ask('poll.changes', { pollId }),
    await resident.ask('candidate.get', { pollId, candidateId }),
    await resident.ask('standings.get', { pollId }),
    ...(await Promise.all(
      ['poll.json', 'standings.json'].map(async (file) =>
        (await fetch(`${cloud.url}/storage/logs/${pollId}/${file}`)).text(),
      ),
    )),
  ];
  expect(JSON.stringify(read)).toContain('单位申请退出');
  expect(JSON.stringify(read)).not.toContain(name);
  expect(JSON.stringify(read)).not.toContain('ColleagueInSecret');
  expect(JSON.stringify(read)).not.toContain(await owner.memberId(pollId));
});
