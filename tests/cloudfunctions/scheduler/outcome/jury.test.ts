import type { LogEntry } from '../../../../cloudfunctions/shared/universal/ledger/entries/log-entry';
import { parseEntry } from '../../../../cloudfunctions/shared/universal/ledger/entries/parse-entry';
import { describePython } from '../../../scripts/recount/python-recount';
import { at, byTwo, notice, noticeEnd, outcomeFile, setTime, settle } from '../../../support/awarded-poll';
import { closeVote, handIn, openedJury, type JudgedTeam } from '../../../support/judged-poll';
import { readLedger } from '../../../support/ledger';
import type { OrganiserClient } from '../../../support/organiser-client';
import { startTestCloud, type TestCloud } from '../../../support/test-cloud';
import { VoterClient } from '../../../support/voter-client';
import { refusedBy } from '../../organiser/acts/acting';
import { kindsBehindClose, recounts } from '../support/outcome-views';

// From a jury's sheets to the award: what is locked becomes public, whole, and everybody counts the same.

jest.setTimeout(180_000);

let cloud: TestCloud;
beforeAll(async () => {
  cloud = await startTestCloud();
});
afterAll(() => cloud.close());

const lock = { kind: 'lockJury' } as const;
const exclude = (label: string) =>
  ({ kind: 'excludeJuror', label, reason: '未如实声明回避', clause: '第八条' }) as const;

async function vote(pollId: string, candidate: string, count: number, name: string): Promise<void> {
  for (let nth = 0; nth < count; nth++) {
    const voter = new VoterClient(cloud.url, `oVotes${name}${nth}`);
    expect(await voter.cast(pollId, [candidate])).toMatchObject({ ok: true });
  }
}

async function entriesOf<Kind extends LogEntry['kind']>(
  pollId: string,
  kind: Kind,
): Promise<Extract<LogEntry, { kind: Kind }>[]> {
  const { batches } = await readLedger(cloud.url, pollId);
  return batches.flatMap(({ entries }) =>
    entries.flatMap((text) => {
      const entry = parseEntry(text);
      return typeof entry === 'object' && entry.kind === kind ? [entry as Extract<LogEntry, { kind: Kind }>] : [];
    }),
  );
}

const sheets = [
  [
    [60, 60],
    [90, 90],
    [50, 40],
  ],
  [
    [70, 60],
    [92, 94],
    [50, 30],
  ],
  [null, [88, 90], [20, 20]],
] as const;

