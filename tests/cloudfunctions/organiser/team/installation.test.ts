import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { OrganiserClient, readyPoll } from '../../../support/organiser-client';
import { runScript, type ScriptRun } from '../../../support/run-script';
import { startTestCloud, type TestCloud } from '../../../support/test-cloud';
import { VoterClient } from '../../../support/voter-client';

const minute = 60_000;
const at = (text: string): number => Date.parse(`${text}:00+08:00`);
let cloud: TestCloud;
beforeAll(async () => {
  cloud = await startTestCloud();
});
afterAll(() => cloud.close());
afterEach(() => cloud.setClock(0));

const person = (openid: string): OrganiserClient => new OrganiserClient(cloud.url, openid);
const admin = (...args: string[]): Promise<ScriptRun> => runScript('admin.ts', ...args, '--local', cloud.url);

async function newAdministrator(openid: string): Promise<OrganiserClient> {
  const who = person(openid);
  const { code } = await who.get('me.claim', {});
  // As it is heard on the telephone.
  const run = await admin('grant', 'administrator', '--code', code.toLowerCase().replace('-', ' '), '--name', '李敏');
  expect(run).toMatchObject({ status: 0, stdout: '李敏 is an administrator now.\n' });
  return who;
}

describe('npm run admin', () => {
  it('makes an administrator of who reads out the code of the app, which works once', async () => {
    const who = person('oFirstAdministrator');
    expect(await who.get('me.get', {})).toMatchObject({ isAdministrator: false });
    const askedAt = Date.now();
    const { code, expiresAt } = await who.get('me.claim', {});
    expect(code).toMatch(/^[0-9A-Z]{4}-[0-9A-Z]{4}$/);
    expect(expiresAt - askedAt).toBeGreaterThanOrEqual(15 * minute);
    const grant = ['grant', 'administrator', '--code', code, '--name', '王军'];
    expect(await admin(...grant)).toMatchObject({ status: 0 });
    expect(await who.get('me.get', {})).toMatchObject({ isAdministrator: true });
    expect(await admin(...grant)).toMatchObject({ status: 1, stderr: expect.stringContaining('is nobody’s') });
    expect((await admin('list')).stdout).toMatch(/^oFirstAdministrator {2}administrator {2}王军 {2}since /);
    expect(await admin('revoke', 'oFirstAdministrator')).toMatchObject({ status: 0 });
    expect(await who.get('me.get', {})).toMatchObject({ isAdministrator: false });
  });

  it('a newer code takes the place of the one before', async () => {
    const who = person('oTwoCodes');
    const first = await who.get('me.claim', {});
    await who.get('me.claim', {});
    const run = await admin('grant', 'organiser', '--code', first.code, '--name', '某人');
    expect(run).toMatchObject({ status: 1 });
  });

  it.each([
    [['grant', 'emperor', '--code', 'AAAA-AAAA', '--name', 'x'], 'is no grant'],
    [['grant', 'administrator', '--code', 'AAAA-AAAA'], 'say who it is'],
    [['grant', 'administrator', '--name', 'x'], 'one of --code and --openid'],
    [['settings', '--creation', 'nobody'], 'anyone or approved'],
    [['settings', '--polls-per-person', '0'], 'a whole number'],
    [['crown'], 'see --help'],
    [['calendar'], 'say which file'],
    [['owner', '--code', 'AAAA-AAAA', '--name', 'x', '--reason', 'x'], 'say which poll'],
    [['owner', '--poll', 'p', '--code', 'AAAA-AAAA', '--name', 'x'], 'say why'],
    [['owner', '--poll', 'p', '--openid', 'oNobody', '--name', 'x', '--reason', 'x'], 'there is no poll p'],
  ])('says what is wrong with %j', async (args, part) => {
    expect(await admin(...args)).toMatchObject({ status: 1, stderr: expect.stringContaining(part) });
  });

  it('a year of working days is known to running functions, and nothing else is taken for one', async () => {
    const folder = mkdtempSync(path.join(tmpdir(), 'calendar-'));
    const file = path.join(folder, '2027.json');
    const free = ['01-01', '02-08', '02-09', '02-10', '02-11', '02-12', '04-05', '05-03', '10-01'];
    const year = {
      year: 2027,
      notice: { number: '国办发明电〔2026〕7号', day: '2026-11-04' },
      free: free.map((day) => `2027-${day}`),
      working: ['2027-02-14'],
    };
    const owner = person('oCalendar');
    const pollId = await owner.create('services');
    const stages = {
      voting: at('2027-01-10T09:00'),
      verifying: at('2027-01-20T09:00'),
      notice: at('2027-02-05T09:00'),
    };
    await owner.save(pollId, { stages: { ...stages, awarded: at('2027-02-19T10:00') } });
    const unknown = async (): Promise<string[]> =>
      (await owner.get('poll.check', { pollId })).items.flatMap(({ code }) =>
        code === 'calendarUnknown' || code === 'noticeDays' ? [code] : [],
      );
    expect(await unknown()).toEqual(['noticeDays', 'calendarUnknown']);
    try {
      writeFileSync(file, '{"year": 2027');
      expect(await admin('calendar', file)).toMatchObject({ status: 1, stderr: expect.stringContaining('is no JSON') });
      writeFileSync(file, JSON.stringify({ ...year, working: ['2027-02-15'] }));
      expect(await admin('calendar', file)).toMatchObject({ status: 1, stderr: expect.stringContaining('working.0') });
      expect(await unknown()).toEqual(['noticeDays', 'calendarUnknown']);
      writeFileSync(file, JSON.stringify(year));
      expect(await admin('calendar', file)).toMatchObject({ status: 0, stdout: expect.stringContaining('2027') });
      // 13 February is free; Sunday the 14th and the four days behind it are the five.
      expect(await unknown()).toEqual([]);
    } finally {
      rmSync(folder, { recursive: true });
    }
  });

  it('an owner is seated where the last one is lost, in the team’s trail and in public', async () => {
    const lost = person('oLostOwner');
    const pollId = await readyPoll(lost, { opensAtOnce: true });
    const observer = await lost.invite(pollId, 'oWatches', 'observer');
    await lost.get('act.propose', { pollId, act: { kind: 'publish' } });
    const successor = person('oSuccessor');
    const { code } = await successor.get('me.claim', {});
    const seat = ['owner', '--poll', pollId, '--name', '继任', '--reason', '原负责人离职'];
    expect(await admin(...seat, '--code', code)).toMatchObject({ status: 0 });
    expect((await successor.get('poll.load', { pollId })).poll.me).toMatchObject({ role: 'owner', name: '继任' });
    const { entries } = await observer.get('trail.list', { pollId });
    expect(entries[0]).toMatchObject({ what: 'team.seatOwner', subject: '继任', reason: '原负责人离职' });
    const { changes } = await new VoterClient(cloud.url, 'oReads').get('poll.changes', { pollId });
    expect(changes[0]).toMatchObject({ what: 'seatOwner', reason: '原负责人离职' });
    expect(JSON.stringify(changes)).not.toContain('继任');
    expect(await admin(...seat, '--openid', 'oSuccessor')).toMatchObject({ status: 1 });
    // Somebody of the team becomes one with the same call.
    expect(await admin(...seat, '--openid', 'oWatches')).toMatchObject({ status: 0 });
    expect((await observer.get('poll.load', { pollId })).poll.me.role).toBe('owner');
  });
});

