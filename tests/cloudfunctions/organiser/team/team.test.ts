import type { Invitation } from '../../../../cloudfunctions/shared/store/team/invitations';
import { OrganiserClient } from '../../../support/organiser-client';
import { readAll } from '../../../support/read-all';
import { startTestCloud, type TestCloud } from '../../../support/test-cloud';
import { outcomes } from '../../../support/voter-client';

const hour = 3600_000;
let cloud: TestCloud;
beforeAll(async () => {
  cloud = await startTestCloud();
});
afterAll(() => cloud.close());
afterEach(() => cloud.setClock(0));

let serial = 0;
const newPerson = (): OrganiserClient => new OrganiserClient(cloud.url, `oTeam${(serial += 1)}`);
const accept = (who: OrganiserClient, token: string): ReturnType<typeof who.ask<'invitation.accept'>> =>
  who.ask('invitation.accept', { token, myName: '新同事' });

async function invited(): Promise<{ owner: OrganiserClient; pollId: string; token: string; id: string }> {
  const owner = newPerson();
  const pollId = await owner.create('small', '邀请的评选');
  return { owner, pollId, ...(await owner.get('invitation.create', { pollId, role: 'reviewer' })) };
}

describe('an invitation', () => {
  it('says before it is taken whose it is and for what, and its token is kept nowhere', async () => {
    const { token, pollId } = await invited();
    const guest = newPerson();
    expect(await guest.get('invitation.peek', { token })).toMatchObject({
      pollId,
      title: '邀请的评选',
      role: 'reviewer',
      isMember: false,
    });
    const kept = await readAll<Invitation & { _id: string }>(cloud.url, 'invitations');
    expect(JSON.stringify(kept)).not.toContain(token);
  });

  it('is taken by one of ten who try at once, and a repeat by that one answers the same', async () => {
    const { owner, token, pollId } = await invited();
    const guests = Array.from({ length: 10 }, newPerson);
    const replies = await Promise.all(guests.map((guest) => accept(guest, token)));
    expect(outcomes(replies)).toEqual({ ok: 1, INVITATION_USED: 9 });
    const winner = guests[replies.findIndex(({ ok }) => ok)];
    expect(winner && (await accept(winner, token))).toMatchObject({ ok: true, data: { pollId, role: 'reviewer' } });
    expect((await owner.get('team.list', { pollId })).members).toHaveLength(2);
  });

  it('expires, is revoked, and is not there for who made it up', async () => {
    const first = await invited();
    cloud.setClock(73 * hour);
    expect(await accept(newPerson(), first.token)).toMatchObject({ error: { code: 'INVITATION_EXPIRED' } });
    cloud.setClock(0);
    await first.owner.get('invitation.revoke', { pollId: first.pollId, invitationId: first.id });
    expect(await accept(newPerson(), first.token)).toMatchObject({ error: { code: 'INVITATION_NOT_FOUND' } });
    expect(await accept(newPerson(), 'A'.repeat(32))).toMatchObject({ error: { code: 'INVITATION_NOT_FOUND' } });
    expect(await accept(newPerson(), 'short')).toMatchObject({ error: { code: 'INVALID_INPUT' } });
  });

  it('does not let back in who used it once and was removed; a new one does', async () => {
    const { owner, pollId, token } = await invited();
    const guest = newPerson();
    await accept(guest, token);
    const memberId = await guest.memberId(pollId);
    await owner.get('team.remove', { pollId, memberId, reason: '调走了' });
    expect(await accept(guest, token)).toMatchObject({ error: { code: 'INVITATION_USED' } });
    const again = await owner.get('invitation.create', { pollId, role: 'observer' });
    expect(await accept(guest, again.token)).toMatchObject({ ok: true, data: { role: 'observer' } });
    expect(await guest.memberId(pollId)).toBe(memberId);
  });

  it('is not for who is of the team already', async () => {
    const { owner, token } = await invited();
    expect(await accept(owner, token)).toMatchObject({ error: { code: 'ALREADY_MEMBER' } });
  });

  it('a function that dies between the invitation and the seat gives the seat to who took it', async () => {
    const { pollId, token } = await invited();
    const guest = newPerson();
    const stop = cloud.onDatabaseCall({
      before: ({ functionName, collection, action }) =>
        functionName === 'organiser' && collection === 'staff' && action === 'database.insertDocument'
          ? { killInstance: true }
          : undefined,
    });
    await accept(guest, token).catch(() => undefined);
    stop();
    expect(await accept(guest, token)).toMatchObject({ ok: true, data: { pollId } });
  });
});

