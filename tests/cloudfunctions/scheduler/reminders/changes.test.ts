import type { OrganiserInput } from '../../../../cloudfunctions/shared/contract/organiser';
import type { ReminderKind } from '../../../../cloudfunctions/shared/domain/reminders/due';
import {
  at,
  byTwo,
  closedAward,
  notice,
  noticedAward,
  noticeEnd,
  setTime,
  settle,
  type Team,
} from '../../../support/awarded-poll';
import { OrganiserClient, publishable, readyPoll } from '../../../support/organiser-client';
import { readAll } from '../../../support/read-all';
import { startTestCloud, type TestCloud } from '../../../support/test-cloud';

jest.setTimeout(300_000);

let cloud: TestCloud;
beforeEach(async () => {
  cloud = await startTestCloud({ instancesPerFunction: 1 });
});
afterEach(() => cloud.close());

const person = (openid: string): OrganiserClient => new OrganiserClient(cloud.url, openid);
const set = (openid: string, pollId: string, kind: ReminderKind) =>
  person(openid).participate('reminder.set', { pollId, kinds: [kind] });

async function offered(openid: string, pollId: string): Promise<Record<string, boolean>> {
  const { reminders } = await person(openid).take('reminder.templates', { pollId });
  return Object.fromEntries(reminders.map(({ kind, isSet }) => [kind, isSet]));
}

/** As many firings as an instance needs to ask for its plans, at this instant. */
async function fireAt(instant: number, firings = 16): Promise<void> {
  setTime(cloud, instant);
  for (let firing = 0; firing < firings; firing++) await cloud.fireTimer('scheduler').catch(() => undefined);
}

const told = () => cloud.outbox().map(({ touser, data }) => [touser, data['thing3']]);

/** An instance of this function dies once, at its next write of reminders. */
function deathOf(functionName: string, when: 'before' | 'after'): { stop: () => void; deaths: () => number } {
  let deaths = 0;
  const stop = cloud.onDatabaseCall({
    [when]: (call: { action: string; collection: string; functionName: string | undefined }) => {
      const isIt = call.functionName === functionName && call.collection === 'reminders';
      if (deaths > 0 || !isIt || !/modify/i.test(call.action)) return undefined;
      deaths += 1;
      return { killInstance: true } as const;
    },
  });
  return { stop, deaths: () => deaths };
}

/** Verified, and nothing put up yet. */
async function verifiedAward(name: string): Promise<Team> {
  const team = await closedAward(cloud, name);
  expect(await byTwo(team, { kind: 'certifyCount', note: '' })).toMatchObject({ ok: true });
  return team;
}

const extendNotice = (until: string): OrganiserInput<'act.propose'>['act'] => {
  return { kind: 'extendNotice', until: at(until), reason: '有人在外地' };
};

describe('who asked to hear of the notice', () => {
  it('is told once that it began, and not before; of what comes after it only who asked for that', async () => {
    const team = await verifiedAward('told');
    const { pollId } = team;
    expect(await offered('oLi', pollId)).toEqual({ notice: false, result: false });
    expect(await set('oLi', pollId, 'notice')).toMatchObject({ ok: true });
    expect(await set('oLi', pollId, 'notice')).toMatchObject({ ok: true });
    expect(await set('oWang', pollId, 'result')).toMatchObject({ ok: true });
    expect(await offered('oLi', pollId)).toEqual({ notice: true, result: false });
    // It is late.
    await fireAt(at('2026-02-13T10:00'));
    expect(cloud.outbox()).toEqual([]);

    expect(await byTwo(team, notice(noticeEnd))).toMatchObject({ ok: true });
    await settle(cloud, 16);
    await fireAt(at('2026-02-13T11:00'));
    expect(cloud.outbox()).toMatchObject([
      {
        touser: 'oLi',
        templateId: 'local-notice',
        page: `packages/outcome/notice/notice?id=${pollId}`,
        data: { time2: '2026年2月27日 23:59', thing3: '公示开始了，请您查看名单' },
      },
    ]);

    expect(await offered('oLi', pollId)).toEqual({ notice: false, result: false });
    expect(await set('oChen', pollId, 'notice')).toMatchObject({ ok: true });
    await fireAt(at('2026-02-16T10:00'));
    expect(cloud.outbox()).toHaveLength(1);
    expect(await byTwo(team, extendNotice('2026-03-10T00:00'))).toMatchObject({ ok: true });
    await settle(cloud, 16);
    await fireAt(at('2026-02-16T12:00'));
    expect(told()).toEqual([
      ['oLi', '公示开始了，请您查看名单'],
      ['oChen', '公示延长或更正了，请您查看'],
    ]);

    // Nothing changes any more: what waits is forgotten, and nobody is told of the award who did not ask for it.
    await set('oZhao', pollId, 'notice');
    setTime(cloud, at('2026-03-10T10:00'));
    expect(await byTwo(team, { kind: 'award' })).toMatchObject({ ok: true });
    await settle(cloud, 16);
    await fireAt(at('2026-03-12T10:00'));
    expect(cloud.outbox().map(({ touser, templateId }) => [touser, templateId])).toEqual([
      ['oLi', 'local-notice'],
      ['oChen', 'local-notice'],
      ['oWang', 'local-result'],
    ]);
    expect(await readAll(cloud.url, 'reminders')).toEqual([]);
    expect(await offered('oLi', pollId)).toEqual({});
    expect(await set('oLi', pollId, 'notice')).toMatchObject({
      error: { code: 'REMINDER_NOT_OFFERED', details: { kind: 'notice' } },
    });
  });

  it.each(['before', 'after'] as const)(
    'is told once though the scheduler dies %s it calls for the messages',
    async (when) => {
      const team = await verifiedAward(`dies${when}`);
      await set('oLi', team.pollId, 'notice');
      setTime(cloud, at('2026-02-13T08:00'));
      const death = deathOf('scheduler', when);
      expect(await byTwo(team, notice(noticeEnd))).toMatchObject({ ok: true });
      for (const time of ['2026-02-13T08:20', '2026-02-13T08:40', '2026-02-13T09:00']) await fireAt(at(time));
      death.stop();
      expect(death.deaths()).toBe(1);
      expect(told()).toEqual([['oLi', '公示开始了，请您查看名单']]);
    },
  );

  it('is looked at once a day where nobody puts one up, and an idle firing costs one call at most', async () => {
    const team = await verifiedAward('late');
    for (const openid of ['oLi', 'oWang', 'oChen']) await set(openid, team.pollId, 'notice');
    await fireAt(at('2026-02-13T10:00'));
    let looks = 0;
    const stop = cloud.onDatabaseCall({
      before: ({ collection, action }) => {
        if (collection === 'reminders' && /modify/i.test(action)) looks += 1;
        return undefined;
      },
    });
    for (let hour = 1; hour <= 48; hour++) await fireAt(at('2026-02-13T10:00') + hour * 3_600_000, 2);
    stop();
    expect(looks).toBeLessThanOrEqual(2);
    for (let firing = 0; firing < 20; firing++) {
      cloud.resetStats();
      await cloud.fireTimer('scheduler');
      const calls = Object.values(cloud.stats().calls).reduce((sum, count) => sum + count, 0);
      expect(calls).toBeLessThanOrEqual(1);
    }
    expect(cloud.outbox()).toEqual([]);
  });

  it('of an award that is called off is not told what they did not ask for', async () => {
    const team = await noticedAward(cloud, 'off');
    await set('oLi', team.pollId, 'notice');
    await set('oWang', team.pollId, 'result');
    setTime(cloud, at('2026-02-16T09:00'));
    expect(await byTwo(team, { kind: 'callOff', reason: '材料有争议' })).toMatchObject({ ok: true });
    await settle(cloud, 16);
    await fireAt(noticeEnd + 3_600_000);
    expect(cloud.outbox().map(({ touser }) => touser)).toEqual(['oWang']);
    expect(await readAll(cloud.url, 'reminders')).toEqual([]);
  });
});

