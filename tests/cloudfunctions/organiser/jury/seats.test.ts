import type { TeamInput } from '../../../support/organiser-client';
import { OrganiserClient, readyPoll } from '../../../support/organiser-client';
import { snapshot } from '../../../support/snapshot';
import { startTestCloud, type TestCloud } from '../../../support/test-cloud';
import { boundInputs, pollContract, type PollProcedure } from '../team/bound-inputs';

// Who sits in a jury, whom jurors may not judge, and that nothing opens before they said so.

let cloud: TestCloud;
beforeAll(async () => {
  cloud = await startTestCloud({ instancesPerFunction: 2 });
});
afterAll(() => cloud.close());

const dueAt = Date.parse('2026-12-20T00:00:00+08:00');
let serial = 0;

/** A draft with so many jurors, and how to seat them. */
async function juryOf(count: number, isBlind = false) {
  const run = (serial += 1);
  const owner = new OrganiserClient(cloud.url, `oJuryOwner${run}`);
  const pollId = await readyPoll(owner);
  const jurors: OrganiserClient[] = [];
  for (let n = 1; n <= count; n++) jurors.push(await owner.invite(pollId, `oJuror${run}-${n}`, 'juror'));
  const ids = await Promise.all(jurors.map((juror) => juror.memberId(pollId)));
  const seats = ids.map((memberId, at) => ({ memberId, label: `${at + 1}号评委` }));
  const setUp: TeamInput<'jury.setUp'> = { pollId, seats, dueAt, isBlind };
  const { candidates } = await owner.get('candidate.list', { pollId });
  return { owner, pollId, jurors, ids, setUp, candidateIds: candidates.map(({ id }) => id) };
}

/** What shows a candidate's texts. */
const opening = ['poll.preview', 'candidate.list', 'candidate.load'] as const;

async function codeOf(person: OrganiserClient, name: PollProcedure, input: TeamInput<PollProcedure>): Promise<string> {
  const reply = await person.ask(name, input);
  return reply.ok ? 'ok' : reply.error.code;
}

describe('a juror', () => {
  it('sees the candidates’ texts once recusals are declared, and of no procedure before', async () => {
    const { owner, pollId, jurors, setUp } = await juryOf(2);
    await owner.get('jury.setUp', setUp);
    const [first, second] = jurors as [OrganiserClient, OrganiserClient];
    const sentence = '把旧厂房改成了孩子们的书屋。';
    const candidateId = await owner.add(pollId, '旧物改造', { sentence, detail: sentence });
    const inputs = boundInputs(pollId, { ...boundInputsOf(candidateId) });
    for (const name of opening)
      expect([name, await codeOf(first, name, inputs[name])]).toEqual([name, 'RECUSAL_FIRST']);
    // Whatever else a juror may ask tells no text of a candidate.
    for (const name of Object.keys(pollContract) as PollProcedure[]) {
      if (name === 'team.leave' || name === 'recusal.declare') continue;
      const told = JSON.stringify(await first.ask(name, inputs[name]));
      expect([name, told.includes(sentence)]).toEqual([name, false]);
    }
    await first.get('recusal.declare', { pollId, recusals: [] });
    for (const name of opening) {
      const told = JSON.stringify(await first.get(name, inputs[name] as never));
      expect([name, told.includes(sentence)]).toEqual([name, true]);
      expect([name, await codeOf(second, name, inputs[name])]).toEqual([name, 'RECUSAL_FIRST']);
    }
    // Others of the team are not asked.
    expect(await codeOf(owner, 'candidate.list', { pollId })).toBe('ok');
  });

  it('without a seat reads nothing where there is a jury, and everything where there is none', async () => {
    const { owner, pollId, jurors, setUp } = await juryOf(2);
    const [, second] = jurors as [OrganiserClient, OrganiserClient];
    expect(await codeOf(second, 'candidate.list', { pollId })).toBe('ok');
    await owner.get('jury.setUp', { ...setUp, seats: setUp.seats.slice(0, 1) });
    expect(await codeOf(second, 'candidate.list', { pollId })).toBe('RECUSAL_FIRST');
    expect(await codeOf(second, 'jury.mine', { pollId })).toBe('NOT_A_JUROR');
    expect(await codeOf(second, 'recusal.declare', { pollId, recusals: [] })).toBe('NOT_A_JUROR');
    expect(await codeOf(second, 'candidate.list', { pollId })).toBe('RECUSAL_FIRST');
  });

  it('knows before that names and units alone, in an order of one’s own that stays', async () => {
    const { owner, pollId, jurors, setUp, candidateIds } = await juryOf(5);
    await owner.get('jury.setUp', setUp);
    const seen = await Promise.all(jurors.map((juror) => juror.get('jury.mine', { pollId })));
    expect(seen[0]).toMatchObject({ label: '1号评委', dueAt, isBlind: false, recusals: [] });
    expect(seen[0]).not.toHaveProperty('declaredAt');
    for (const { candidates } of seen) {
      expect(candidates.map(({ id }) => id).sort()).toEqual([...candidateIds].sort());
      for (const each of candidates) expect(Object.keys(each).sort()).toEqual(['id', 'name', 'number', 'unit']);
    }
    const orders = seen.map(({ candidates }) => candidates.map(({ id }) => id).join());
    expect(new Set(orders).size).toBeGreaterThan(1);
    const again = await jurors[0]?.get('jury.mine', { pollId });
    expect(again?.candidates).toEqual(seen[0]?.candidates);
  });

  it('of a jury that judges works without names is told of no unit by anything', async () => {
    const { owner, pollId, jurors, setUp } = await juryOf(1, true);
    const [juror] = jurors as [OrganiserClient];
    const id = await owner.add(pollId, '无名作品', { unit: '城西第三幼儿园', sentence: '看作品。' });
    await owner.get('jury.setUp', setUp);
    await juror.get('recusal.declare', { pollId, recusals: [] });
    const told = await Promise.all([
      juror.get('jury.mine', { pollId }),
      juror.get('candidate.list', { pollId }),
      juror.get('candidate.load', { pollId, candidateId: id }),
      juror.get('poll.preview', { pollId }),
    ]);
    expect(JSON.stringify(told)).toContain('无名作品');
    expect(JSON.stringify(told)).not.toContain('城西第三幼儿园');
    expect(JSON.stringify(await owner.get('candidate.list', { pollId }))).toContain('城西第三幼儿园');
  });
});

