import { OrganiserClient, readyPoll } from '../../../support/organiser-client';
import { readAll } from '../../../support/read-all';
import { startTestCloud, type TestCloud } from '../../../support/test-cloud';
import { eventually } from '../../../support/eventually';
import { VoterClient } from '../../../support/voter-client';

let cloud: TestCloud;
beforeAll(async () => {
  cloud = await startTestCloud({ instancesPerFunction: 2 });
});
afterAll(() => cloud.close());
afterEach(() => cloud.setClock(0));

let serial = 0;
const newPerson = (): OrganiserClient => new OrganiserClient(cloud.url, `oMedia${(serial += 1)}`);

async function picture(owner: OrganiserClient, pollId: string, name: string): Promise<string> {
  return owner.upload(`polls/${pollId}/${name}`, 'picture');
}

it('a picture is shown to voters once WeChat has passed it, in the order that was chosen', async () => {
  const owner = newPerson();
  const pollId = await owner.create();
  const files = [await picture(owner, pollId, 'a.jpg'), await picture(owner, pollId, 'b.jpg')];
  const candidateId = await owner.add(pollId, '带图的一项', { pictures: files });
  await eventually(async () => {
    const { candidate } = await owner.get('candidate.load', { pollId, candidateId });
    expect(candidate.pictures).toEqual(files.map((file) => ({ file, state: 'passed' })));
    const [stored] = await readAll(cloud.url, 'candidates', { _id: `${pollId}:${candidateId}` });
    expect(stored).toMatchObject({ pictures: files });
  });
  const { candidate } = await owner.get('candidate.load', { pollId, candidateId });
  const change = { pictures: [files[1] ?? ''] };
  await owner.get('candidate.save', { pollId, candidateId, version: candidate.version, change });
  const [stored] = await readAll(cloud.url, 'candidates', { _id: `${pollId}:${candidateId}` });
  expect(stored).toMatchObject({ pictures: [files[1]] });
});

it('what WeChat refuses is never shown, stands in the way of publishing, and no reviewer passes it', async () => {
  const owner = newPerson();
  const pollId = await readyPoll(owner);
  const file = await picture(owner, pollId, 'risky.jpg');
  const candidateId = await owner.add(pollId, '有问题的图', { pictures: [file] });
  await eventually(async () => {
    const { candidate } = await owner.get('candidate.load', { pollId, candidateId });
    expect(candidate.pictures).toEqual([{ file, state: 'refused' }]);
  });
  const { items } = await owner.get('poll.check', { pollId });
  expect(items).toContainEqual(
    expect.objectContaining({
      code: 'picture',
      level: 'missing',
      details: expect.objectContaining({ state: 'refused' }),
    }),
  );
  expect(await owner.ask('media.decide', { pollId, file, isPassed: true })).toMatchObject({
    error: { code: 'MEDIA_DECIDED' },
  });
});

it('a video, and a picture that WeChat is not sure of, wait for a reviewer of the team', async () => {
  const owner = newPerson();
  const pollId = await readyPoll(owner);
  const reviewer = await owner.invite(pollId, `${owner.openid}r`, 'reviewer');
  const video = await owner.upload(`polls/${pollId}/film.mp4`, 'film');
  const file = await picture(owner, pollId, 'review.jpg');
  const candidateId = await owner.add(pollId, '视频', { video, pictures: [file] });
  await eventually(async () => {
    const { media } = await reviewer.get('media.list', { pollId });
    expect(media.map(({ kind, state, name }) => [kind, state, name]).sort()).toEqual([
      ['picture', 'review', '视频'],
      ['video', 'review', '视频'],
    ]);
  });
  expect((await owner.get('dashboard.get', { pollId })).toDos).toContainEqual({ kind: 'media', count: 2 });
  for (const each of [video, file]) await reviewer.get('media.decide', { pollId, file: each, isPassed: true });
  await owner.get('act.propose', { pollId, act: { kind: 'publish' } });
  const voter = new VoterClient(cloud.url, 'oViewer');
  const shown = await voter.get('candidate.get', { pollId, candidateId });
  expect(shown.candidate).toMatchObject({ video, pictures: [file] });
});

it('a picture that comes after publishing is pending until its verdict, and voters keep seeing the rest', async () => {
  const owner = newPerson();
  const pollId = await readyPoll(owner);
  await owner.get('act.propose', { pollId, act: { kind: 'publish' } });
  const cover = await picture(owner, pollId, 'cover.jpg');
  const mend = holdVerdicts();
  await owner.save(pollId, { cover }, '换封面');
  expect((await owner.get('poll.load', { pollId })).poll.cover).toEqual({ file: cover, state: 'pending' });
  const voter = new VoterClient(cloud.url, 'oViewer');
  expect((await voter.get('poll.get', { pollId })).poll.cover).toBeUndefined();
  mend();
  cloud.setClock(40 * 60_000);
  await eventually(async () => {
    // Whoever looks at what waits has an overdue verdict asked for again.
    await owner.get('media.list', { pollId });
    expect((await owner.get('poll.load', { pollId })).poll.cover).toEqual({ file: cover, state: 'passed' });
  });
  // The poll shows it a moment after the verdict is noted, and each instance once its memory of the poll is old.
  let minutes = 40;
  await eventually(async () => {
    cloud.setClock((minutes += 1) * 60_000);
    expect((await voter.get('poll.get', { pollId })).poll.cover).toBe(cover);
  });
});

it('a verdict that comes before its request is noted counts as well', async () => {
  const owner = newPerson();
  const pollId = await owner.create();
  const file = await picture(owner, pollId, 'quick.jpg');
  // The push arrives while the function still waits to write down what it asked for.
  let keep = (): void => undefined;
  const isKept = new Promise<void>((resolve) => (keep = resolve));
  const stop = cloud.onDatabaseCall({
    before: async ({ functionName, collection, action }) => {
      if (functionName === 'organiser' && collection === 'media' && action === 'database.modifyDocument') await isKept;
      return undefined;
    },
    after: ({ functionName, collection }) => {
      if (functionName === 'inbox' && collection === 'verdicts') keep();
      return undefined;
    },
  });
  const candidateId = await owner.add(pollId, '快', { pictures: [file] });
  stop();
  const { candidate } = await owner.get('candidate.load', { pollId, candidateId });
  expect(candidate.pictures).toEqual([{ file, state: 'passed' }]);
});

it('a file of another poll, of another folder, or that is not there is refused by its field', async () => {
  const owner = newPerson();
  const pollId = await owner.create();
  const other = await owner.create();
  const theirs = await picture(owner, other, 'theirs.jpg');
  const prefix = theirs.replace(/polls\/.*$/, '');
  for (const file of [theirs, `${prefix}polls/${pollId}/none.jpg`, `${prefix}polls/${pollId}/../${other}/theirs.jpg`]) {
    const candidate = { name: '某项', pictures: [file] };
    expect(
      await owner.ask('candidate.add', { pollId, requestId: `request-${(serial += 1)}-x`, candidate }),
    ).toMatchObject({
      error: { code: 'FILE_NOT_FOUND', details: { field: 'candidate.pictures.0' } },
    });
  }
  expect((await owner.get('candidate.list', { pollId })).candidates).toEqual([]);
});

/** Loses what WeChat pushes, as when the inbox function cannot reach the database. */
function holdVerdicts(): () => void {
  return cloud.onDatabaseCall({
    before: ({ functionName }) =>
      functionName === 'inbox' ? { refuse: { code: 'DATABASE_REQUEST_FAILED', message: 'not now' } } : undefined,
  });
}
