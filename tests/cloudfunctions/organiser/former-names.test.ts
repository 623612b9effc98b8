import { connect } from '../../../scripts/connect';
import { OrganiserClient } from '../../support/organiser-client';
import { startTestCloud, type TestCloud } from '../../support/test-cloud';
import { VoterClient } from '../../support/voter-client';
import { draftToOpen, propose, publish } from './acts/acting';

let cloud: TestCloud;
beforeAll(async () => {
  cloud = await startTestCloud({ instancesPerFunction: 1 });
});
afterAll(() => cloud.close());
afterEach(() => cloud.setClock(0));

const channel = '有异议请到物业办公室，工作日九点到五点。';

/** Writes a poll's document as it was when the field was called `objection`. */
async function asOnceWritten(pollId: string): Promise<void> {
  const db = connect(cloud.url).database();
  await db
    .collection('polls')
    .where({ _id: pollId })
    .update({ objection: channel, objectionChannel: db.command.remove() });
}

async function document(pollId: string): Promise<Record<string, unknown>> {
  const { data } = await connect(cloud.url).database().collection('polls').where({ _id: pollId }).get();
  return (data as Record<string, unknown>[])[0] ?? {};
}

describe('a poll that was written while the objection channel had another name', () => {
  it('is edited as any other, and nothing of the former name comes back', async () => {
    const owner = new OrganiserClient(cloud.url, 'oFormerDraft');
    const pollId = await draftToOpen(owner);
    await asOnceWritten(pollId);
    expect((await owner.get('poll.load', { pollId })).poll.objectionChannel).toBe(channel);

    await owner.save(pollId, { hotline: '0871-1111 1111' });
    expect((await owner.get('poll.load', { pollId })).poll.objectionChannel).toBe(channel);

    await owner.save(pollId, { objectionChannel: '' });
    expect((await owner.get('poll.load', { pollId })).poll.objectionChannel).toBe('');
    expect(await document(pollId)).not.toHaveProperty('objection');
  });

  it('is asked for its objection channel once that is emptied, where its kind asks for one', async () => {
    const owner = new OrganiserClient(cloud.url, 'oFormerAward');
    const pollId = await owner.create('services');
    await asOnceWritten(pollId);
    const asked = async () => (await owner.get('poll.check', { pollId })).items.map(({ code }) => code);
    expect(await asked()).not.toContain('objectionChannel');
    await owner.save(pollId, { objectionChannel: '' });
    expect(await asked()).toContain('objectionChannel');
  });

  it('is shown to voters, with the record of its changes under today’s name', async () => {
    const owner = new OrganiserClient(cloud.url, 'oFormerRunning');
    const pollId = await draftToOpen(owner, { opensAtOnce: true });
    await propose(owner, pollId, publish);
    await owner.save(pollId, { objectionChannel: channel.repeat(2), hotline: '0871-1111 1111' }, '补充渠道');
    await asOnceWritten(pollId);
    const db = connect(cloud.url).database();
    const [change] = (await document(pollId))['changes'] as { id: string; what: string }[];
    const named = (text: string | undefined): string => text?.replace('objectionChannel', 'objection') ?? '';
    await db
      .collection('polls')
      .where({ _id: pollId })
      .update({ changes: db.command.set([{ ...change, what: named(change?.what) }]) });
    const changeId = `${pollId}:${change?.id}`;
    const { data } = await db.collection('changes').where({ _id: changeId }).get();
    const [{ fields }] = data as [{ fields: { field: string }[] }];
    await db
      .collection('changes')
      .where({ _id: changeId })
      .update({ fields: db.command.set(fields.map((each) => ({ ...each, field: named(each.field) }))) });

    cloud.setClock(10_000);
    const voter = new VoterClient(cloud.url, 'oFormerVoter');
    expect((await voter.get('poll.get', { pollId })).poll.objectionChannel).toBe(channel);
    const { changes } = await voter.get('poll.changes', { pollId });
    expect(changes[0]?.what.split(',').sort()).toEqual(['hotline', 'objectionChannel']);
    expect(changes[0]?.fields?.map(({ field }) => field).sort()).toEqual(['hotline', 'objectionChannel']);
  });

  it('its trail names the field as it is called today', async () => {
    const owner = new OrganiserClient(cloud.url, 'oFormerTrail');
    const pollId = await draftToOpen(owner);
    await owner.save(pollId, { objectionChannel: '物业' });
    const db = connect(cloud.url).database();
    const trail = db.collection('trail');
    const { data } = await trail.where({ what: 'poll.save', 'details.fields': 'objectionChannel' }).get();
    for (const { _id } of data as { _id: string }[]) {
      await trail.where({ _id }).update({ details: db.command.set({ fields: ['objection'] }) });
    }
    const { entries } = await owner.get('trail.list', { pollId });
    const fields = entries.map(({ details }) => details?.['fields']);
    expect(fields).toContainEqual(['objectionChannel']);
    expect(fields).not.toContainEqual(['objection']);
  });
});