describePython('a poll with a jury', () => {
  let team: JudgedTeam;
  let jurors: [OrganiserClient, OrganiserClient, OrganiserClient];
  beforeAll(async () => {
    team = await openedJury(cloud, 'Award', { recusals: [[], [], [0]], rules: { least: 2 } });
    jurors = team.jurors as [OrganiserClient, OrganiserClient, OrganiserClient];
    await vote(team.pollId, team.ids[0] ?? '', 4, 'AwardA');
    await vote(team.pollId, team.ids[1] ?? '', 1, 'AwardB');
    await handIn(team, jurors[0], sheets[0]);
    await handIn(team, jurors[1], sheets[1]);
  });

  it('is locked behind its close alone, by two, once every sheet is handed in', async () => {
    const { pollId, owner, labels } = team;
    expect(await byTwo(team, lock)).toMatchObject(refusedBy('stillOpen'));
    await closeVote(cloud);
    expect((await readLedger(cloud.url, pollId)).batches.at(-1)?.tally).toMatchObject({ isClosed: true });
    expect(await byTwo(team, lock)).toMatchObject({
      error: { code: 'ACT_NOT_POSSIBLE', details: { obstacle: 'sheetsMissing', labels: [labels[2]] } },
    });
    const { checks, next, winners } = await owner.get('outcome.steps', { pollId });
    expect(checks.find(({ check }) => check === 'jury')).toEqual({ check: 'jury', state: 'open', open: 1 });
    // Who would win without the jury is told to nobody.
    expect([next, winners]).toEqual([undefined, []]);
    expect(await byTwo(team, { kind: 'certifyCount', note: '' })).toMatchObject(refusedBy('juryNotLocked'));
    await handIn(team, jurors[2], sheets[2]);
    await jurors[2].get('sheet.reopen', { pollId, reason: '一格看错了行' });
    expect(await byTwo(team, lock)).toMatchObject(refusedBy('sheetsMissing'));
    expect(await jurors[0].ask('sheet.reopen', { pollId, reason: '也想改改' })).toMatchObject({ ok: true });
    await handIn(team, jurors[0], []);
    await handIn(team, jurors[2], [null, [88, 91]]);
    expect(await kindsBehindClose(cloud, pollId)).not.toContain('jury');
    expect(await team.editor.ask('act.propose', { pollId, act: lock })).toMatchObject({
      error: { code: 'ROLE_NOT_ALLOWED' },
    });
    const proposed = await owner.get('act.propose', { pollId, act: lock });
    expect(await owner.ask('act.approve', { pollId, actId: proposed.act.id })).toMatchObject({
      error: { code: 'NEEDS_ANOTHER_PERSON' },
    });
    expect(await team.reviewer.ask('act.approve', { pollId, actId: proposed.act.id })).toMatchObject({ ok: true });
    expect(await byTwo(team, lock)).toMatchObject(refusedBy('alreadyLocked'));
    for (const juror of jurors)
      expect(await juror.ask('sheet.reopen', { pollId, reason: '太晚了' })).toMatchObject({
        error: { code: 'SHEET_LOCKED', details: { state: 'locked' } },
      });
  });

  it('shows all sheets at once, each as it was bound last', async () => {
    const { pollId, ids, labels } = team;
    await settle(cloud);
    const revealed = await entriesOf(pollId, 'jury');
    expect(revealed.map(({ juror }) => juror)).toEqual([...labels].sort());
    const third = revealed.find(({ juror }) => juror === labels[2]);
    expect(third?.v === 2 && third.recused).toEqual([ids[0]]);
    expect(third?.scores.find(([id]) => id === ids[1])).toEqual([ids[1], 88, 91]);
    expect((await entriesOf(pollId, 'sheet')).map(({ juror, n }) => `${juror} ${n}`).sort()).toEqual([
      `${labels[0]} 1`,
      `${labels[0]} 2`,
      `${labels[1]} 1`,
      `${labels[2]} 1`,
      `${labels[2]} 2`,
    ]);
    const [node, python] = await recounts(cloud, pollId);
    expect(node).toMatchObject({ ok: true });
    expect(python).toEqual(node);
  });

  it('is counted without who is excluded, and never without all', async () => {
    const { labels } = team;
    expect(await byTwo(team, exclude('4号评委'))).toMatchObject(refusedBy('noSuchJuror'));
    expect(await byTwo(team, exclude(labels[2] ?? ''))).toMatchObject({ ok: true });
    expect(await byTwo(team, exclude(labels[2] ?? ''))).toMatchObject(refusedBy('alreadyExcluded'));
    expect(await byTwo(team, exclude(labels[1] ?? ''))).toMatchObject({ ok: true });
    expect(await byTwo(team, exclude(labels[0] ?? ''))).toMatchObject(refusedBy('tooFewSheets'));
    await settle(cloud);
    expect((await entriesOf(team.pollId, 'exclude')).map(({ juror }) => juror)).toEqual([labels[2], labels[1]]);
  });

  it('goes on to its notice and award, which both recounters agree on', async () => {
    const { pollId, ids } = team;
    expect(await byTwo(team, { kind: 'certifyCount', note: '' })).toMatchObject({ ok: true });
    setTime(cloud, at('2026-02-13T09:00'));
    expect(await byTwo(team, notice(noticeEnd))).toMatchObject({ ok: true });
    await settle(cloud);
    setTime(cloud, noticeEnd + 60_000);
    expect(await byTwo(team, { kind: 'award' })).toMatchObject({ ok: true });
    await settle(cloud);
    expect(
      (await entriesOf(pollId, 'result'))
        .at(0)
        ?.ranking.map(({ candidate, jury, score: points }) => [candidate, jury, points]),
    ).toEqual([
      // 30 of the vote and 70 of the one sheet that is left: (30 · 1/4 + 70 · 0.90), (30 · 1 + 70 · 0.60), 70 · 0.46.
      [ids[0], '60.00', '72.00'],
      [ids[1], '90.00', '70.50'],
      [ids[2], '46.00', '32.20'],
    ]);
    expect((await outcomeFile(cloud, pollId))?.winners).toMatchObject([{ candidate: ids[0], rank: 1 }]);
    expect(await byTwo(team, exclude(team.labels[0] ?? ''))).toMatchObject(refusedBy('alreadyAwarded'));
    const [node, python] = await recounts(cloud, pollId);
    expect(node).toMatchObject({ ok: true });
    expect(python).toEqual(node);
  });
});

