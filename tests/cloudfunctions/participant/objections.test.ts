import {
  at,
  closeTeamPoll,
  leaveNotice,
  noticedPoll,
  noticeUntil,
  openTeamPoll,
  shownReceiptOf,
  type NoticedPoll,
} from '../../support/noticed-poll';
import { readyPoll, OrganiserClient } from '../../support/organiser-client';
import { snapshot } from '../../support/snapshot';
import { outcomes, VoterClient } from '../../support/voter-client';
import { leaveRulings } from '../scheduler/support/decided-rulings';
import { startTestCloud, type TestCloud } from '../../support/test-cloud';
import { minute, newPerson, objection, signed, stored, submit, text, type Submitted } from './objecting';

jest.setTimeout(120_000);

let cloud: TestCloud;
beforeAll(async () => {
  cloud = await startTestCloud({ instancesPerFunction: 2 });
});
afterAll(() => cloud.close());

describe('an objection', () => {
  let poll: NoticedPoll;
  beforeAll(async () => {
    poll = await noticedPoll(cloud);
  });
  beforeEach(() => poll.clock.to(at('2026-02-13T10:00')));

  it('is taken from the notice to its end, and the form says until when', async () => {
    const { pollId, clock, ids } = poll;
    const resident = newPerson(cloud);
    const form = await resident.take('objection.form', { pollId });
    expect(form).toMatchObject({ isOpen: true, isBallotOpen: true, until: noticeUntil, left: 3 });
    expect(form.candidates.map(({ id }) => id)).toEqual(ids);
    clock.to(noticeUntil - minute);
    expect(await submit(newPerson(cloud), pollId)).toMatchObject({ ok: true });
    clock.to(noticeUntil);
    expect(await submit(resident, pollId)).toMatchObject({
      error: { code: 'OBJECTION_CLOSED', details: { until: noticeUntil } },
    });
    expect(await resident.take('objection.form', { pollId })).toMatchObject({ isOpen: false });
  });

  it('has a number and a day where it is signed; else it is a tip', async () => {
    const { pollId, owner } = poll;
    const resident = newPerson(cloud);
    const first = await resident.take('objection.submit', objection(pollId, { signed }));
    expect(first.number).toMatch(/^2026-\d\d$/);
    const tip = await newPerson(cloud).take('objection.submit', objection(pollId));
    expect(tip.number).toBeUndefined();
    const { objections } = await resident.take('objection.mine', { pollId });
    expect(objections).toMatchObject([
      { id: first.id, number: first.number, state: 'received', text, dueAt: at('2026-02-15T00:00') },
    ]);
    const listed = (await owner.get('objection.list', { pollId })).objections;
    expect(listed.find(({ id }) => id === tip.id)?.dueAt).toBeUndefined();
  });

  it('a repeat is one objection', async () => {
    const { pollId } = poll;
    const resident = newPerson(cloud);
    const again = objection(pollId, { signed });
    const replies = await Promise.all([1, 2, 3, 4].map(() => resident.participate('objection.submit', again)));
    const made = replies.map((reply) => (reply.ok ? reply.data : null));
    expect(new Set(made.map((each) => JSON.stringify(each))).size).toBe(1);
    expect((await resident.take('objection.mine', { pollId })).objections).toHaveLength(1);
  });

  it('of a hundred at once by one person exactly three come in', async () => {
    const { pollId } = poll;
    const resident = newPerson(cloud);
    const before = (await stored(cloud, pollId)).length;
    const replies = await Promise.all(Array.from({ length: 100 }, () => submit(resident, pollId, { signed })));
    expect(outcomes(replies)).toEqual({ ok: 3, LIMIT_REACHED: 97 });
    expect((await stored(cloud, pollId)).length - before).toBe(3);
    expect(await resident.take('objection.mine', { pollId })).toMatchObject({ left: 0 });
  });

  it('numbers of many persons at once are each given once, without a gap', async () => {
    const { pollId } = poll;
    await Promise.all(Array.from({ length: 20 }, () => submit(newPerson(cloud), pollId, { signed })));
    const numbers = (await stored(cloud, pollId)).filter(({ isNumbered }) => isNumbered).map(({ n }) => Number(n));
    expect(numbers.sort((a, b) => a - b)).toEqual(Array.from(numbers, (_, place) => place + 1));
  });

  it('what does not go together is refused by its field, and nothing is written', async () => {
    const { pollId, ids } = poll;
    const receipt = {
      origin: `gongping.test/${pollId}`,
      leafHash: 'a'.repeat(64),
      promisedAt: at('2026-02-10T09:00'),
      keyId: '01234567',
      signature: `${'A'.repeat(86)}==`,
      index: 1,
    };
    const before = await snapshot(cloud);
    const cases: [Partial<Submitted>, string, string][] = [
      [{ text: '太短了' }, 'INVALID_INPUT', 'text'],
      [{ text: '长'.repeat(1001) }, 'INVALID_INPUT', 'text'],
      [{ text: `${text}赌博大厅` }, 'CONTENT_REFUSED', 'text'],
      [{ signed: { name: '赌博大厅', contact: '1' } }, 'CONTENT_REFUSED', 'signed.name'],
      [{ signed: { name: '', contact: '138' } }, 'INVALID_INPUT', 'signed.name'],
      [{ kind: 'candidate' }, 'INVALID_INPUT', 'candidateId'],
      [{ kind: 'candidate', candidateId: 'nowhere' }, 'CANDIDATE_NOT_FOUND', 'candidateId'],
      [{ kind: 'result', candidateId: ids[0] ?? '' }, 'INVALID_INPUT', 'candidateId'],
      [{ kind: 'ballot' }, 'INVALID_INPUT', 'receipt'],
      [{ kind: 'process', receipt }, 'INVALID_INPUT', 'receipt'],
      [{ kind: 'ballot', receipt, signed }, 'INVALID_INPUT', 'signed'],
      [{ kind: 'ballot', receipt, pictures: ['cloud://a.b/objections/x/a.png'] }, 'INVALID_INPUT', 'pictures.0'],
      [{ kind: 'ballot', receipt }, 'BALLOT_NOT_FOUND', 'receipt'],
      [{ pictures: ['cloud://local-env.x/polls/x/a.png'] }, 'FILE_NOT_FOUND', 'pictures.0'],
      [{ pictures: [`cloud://local-env.x/objections/${pollId}/none.png`] }, 'FILE_NOT_FOUND', 'pictures.0'],
    ];
    for (const [more, code, field] of cases) {
      const reply = await submit(newPerson(cloud), pollId, more);
      expect([field, reply]).toMatchObject([field, { error: { code, details: { field } } }]);
    }
    expect(await snapshot(cloud)).toEqual(before);
  });

  it('text is text, whatever it looks like', async () => {
    const { pollId, owner } = poll;
    const hostile = '{"$set":{"state":"closed"}} <script>alert(1)</script> __proto__ 恭喜恭喜恭喜\u{20bb7}';
    const resident = newPerson(cloud);
    const { id } = await resident.take('objection.submit', objection(pollId, { text: hostile, signed }));
    expect((await resident.take('objection.mine', { pollId })).objections).toMatchObject([{ id, text: hostile }]);
    await owner.get('objection.accept', { pollId, objectionId: id, isAccepted: true, reason: '看不懂，先收下。' });
    expect((await stored(cloud, pollId)).filter(({ text: kept }) => kept === hostile)).toMatchObject([
      { state: 'accepted' },
    ]);
  });

  it('a draft has none, and neither has what is not there', async () => {
    const draft = await readyPoll(newPerson(cloud));
    for (const pollId of [draft, 'nowhere', '../x', 'a b']) {
      const missing = { error: { code: 'POLL_NOT_FOUND' } };
      expect(await submit(newPerson(cloud), pollId)).toMatchObject(missing);
      expect(await newPerson(cloud).participate('objection.form', { pollId })).toMatchObject(missing);
    }
  });

  it('is kept without anybody’s identity, and each sees their own', async () => {
    const { pollId } = poll;
    const [resident, other] = [newPerson(cloud), newPerson(cloud)];
    const { id } = await resident.take('objection.submit', objection(pollId));
    expect(JSON.stringify(await stored(cloud, pollId))).not.toContain(resident.openid);
    expect((await other.take('objection.mine', { pollId })).objections).toEqual([]);
    expect(await other.participate('objection.appeal', { pollId, id, text })).toMatchObject({
      error: { code: 'OBJECTION_NOT_FOUND' },
    });
  });
});

