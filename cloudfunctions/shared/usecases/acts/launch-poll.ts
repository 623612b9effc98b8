import { done, refuse, type Refused } from '../../contract/answered';
import { builtInCalendar } from '../../universal/calendar-years';
import { contentOf, findTemplate } from '../../domain/editing/templates';
import { shortestVote } from '../../domain/editing/times';
import { derivedId } from '../../platform/ids';
import { openGroupId } from '../../platform/open-data';
import { insertCandidate } from '../../store/editing/team-candidates';
import { findTeamPoll, insertPoll, type BoundGroup, type TeamPoll } from '../../store/editing/team-polls';
import { findStaff, insertStaff, type Staff } from '../../store/team/staff';
import { addToTrailOnce } from '../../store/team/trail';
import { checkTexts } from '../check-texts';
import { creationRefusal, draftOf, newOwner } from '../editing/create-poll';
import { personOf, signedBy, type Answer, type Input } from '../team/member';
import { proposeAct } from './acts';

/**
 * Makes a small poll with its options and publishes it. Everything is checked before the first write. The ids of the poll and of its
 * options follow from who asks and the requestId, so that a repeat goes on where the first was cut short.
 */
export async function launchPoll(input: Input<'poll.launch'>, openid: string, now: number): Answer<'poll.launch'> {
  const id = derivedId(10, 'poll', openid, input.requestId);
  const [known, staff] = await Promise.all([findTeamPoll(id), findStaff(id, openid)]);
  if (known !== null && known.status !== 'draft') return done(describe(known));
  const misfit = optionFault(input) ?? endFault(input, now);
  if (misfit) return misfit;
  const refused =
    (known === null ? await creationRefusal(openid, now) : null) ?? (await checkTexts(textsOf(input), openid));
  if (refused) return refused;
  const groups = await groupsOf(input);
  if (groups === null) {
    return refuse('GROUP_NOT_VERIFIED', 'the platform does not vouch for this group', { field: 'group.cloudId' });
  }

  const owner = staff ?? newOwner(id, openid, input.organiser, now);
  await insertOptions(id, input, owner, now);
  await insertPoll(smallPoll(id, input, groups, owner, now));
  if (staff === null) await insertStaff(owner);
  await addToTrailOnce(id, derivedId(10, id, 'create'), {
    at: now,
    who: personOf(owner),
    what: 'poll.create',
    subject: input.title,
    details: { template: 'small' },
  });
  if (input.isDraft !== true) {
    const published = await proposeAct({ pollId: id, act: { kind: 'publish' } }, owner, now);
    // Neither a candidate's act nor a draw, and by the owner: the codes that are declared for others cannot come.
    if (!published.ok) return published as Refused<'ACT_NOT_POSSIBLE' | 'ACT_DECIDED' | 'CHECKLIST_INCOMPLETE'>;
  }
  const made = await findTeamPoll(id);
  if (made === null) return refuse('NOT_A_MEMBER', 'the poll was thrown away', { field: 'requestId' });
  return done(describe(made));
}

/** The first option that is another one's text, or a number of choices that no ballot can hold. */
function optionFault({ options, most }: Input<'poll.launch'>): Refused<'INVALID_INPUT'> | null {
  const twin = options.findIndex((option, index) => options.indexOf(option) < index);
  if (twin >= 0) return invalid(`options.${twin}`, 'another text than the other options have');
  return most > options.length ? invalid('most', 'no more than there are options') : null;
}

function endFault({ endAt }: Input<'poll.launch'>, now: number): Refused<'INVALID_INPUT'> | null {
  return endAt < now + shortestVote ? invalid('endAt', 'at least ten minutes from now') : null;
}

function invalid(field: string, expected: string): Refused<'INVALID_INPUT'> {
  return refuse('INVALID_INPUT', `${field}: ${expected}`, { field, expected });
}

function textsOf({ title, organiser, options, group }: Input<'poll.launch'>): { field: string; text: string }[] {
  return [
    { field: 'title', text: title },
    { field: 'organiser', text: organiser },
    ...options.map((text, index) => ({ field: `options.${index}`, text })),
    { field: 'group.name', text: group?.name ?? '' },
  ];
}

/** @returns null where the platform does not vouch for the group */
async function groupsOf({ group }: Input<'poll.launch'>): Promise<BoundGroup[] | null> {
  if (group === undefined) return [];
  const groupId = await openGroupId(group.cloudId);
  return groupId === null ? null : [{ groupId, name: group.name }];
}

const optionId = (pollId: string, index: number): string => derivedId(8, 'option', pollId, String(index));

/** Until the poll names them in its order they are nobody's. */
async function insertOptions(pollId: string, { options }: Input<'poll.launch'>, by: Staff, now: number): Promise<void> {
  const nothing = { version: 1, unit: '', sentence: '', facts: [], criteria: [], gallery: [], pictures: [] };
  const edited = signedBy(by, now);
  await Promise.all(
    options.map((name, index) => insertCandidate(pollId, { ...nothing, id: optionId(pollId, index), name, edited })),
  );
}

function smallPoll(
  id: string,
  { title, organiser, options, most, endAt, group }: Input<'poll.launch'>,
  boundGroups: BoundGroup[],
  owner: Staff,
  now: number,
): TeamPoll {
  const template = findTemplate('small');
  // It has no notice, so no year has to be known.
  const content = contentOf(template, builtInCalendar, now);
  const written = { title, organiser, isForGroups: group !== undefined };
  const draft = draftOf(id, template, owner, now, { ...content, ...written });
  return {
    ...draft,
    rules: { ...draft.rules, choices: { min: 1, max: most } },
    // Who may choose three is asked which three: so many are above the line.
    result: { ...draft.result, seats: most },
    stages: { ...draft.stages, verifying: endAt },
    order: options.map((_, index) => ({ id: optionId(id, index), number: index + 1 })),
    candidateCount: options.length,
    ...(boundGroups.length > 0 ? { boundGroups } : {}),
  };
}

function describe({ id, title, status, stages }: TeamPoll): {
  pollId: string;
  title: string;
  status: TeamPoll['status'];
  votingStartAt: number;
  votingEndAt: number;
} {
  return { pollId: id, title, status, votingStartAt: stages.voting, votingEndAt: stages.verifying };
}
