import { done, refuse, type Refused } from '../../contract/answered';
import type { PollContent } from '../../universal/poll-fields';
import { contentOf, findTemplate, templates, type Template } from '../../domain/editing/templates';
import { stageAt } from '../../universal/stage';
import { derivedId, randomId } from '../../platform/ids';
import { findGrant, findSettings, type Settings } from '../../store/team/installation';
import { findStaff, insertStaff, listMemberships, type Staff } from '../../store/team/staff';
import { newDocumentFields } from '../../store/editing/poll-content';
import { findTeamPoll, findTeamPolls, insertPoll, type TeamPoll } from '../../store/editing/team-polls';
import { addToTrail } from '../../store/team/trail';
import { checkTexts } from '../check-texts';
import { workCalendar } from '../poll/work-calendar';
import { describeTeamPoll } from './describe-team-poll';
import { signedBy, personOf, type Answer, type Input, type Member } from '../team/member';

/** More teams than one person is of. */
const mostMemberships = 1000;

export async function listTemplates(now: number): Answer<'template.list'> {
  const calendar = await workCalendar();
  const all = templates.map((template) => {
    const { id, name, sentence } = template;
    return { id, name, sentence, fields: contentOf(template, calendar, now) };
  });
  return done({ templates: all });
}

/** What a person may make: whether at all, and how many more. */
export async function creationRights(
  openid: string,
  now: number,
): Promise<{ settings: Settings; mayCreate: boolean; pollsLeft: number; isAdministrator: boolean }> {
  const [settings, grant, memberships] = await Promise.all([
    findSettings(),
    findGrant(openid),
    listMemberships(openid, mostMemberships),
  ]);
  const owned = memberships.filter(({ role }) => role === 'owner').map(({ pollId }) => pollId);
  const polls = await findTeamPolls(owned);
  const running = polls.filter((poll) => poll.status !== 'withdrawn' && !isOver(poll, now)).length;
  const mayCreate = settings.creation === 'anyone' || grant !== null;
  const pollsLeft = mayCreate ? Math.max(0, settings.pollsPerPerson - running) : 0;
  return { settings, mayCreate, pollsLeft, isAdministrator: grant === 'administrator' };
}

/** Why a person may make no poll; null: they may. */
export async function creationRefusal(
  openid: string,
  now: number,
): Promise<Refused<'CREATION_NOT_ALLOWED' | 'LIMIT_REACHED'> | null> {
  const { mayCreate, pollsLeft, settings } = await creationRights(openid, now);
  if (!mayCreate) return refuse('CREATION_NOT_ALLOWED', 'only approved organisers create polls here');
  const most = settings.pollsPerPerson;
  return pollsLeft > 0
    ? null
    : refuse('LIMIT_REACHED', 'as many polls as one person may have', { what: 'polls', most });
}

/** Polls that are through do not count against anyone's limit. */
function isOver(poll: TeamPoll, now: number): boolean {
  if (poll.status !== 'published') return false;
  return ['awarded', 'archived', 'notice', 'ended'].includes(stageAt(poll, now));
}

/** Makes a draft with the caller as its owner. Its id follows from who asks and the requestId, so a repeat finds it. */
export async function createPoll(
  { requestId, template: templateId, title, myName }: Input<'poll.create'>,
  openid: string,
  now: number,
): Answer<'poll.create'> {
  const id = derivedId(10, 'poll', openid, requestId);
  const made = await findStaff(id, openid);
  if (made === null) {
    const forbidden = await creationRefusal(openid, now);
    if (forbidden) return forbidden;
    const texts = [
      { field: 'title', text: title ?? '' },
      { field: 'myName', text: myName },
    ];
    const refused = await checkTexts(texts, openid);
    if (refused) return refused;
  }
  const member = made ?? newOwner(id, openid, myName, now);
  const template = findTemplate(templateId);
  const content = contentOf(template, await workCalendar(), now);
  const poll = draftOf(id, template, member, now, { ...content, ...(title ? { title } : {}) });
  const isNew = await insertPoll(poll);
  if (made === null) await insertStaff(member);
  if (isNew) {
    const details = { template: templateId };
    await addToTrail(id, { at: now, who: personOf(member), what: 'poll.create', subject: poll.title, details });
  }
  const stored = isNew ? poll : await findTeamPoll(id);
  if (stored === null) return refuse('NOT_A_MEMBER', 'the poll was thrown away', { field: 'requestId' });
  return done({ poll: await describeTeamPoll(stored, member, now) });
}

export function newOwner(pollId: string, openid: string, name: string, now: number): Staff {
  return { pollId, openid, memberId: randomId(8), name, role: 'owner', joinedAt: now };
}

/** A draft without candidates as it begins. @param content the template's, or what of it is other */
export function draftOf(id: string, template: Template, owner: Member, now: number, content: PollContent): TeamPoll {
  return {
    ...newDocumentFields(content),
    id,
    version: 1,
    listVersion: 1,
    touched: 1,
    status: 'draft',
    listed: false,
    candidateCount: 0,
    template: template.id,
    order: [],
    createdAt: now,
    edited: signedBy(owner, now),
    recent: [],
    listing: { state: 'unlisted' },
    changes: [],
  };
}