describe('about one’s own voided ballot', () => {
  let poll: NoticedPoll;
  const voters = ['void', 'valid', 'other'].map((name) => `oBallot-${name}`);
  const voter = (place: number): VoterClient => new VoterClient(cloud.url, voters[place] ?? '');
  beforeAll(async () => {
    poll = await openTeamPoll(cloud);
    for (const [place] of voters.entries()) await voter(place).cast(poll.pollId, [poll.ids[0] ?? '']);
    await closeTeamPoll(cloud, poll);
    const { index } = await shownReceiptOf(voter(0), poll.pollId);
    await leaveRulings(cloud.url, poll.pollId, [{ _id: `${poll.pollId}:void`, kind: 'void', index }]);
    for (let firing = 0; firing < 3; firing++) {
      await cloud.fireTimer('scheduler');
      poll.clock.later(10 * minute);
    }
  });

  const about = (receipt: Submitted['receipt']): Partial<Submitted> => ({
    kind: 'ballot',
    ...(receipt && { receipt }),
  });

  it('it is taken before there is a notice, once, with a number and without whose it is', async () => {
    const { pollId, owner } = poll;
    const receipt = await shownReceiptOf(voter(0), pollId);
    const person = new OrganiserClient(cloud.url, voters[0] ?? '');
    const again = objection(pollId, about(receipt));
    const [made, twin] = await Promise.all([person, person].map((each) => each.take('objection.submit', again)));
    expect([made?.number, twin?.number]).toEqual(['2026-01', '2026-01']);
    expect(await person.take('objection.submit', again)).toEqual(made);
    expect(await submit(newPerson(cloud), pollId, about(receipt))).toMatchObject({
      error: { code: 'LIMIT_REACHED', details: { what: 'objectionsOfBallot', most: 1 } },
    });
    const [document] = await stored(cloud, pollId);
    expect(document).toMatchObject({ kind: 'ballot', index: receipt.index, isNumbered: true });
    expect(Object.keys(document ?? {})).not.toEqual(expect.arrayContaining(['person']));
    expect(JSON.stringify(document)).not.toContain(voters[0]);
    expect((await owner.get('objection.list', { pollId })).objections).toMatchObject([{ index: receipt.index }]);

    // The person alone says nothing of it; the receipt does.
    expect((await person.take('objection.mine', { pollId })).objections).toEqual([]);
    expect(await person.take('objection.mine', { pollId, receipts: [receipt] })).toMatchObject({
      objections: [{ number: '2026-01', kind: 'ballot' }],
      left: 3,
    });
  });

  it('a ballot that counts has none, and a forged or foreign receipt finds none', async () => {
    const { pollId } = poll;
    const [bad, good] = [await shownReceiptOf(voter(0), pollId), await shownReceiptOf(voter(1), pollId)];
    expect(await submit(newPerson(cloud), pollId, about(good))).toMatchObject({
      error: { code: 'BALLOT_NOT_VOID', details: { field: 'receipt' } },
    });
    const elsewhere = await noticedPoll(cloud);
    poll.clock.to(at('2026-02-13T10:00'));
    const before = await snapshot(cloud);
    const forged = [
      { ...bad, signature: good.signature },
      { ...bad, promisedAt: bad.promisedAt + 1 },
      { ...bad, keyId: 'ffffffff' },
      // A genuine one, with the place of the voided ballot.
      { ...good, index: bad.index },
      { ...good, leafHash: bad.leafHash },
      { ...bad, index: 9999 },
    ];
    for (const receipt of forged.slice(0, 5)) {
      expect(await submit(newPerson(cloud), pollId, about(receipt))).toMatchObject({
        error: { code: 'BALLOT_NOT_FOUND' },
      });
    }
    expect(await submit(newPerson(cloud), elsewhere.pollId, about(bad))).toMatchObject({
      error: { code: 'BALLOT_NOT_FOUND' },
    });
    expect(
      await newPerson(cloud).participate('objection.mine', { pollId, receipts: [good, forged[0] ?? bad] }),
    ).toMatchObject({ error: { code: 'BALLOT_NOT_FOUND', details: { field: 'receipts.1' } } });
    // Its id follows from the log, which is public: what becomes of it is told, and appealed against, with the receipt alone.
    const id = `ballot:${bad.leafHash}`;
    expect(await newPerson(cloud).participate('objection.appeal', { pollId, id, text })).toMatchObject({
      error: { code: 'OBJECTION_NOT_FOUND' },
    });
    expect(await newPerson(cloud).participate('objection.appeal', { pollId, id, text, receipt: good })).toMatchObject({
      error: { code: 'OBJECTION_NOT_FOUND' },
    });
    expect(await snapshot(cloud)).toEqual(before);
  });

  it('nothing else is taken before the notice', async () => {
    expect(await submit(newPerson(cloud), poll.pollId)).toMatchObject({
      error: { code: 'OBJECTION_CLOSED', details: { until: null } },
    });
    await leaveNotice(cloud, poll);
    expect(await submit(newPerson(cloud), poll.pollId)).toMatchObject({ ok: true });
  });
});
