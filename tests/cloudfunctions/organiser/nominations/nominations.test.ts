import type { ParticipantInput } from '../../../../cloudfunctions/shared/contract/participant';
import { eventually } from '../../../support/eventually';
import { OrganiserClient, publishable } from '../../../support/organiser-client';
import { readAll } from '../../../support/read-all';
import { startTestCloud, type TestCloud } from '../../../support/test-cloud';
import { outcomes } from '../../../support/voter-client';

const day = 24 * 3600_000;
let cloud: TestCloud;
beforeAll(async () => {
  cloud = await startTestCloud({ instancesPerFunction: 2 });
});
afterAll(() => cloud.close());
afterEach(() => cloud.setClock(0));

let serial = 0;
const newPerson = (): OrganiserClient => new OrganiserClient(cloud.url, `oNominate${(serial += 1)}`);
type Nomination = ParticipantInput<'nomination.submit'>['nomination'];

const proposal = (name: string, more: Partial<Nomination> = {}): Nomination => ({
  name,
  unit: '某社区',
  sentence: '为大家办了实事',
  criteria: [],
  group: null,
  pictures: [],
  proposer: { kind: 'resident', name: '' },
  ...more,
});

async function opened(perPerson = 2): Promise<{ owner: OrganiserClient; pollId: string }> {
  const owner = newPerson();
  const pollId = await owner.create();
  const now = Date.now();
  const stages = { nominating: now - day, promoting: now + day, voting: now + 2 * day, verifying: now + 4 * day };
  const nomination = { isOpen: true, perPerson, guide: '请写明做了什么' };
  await owner.save(pollId, { ...publishable, stages, opensAtOnce: false, nomination });
  return { owner, pollId };
}

const submit = (
  who: OrganiserClient,
  pollId: string,
  nomination: Nomination,
  requestId = `request-${(serial += 1)}-nominate`,
): ReturnType<typeof who.participate<'nomination.submit'>> =>
  who.participate('nomination.submit', { pollId, requestId, nomination });

describe('a nomination', () => {
  it('is taken from anyone with the link while nominating lasts, and its form tells what is asked', async () => {
    const { pollId } = await opened();
    const resident = newPerson();
    expect(await resident.participate('nomination.form', { pollId })).toMatchObject({
      data: { title: '我们的评选', guide: '请写明做了什么', isOpen: true, left: 2 },
    });
    expect(await submit(resident, pollId, proposal('社区食堂'))).toMatchObject({ ok: true, data: { left: 1 } });
    cloud.setClock(2 * day);
    expect(await submit(resident, pollId, proposal('夜间公园'))).toMatchObject({
      error: { code: 'NOMINATION_NOT_OPEN', details: { endAt: expect.any(Number) } },
    });
  });

  it('a draft that has not opened them does not exist for residents', async () => {
    const owner = newPerson();
    const pollId = await owner.create('services');
    const missing = { error: { code: 'POLL_NOT_FOUND' } };
    expect(await newPerson().participate('nomination.form', { pollId })).toMatchObject(missing);
    expect(await submit(newPerson(), pollId, proposal('社区食堂'))).toMatchObject(missing);
  });

  it('a repeat is one nomination, and of ten at once no more come in than one person may send', async () => {
    const { owner, pollId } = await opened(3);
    const resident = newPerson();
    await Promise.all([1, 2, 3].map(() => submit(resident, pollId, proposal('社区食堂'), 'request-the-same')));
    expect((await owner.get('nomination.list', { pollId })).waiting).toBe(1);
    const replies = await Promise.all(
      Array.from({ length: 10 }, (_, index) => submit(resident, pollId, proposal(`推荐 ${index}`))),
    );
    expect(outcomes(replies)).toEqual({ ok: 2, LIMIT_REACHED: 8 });
    expect((await owner.get('nomination.list', { pollId })).waiting).toBe(3);
  });

  it('is checked like everything that others will see, and names its field', async () => {
    const { pollId } = await opened();
    const cases: [Nomination, string, string][] = [
      [proposal('赌博大厅'), 'CONTENT_REFUSED', 'nomination.name'],
      [proposal('某项', { group: 'nowhere' }), 'INVALID_INPUT', 'nomination.group'],
      [proposal('某项', { proposer: { kind: 'organisation', name: '' } }), 'INVALID_INPUT', 'nomination.proposer.name'],
      [proposal('某项', { pictures: ['cloud://local-env.x/none.jpg'] }), 'FILE_NOT_FOUND', 'nomination.pictures.0'],
    ];
    for (const [nomination, code, field] of cases) {
      expect(await submit(newPerson(), pollId, nomination)).toMatchObject({ error: { code, details: { field } } });
    }
    expect(await readAll(cloud.url, 'submissions', { pollId })).toEqual([]);
  });
});

