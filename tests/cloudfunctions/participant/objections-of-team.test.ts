import { at, noticedPoll, type NoticedPoll } from '../../support/noticed-poll';
import { outcomes } from '../../support/voter-client';
import { startTestCloud, type TestCloud } from '../../support/test-cloud';
import { newPerson, objection, signed, stored, submit, text } from './objecting';

jest.setTimeout(120_000);

let cloud: TestCloud;
beforeAll(async () => {
  cloud = await startTestCloud({ instancesPerFunction: 2 });
});
afterAll(() => cloud.close());

describe('the team', () => {
  let poll: NoticedPoll;
  beforeAll(async () => {
    poll = await noticedPoll(cloud);
  });
  beforeEach(() => poll.clock.to(at('2026-02-13T10:00')));

  it('names, contacts and pictures are for owners and reviewers alone', async () => {
    const { pollId, owner, reviewer, editor, observer } = poll;
    const resident = newPerson(cloud);
    const file = await resident.upload(`objections/${pollId}/park.jpg`, 'picture');
    const { id } = await resident.take('objection.submit', objection(pollId, { signed, pictures: [file] }));
    for (const who of [owner, reviewer]) {
      const { objections } = await who.get('objection.list', { pollId });
      expect(objections.find((each) => each.id === id)).toMatchObject({ isSigned: true, signed, pictureCount: 1 });
      expect(objections.find((each) => each.id === id)?.pictures).toHaveLength(1);
    }
    for (const who of [editor, observer]) {
      const answered = await who.get('objection.list', { pollId });
      expect(answered.objections.find((each) => each.id === id)).toMatchObject({ isSigned: true, pictures: [] });
      expect(JSON.stringify(answered)).not.toMatch(/张三|13800000000|park/);
      expect(JSON.stringify(await who.get('media.list', { pollId }))).not.toContain('park');
    }
  });

  it('strangers, jurors and residents reach nothing of it', async () => {
    const { pollId, juror } = poll;
    const inputs = [
      ['objection.list', { pollId }],
      ['objection.accept', { pollId, objectionId: 'x', isAccepted: true, reason: '受理' }],
      ['objection.hear', { pollId, objectionId: 'x', at: at('2026-02-14T09:00'), place: '三楼' }],
    ] as const;
    for (const [procedure, input] of inputs) {
      expect(await newPerson(cloud).ask(procedure, input)).toMatchObject({ error: { code: 'NOT_A_MEMBER' } });
      expect(await juror.ask(procedure, input)).toMatchObject({ error: { code: 'ROLE_NOT_ALLOWED' } });
    }
  });

  it('takes one up once, hears it as often as it likes, and who was faster is told', async () => {
    const { pollId, owner, reviewer } = poll;
    const resident = newPerson(cloud);
    const { id: objectionId } = await resident.take('objection.submit', objection(pollId, { signed }));
    expect(
      await owner.ask('objection.hear', { pollId, objectionId, at: at('2026-02-14T09:00'), place: '三楼' }),
    ).toMatchObject({ error: { code: 'OBJECTION_DECIDED', details: { state: 'received' } } });
    const taken = await Promise.all(
      [owner, reviewer].map((who, nth) =>
        who.ask('objection.accept', { pollId, objectionId, isAccepted: nth === 0, reason: '反映工程没有开工。' }),
      ),
    );
    expect(outcomes(taken)).toEqual({ ok: 1, OBJECTION_DECIDED: 1 });
    const second = newPerson(cloud);
    const { id: other } = await second.take('objection.submit', objection(pollId, { signed }));
    expect(
      await owner.get('objection.accept', { pollId, objectionId: other, isAccepted: true, reason: '反映没有开工。' }),
    ).toEqual({ state: 'accepted', dueAt: at('2026-02-26T00:00') });
    const hearing = { pollId, objectionId: other, at: at('2026-02-14T09:00'), place: '三楼会议室' };
    await Promise.all([reviewer.get('objection.hear', hearing), owner.get('objection.hear', hearing)]);
    await owner.get('objection.hear', { ...hearing, minutes: '双方都到了。' });
    const { objections } = await second.take('objection.mine', { pollId });
    expect(objections).toMatchObject([
      { state: 'heard', dueAt: at('2026-02-26T00:00'), accepted: { reason: '反映没有开工。' } },
    ]);
    expect(objections[0]?.hearing).toEqual({ at: hearing.at, place: '三楼会议室' });
    const { entries } = await owner.get('trail.list', { pollId });
    expect(entries.filter(({ what }) => what === 'objection.hear')).toHaveLength(3);
    for (const bad of [
      { objectionId: 'nowhere', isAccepted: true, reason: '受理' },
      { objectionId: other, isAccepted: true, reason: '受理' },
    ]) {
      expect((await owner.ask('objection.accept', { pollId, ...bad })).ok).toBe(false);
    }
  });

  it('where it is heard is told to who objected and to who watches; what was said to those who handle it alone', async () => {
    const { pollId, owner, reviewer, editor, observer } = poll;
    const resident = newPerson(cloud);
    const { id: objectionId } = await resident.take('objection.submit', objection(pollId, { signed }));
    await owner.get('objection.accept', { pollId, objectionId, isAccepted: true, reason: '反映没有开工。' });
    const hearing = { at: at('2026-02-14T09:00'), place: '三楼会议室', minutes: '双方都到了。' };
    await reviewer.get('objection.hear', { pollId, objectionId, ...hearing });
    const { at: when, place } = hearing;
    const own = await resident.take('objection.mine', { pollId });
    expect(own.objections.map((each) => each.hearing)).toEqual([{ at: when, place }]);
    const seenBy = async (who: typeof owner): Promise<unknown> =>
      (await who.get('objection.list', { pollId })).objections.find(({ id }) => id === objectionId)?.hearing;
    expect(await Promise.all([owner, reviewer].map(seenBy))).toEqual([hearing, hearing]);
    expect(await Promise.all([editor, observer].map(seenBy))).toEqual([
      { at: when, place },
      { at: when, place },
    ]);
  });

  it('one that is declined gives its place back and can be appealed against, once and in time', async () => {
    const { pollId, owner, clock } = poll;
    const resident = newPerson(cloud);
    const { id } = await resident.take('objection.submit', objection(pollId, { signed }));
    expect(await resident.participate('objection.appeal', { pollId, id, text })).toMatchObject({
      error: { code: 'OBJECTION_DECIDED', details: { state: 'received' } },
    });
    await owner.get('objection.accept', { pollId, objectionId: id, isAccepted: false, reason: '与本次评选无关。' });
    expect(await resident.take('objection.mine', { pollId })).toMatchObject({
      left: 3,
      objections: [{ state: 'declined', appealUntil: at('2026-02-28T00:00') }],
    });
    clock.to(at('2026-02-28T00:00'));
    expect(await resident.participate('objection.appeal', { pollId, id, text })).toMatchObject({
      error: { code: 'OBJECTION_CLOSED', details: { until: at('2026-02-28T00:00') } },
    });
    clock.to(at('2026-02-27T23:59'));
    const appeals = await Promise.all([1, 2].map(() => resident.participate('objection.appeal', { pollId, id, text })));
    expect(appeals.every((reply) => reply.ok)).toBe(true);
    const more = `${text}我还有话要说。`;
    expect(await resident.participate('objection.appeal', { pollId, id, text: more })).toMatchObject({
      error: { code: 'OBJECTION_DECIDED', details: { state: 'appealed' } },
    });
  });

  it('reads it in pages, and those that wait by themselves', async () => {
    const { pollId, owner } = poll;
    await Promise.all(Array.from({ length: 22 }, () => submit(newPerson(cloud), pollId)));
    const seen: string[] = [];
    let cursor: string | undefined;
    do {
      const page = await owner.get('objection.list', { pollId, ...(cursor === undefined ? {} : { cursor }) });
      seen.push(...page.objections.map(({ id }) => id));
      cursor = page.next;
    } while (cursor !== undefined);
    const all = (await stored(cloud, pollId)).map(({ _id }) => _id.slice(pollId.length + 1));
    expect([...seen].sort()).toEqual(all.sort());
    const { objections, open } = await owner.get('objection.list', { pollId, isOpen: false });
    expect(objections.every(({ state }) => state === 'declined' || state === 'closed')).toBe(true);
    expect(open).toBeGreaterThanOrEqual(22);
    expect(await owner.ask('objection.list', { pollId, cursor: 'elsewhere' })).toMatchObject({
      error: { code: 'INVALID_INPUT', details: { field: 'cursor' } },
    });
  });
});