describe('recusals', () => {
  it('are the juror’s and the team’s, who take back their own alone', async () => {
    const { owner, pollId, jurors, ids, setUp, candidateIds } = await juryOf(1);
    const [juror] = jurors as [OrganiserClient];
    const [memberId = ''] = ids;
    const [a = '', b = ''] = candidateIds;
    await owner.get('jury.setUp', setUp);
    // The team may know before the juror says anything: that declares nothing.
    await owner.get('recusal.add', { pollId, memberId, candidateId: b, ground: 'sameUnit' });
    await owner.get('recusal.add', { pollId, memberId, candidateId: b, ground: 'other' });
    expect(await codeOf(juror, 'candidate.list', { pollId })).toBe('RECUSAL_FIRST');
    await juror.get('recusal.declare', { pollId, recusals: [{ candidateId: a, ground: 'kinship' }] });
    const { jury, seats } = await owner.get('jury.progress', { pollId });
    expect(jury).toEqual({ dueAt, isBlind: false });
    expect(seats).toMatchObject([
      {
        memberId,
        label: '1号评委',
        recusals: [
          { candidateId: a, ground: 'kinship', by: 'self' },
          { candidateId: b, ground: 'sameUnit', by: 'team' },
        ],
      },
    ]);
    expect(seats[0]?.declaredAt).toBeGreaterThan(0);
    expect(await codeOf(owner, 'recusal.remove', { pollId, memberId, candidateId: a })).toBe('RECUSAL_NOT_FOUND');
    await owner.get('recusal.remove', { pollId, memberId, candidateId: b });
    expect(await codeOf(owner, 'recusal.remove', { pollId, memberId, candidateId: b })).toBe('RECUSAL_NOT_FOUND');
    await juror.get('recusal.declare', { pollId, recusals: [] });
    expect((await juror.get('jury.mine', { pollId })).recusals).toEqual([]);
  });

  it('of bad input are told, and nothing is written', async () => {
    const { owner, pollId, jurors, ids, setUp, candidateIds } = await juryOf(2);
    const [juror] = jurors as [OrganiserClient];
    const [memberId = '', other = ''] = ids;
    const [a = ''] = candidateIds;
    await owner.get('jury.setUp', { ...setUp, seats: setUp.seats.slice(0, 1) });
    const before = await snapshot(cloud);
    const ground = 'kinship' as const;
    const twice = { pollId, recusals: [a, a].map((candidateId) => ({ candidateId, ground })) };
    expect(await juror.ask('recusal.declare', twice)).toMatchObject({
      error: { code: 'INVALID_INPUT', details: { field: 'recusals.1.candidateId', expected: 'each once' } },
    });
    const unknown = { pollId, recusals: [{ candidateId: 'nowhere', ground }] };
    expect(await juror.ask('recusal.declare', unknown)).toMatchObject({
      error: { code: 'CANDIDATE_NOT_FOUND', details: { field: 'recusals.0.candidateId' } },
    });
    const add = { pollId, memberId, candidateId: a, ground };
    expect(await codeOf(owner, 'recusal.add', { ...add, memberId: other })).toBe('NOT_A_JUROR');
    expect(await codeOf(owner, 'recusal.add', { ...add, candidateId: 'nowhere' })).toBe('CANDIDATE_NOT_FOUND');
    expect(await codeOf(owner, 'recusal.add', { ...add, ground: 'mood' as 'other' })).toBe('INVALID_INPUT');
    expect(await snapshot(cloud)).toEqual(before);
  });

  it('of two at once are both kept', async () => {
    const { owner, pollId, jurors, ids, setUp, candidateIds } = await juryOf(1);
    const [juror] = jurors as [OrganiserClient];
    const [memberId = ''] = ids;
    const [a = '', b = ''] = candidateIds;
    await owner.get('jury.setUp', setUp);
    await Promise.all([
      juror.get('recusal.declare', { pollId, recusals: [{ candidateId: a, ground: 'teacher' }] }),
      owner.get('recusal.add', { pollId, memberId, candidateId: a, ground: 'other' }),
      owner.get('recusal.add', { pollId, memberId, candidateId: b, ground: 'other' }),
    ]);
    const { recusals } = await juror.get('jury.mine', { pollId });
    expect(recusals.map(({ candidateId, by }) => `${candidateId} ${by}`).sort()).toEqual(
      [`${a} self`, `${a} team`, `${b} team`].sort(),
    );
  });
});

