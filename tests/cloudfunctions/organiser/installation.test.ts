import { randomUUID } from 'node:crypto';
import { OrganiserClient, readyPoll } from '../../support/organiser-client';
import { runScript, type ScriptRun } from '../../support/run-script';
import { startTestCloud, type TestCloud } from '../../support/test-cloud';
import { VoterClient } from '../../support/voter-client';

const minute = 60_000;
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
  ])('says what is wrong with %j', async (args, part) => {
    expect(await admin(...args)).toMatchObject({ status: 1, stderr: expect.stringContaining(part) });
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
