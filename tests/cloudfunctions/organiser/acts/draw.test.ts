import type { Ruling } from '../../../../cloudfunctions/shared/store/counting/rulings';
import { OrganiserClient } from '../../../support/organiser-client';
import { readAll } from '../../../support/read-all';
import { snapshot } from '../../../support/snapshot';
import { startTestCloud, type TestCloud } from '../../../support/test-cloud';
import { outcomes } from '../../../support/voter-client';
import { day, draftToOpen, hour, minute, propose, publish, refusedBy, type Act } from './acting';

let cloud: TestCloud;
beforeAll(async () => {
  cloud = await startTestCloud({ instancesPerFunction: 2 });
});
afterAll(() => cloud.close());
afterEach(() => cloud.setClock(0));

let serial = 0;
const source = '福彩3D 第2026330期开奖号码';
const entering = (draw: string): Act => ({ kind: 'enterDraw', draw });

interface Team {
  pollId: string;
  /** When it is drawn. */
  at: number;
  owner: OrganiserClient;
  reviewer: OrganiserClient;
  editor: OrganiserClient;
  observer: OrganiserClient;
  juror: OrganiserClient;
}

/** A published poll whose vote is over in two days, whose end may move by one more, and which is drawn for an hour after that. */
async function lotPoll(hasLot = true): Promise<Team> {
  const owner = new OrganiserClient(cloud.url, `oDraw${(serial += 1)}`);
  const at = Date.now() + 3 * day + hour;
  const ties = hasLot ? [{ by: 'lot', draw: source, at, digits: 3 }] : [];
  const result = { seats: 1, decimals: 1, votes: { weight: 1, by: 'ballots' }, ties };
  const pollId = await draftToOpen(owner, { opensAtOnce: true, result });
  const join = (role: 'reviewer' | 'editor' | 'observer' | 'juror'): Promise<OrganiserClient> =>
    owner.invite(pollId, `${owner.openid}${role}`, role);
  const [reviewer, editor] = [await join('reviewer'), await join('editor')];
  const [observer, juror] = [await join('observer'), await join('juror')];
  expect(await propose(owner, pollId, publish)).toMatchObject({ ok: true });
  return { pollId, at, owner, reviewer, editor, observer, juror };
}

/** The clock at a time after the draw. */
const afterDraw = ({ at }: Team): void => cloud.setClock(at - Date.now() + minute);

async function waitingAct({ owner, pollId }: Team, draw = '042'): Promise<string> {
  const { act } = await owner.get('act.propose', { pollId, act: entering(draw) });
  expect(act).toMatchObject({ state: 'waiting', needsSecondPerson: true, subject: draw });
  return act.id;
}