describe('who asked to hear of an extension', () => {
  const day = 86_400_000;
  const start = at('2026-03-02T09:00');
  const end = start + 4 * day;

  async function extendable(latestEnd: number | null = start + 8 * day): Promise<[OrganiserClient, string]> {
    setTime(cloud, start);
    const owner = person('oOwner');
    const stages = { voting: start + day, verifying: end };
    const pollId = await readyPoll(owner, { ...publishable, opensAtOnce: false, stages, latestEnd });
    await owner.get('act.propose', { pollId, act: { kind: 'publish' } });
    return [owner, pollId];
  }

  const extend = (owner: OrganiserClient, pollId: string, endAt: number) =>
    owner.ask('act.propose', { pollId, act: { kind: 'extend', endAt, reason: '延长几天' } });

  it('is told of the next one, at once and once; nobody else is, and the one behind it is asked for anew', async () => {
    const [owner, pollId] = await extendable();
    await set('oLi', pollId, 'extended');
    await set('oWang', pollId, 'result');
    await fireAt(start + 2 * day);
    expect(cloud.outbox()).toEqual([]);
    expect(await extend(owner, pollId, start + 6 * day)).toMatchObject({ ok: true });
    await fireAt(start + 2 * day + 3_600_000);
    expect(cloud.outbox()).toMatchObject([
      {
        touser: 'oLi',
        templateId: 'local-extended',
        page: `packages/voter/poll/poll?id=${pollId}`,
        data: { time2: '2026年3月8日 09:00', thing3: '投票延长了，请看新的截止时间' },
      },
    ]);
    await set('oChen', pollId, 'extended');
    expect(await extend(owner, pollId, start + 7 * day)).toMatchObject({ ok: true });
    await fireAt(start + 3 * day);
    expect(cloud.outbox().map(({ touser }) => touser)).toEqual(['oLi', 'oChen']);
    // The last one is not extended, and forgotten.
    await set('oZhao', pollId, 'extended');
    await fireAt(start + 7 * day + 3_600_000);
    expect(cloud.outbox().map(({ touser, templateId }) => [touser, templateId])).toEqual([
      ['oLi', 'local-extended'],
      ['oChen', 'local-extended'],
      ['oWang', 'local-result'],
    ]);
    expect(await readAll(cloud.url, 'reminders')).toEqual([]);
  });

  it('is told by the earlier end at the latest, where whoever extends is cut short', async () => {
    const [owner, pollId] = await extendable();
    await set('oLi', pollId, 'extended');
    await fireAt(start + 2 * day);
    const death = deathOf('organiser', 'before');
    await extend(owner, pollId, start + 6 * day).catch(() => undefined);
    death.stop();
    expect(death.deaths()).toBe(1);
    await fireAt(end + 60_000);
    await fireAt(end + 3_600_000);
    expect(told()).toEqual([['oLi', '投票延长了，请看新的截止时间']]);
  });

  it('is offered it only while the end may still be moved', async () => {
    const [, pollId] = await extendable(null);
    expect(await offered('oLi', pollId)).not.toHaveProperty('extended');
    expect(await set('oLi', pollId, 'extended')).toMatchObject({
      error: { code: 'REMINDER_NOT_OFFERED', details: { kind: 'extended' } },
    });
  });
});