describe('the review', () => {
  it('an accepted nomination is a candidate with its pictures, and its proposer is told', async () => {
    const { owner, pollId } = await opened();
    const reviewer = await owner.invite(pollId, `${owner.openid}r`, 'reviewer');
    const resident = newPerson();
    const file = await resident.upload(`nominations/${pollId}/food.jpg`, 'picture');
    await submit(resident, pollId, proposal('社区食堂', { pictures: [file] }));
    const { nominations } = await reviewer.get('nomination.list', { pollId });
    const nominationId = nominations[0]?.id ?? '';
    const accepted = await Promise.all(
      [owner, reviewer].map((each) => each.ask('nomination.accept', { pollId, nominationId })),
    );
    expect(accepted.some(({ ok }) => ok)).toBe(true);
    const { candidates } = await owner.get('candidate.list', { pollId });
    expect(candidates).toMatchObject([{ name: '社区食堂', number: 1 }]);
    await eventually(async () => {
      const [stored] = await readAll(cloud.url, 'candidates', { _id: `${pollId}:${candidates[0]?.id ?? ''}` });
      expect(stored).toMatchObject({ pictures: [file] });
    });
    const mine = await resident.participate('nomination.mine', { pollId });
    expect(mine).toMatchObject({
      data: { nominations: [{ state: 'accepted', candidateId: candidates[0]?.id }], left: 1 },
    });
    expect(await reviewer.ask('nomination.accept', { pollId, nominationId })).toMatchObject({
      error: { code: 'NOMINATION_DECIDED', details: { state: 'accepted' } },
    });
  });

  it('a returned one comes with its reason and gives its place back; a double is merged', async () => {
    const { owner, pollId } = await opened(1);
    const candidateId = await owner.add(pollId, '社区食堂');
    const [first, second] = [newPerson(), newPerson()];
    await submit(first, pollId, proposal('太短'));
    await submit(second, pollId, proposal('社区 食堂。'));
    const { nominations } = await owner.get('nomination.list', { pollId });
    const [poor, double] = nominations;
    expect(double?.alike).toEqual([{ candidateId, number: 1, name: '社区食堂' }]);
    await owner.get('nomination.return', { pollId, nominationId: poor?.id ?? '', reason: '请写明做了什么' });
    await owner.get('nomination.merge', { pollId, nominationId: double?.id ?? '', candidateId });
    expect(await first.participate('nomination.mine', { pollId })).toMatchObject({
      data: { nominations: [{ state: 'returned', reason: '请写明做了什么' }], left: 1 },
    });
    expect(await second.participate('nomination.mine', { pollId })).toMatchObject({
      data: { nominations: [{ state: 'merged', candidateId, candidateName: '社区食堂' }], left: 0 },
    });
    expect(await submit(first, pollId, proposal('写清楚了'))).toMatchObject({ ok: true });
    expect(await submit(second, pollId, proposal('又一个'))).toMatchObject({ error: { code: 'LIMIT_REACHED' } });
    expect((await owner.get('nomination.list', { pollId, state: 'merged' })).nominations).toHaveLength(1);
  });

  it('the team never learns who proposed, unless they gave a name', async () => {
    const { owner, pollId } = await opened();
    const resident = newPerson();
    await submit(resident, pollId, proposal('社区食堂'));
    const seen = [await owner.get('nomination.list', { pollId }), await owner.get('trail.list', { pollId })];
    expect(JSON.stringify(seen)).not.toContain(resident.openid);
  });
});
