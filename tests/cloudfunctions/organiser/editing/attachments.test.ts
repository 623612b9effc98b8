import { OrganiserClient } from '../../../support/organiser-client';
import { startTestCloud, type TestCloud } from '../../../support/test-cloud';
import { VoterClient } from '../../../support/voter-client';
import { draftToOpen, hour, propose, publish } from '../acts/acting';

let cloud: TestCloud;
beforeAll(async () => {
  cloud = await startTestCloud({ instancesPerFunction: 1 });
});
afterAll(() => cloud.close());
afterEach(() => cloud.setClock(0));

const pdf = Buffer.from('%PDF-1.7\n评选细则');
const png = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 1, 2, 3]);

let serial = 0;
async function drafted(): Promise<{ owner: OrganiserClient; pollId: string }> {
  const owner = new OrganiserClient(cloud.url, `oAttach${(serial += 1)}`);
  return { owner, pollId: await draftToOpen(owner, { opensAtOnce: true }) };
}

interface Attachment {
  file: string;
  name: string;
  size: number;
}

async function uploaded(
  owner: OrganiserClient,
  pollId: string,
  name = '评选细则.pdf',
  content: Buffer = pdf,
): Promise<Attachment> {
  const ending = name.slice(name.lastIndexOf('.'));
  const file = await owner.upload(`polls/${pollId}/attachments/${(serial += 1)}${ending}`, content);
  return { file, name, size: content.length };
}

const statusOf = async (pollId: string, { file }: Attachment): Promise<number> =>
  (await fetch(`${cloud.url}/storage/${file.slice(file.indexOf(`polls/${pollId}`))}`)).status;

it('a document is shown to voters once a reviewer has passed it, and stands in the way of publishing until then', async () => {
  const { owner, pollId } = await drafted();
  const rules = await uploaded(owner, pollId);
  expect(await owner.save(pollId, { attachments: [rules] })).toMatchObject({ ok: true });
  expect((await owner.get('poll.load', { pollId })).poll.attachments).toEqual([{ ...rules, state: 'review' }]);
  expect((await owner.get('poll.check', { pollId })).items).toContainEqual({
    code: 'attachment',
    level: 'missing',
    details: { name: rules.name, state: 'review' },
  });
  const { media } = await owner.get('media.list', { pollId });
  expect(media).toMatchObject([{ kind: 'document', name: rules.name, isAttachment: true, state: 'review' }]);

  await owner.get('media.decide', { pollId, file: rules.file, isPassed: true });
  expect((await owner.get('poll.check', { pollId })).items.filter(({ code }) => code === 'attachment')).toEqual([]);
  await propose(owner, pollId, publish);
  const { poll } = await new VoterClient(cloud.url, 'oReader').get('poll.get', { pollId });
  expect(poll.attachments).toEqual([rules]);
  expect(await statusOf(pollId, rules)).toBe(200);
});

it('a picture is looked at by WeChat, as every picture is', async () => {
  const { owner, pollId } = await drafted();
  const approval = await uploaded(owner, pollId, '批准文件.png', png);
  await owner.save(pollId, { attachments: [approval] });
  const [state] = (await owner.get('poll.load', { pollId })).poll.attachments.map((each) => each.state);
  // No reviewer is asked where WeChat can tell.
  expect(['pending', 'passed']).toContain(state);
});

it('a poll without attachments has no line for them', async () => {
  const { owner, pollId } = await drafted();
  await propose(owner, pollId, publish);
  expect((await new VoterClient(cloud.url, 'oReader').get('poll.get', { pollId })).poll).not.toHaveProperty(
    'attachments',
  );
});

