import { randomUUID } from 'node:crypto';
import { reminderDueAt } from '../../../../cloudfunctions/shared/domain/reminders/due';
import { publishPoll } from '../../../../scripts/trial/publish-poll';
import { addWaitingBallots } from '../../../../scripts/trial/waiting-ballots';
import { at, byTwo, noticedAward, openAward, setTime, settle } from '../../../support/awarded-poll';
import { OrganiserClient, publishable, readyPoll } from '../../../support/organiser-client';
import { readAll } from '../../../support/read-all';
import { startTestCloud, type TestCloud } from '../../../support/test-cloud';

const minute = 60_000;
const hour = 60 * minute;
const day = 24 * hour;
let cloud: TestCloud;
/** What the tests take for now; each has a week of its own. */
let start = Date.now();
beforeEach(async () => {
  cloud = await startTestCloud({ instancesPerFunction: 1, wechat: { messageRefusers: ['oRefuser'] } });
  start = Date.now();
});
afterEach(() => cloud.close());

const person = (openid: string): OrganiserClient => new OrganiserClient(cloud.url, openid);
const stages = (): { voting: number; verifying: number } => ({ voting: start + day, verifying: start + 4 * day });
const publishLater = (): Promise<string> => publishPoll(cloud.url, { stages: stages() });

const set = (openid: string, pollId: string, kinds: ('opening' | 'lastDay' | 'result' | 'verdict')[] = ['opening']) =>
  person(openid).participate('reminder.set', { pollId, kinds });

function moveTo(at: number): void {
  cloud.setClock(at - Date.now());
}

/** As many firings as an idle instance needs to ask for every plan. */
async function fire(times = 16): Promise<void> {
  for (let firing = 0; firing < times; firing++) await cloud.fireTimer('scheduler').catch(() => undefined);
}

const sentTo = (): string[] => cloud.outbox().map(({ touser }) => touser);

describe('what one can be reminded of', () => {
  it('is what lies ahead, with the templates to ask consent for, and says what is set', async () => {
    const pollId = await publishLater();
    const anyone = person('oAnyone');
    await set('oAnyone', pollId, ['opening']);
    const { reminders } = await anyone.take('reminder.templates', { pollId });
    const poll = { stages: stages() };
    expect(reminders).toEqual([
      { kind: 'opening', templateId: 'local-opening', at: stages().voting, isSet: true },
      { kind: 'lastDay', templateId: 'local-last-day', at: reminderDueAt('lastDay', poll), isSet: false },
      { kind: 'result', templateId: 'local-result', at: reminderDueAt('result', poll), isSet: false },
    ]);
    moveTo(stages().voting + minute);
    const later = await anyone.take('reminder.templates', { pollId });
    expect(later.reminders.map(({ kind }) => kind)).toEqual(['lastDay', 'result']);
  });

  it('is nothing else: what is over, unknown or malformed is named, and nothing is kept', async () => {
    const pollId = await publishLater();
    const refused = (kind: string): object => ({
      error: { code: 'REMINDER_NOT_OFFERED', details: { field: 'kinds', kind } },
    });
    expect(await set('oAnyone', pollId, ['opening', 'verdict'])).toMatchObject(refused('verdict'));
    moveTo(stages().voting + minute);
    expect(await set('oAnyone', pollId, ['result', 'opening'])).toMatchObject(refused('opening'));
    expect(await set('oAnyone', 'nowhere')).toMatchObject({ error: { code: 'POLL_NOT_FOUND' } });
    expect(await set('oAnyone', pollId, [])).toMatchObject({
      error: { code: 'INVALID_INPUT', details: { field: 'kinds' } },
    });
    const draft = await publishPoll(cloud.url, { status: 'draft' });
    expect(await set('oAnyone', draft)).toMatchObject({ error: { code: 'POLL_NOT_FOUND' } });
    expect(await readAll(cloud.url, 'reminders')).toEqual([]);
  });

  it('is set once however often it is repeated', async () => {
    const pollId = await publishLater();
    await Promise.all(Array.from({ length: 5 }, () => set('oAnyone', pollId, ['opening', 'result'])));
    expect(await readAll(cloud.url, 'reminders')).toHaveLength(2);
  });
});

