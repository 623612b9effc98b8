import { parseEntry } from '../../../../cloudfunctions/shared/universal/ledger/entries/parse-entry';
import { settle } from '../../../support/awarded-poll';
import { openedJury, score, seatedJury, type JudgedTeam } from '../../../support/judged-poll';
import { readLedger } from '../../../support/ledger';
import { OrganiserClient, type TeamInput } from '../../../support/organiser-client';
import { readAll } from '../../../support/read-all';
import { snapshot } from '../../../support/snapshot';
import { startTestCloud, type TestCloud } from '../../../support/test-cloud';
import { VoterClient } from '../../../support/voter-client';
import type { PollProcedure } from '../team/bound-inputs';
import { rosterOf } from './roster-of';

// Jurors score on their own sheets, and what is handed in is bound at once.

jest.setTimeout(120_000);

let cloud: TestCloud;
beforeAll(async () => {
  cloud = await startTestCloud({ instancesPerFunction: 2 });
});
afterAll(() => cloud.close());

async function codeOf(person: OrganiserClient, name: PollProcedure, input: TeamInput<PollProcedure>): Promise<string> {
  const reply = await person.ask(name, input);
  return reply.ok ? 'ok' : reply.error.code;
}

/** Versions of sheets that a log binds. */
async function bound(pollId: string): Promise<string[]> {
  const { batches } = await readLedger(cloud.url, pollId);
  return batches.flatMap(({ entries }) =>
    entries.flatMap((text) => {
      const entry = parseEntry(text);
      return typeof entry === 'object' && entry.kind === 'sheet' ? [`${entry.juror} ${entry.n} ${entry.hash}`] : [];
    }),
  );
}

const whole = [
  [90, 80],
  [70, 60],
  [50, 40],
] as const;

describe('opening a jury', () => {
  it('waits for every declaration and for enough jurors, and makes the roster public', async () => {
    const { pollId, owner, jurors, ids, memberIds, labels } = await seatedJury(cloud, 'Opens');
    const [a = ''] = ids;
    const [first, second, third] = jurors as [OrganiserClient, OrganiserClient, OrganiserClient];
    expect(await codeOf(first, 'sheet.get', { pollId })).toBe('RECUSAL_FIRST');
    await first.get('recusal.declare', { pollId, recusals: [{ candidateId: a, ground: 'kinship' }] });
    await second.get('recusal.declare', { pollId, recusals: [] });
    expect(await codeOf(first, 'sheet.get', { pollId })).toBe('JURY_NOT_OPEN');
    expect(await owner.ask('jury.open', { pollId })).toMatchObject({
      error: { code: 'JURY_INCOMPLETE', details: { labels: [labels[2]], candidates: [a] } },
    });
    await third.get('recusal.declare', { pollId, recusals: [] });
    expect(await owner.ask('jury.open', { pollId })).toMatchObject({
      error: { code: 'JURY_INCOMPLETE', details: { labels: [], candidates: [a] } },
    });
    await first.get('recusal.declare', { pollId, recusals: [] });
    const { openedAt } = await owner.get('jury.open', { pollId });
    expect(await owner.get('jury.open', { pollId })).toEqual({ openedAt });
    expect(await rosterOf(cloud, pollId)).toMatchObject({ v: 1, pollId, openedAt, jurors: labels, isBlind: false });
    // Who sits, and what they declared, stands from here on; the deadline alone may move.
    const seats = memberIds.map((memberId, place) => ({ memberId, label: labels[place] ?? '' }));
    const setUp = { pollId, seats, dueAt: openedAt + 60_000, isBlind: false };
    expect(await codeOf(owner, 'jury.setUp', { ...setUp, seats: seats.slice(1) })).toBe('JURY_STARTED');
    expect(await codeOf(owner, 'jury.setUp', { ...setUp, isBlind: true })).toBe('JURY_STARTED');
    expect(await codeOf(first, 'recusal.declare', { pollId, recusals: [] })).toBe('JURY_STARTED');
    expect(await codeOf(owner, 'jury.setUp', setUp)).toBe('ok');
    expect(await rosterOf(cloud, pollId)).toMatchObject({ openedAt, dueAt: openedAt + 60_000 });
    expect((await owner.get('jury.progress', { pollId })).jury).toMatchObject({ openedAt });
  });

  it('is refused while the poll is a draft, and where a juror has left', async () => {
    const owner = new OrganiserClient(cloud.url, 'oJuryDraft');
    const draft = await owner.create();
    expect(await codeOf(owner, 'jury.open', { pollId: draft })).toBe('NOT_PUBLISHED');
    const { pollId, owner: lead, jurors, labels } = await seatedJury(cloud, 'Left');
    for (const juror of jurors) await juror.get('recusal.declare', { pollId, recusals: [] });
    await jurors[1]?.get('team.leave', { pollId });
    expect(await lead.ask('jury.open', { pollId })).toMatchObject({
      error: { code: 'JURY_INCOMPLETE', details: { labels: [labels[1]] } },
    });
  });
});

