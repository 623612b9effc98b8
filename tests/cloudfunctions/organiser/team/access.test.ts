import type { Role } from '../../../../cloudfunctions/shared/contract/editing/fields';
import { eventually } from '../../../support/eventually';
import { OrganiserClient, readyPoll } from '../../../support/organiser-client';
import { readAll } from '../../../support/read-all';
import { snapshot } from '../../../support/snapshot';
import { startTestCloud, type TestCloud } from '../../../support/test-cloud';
import { boundInputs, nowhere, pollContract, type PollProcedure } from './bound-inputs';

let cloud: TestCloud;
beforeAll(async () => {
  cloud = await startTestCloud();
});
afterAll(() => cloud.close());

const roles: readonly Role[] = ['owner', 'editor', 'reviewer', 'juror', 'observer'];

/** Who may do what, written down a second time and by eye: O owner, E editor, R reviewer, J juror, S observer (监督员). */
const wanted: Record<PollProcedure, string> = {
  'poll.load': 'OERJS',
  'poll.preview': 'OERJS',
  'poll.check': 'OER S',
  'poll.save': 'OE   ',
  'poll.discard': 'O    ',
  'poll.copy': 'OE   ',
  'candidate.list': 'OERJS',
  'candidate.load': 'OERJS',
  'candidate.add': 'OE   ',
  'candidate.save': 'OE   ',
  'candidate.remove': 'OE   ',
  'candidate.arrange': 'OE   ',
  'candidate.copy': 'OE   ',
  'import.begin': 'OE   ',
  'candidate.import': 'OE   ',
  'nomination.list': 'OER S',
  'nomination.accept': 'OER  ',
  'nomination.return': 'OER  ',
  'nomination.merge': 'OER  ',
  'media.list': 'OER S',
  'media.decide': 'O R  ',
  'objection.list': 'OER S',
  'objection.accept': 'O R  ',
  'objection.hear': 'O R  ',
  'survey.list': 'OER S',
  'survey.save': 'OE   ',
  'survey.open': 'OE   ',
  'survey.texts': 'O R  ',
  'team.list': 'OERJS',
  'team.setRole': 'O    ',
  'team.remove': 'O    ',
  'team.leave': 'OERJS',
  'invitation.create': 'O    ',
  'invitation.revoke': 'O    ',
  'act.list': 'OER S',
  'act.propose': 'OER  ',
  'act.approve': 'OER  ',
  'act.reject': 'OER  ',
  'outcome.steps': 'OER S',
  'trail.list': 'OERJS',
  'dashboard.get': 'OER S',
  'export.make': 'OER S',
  'listing.request': 'OE   ',
  'channel.list': 'OER S',
  'channel.add': 'OE   ',
  'channel.rename': 'OE   ',
  'channel.remove': 'OE   ',
  'link.get': 'OER  ',
  'codes.export': 'OER  ',
  'certificate.make': 'OER S',
  'notice.print': 'OER S',
  'award.print': 'OER S',
  'report.make': 'OER S',
  'group.bind': 'OE   ',
  'group.list': 'OER S',
  'group.unbind': 'OE   ',
  'jury.setUp': 'OE   ',
  'jury.open': 'OE   ',
  'jury.progress': 'OER S',
  'jury.mine': '   J ',
  'recusal.declare': '   J ',
  'recusal.add': 'O R  ',
  'recusal.remove': 'O R  ',
  'sheet.get': '   J ',
  'sheet.save': '   J ',
  'sheet.submit': '   J ',
  'sheet.reopen': '   J ',
};
const procedures = Object.keys(wanted) as PollProcedure[];
const doorCodes = ['NOT_A_MEMBER', 'MEMBER_REMOVED', 'ROLE_NOT_ALLOWED'];

test('the table has a line for every procedure of a poll', () => {
  expect(procedures.sort()).toEqual(Object.keys(pollContract).sort());
});

describe.each(roles)('as %s', (role) => {
  const letter = { owner: 'O', editor: 'E', reviewer: 'R', juror: 'J', observer: 'S' }[role];
  let pollId: string;
  let person: OrganiserClient;
  beforeAll(async () => {
    const owner = new OrganiserClient(cloud.url, `oOwnerOf-${role}`);
    pollId = await readyPoll(owner);
    person = role === 'owner' ? owner : await owner.invite(pollId, `oThe-${role}`, role);
  });

  const isAllowed = (procedure: PollProcedure): boolean => wanted[procedure].includes(letter);
  const allowed = Object.keys(boundInputs('any')).filter((name) => isAllowed(name as PollProcedure));
  const denied = Object.keys(boundInputs('any')).filter((name) => !isAllowed(name as PollProcedure));

  if (denied.length > 0) {
    it.each(denied as PollProcedure[])(
      '%s is refused, with the roles it needs, and nothing is written',
      async (name) => {
        const before = await snapshot(cloud);
        const reply = await person.ask(name, boundInputs(pollId)[name]);
        expect(reply).toMatchObject({ error: { code: 'ROLE_NOT_ALLOWED', details: { role } } });
        expect(reply.ok || reply.error.code !== 'ROLE_NOT_ALLOWED' ? [] : reply.error.details.needed).toEqual(
          roles.filter((each) =>
            wanted[name].includes({ owner: 'O', editor: 'E', reviewer: 'R', juror: 'J', observer: 'S' }[each]),
          ),
        );
        expect(await snapshot(cloud)).toEqual(before);
      },
    );
  }

  it.each(allowed as PollProcedure[])('%s is let in', async (name) => {
    const reply = await person.ask(name, boundInputs(pollId)[name]);
    if (!reply.ok) {
      expect(doorCodes).not.toContain(reply.error.code);
      expect(pollContract[name].errors).toContain(reply.error.code);
    }
  });
});