describe('a reminder', () => {
  it('is sent when it is due, says what it should, and is forgotten', async () => {
    const pollId = await publishLater();
    await set('oLi', pollId, ['opening']);
    await fire();
    expect(cloud.outbox()).toEqual([]);
    moveTo(stages().voting + 10_000);
    await fire();
    expect(cloud.outbox()).toMatchObject([
      {
        touser: 'oLi',
        templateId: 'local-opening',
        page: `packages/voter/poll/poll?id=${pollId}`,
        data: { thing1: expect.stringContaining('Test poll'), thing3: '投票开始了，请您来投票' },
        miniprogramState: 'formal',
      },
    ]);
    expect(await readAll(cloud.url, 'reminders')).toEqual([]);
    await fire();
    expect(cloud.outbox()).toHaveLength(1);
  });

  it('goes to each of two hundred people once, though several schedulers send at once', async () => {
    const pollId = await publishLater();
    const people = Array.from({ length: 200 }, (_, index) => `oPerson${index}`);
    for (let from = 0; from < people.length; from += 20) {
      await Promise.all(people.slice(from, from + 20).map((openid) => set(openid, pollId)));
    }
    moveTo(stages().voting + 10_000);
    for (let round = 0; round < 20 && cloud.outbox().length < 200; round++) {
      await Promise.all([fire(), fire(), fire()]);
    }
    expect(sentTo().sort()).toEqual([...people].sort());
  });

  it.each(['before', 'after'] as const)('is never sent twice by a scheduler that dies %s taking it', async (when) => {
    const pollId = await publishLater();
    await Promise.all(Array.from({ length: 25 }, (_, index) => set(`oPerson${index}`, pollId)));
    moveTo(stages().voting + 10_000);
    let deaths = 0;
    const stop = cloud.onDatabaseCall({
      [when]: (call: { action: string; collection: string }) => {
        if (deaths > 0 || call.collection !== 'reminders' || call.action !== 'database.removeDocument')
          return undefined;
        deaths += 1;
        return { killInstance: true } as const;
      },
    });
    await fire();
    stop();
    await fire();
    expect(deaths).toBe(1);
    expect(new Set(sentTo()).size).toBe(sentTo().length);
    // Those that were on their way at once with it may be lost.
    expect(sentTo().length).toBeGreaterThanOrEqual(15);
    expect(await readAll(cloud.url, 'reminders')).toEqual([]);
  });

  it('is done with where its person has taken the consent back', async () => {
    const pollId = await publishLater();
    await set('oRefuser', pollId);
    moveTo(stages().voting + 10_000);
    await fire();
    expect(cloud.outbox()).toEqual([]);
    expect(await readAll(cloud.url, 'reminders')).toEqual([]);
    expect(cloud.logs.join('\n')).not.toContain('oRefuser');
  });

  it('is tried again later where WeChat is busy, and then sent once', async () => {
    const pollId = await publishLater();
    await set('oLi', pollId);
    moveTo(stages().voting + 10_000);
    const mend = cloud.refuseOpenApi('subscribeMessage.send', -1);
    await fire();
    expect(await readAll(cloud.url, 'reminders')).toMatchObject([{ attempts: 1 }]);
    mend();
    await fire();
    expect(cloud.outbox()).toEqual([]);
    moveTo(stages().voting + 2 * minute);
    await fire();
    expect(sentTo()).toEqual(['oLi']);
    expect(cloud.logs.join('\n')).toContain('opening was not sent (again)');
    expect(cloud.logs.join('\n')).not.toContain('oLi');
  });

  it('waits for a poll whose end was moved; of one that is called off only who waits for the result is told, at once', async () => {
    const owner = person('oOwner');
    const pollId = await readyPoll(owner, {
      ...publishable,
      opensAtOnce: false,
      stages: stages(),
      latestEnd: start + 8 * day,
    });
    await owner.get('act.propose', { pollId, act: { kind: 'publish' } });
    await set('oLi', pollId, ['lastDay', 'result']);
    await set('oWang', pollId, ['lastDay']);
    moveTo(start + 2 * day);
    const endAt = start + 7 * day;
    await owner.get('act.propose', { pollId, act: { kind: 'extend', endAt, reason: '延长几天' } });
    const lastDay = reminderDueAt('lastDay', { stages: { ...stages(), verifying: endAt } });
    expect(await readAll(cloud.url, 'reminders')).toEqual(
      expect.arrayContaining([expect.objectContaining({ kind: 'lastDay', dueAt: lastDay })]),
    );
    moveTo(start + 4 * day);
    await fire();
    expect(cloud.outbox()).toEqual([]);
    await owner.get('act.propose', { pollId, act: { kind: 'withdraw', reason: '活动取消' } });
    moveTo(start + 4 * day + hour);
    await fire();
    const ending = [{ touser: 'oLi', page: expect.stringContaining(`poll/poll?id=${pollId}`) }];
    expect(cloud.outbox()).toMatchObject(ending);
    expect(JSON.stringify(cloud.outbox())).toContain('评选已终止，请您看一看原因');
    moveTo(lastDay + minute);
    await fire();
    moveTo(endAt + 2 * day);
    await fire();
    expect(cloud.outbox()).toMatchObject(ending);
    expect(await readAll(cloud.url, 'reminders')).toEqual([]);
  });

  it('of an award waits for two persons to make it, however late, and is sent once', async () => {
    const team = await noticedAward(cloud, 'late');
    setTime(cloud, at('2026-02-26T09:00'));
    await set('oLi', team.pollId, ['result']);
    // Announced for 28 February, and nothing is awarded for ten days.
    for (const late of ['2026-02-28T11:00', '2026-03-03T10:00', '2026-03-10T10:00']) {
      setTime(cloud, at(late));
      await fire();
      expect(cloud.outbox()).toEqual([]);
    }
    expect(await byTwo(team, { kind: 'award' })).toMatchObject({ ok: true });
    await settle(cloud);
    setTime(cloud, at('2026-03-10T12:00'));
    await fire();
    expect(cloud.outbox()).toMatchObject([{ touser: 'oLi', page: expect.stringContaining('results') }]);
    expect(JSON.stringify(cloud.outbox())).toContain('结果已经公布');
  });

  it('of an award that is called off tells that, to who waits for the result', async () => {
    const other = await openAward(cloud, 'off');
    await set('oWang', other.pollId, ['result']);
    setTime(cloud, at('2026-02-10T09:00'));
    expect(await byTwo(other, { kind: 'callOff', reason: '材料有争议' })).toMatchObject({ ok: true });
    await settle(cloud, 16);
    expect(cloud.outbox().at(-1)).toMatchObject({ touser: 'oWang', page: expect.stringContaining('poll/poll?id=') });
    expect(JSON.stringify(cloud.outbox().at(-1))).toContain('评选已终止，请您看一看原因');
    expect(cloud.outbox()).toHaveLength(1);
  });

  it('tells whoever proposed a candidate what came of it, once', async () => {
    const owner = person('oOwner');
    const pollId = await owner.create('people', '最美人物');
    const nomination = { isOpen: true, perPerson: 2, guide: '' };
    await owner.save(pollId, { nomination, stages: { ...stages(), nominating: start - hour } });
    const submitted = await person('oNeighbour').take('nomination.submit', {
      pollId,
      requestId: randomUUID(),
      nomination: {
        name: '张师傅',
        unit: '',
        sentence: '',
        criteria: [],
        group: null,
        pictures: [],
        proposer: { kind: 'resident', name: '' },
      },
    });
    const { reminders } = await person('oNeighbour').take('reminder.templates', { pollId });
    expect(reminders).toEqual([{ kind: 'verdict', templateId: 'local-verdict', at: null, isSet: false }]);
    expect(await set('oStranger', pollId, ['verdict'])).toMatchObject({ error: { code: 'POLL_NOT_FOUND' } });
    expect(await set('oNeighbour', pollId, ['verdict'])).toMatchObject({ ok: true });
    await fire();
    expect(cloud.outbox()).toEqual([]);
    await owner.get('nomination.accept', { pollId, nominationId: submitted.id });
    moveTo(start + 16 * minute);
    await fire();
    expect(cloud.outbox()).toMatchObject([
      { touser: 'oNeighbour', page: 'pages/mine/mine', data: { thing1: '张师傅', phrase2: '已采纳' } },
    ]);
  });
});

describe('beside counting', () => {
  it('an idle firing costs one call at most, with reminders waiting for days to come', async () => {
    const pollId = await publishLater();
    for (const openid of ['oA', 'oB', 'oC']) await set(openid, pollId);
    await fire();
    for (let firing = 0; firing < 40; firing++) {
      cloud.resetStats();
      await cloud.fireTimer('scheduler');
      const calls = Object.values(cloud.stats().calls).reduce((sum, count) => sum + count, 0);
      expect(calls).toBeLessThanOrEqual(1);
    }
  });

  it('ballots are counted in the very firing that has messages to send', async () => {
    const voted = await publishPoll(cloud.url, { countPolicy: { kind: 'live', step: 1 } });
    const pollId = await publishLater();
    for (let index = 0; index < 60; index++) await set(`oPerson${index}`, pollId);
    moveTo(stages().voting + 10_000);
    await fire(8);
    await addWaitingBallots(cloud.url, voted, 5);
    await fire(2);
    expect(await readAll(cloud.url, 'ballots', { batch: null })).toEqual([]);
  });
});
