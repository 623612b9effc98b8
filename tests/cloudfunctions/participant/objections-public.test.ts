import { at, noticedPoll } from '../../support/noticed-poll';
import { download } from '../scheduler/support/public-log';
import { startTestCloud, type TestCloud } from '../../support/test-cloud';
import { day, minute, newPerson, objection, publicList, signed, stored, submit, tend, text } from './objecting';

jest.setTimeout(120_000);

let cloud: TestCloud;
// A scheduler that remembers nothing of a later time: each of these polls begins in the same February.
beforeEach(async () => {
  cloud = await startTestCloud({ instancesPerFunction: 2 });
});
afterEach(() => cloud.close());

describe('the public list', () => {
  it('has every numbered one with its state, and nothing of what was written or by whom', async () => {
    const poll = await noticedPoll(cloud);
    const { pollId, owner, ids, clock } = poll;
    const resident = newPerson(cloud);
    const candidateId = ids[1] ?? '';
    const { id } = await resident.take(
      'objection.submit',
      objection(pollId, { kind: 'candidate', candidateId, signed }),
    );
    await submit(newPerson(cloud), pollId, { signed });
    await submit(newPerson(cloud), pollId);
    await tend(cloud, poll);
    const first = await publicList(cloud, pollId);
    expect(first?.objections).toEqual([
      { number: '2026-02', kind: 'process', day: '2026-02-13', state: 'received', dueAt: at('2026-02-15T00:00') },
      {
        number: '2026-01',
        kind: 'candidate',
        candidateId,
        day: '2026-02-13',
        state: 'received',
        dueAt: at('2026-02-15T00:00'),
      },
    ]);
    // What is overdue stays readable as due, and so is seen to be late.
    clock.to(at('2026-02-25T10:00'));
    await tend(cloud, poll);
    expect((await publicList(cloud, pollId))?.objections[1]?.dueAt).toBe(at('2026-02-15T00:00'));
    await owner.get('objection.accept', { pollId, objectionId: id, isAccepted: true, reason: '反映有五处没有开工。' });
    await tend(cloud, poll);
    const told = await publicList(cloud, pollId);
    expect(told?.objections[1]).toMatchObject({ state: 'accepted', reason: '反映有五处没有开工。' });
    expect(JSON.stringify(told)).not.toMatch(/张三|13800000000|四十六/);
    expect((await stored(cloud, pollId)).some((each) => 'publishAt' in each)).toBe(false);
  });

  it('follows within the next firing', async () => {
    const { pollId, clock, owner } = await noticedPoll(cloud);
    const { id } = await newPerson(cloud).take('objection.submit', objection(pollId, { signed }));
    const fire = async (): Promise<void> => {
      clock.later(minute);
      await cloud.fireTimer('scheduler');
    };
    await fire();
    expect((await publicList(cloud, pollId))?.objections).toMatchObject([{ state: 'received' }]);
    await owner.get('objection.accept', { pollId, objectionId: id, isAccepted: false, reason: '与评选无关。' });
    await fire();
    expect((await publicList(cloud, pollId))?.objections).toMatchObject([{ state: 'declined' }]);
  });

  it.each(['before', 'after'] as const)(
    'whoever dies %s any of its calls leaves it to be written anew, and no half of it',
    async (when) => {
      const poll = await noticedPoll(cloud);
      const { pollId, clock } = poll;
      const resident = newPerson(cloud);
      await resident.take('objection.submit', objection(pollId, { signed }));
      for (let at = 1; ; at++) {
        let seen = 0;
        const die = ({ collection, functionName }: { collection: string; functionName: string | undefined }) => {
          const isOurs = collection === 'objections' && functionName === 'scheduler';
          return isOurs && ++seen === at ? ({ killInstance: true } as const) : undefined;
        };
        const stop = cloud.onDatabaseCall(when === 'before' ? { before: die } : { after: die });
        clock.later(31 * minute);
        await cloud.fireTimer('scheduler').catch(() => undefined);
        stop();
        const list = await publicList(cloud, pollId);
        expect(list?.objections ?? []).toEqual(
          list === undefined ? [] : [expect.objectContaining({ number: '2026-01' })],
        );
        if (seen < at) break;
      }
      expect(await publicList(cloud, pollId)).toMatchObject({ objections: [{ number: '2026-01', state: 'received' }] });
      expect((await stored(cloud, pollId)).some((each) => 'publishAt' in each)).toBe(false);
    },
  );
});

describe('what is kept of who objected', () => {
  it('goes 180 days after the close at the latest: name, contact, pictures, whose it is; the list stays', async () => {
    const poll = await noticedPoll(cloud);
    const { pollId, clock, owner } = poll;
    const resident = newPerson(cloud);
    const file = await resident.upload(`objections/${pollId}/gone.jpg`, 'picture');
    await resident.take('objection.submit', objection(pollId, { signed, pictures: [file] }));
    const closedAt = at('2026-02-12T18:00');
    clock.to(closedAt + 179 * day);
    await tend(cloud, poll);
    expect(await stored(cloud, pollId)).toMatchObject([{ signed, pictures: [file] }]);
    clock.to(closedAt + 180 * day);
    await tend(cloud, poll);
    clock.later(day);
    await tend(cloud, poll);
    const [document] = await stored(cloud, pollId);
    expect(document).toMatchObject({ text, pictures: [], isNumbered: true });
    expect(JSON.stringify(document)).not.toMatch(/张三|13800000000|person/);
    expect(await download(cloud, file)).not.toEqual(Buffer.from('picture'));
    expect((await owner.get('objection.list', { pollId })).objections).toMatchObject([{ isSigned: false }]);
    expect((await publicList(cloud, pollId))?.objections).toHaveLength(1);
  });

  it('goes thirty days after a calling off, whose reason closes what is open', async () => {
    const poll = await noticedPoll(cloud);
    const { pollId, clock, owner, reviewer } = poll;
    const resident = newPerson(cloud);
    await resident.take('objection.submit', objection(pollId, { signed }));
    const calledOffAt = clock.now;
    const callOff = { kind: 'callOff', reason: '主办单位撤销了本次评选' } as const;
    const { act } = await owner.get('act.propose', { pollId, act: callOff });
    await reviewer.get('act.approve', { pollId, actId: act.id });
    clock.later(minute);
    expect(await submit(newPerson(cloud), pollId)).toMatchObject({ error: { code: 'OBJECTION_CLOSED' } });
    clock.later(2 * day);
    await tend(cloud, poll);
    expect((await resident.take('objection.mine', { pollId })).objections).toMatchObject([
      { state: 'closed', closing: { reason: '主办单位撤销了本次评选' } },
    ]);
    clock.to(calledOffAt + 29 * day);
    await tend(cloud, poll);
    expect(await stored(cloud, pollId)).toMatchObject([{ signed }]);
    clock.to(calledOffAt + 31 * day);
    await tend(cloud, poll);
    expect(JSON.stringify(await stored(cloud, pollId))).not.toMatch(/张三|13800000000/);
  });
});