describe('whoever is not of the team', () => {
  let pollId: string;
  let owner: OrganiserClient;
  let removed: OrganiserClient;
  const stranger = (): OrganiserClient => new OrganiserClient(cloud.url, 'oStranger');
  beforeAll(async () => {
    owner = new OrganiserClient(cloud.url, 'oOwnerAlone');
    pollId = await readyPoll(owner);
    removed = await owner.invite(pollId, 'oRemoved', 'editor');
    const memberId = await removed.memberId(pollId);
    await owner.get('team.remove', { pollId, memberId, reason: '换了岗位' });
  });

  it.each(procedures)('gets nothing by %s', async (name) => {
    const before = await snapshot(cloud);
    const input = boundInputs(pollId)[name];
    expect(await stranger().ask(name, input)).toMatchObject({ error: { code: 'NOT_A_MEMBER' } });
    expect(await removed.ask(name, input)).toMatchObject({ error: { code: 'MEMBER_REMOVED' } });
    const missing = boundInputs('nosuchpoll')[name];
    expect(await stranger().ask(name, missing)).toMatchObject({ error: { code: 'NOT_A_MEMBER' } });
    expect(await snapshot(cloud)).toEqual(before);
  });

  it('is served by no other way than WeChat’s client', async () => {
    for (const source of ['wx_http', 'wx_trigger', 'scf', 'wx_client,scf', 'wx_unknown', 'wx_devtools']) {
      for (const [name, procedure] of [
        ['organiser', 'poll.load'],
        ['documents', 'export.make'],
      ] as const) {
        const event = { procedure, input: boundInputs(pollId)[procedure] };
        const reply = await cloud.invoke(name, event, { openid: owner.openid, source });
        expect(reply).toMatchObject({ error: { code: 'FORBIDDEN_SOURCE' } });
      }
    }
  });
});

describe('one poll and another', () => {
  it('no procedure reaches anything of another poll by its ids', async () => {
    const other = new OrganiserClient(cloud.url, 'oOtherOwner');
    const theirs = await readyPoll(other, { nomination: { isOpen: true, perPerson: 1, guide: '' } });
    const { candidates } = await other.get('candidate.list', { pollId: theirs });
    const colleague = await other.invite(theirs, 'oOtherEditor', 'editor');
    const { act } = await colleague.get('act.propose', { pollId: theirs, act: { kind: 'publish' } });
    const file = await other.upload(`polls/${theirs}/review-picture.png`, 'picture');
    await other.save(theirs, { cover: file });
    const nomination = await new OrganiserClient(cloud.url, 'oResident').participate('nomination.submit', {
      pollId: theirs,
      requestId: 'request-0001',
      nomination: {
        name: '推荐的一项',
        unit: '',
        sentence: '',
        criteria: [],
        group: null,
        pictures: [],
        proposer: { kind: 'resident', name: '' },
      },
    });
    const { id: invitationId } = await other.get('invitation.create', { pollId: theirs, role: 'juror' });
    const belongings = {
      candidateId: candidates[0]?.id ?? '',
      memberId: await colleague.memberId(theirs),
      actId: act.id,
      nominationId: nomination.ok ? nomination.data.id : '',
      invitationId,
      file,
    };
    expect(Object.values(belongings)).not.toContain('');

    const me = new OrganiserClient(cloud.url, 'oOwnerOfMine');
    const mine = await readyPoll(me);
    const own = boundInputs(mine, belongings);
    const plain = boundInputs(mine, nowhere);
    // WeChat's verdict on the picture comes in its own time, and is nobody's reaching across.
    await eventually(async () => {
      const media = await readAll<{ _id: string; pollId: string; state: string }>(cloud.url, 'media', {
        pollId: theirs,
      });
      expect(media.map(({ state }) => state)).not.toContain('pending');
    });
    const before = await theirThings(theirs);
    for (const name of procedures) {
      if (name === 'team.leave' || name === 'poll.discard') continue;
      const reply = await me.ask(name, own[name]);
      const asNowhere = await me.ask(name, plain[name]);
      // What is another poll's is answered exactly as what is nowhere.
      expect([name, reply.ok ? 'ok' : reply.error.code]).toEqual([name, asNowhere.ok ? 'ok' : asNowhere.error.code]);
    }
    expect(await theirThings(theirs)).toEqual(before);
  });

  async function theirThings(pollId: string): Promise<unknown> {
    const all = Object.entries(await snapshot(cloud)).map(([name, documents]) => [
      name,
      documents.filter((document) => JSON.stringify(document).includes(pollId)),
    ]);
    return Object.fromEntries(all) as unknown;
  }
});
