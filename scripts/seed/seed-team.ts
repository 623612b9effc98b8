import { contentOf, findTemplate } from '../../cloudfunctions/shared/domain/editing/templates';
import type { Signed } from '../../cloudfunctions/shared/domain/team/person';
import type { Teamwork } from '../../cloudfunctions/shared/store/editing/team-polls';
import { newDocumentFields } from '../../cloudfunctions/shared/store/editing/poll-content';
import type { Staff } from '../../cloudfunctions/shared/store/team/staff';
import { builtInCalendar } from '../../cloudfunctions/shared/universal/calendar-years';
import type { CloudClient } from './cloud-client';
import type { DemoPoll } from './demo-poll';

const day = 24 * 60 * 60 * 1000;

/** Somebody of the preview who works on the demonstration's polls. */
export interface DemoMember {
  openid: string;
  name: string;
  role: Staff['role'];
}

export type Members = readonly [owner: DemoMember, ...others: DemoMember[]];

function memberIdOf(at: number): string {
  return `demo${at}`;
}

/** The owner's signature, epoch milliseconds. */
export function signedByOwner([{ name, role }]: Members, at: number): Signed {
  return { memberId: memberIdOf(0), name, role, at };
}

/** What a published poll's document holds besides for its team. @param ids of its candidates by number */
export function teamworkOf(
  { poll, isUnlisted }: DemoPoll,
  ids: readonly string[],
  cover: string,
  members: Members,
): Teamwork {
  const createdAt = (poll.stages.nominating ?? poll.stages.voting) - 10 * day;
  return {
    template: poll.countPolicy.kind === 'live' && poll.countPolicy.step === 1 ? 'small' : 'services',
    order: ids.map((id, at) => ({ id, number: at + 1 })),
    listVersion: 1,
    touched: 1,
    coverFile: cover,
    opensAtOnce: false,
    criteria: ['innovation', 'effectiveness', 'satisfaction', 'sustainability'],
    secondPerson: members.length > 1,
    nomination: { isOpen: false, perPerson: 3, guide: '' },
    createdAt,
    publishedAt: createdAt + 5 * day,
    edited: signedByOwner(members, createdAt + 5 * day),
    recent: [],
    listing: { state: isUnlisted ? 'unlisted' : 'listed' },
    changes: [],
  };
}

/** Puts everybody into a poll's team, once. */
export async function seedTeam(cloud: CloudClient, pollId: string, members: Members, now: number): Promise<void> {
  await cloud.removeOfPoll('staff', pollId);
  const staff = members.map(({ openid, name, role }, at) => {
    const joinedAt = now - 90 * day + at * day;
    return { _id: `${pollId}:${openid}`, pollId, openid, memberId: memberIdOf(at), name, role, joinedAt };
  });
  await cloud.insert('staff', staff);
}

interface DemoDraft {
  id: string;
  template: 'services' | 'people';
  title: string;
  isNominating: boolean;
  candidates: readonly (readonly [name: string, unit: string, sentence: string])[];
}

/** What the organiser still writes: one that nobody sees yet, and one that takes nominations. */
const drafts: readonly DemoDraft[] = [
  {
    id: 'draftdeeds',
    template: 'services',
    title: '明年的十佳实事',
    isNominating: false,
    candidates: [
      ['社区老年食堂', '市民政局', '家门口吃上热饭。'],
      ['夜间公交', '市交通局', '末班车延到零点。'],
    ],
  },
  {
    id: 'draftpeople',
    template: 'people',
    title: '最美志愿者',
    isNominating: true,
    candidates: [['周晓梅', '幸福里社区', '十年里送了两千多顿饭。']],
  },
];

/** Puts the drafts in that are not there. */
export async function seedDrafts(cloud: CloudClient, members: Members, now: number): Promise<void> {
  for (const draft of drafts) {
    if (await cloud.exists('polls', draft.id)) continue;
    await cloud.removeOfPoll('candidates', draft.id);
    await seedTeam(cloud, draft.id, members, now);
    await seedDraft(cloud, draft, members, now);
  }
}

async function seedDraft(cloud: CloudClient, draft: DemoDraft, members: Members, now: number): Promise<void> {
  const { id, title, isNominating, candidates } = draft;
  const template = findTemplate(draft.template);
  const content = contentOf(template, builtInCalendar, now);
  const edited = signedByOwner(members, now - day);
  const stages = isNominating ? { ...content.stages, nominating: now - 2 * day } : content.stages;
  const nomination = { ...content.nomination, isOpen: isNominating };
  const order = candidates.map((_, at) => ({ id: `c${at + 1}`, number: at + 1 }));
  await cloud.insert(
    'candidates',
    candidates.map(([name, unit, sentence], at) => ({
      _id: `${id}:c${at + 1}`,
      // As a draft's candidates lie: no poll has that id, so that nobody reads them as candidates.
      pollId: `~${id}`,
      number: 0,
      version: 1,
      name,
      unit,
      sentence,
      pictures: [],
      gallery: [],
      facts: [],
      criteria: [],
      edited,
    })),
  );
  const poll = {
    ...newDocumentFields({ ...content, title, organiser: '云川市人民政府办公室', stages, nomination }),
    _id: id,
    version: 1,
    listVersion: 1,
    touched: 1,
    status: 'draft',
    listed: false,
    candidateCount: 0,
    template: template.id,
    order,
    createdAt: now - 3 * day,
    edited,
    recent: [],
    listing: { state: 'unlisted' },
    changes: [],
  };
  await cloud.insert('polls', [poll]);
}