describe('what is not what it says is refused, and nothing is written', () => {
  const field = 'change.attachments.0';
  it.each<[string, (owner: OrganiserClient, pollId: string) => Promise<Attachment>, string, string]>([
    ['another kind of file', (o, p) => uploaded(o, p, '名单.exe'), 'INVALID_INPUT', `${field}.file`],
    ['a script by a document’s ending', (o, p) => uploaded(o, p, '细则.pdf', png), 'INVALID_INPUT', `${field}.file`],
    [
      'another size than the file’s',
      async (o, p) => ({ ...(await uploaded(o, p)), size: 5 }),
      'INVALID_INPUT',
      `${field}.size`,
    ],
    [
      'more than ten megabytes',
      async (o, p) => ({ ...(await uploaded(o, p)), size: 11 * 1024 * 1024 }),
      'INVALID_INPUT',
      `${field}.size`,
    ],
    ['no name', async (o, p) => ({ ...(await uploaded(o, p)), name: '' }), 'INVALID_INPUT', `${field}.name`],
    ['another poll’s file', (o) => uploaded(o, 'another'), 'FILE_NOT_FOUND', `${field}.file`],
    [
      'a file that is not there',
      async (o, p) => {
        const there = await uploaded(o, p);
        return { ...there, file: there.file.replace(/[^/]*$/, 'gone.pdf') };
      },
      'FILE_NOT_FOUND',
      `${field}.file`,
    ],
  ])('%s', async (_, make, code, path) => {
    const { owner, pollId } = await drafted();
    const attachment = await make(owner, pollId);
    expect(await owner.save(pollId, { attachments: [attachment] })).toMatchObject({
      ok: false,
      error: { code, details: { field: path } },
    });
    expect((await owner.get('poll.load', { pollId })).poll.attachments).toEqual([]);
  });

  it('six files, or one file twice', async () => {
    const { owner, pollId } = await drafted();
    const six = await Promise.all([1, 2, 3, 4, 5, 6].map((at) => uploaded(owner, pollId, `细则${at}.pdf`)));
    const [first] = six;
    for (const attachments of [six, [first, first]]) {
      expect(await owner.save(pollId, { attachments: attachments as Attachment[] })).toMatchObject({
        error: { code: 'INVALID_INPUT', details: { field: 'change.attachments' } },
      });
    }
    expect((await owner.get('poll.load', { pollId })).poll.attachments).toEqual([]);
  });
});

it('what changes after publishing needs a reason and stands on the public record by its name; what was taken out is deleted', async () => {
  const { owner, pollId } = await drafted();
  const [old, revised] = [await uploaded(owner, pollId), await uploaded(owner, pollId, '评选细则（修订）.pdf')];
  await owner.save(pollId, { attachments: [old] });
  await owner.get('media.decide', { pollId, file: old.file, isPassed: true });
  await propose(owner, pollId, publish);
  expect(await owner.save(pollId, { attachments: [revised] })).toMatchObject({ error: { code: 'INVALID_INPUT' } });
  expect(await owner.save(pollId, { attachments: [revised] }, '改了计票办法')).toMatchObject({ ok: true });

  const voter = new VoterClient(cloud.url, 'oReader');
  cloud.setClock(10_000);
  // What nobody has looked at yet is not shown, and what was taken out is not shown any more.
  expect((await voter.get('poll.get', { pollId })).poll).not.toHaveProperty('attachments');
  await owner.get('media.decide', { pollId, file: revised.file, isPassed: true });
  cloud.setClock(20_000);
  expect((await voter.get('poll.get', { pollId })).poll.attachments).toEqual([revised]);
  expect((await voter.get('poll.changes', { pollId })).changes[0]).toMatchObject({
    what: 'attachments',
    reason: '改了计票办法',
    fields: [{ field: 'attachments', before: '评选细则.pdf', after: '评选细则（修订）.pdf' }],
  });

  expect(await statusOf(pollId, old)).toBe(200);
  cloud.setClock(hour + 60_000);
  await cloud.fireTimer('scheduler');
  expect(await statusOf(pollId, old)).toBe(404);
  expect(await statusOf(pollId, revised)).toBe(200);
});

it('what was taken out by mistake can be put back, and is looked at again', async () => {
  const { owner, pollId } = await drafted();
  const rules = await uploaded(owner, pollId);
  await owner.save(pollId, { attachments: [rules] });
  await owner.save(pollId, { attachments: [] });
  expect((await owner.get('media.list', { pollId })).media).toEqual([]);
  expect(await owner.save(pollId, { attachments: [rules] })).toMatchObject({ ok: true });
  expect((await owner.get('poll.load', { pollId })).poll.attachments).toEqual([{ ...rules, state: 'review' }]);
  cloud.setClock(2 * hour);
  await cloud.fireTimer('scheduler');
  expect(await statusOf(pollId, rules)).toBe(200);
});

it('a draft that is thrown away takes its attachments along', async () => {
  const { owner, pollId } = await drafted();
  const rules = await uploaded(owner, pollId);
  await owner.save(pollId, { attachments: [rules] });
  const { version } = (await owner.get('poll.load', { pollId })).poll;
  await owner.get('poll.discard', { pollId, version });
  expect(await statusOf(pollId, rules)).toBe(404);
});