describe('a sheet', () => {
  let team: JudgedTeam;
  let juror: OrganiserClient;
  beforeAll(async () => {
    team = await openedJury(cloud, 'Sheet', { recusals: [[2]], rules: { least: 1 } });
    juror = team.jurors[0] as OrganiserClient;
  });

  it('is kept as one scores, and two devices that change the same version are told apart', async () => {
    const { pollId, ids } = team;
    const [a = '', b = ''] = ids;
    const { version } = await juror.get('sheet.get', { pollId });
    const wish = { pollId, candidateId: a, points: [90, null], comment: '稳', version };
    const replies = await Promise.all([
      juror.ask('sheet.save', wish),
      juror.ask('sheet.save', { ...wish, points: [10, 20] }),
    ]);
    const codes = replies.map((reply) => (reply.ok ? 'ok' : reply.error.code)).sort();
    expect(codes).toEqual(['EDIT_CONFLICT', 'ok']);
    const kept = await juror.get('sheet.get', { pollId });
    expect(kept).toMatchObject({ version: version + 1, state: 'draft', submissions: [] });
    expect(kept.scores).toHaveLength(1);
    const lost = replies.find((reply) => !reply.ok);
    expect(lost).toMatchObject({ error: { details: { version: version + 1 } } });
    await juror.get('sheet.save', { ...wish, candidateId: b, points: [70, 60], version: version + 1 });
  });

  it('takes no points that the rules do not know, and none of who is recused; nothing is written', async () => {
    const { pollId, ids } = team;
    const [a = '', , c = ''] = ids;
    const { version } = await juror.get('sheet.get', { pollId });
    const wish = { pollId, candidateId: a, points: [90, 80], comment: '', version };
    const before = await snapshot(cloud);
    const refused = async (more: object): Promise<unknown> => {
      const reply = await juror.ask('sheet.save', { ...wish, ...more });
      return reply.ok ? 'ok' : [reply.error.code, reply.error.details];
    };
    expect(await refused({ points: [90] })).toMatchObject(['INVALID_INPUT', { field: 'points' }]);
    expect(await refused({ points: [90, 101] })).toMatchObject(['INVALID_INPUT', { field: 'points.1' }]);
    expect(await refused({ points: [90, 0.5] })).toMatchObject(['INVALID_INPUT', { field: 'points.1' }]);
    expect(await refused({ points: [90, -1] })).toMatchObject(['INVALID_INPUT', { field: 'points.1' }]);
    expect(await refused({ candidateId: c })).toEqual(['RECUSED', { candidateId: c }]);
    expect(await refused({ candidateId: 'nowhere' })).toMatchObject(['CANDIDATE_NOT_FOUND', {}]);
    expect(await refused({ candidateId: 'a.b' })).toMatchObject(['CANDIDATE_NOT_FOUND', {}]);
    expect(await refused({ version: version + 1 })).toMatchObject(['EDIT_CONFLICT', { version }]);
    expect(await refused({ juror: team.memberIds[1] })).toMatchObject(['INVALID_INPUT', { field: 'juror' }]);
    expect(await snapshot(cloud)).toEqual(before);
  });

  it('is handed in whole, and what binds it enters the log and not its points', async () => {
    const { pollId, ids, labels } = team;
    const [a = ''] = ids;
    const first = await juror.get('sheet.get', { pollId });
    const partly = { pollId, candidateId: a, points: [95, null], comment: '', version: first.version };
    const { version: half } = await juror.get('sheet.save', partly);
    expect(await juror.ask('sheet.submit', { pollId, version: half })).toMatchObject({
      error: { code: 'SHEET_INCOMPLETE', details: { missing: [a] } },
    });
    const version = await score(team, juror, [[95, 83]]);
    expect(await codeOf(juror, 'sheet.submit', { pollId, version: version - 1 })).toBe('EDIT_CONFLICT');
    const told = await Promise.all([
      juror.get('sheet.submit', { pollId, version }),
      juror.get('sheet.submit', { pollId, version }),
    ]);
    expect(told[1]).toEqual(told[0]);
    expect(await juror.get('sheet.submit', { pollId, version })).toEqual(told[0]);
    expect(told[0]).toMatchObject({ n: 1, hash: expect.stringMatching(/^[0-9a-f]{64}$/) as string });
    const save = { pollId, candidateId: a, points: [1, 1], comment: '', version: version + 1 };
    expect(await juror.ask('sheet.save', save)).toMatchObject({
      error: { code: 'SHEET_LOCKED', details: { state: 'submitted' } },
    });
    // What rides on a release comes with the next ballots.
    expect(await new VoterClient(cloud.url, 'oVotesSheet').cast(pollId, [a])).toMatchObject({ ok: true });
    for (let nth = 0; nth < 20; nth++) await new VoterClient(cloud.url, `oVotesSheet${nth}`).cast(pollId, [a]);
    await settle(cloud);
    expect(await bound(pollId)).toEqual([`${labels[0]} 1 ${told[0].hash}`]);
    const { batches } = await readLedger(cloud.url, pollId);
    expect(JSON.stringify(batches.map(({ entries }) => entries))).not.toContain('95,83');
  });

  it('is opened again with a reason, and its next version is bound behind the first', async () => {
    const { pollId, ids, owner, memberIds, labels } = team;
    expect(await codeOf(juror, 'sheet.reopen', { pollId, reason: '' })).toBe('INVALID_INPUT');
    expect(await codeOf(juror, 'sheet.reopen', { pollId, reason: '代开发票' })).toBe('CONTENT_REFUSED');
    const { version } = await juror.get('sheet.reopen', { pollId, reason: '把乙的一项看错了行' });
    expect(await juror.get('sheet.reopen', { pollId, reason: '又点了一次' })).toEqual({ version });
    const [kept] = await readAll<{ _id: string; sealed?: string }>(cloud.url, 'sheets', {
      _id: `${pollId}:${memberIds[0] ?? ''}`,
    });
    // The first version cannot be revealed by anybody any more.
    expect(kept).not.toHaveProperty('sealed');
    const again = await score(team, juror, [null, [71, 60]]);
    const { n, hash } = await juror.get('sheet.submit', { pollId, version: again });
    expect(n).toBe(2);
    const mine = await juror.get('sheet.get', { pollId });
    expect(mine.submissions).toMatchObject([
      { n: 1, reopened: { reason: '把乙的一项看错了行' } },
      { n: 2, hash },
    ]);
    // Neither the team nor the roster reads why before the lock: a reason may tell points.
    const told = JSON.stringify([await owner.get('trail.list', { pollId }), await rosterOf(cloud, pollId)]);
    expect(told).not.toContain('看错了行');
    const [a = ''] = ids;
    for (let nth = 0; nth < 20; nth++) await new VoterClient(cloud.url, `oMoreSheet${nth}`).cast(pollId, [a]);
    await settle(cloud);
    expect((await bound(pollId)).map((line) => line.split(' ').slice(0, 2).join(' '))).toEqual([
      `${labels[0]} 1`,
      `${labels[0]} 2`,
    ]);
  });

  it('that is handed in takes no recusal, and a candidate keeps one who may judge', async () => {
    const { pollId, ids, owner, memberIds } = team;
    const [a = '', b = ''] = ids;
    const add = (place: number, candidateId: string): object => ({
      pollId,
      memberId: memberIds[place] ?? '',
      candidateId,
      ground: 'other',
    });
    const ask = (input: object): Promise<string> => codeOf(owner, 'recusal.add', input as TeamInput<'recusal.add'>);
    expect(await ask(add(0, a))).toBe('SHEET_LOCKED');
    expect(await ask(add(1, b))).toBe('ok');
    expect(await ask(add(1, b))).toBe('ok');
    await juror.get('sheet.reopen', { pollId, reason: '想再看看' });
    expect(await ask(add(0, b))).toBe('ok');
    expect(await ask(add(2, b))).toBe('JURY_INCOMPLETE');
    // What was scored of who is recused now is in no sheet, and stands in no way.
    const { version } = await juror.get('sheet.get', { pollId });
    expect(await codeOf(juror, 'sheet.submit', { pollId, version })).toBe('ok');
  });
});