describe('seats', () => {
  it('are of jurors of the team, each once, under a name of their own', async () => {
    const { owner, pollId, ids, setUp } = await juryOf(2);
    const [seat, other] = setUp.seats as [
      TeamInput<'jury.setUp'>['seats'][number],
      TeamInput<'jury.setUp'>['seats'][number],
    ];
    const before = await snapshot(cloud);
    const refused = async (seats: TeamInput<'jury.setUp'>['seats']): Promise<unknown> => {
      const reply = await owner.ask('jury.setUp', { ...setUp, seats });
      return reply.ok ? 'ok' : [reply.error.code, (reply.error as { details?: { field: string } }).details?.field];
    };
    expect(await refused([seat, { ...other, label: seat.label }])).toEqual(['INVALID_INPUT', 'seats.1.label']);
    expect(await refused([seat, { ...other, memberId: seat.memberId }])).toEqual(['INVALID_INPUT', 'seats.1.memberId']);
    const mine = await owner.memberId(pollId);
    expect(await refused([seat, { ...other, memberId: mine }])).toEqual(['MEMBER_NOT_FOUND', 'seats.1.memberId']);
    expect(await refused([])).toEqual(['INVALID_INPUT', 'seats']);
    expect(await refused([{ ...seat, label: '第一行\n第二行' }])).toEqual(['INVALID_INPUT', 'seats.0.label']);
    expect(await snapshot(cloud)).toEqual(before);
    await owner.get('team.remove', { pollId, memberId: ids[1] ?? '', reason: '不再担任' });
    expect(await refused([seat, other])).toEqual(['MEMBER_NOT_FOUND', 'seats.1.memberId']);
  });

  it('may be changed, and whoever keeps one keeps what they declared', async () => {
    const { owner, pollId, jurors, setUp } = await juryOf(2);
    await owner.get('jury.setUp', setUp);
    await jurors[0]?.get('recusal.declare', { pollId, recusals: [] });
    const [seat] = setUp.seats;
    await owner.get('jury.setUp', {
      ...setUp,
      dueAt: dueAt + 60_000,
      seats: seat ? [{ ...seat, label: '李老师' }] : [],
    });
    const { jury, seats } = await owner.get('jury.progress', { pollId });
    expect(jury?.dueAt).toBe(dueAt + 60_000);
    expect(seats.map(({ label, declaredAt }) => [label, declaredAt !== undefined])).toEqual([['李老师', true]]);
  });

  it('that two give at once are one’s or the other’s, and the other is told', async () => {
    const { owner, pollId, setUp } = await juryOf(2);
    const editor = await owner.invite(pollId, `oJuryEditor${serial}`, 'editor');
    const [seat] = setUp.seats;
    const replies = await Promise.all([
      owner.ask('jury.setUp', setUp),
      editor.ask('jury.setUp', { ...setUp, seats: seat ? [seat] : [] }),
    ]);
    const lost = replies.filter((reply) => !reply.ok);
    for (const reply of lost) expect(reply).toMatchObject({ error: { code: 'EDIT_CONFLICT' } });
    const { seats } = await owner.get('jury.progress', { pollId });
    if (lost.length > 0) expect(seats).toHaveLength(replies[0].ok ? 2 : 1);
  });
});

function boundInputsOf(candidateId: string) {
  const none = 'nowhere';
  return {
    candidateId,
    memberId: none,
    actId: none,
    nominationId: none,
    invitationId: none,
    file: 'cloud://e.b/polls/x/n.png',
  };
}