it('only approved organisers make polls where the installation says so', async () => {
  expect((await admin('settings', '--creation', 'approved', '--polls-per-person', '1')).stdout).toBe(
    'Polls are made by approved organisers, 1 a person at most.\n',
  );
  const who = person('oApproved');
  const wish = (): Parameters<typeof who.get<'poll.create'>>[1] => ({
    requestId: randomUUID(),
    template: 'blank',
    myName: '张三',
  });
  expect(await who.get('me.get', {})).toMatchObject({ creation: 'approved', mayCreate: false, pollsLeft: 0 });
  expect(await who.ask('poll.create', wish())).toMatchObject({ error: { code: 'CREATION_NOT_ALLOWED' } });
  const { code } = await who.get('me.claim', {});
  await admin('grant', 'organiser', '--code', code, '--name', '张三');
  await who.get('poll.create', wish());
  expect(await who.ask('poll.create', wish())).toMatchObject({ error: { code: 'LIMIT_REACHED' } });
  await admin('settings', '--creation', 'anyone', '--polls-per-person', '20');
});

describe('the home page', () => {
  it('lists a poll once an administrator has, while its link works at once', async () => {
    const owner = person('oListed');
    const pollId = await readyPoll(owner, { title: '等待上首页的评选' });
    expect(await owner.ask('listing.request', { pollId })).toMatchObject({ error: { code: 'NOT_PUBLISHED' } });
    await owner.get('act.propose', { pollId, act: { kind: 'publish' } });
    const voter = new VoterClient(cloud.url, 'oReader');
    const listed = async (): Promise<string[]> =>
      (await voter.get('poll.list', { query: '等待上首页' })).polls.map(({ id }) => id);
    expect(await voter.ask('poll.get', { pollId })).toMatchObject({ ok: true });
    expect(await listed()).toEqual([]);

    expect(await owner.get('listing.request', { pollId })).toEqual({ listing: { state: 'requested' } });
    expect(await owner.ask('listing.queue', {})).toMatchObject({ error: { code: 'NOT_AN_ADMINISTRATOR' } });
    expect(await owner.ask('listing.decide', { pollId, decision: 'list' })).toMatchObject({
      error: { code: 'NOT_AN_ADMINISTRATOR' },
    });
    const administrator = await newAdministrator('oLister');
    expect((await administrator.get('listing.queue', {})).polls).toMatchObject([{ pollId, title: '等待上首页的评选' }]);
    expect(await administrator.ask('listing.decide', { pollId, decision: 'refuse' })).toMatchObject({
      error: { code: 'INVALID_INPUT', details: { field: 'reason' } },
    });
    await administrator.get('listing.decide', { pollId, decision: 'refuse', reason: '请补上主办方全称' });
    expect((await owner.get('dashboard.get', { pollId })).toDos).toContainEqual({ kind: 'listing', count: 1 });
    await owner.get('listing.request', { pollId });
    await administrator.get('listing.decide', { pollId, decision: 'list' });
    expect(await listed()).toEqual([pollId]);
    expect((await administrator.get('listing.queue', {})).polls).toEqual([]);
    const taken = await administrator.get('listing.decide', { pollId, decision: 'unlist', reason: '活动已结束' });
    expect(taken).toEqual({ listing: { state: 'unlisted', reason: '活动已结束' } });
    expect(await listed()).toEqual([]);
    const { entries } = await owner.get('trail.list', { pollId });
    expect(entries.slice(0, 4).map(({ what }) => what)).toEqual([
      ...['listing.unlist', 'listing.list', 'listing.request', 'listing.refuse'],
    ]);
  });
});