describe('a team', () => {
  it('keeps an owner, even when two step down at once', async () => {
    const owner = newPerson();
    const pollId = await owner.create();
    const memberId = await owner.memberId(pollId);
    expect(await owner.ask('team.setRole', { pollId, memberId, role: 'editor' })).toMatchObject({
      error: { code: 'LAST_OWNER' },
    });
    expect(await owner.ask('team.leave', { pollId })).toMatchObject({ error: { code: 'LAST_OWNER' } });
    const second = await owner.invite(pollId, `${owner.openid}b`, 'owner');
    const secondId = await second.memberId(pollId);
    await Promise.all([
      owner.ask('team.setRole', { pollId, memberId, role: 'editor' }),
      second.ask('team.setRole', { pollId, memberId: secondId, role: 'editor' }),
    ]);
    const { members } = await owner.get('team.list', { pollId });
    expect(members.filter(({ role }) => role === 'owner').length).toBeGreaterThanOrEqual(1);
  });

  it('shows names and roles and never an identity, in its list and on its trail', async () => {
    const owner = newPerson();
    const pollId = await owner.create();
    const observer = await owner.invite(pollId, `${owner.openid}watch`, 'observer');
    const seen = [
      await observer.get('team.list', { pollId }),
      await observer.get('trail.list', { pollId }),
      await observer.get('poll.load', { pollId }),
      await observer.get('act.list', { pollId }),
    ];
    // The names that the tests give are those identities without their first letter.
    for (const { openid } of [owner, observer]) expect(JSON.stringify(seen)).not.toContain(`"${openid}"`);
    expect(JSON.stringify(await readAll(cloud.url, 'trail'))).not.toContain(`"${owner.openid}"`);
  });

  it('its trail goes page by page, newest first, without a gap', async () => {
    const owner = newPerson();
    const pollId = await owner.create();
    for (let index = 0; index < 60; index++)
      await owner.get('invitation.create', { pollId, role: 'juror' }).catch(() => 0);
    const revoked = await owner.get('team.list', { pollId });
    for (const { id } of revoked.invitations) await owner.get('invitation.revoke', { pollId, invitationId: id });
    const first = await owner.get('trail.list', { pollId });
    const second = await owner.get('trail.list', { pollId, ...(first.next ? { cursor: first.next } : {}) });
    const all = [...first.entries, ...second.entries];
    expect(new Set(all.map(({ id }) => id)).size).toBe(1 + 29 + 29);
    expect(all.map(({ at }) => at)).toEqual([...all.map(({ at }) => at)].sort((a, b) => b - a));
    expect(all.at(-1)).toMatchObject({ what: 'poll.create' });
    expect(second.next).toBeUndefined();
  });

  it('a draft that is thrown away is gone for everybody', async () => {
    const owner = newPerson();
    const pollId = await owner.create();
    await owner.add(pollId, '某项');
    const { poll } = await owner.get('poll.load', { pollId });
    await owner.get('poll.discard', { pollId, version: poll.version });
    expect(await owner.ask('poll.load', { pollId })).toMatchObject({ error: { code: 'NOT_A_MEMBER' } });
    expect((await owner.get('poll.mine', {})).polls).toEqual([]);
    expect(await readAll(cloud.url, 'candidates', { pollId: `~${pollId}` })).toEqual([]);
  });
});
