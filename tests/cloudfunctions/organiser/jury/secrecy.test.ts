import { openedJury, score } from '../../../support/judged-poll';
import { readLedger } from '../../../support/ledger';
import type { OrganiserClient } from '../../../support/organiser-client';
import { readAll } from '../../../support/read-all';
import { startTestCloud, type TestCloud } from '../../../support/test-cloud';
import { VoterClient } from '../../../support/voter-client';
import { boundInputs, nowhere, pollContract, type PollProcedure } from '../team/bound-inputs';
import { rosterOf } from './roster-of';

// Nobody but the juror learns a point before the lock.

jest.setTimeout(120_000);

let cloud: TestCloud;
beforeAll(async () => {
  cloud = await startTestCloud({ instancesPerFunction: 2 });
});
afterAll(() => cloud.close());

describe('before the lock', () => {
  it('no procedure tells anybody but the juror a point, a comment or a reason, whatever they are in the poll', async () => {
    const team = await openedJury(cloud, 'Secret');
    const { pollId, owner, reviewer, editor, jurors, ids, memberIds } = team;
    const [juror, other, third] = jurors as [OrganiserClient, OrganiserClient, OrganiserClient];
    const observer = await owner.invite(pollId, 'oObservesSecret', 'observer');
    let version = await score(team, juror, [
      [97, 83],
      [61, 37],
      [13, 29],
    ]);
    const [a = ''] = ids;
    ({ version } = await juror.get('sheet.save', {
      pollId,
      candidateId: a,
      points: [97, 83],
      comment: '密密的评语',
      version,
    }));
    await juror.get('sheet.submit', { pollId, version });
    await juror.get('sheet.reopen', { pollId, reason: '改九十七为九十' });
    const { version: again } = await juror.get('sheet.get', { pollId });
    await juror.get('sheet.submit', { pollId, version: again });
    const secrets = ['97,83', '61,37', '13,29', '密密的评语', '改九十七为九十'];
    const [sealed] = await readAll<{ _id: string; sealed: string }>(cloud.url, 'sheets', {
      _id: `${pollId}:${memberIds[0] ?? ''}`,
    });
    const { salt } = JSON.parse(sealed?.sealed ?? '{}') as { salt: string };
    expect(salt).toMatch(/^[0-9a-f]{32}$/);
    const leaks = (told: unknown): string[] =>
      [...secrets, salt].filter((secret) => JSON.stringify(told).includes(secret));
    expect(leaks(await juror.get('sheet.get', { pollId }))).toEqual(secrets);
    const inputs = boundInputs(pollId, { ...nowhere, candidateId: a, memberId: memberIds[0] ?? '' });
    const unasked: readonly string[] = ['team.leave', 'team.setRole', 'team.remove'];
    const names = (Object.keys(pollContract) as PollProcedure[]).filter((name) => !unasked.includes(name));
    const roles = { owner, editor, reviewer, observer, other, third };
    for (const [role, person] of Object.entries(roles)) {
      for (const name of names)
        expect([role, name, leaks(await person.ask(name, inputs[name]))]).toEqual([role, name, []]);
    }
    // Nor does the juror’s own list, which may lie open beside somebody.
    expect(leaks(await juror.get('jury.mine', { pollId }))).toEqual([]);
    // What is public.
    expect(leaks(await readLedger(cloud.url, pollId).then(({ batches }) => batches))).toEqual([]);
    expect(leaks(await rosterOf(cloud, pollId))).toEqual([]);
    expect(leaks(await new VoterClient(cloud.url, 'oReads').get('poll.get', { pollId }))).toEqual([]);
  });

  it('progress is the same whatever the points are', async () => {
    const team = await openedJury(cloud, 'Blind');
    const { pollId, owner, jurors } = team;
    const seen: unknown[] = [];
    for (const points of [
      [100, 100],
      [0, 0],
    ]) {
      await score(team, jurors[0] as OrganiserClient, [points, points]);
      seen.push(await owner.get('jury.progress', { pollId }));
    }
    expect(seen[1]).toEqual(seen[0]);
    expect(seen[0]).toMatchObject({ candidates: 3, seats: [{ scored: 2, versions: 0 }, { scored: 0 }, { scored: 0 }] });
  });
});