describe('what a public lot drew', () => {
  it('is entered by two persons, owners or reviewers, and by nobody else', async () => {
    const team = await lotPoll();
    const { pollId, owner, reviewer, editor, observer, juror } = team;
    afterDraw(team);
    for (const other of [editor, observer, juror]) {
      expect(await propose(other, pollId, entering('042'))).toMatchObject({ error: { code: 'ROLE_NOT_ALLOWED' } });
    }
    const actId = await waitingAct(team);
    for (const other of [editor, observer, juror]) {
      expect(await other.ask('act.approve', { pollId, actId })).toMatchObject({ error: { code: 'ROLE_NOT_ALLOWED' } });
    }
    expect(await owner.ask('act.approve', { pollId, actId })).toMatchObject({
      error: { code: 'NEEDS_ANOTHER_PERSON' },
    });
    expect(await readAll(cloud.url, 'rulings', { pollId })).toEqual([]);

    expect(await reviewer.get('act.approve', { pollId, actId })).toMatchObject({ act: { state: 'done' } });
    const persons = { proposer: await owner.memberId(pollId), approver: await reviewer.memberId(pollId) };
    expect(await readAll<Ruling>(cloud.url, 'rulings', { pollId })).toMatchObject([
      { kind: 'draw', draw: '042', actId, ...persons },
    ]);
    const { entries } = await observer.get('trail.list', { pollId });
    expect(entries.find(({ what }) => what === 'act.done')).toMatchObject({ subject: '042' });
  });

  it('can be proposed by the reviewer and approved by the owner as well', async () => {
    const team = await lotPoll();
    afterDraw(team);
    const { act } = await team.reviewer.get('act.propose', { pollId: team.pollId, act: entering('042') });
    expect(act.state).toBe('waiting');
    expect(await team.owner.ask('act.approve', { pollId: team.pollId, actId: act.id })).toMatchObject({ ok: true });
  });

  it.each(['04', '0042', '０４２', '9９9', '12 3', ' 42', '42\n', '-42', '4.2', '4e1', '٠٤٢', 'abc'])(
    'is not %j where three digits were announced, and nothing is written',
    async (draw) => {
      const team = await known();
      const before = await snapshot(cloud);
      expect(await propose(team.owner, team.pollId, entering(draw))).toMatchObject({
        error: { code: 'DRAW_MALFORMED', details: { field: 'act.draw', digits: 3 } },
      });
      expect(await snapshot(cloud)).toEqual(before);
    },
  );

  it.each([[''], ['0'.repeat(65)], [42], [null], [['042']]])('is not %j at all', async (draw) => {
    const { owner, pollId } = await known();
    expect(await owner.ask('act.propose', { pollId, act: { kind: 'enterDraw', draw } as Act })).toMatchObject({
      error: { code: 'INVALID_INPUT', details: { field: 'act.draw' } },
    });
  });

  it('waits for the end of the vote and the announced time, wherever the end was moved', async () => {
    const team = await lotPoll();
    const { owner, pollId, at } = team;
    expect(await propose(owner, pollId, entering('042'))).toMatchObject(refusedBy('stillOpen'));
    cloud.setClock(at - Date.now() - minute);
    expect(await propose(owner, pollId, entering('042'))).toMatchObject({
      error: { code: 'ACT_NOT_POSSIBLE', details: { obstacle: 'notDrawnYet', earliest: at } },
    });
  });

  it('has no place where the rules announce none', async () => {
    const team = await lotPoll(false);
    afterDraw(team);
    expect(await propose(team.owner, team.pollId, entering('042'))).toMatchObject(refusedBy('noLotDeclared'));
  });

  it('is entered once, whatever is proposed and approved at the same time', async () => {
    const team = await lotPoll();
    const { pollId, owner, reviewer } = team;
    afterDraw(team);
    const proposed = await Promise.all([
      propose(owner, pollId, entering('111')),
      propose(reviewer, pollId, entering('222')),
    ]);
    expect(outcomes(proposed)).toEqual({ ok: 1, ACT_DECIDED: 1 });
    const { acts } = await owner.get('act.list', { pollId });
    const waiting = acts.filter(({ state }) => state === 'waiting');
    expect(waiting).toHaveLength(1);
    const [act] = waiting;
    const isOwners = act?.proposer.memberId === (await owner.memberId(pollId));
    const approver = isOwners ? reviewer : owner;
    await Promise.all(Array.from({ length: 4 }, () => approver.ask('act.approve', { pollId, actId: act?.id ?? '' })));
    expect(await readAll(cloud.url, 'rulings', { pollId })).toHaveLength(1);
    expect(await propose(owner, pollId, entering('333'))).toMatchObject(refusedBy('alreadyDrawn'));
    const { entries } = await owner.get('trail.list', { pollId });
    expect(entries.filter(({ what, details }) => what === 'act.lapsed' && details !== undefined)).toEqual([]);
  });
});

let shared: Promise<Team> | undefined;
/** One poll for what changes nothing, with the clock behind its draw. */
async function known(): Promise<Team> {
  const team = await (shared ??= lotPoll());
  afterDraw(team);
  // Publishing calls the scheduler and waits for nothing; whenever that call comes, there is nothing left for it to write.
  for (let firing = 0; firing < 3; firing++) await cloud.fireTimer('scheduler');
  return team;
}