describe('a lock', () => {
  it('and a sheet that is opened again at once are one before the other', async () => {
    for (let round = 0; round < 4; round++) {
      const team = await openedJury(cloud, `Race${round}`, { jurors: 2, rules: { least: 1 } });
      const { pollId, owner, reviewer, jurors } = team;
      const [first, second] = jurors as [OrganiserClient, OrganiserClient];
      for (const juror of jurors)
        await handIn(team, juror, [
          [9, 9],
          [8, 8],
          [7, 7],
        ]);
      await closeVote(cloud);
      const { act } = await owner.get('act.propose', { pollId, act: lock });
      const [locking, reopening] = await Promise.all([
        reviewer.ask('act.approve', { pollId, actId: act.id }),
        (round % 2 === 0 ? first : second).ask('sheet.reopen', { pollId, reason: '再看一眼' }),
      ]);
      // Never both, and never neither for good.
      expect([locking.ok, reopening.ok].filter(Boolean).length).toBeLessThanOrEqual(1);
      if (reopening.ok) {
        for (const juror of jurors) {
          const { version, state } = await juror.get('sheet.get', { pollId });
          expect(state).not.toBe('locked');
          await juror.ask('sheet.submit', { pollId, version });
        }
      }
      if (!locking.ok) expect(await byTwo(team, lock)).toMatchObject({ ok: true });
      await settle(cloud);
      expect(await entriesOf(pollId, 'jury')).toHaveLength(2);
    }
  });

  it.each(['sheets', 'polls', 'rulings'])(
    'whose writer dies behind its write to %s is done by whoever sees it',
    async (collection) => {
      const team = await openedJury(cloud, `Dies${collection}`, { jurors: 2, rules: { least: 1 } });
      const { pollId, owner, reviewer, jurors } = team;
      for (const juror of jurors)
        await handIn(team, juror, [
          [9, 9],
          [8, 8],
          [7, 7],
        ]);
      await closeVote(cloud);
      const { act } = await owner.get('act.propose', { pollId, act: lock });
      let hasDied = false;
      const stop = cloud.onDatabaseCall({
        after: ({ functionName, collection: written, action }) => {
          const isOurs = functionName === 'organiser' && written === collection && !/query|count/i.test(action);
          if (!isOurs || hasDied) return undefined;
          hasDied = true;
          return { killInstance: true } as const;
        },
      });
      await reviewer.ask('act.approve', { pollId, actId: act.id }).catch(() => undefined);
      stop();
      expect(hasDied).toBe(true);
      expect(await reviewer.ask('act.approve', { pollId, actId: act.id })).toMatchObject({ ok: true });
      await settle(cloud);
      expect(await entriesOf(pollId, 'jury')).toHaveLength(2);
      const { standings } = await readLedger(cloud.url, pollId);
      expect(standings?.recounted).toEqual({ size: standings?.log?.size, root: expect.any(String) as string });
    },
  );

  it('whose sheets are revealed by one who dies at any write is revealed once and whole', async () => {
    const team = await openedJury(cloud, 'Kills', { jurors: 3, rules: { least: 1 } });
    const { pollId, jurors, labels } = team;
    for (const juror of jurors)
      await handIn(team, juror, [
        [9, 9],
        [8, 8],
        [7, 7],
      ]);
    await closeVote(cloud);
    let deaths = 0;
    let calls = 0;
    const stop = cloud.onDatabaseCall({
      after: ({ functionName, action }) => {
        if (functionName !== 'scheduler' || /query|count/i.test(action)) return undefined;
        calls += 1;
        if (calls !== deaths + 1) return undefined;
        [deaths, calls] = [deaths + 1, 0];
        return { killInstance: true } as const;
      },
    });
    expect(await byTwo(team, lock)).toMatchObject({ ok: true });
    for (let firing = 0; firing < 12; firing++) {
      await cloud.whenStill();
      await cloud.fireTimer('scheduler').catch(() => undefined);
    }
    stop();
    expect(deaths).toBeGreaterThan(3);
    await settle(cloud, 10);
    expect((await entriesOf(pollId, 'jury')).map(({ juror }) => juror)).toEqual([...labels].sort());
    const { standings } = await readLedger(cloud.url, pollId);
    expect(standings?.recounted).toEqual({ size: standings?.log?.size, root: expect.any(String) as string });
  });
});