describe('cut short', () => {
  it.each(['sheets', 'rulings'])(
    'behind its write to %s a submission is one all the same once it is asked again',
    async (collection) => {
      const team = await openedJury(cloud, `Dies${collection}`, { jurors: 1 });
      const [juror] = team.jurors as [OrganiserClient];
      const { pollId } = team;
      const version = await score(team, juror, whole);
      let hasDied = false;
      const stop = cloud.onDatabaseCall({
        after: ({ functionName, collection: written, action }) => {
          const isOurs = functionName === 'organiser' && written === collection && !/query|count/i.test(action);
          if (!isOurs || hasDied) return undefined;
          hasDied = true;
          return { killInstance: true } as const;
        },
      });
      await juror.ask('sheet.submit', { pollId, version }).catch(() => undefined);
      stop();
      expect(hasDied).toBe(true);
      const { n, hash } = await juror.get('sheet.submit', { pollId, version });
      expect(n).toBe(1);
      const { submissions } = await juror.get('sheet.get', { pollId });
      expect(submissions).toMatchObject([{ n: 1, hash }]);
      const rulings = await readAll<{ _id: string; kind: string; hash: string }>(cloud.url, 'rulings', { pollId });
      expect(rulings.filter(({ kind }) => kind === 'sheet').map((each) => each.hash)).toEqual([hash]);
    },
  );
});
