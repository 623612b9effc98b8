import type { EditedPoll } from '../../contract/editing/poll-fields';
import { callableBy } from '../../domain/team/access';
import { findTemplate } from '../../domain/editing/templates';
import { announcedLot } from '../../universal/lot';
import { changeableFields, pollFieldNames } from '../../universal/poll-fields';
import { stageAt } from '../../universal/stage';
import { findMedia } from '../../store/media/media';
import { contentOfPoll } from '../../store/editing/poll-content';
import type { TeamPoll } from '../../store/editing/team-polls';
import { findStandings } from '../../store/counting/standings';
import { personOf, type Member } from '../team/member';

/** A poll as its team sees it. @param now epoch milliseconds */
export async function describeTeamPoll(poll: TeamPoll, member: Member, now: number): Promise<EditedPoll> {
  const content = contentOfPoll(poll);
  const files = [...(content.cover === null ? [] : [content.cover]), ...content.attachments.map(({ file }) => file)];
  const states = await findMedia(files);
  const { id, version, listVersion, status, template, order, createdAt, publishedAt, edited, changes } = poll;
  const { state, reason } = poll.listing;
  return {
    ...content,
    id,
    version,
    listVersion,
    status,
    template,
    createdAt,
    publishedAt,
    edited,
    changes,
    kind: findTemplate(template).kind,
    stage: stageAt(poll, now),
    cover:
      content.cover === null ? null : { file: content.cover, state: states.get(content.cover)?.state ?? 'pending' },
    attachments: content.attachments.map((each) => ({ ...each, state: states.get(each.file)?.state ?? 'pending' })),
    candidateCount: order.length,
    listing: { state, reason },
    awaitsDraw: await awaitedDraw(poll, now),
    noticeDays: poll.noticeDays,
    awardedAt: poll.reached?.awarded,
    isCalledOff: poll.callOff === undefined ? undefined : true,
    me: personOf(member),
    may: callableBy(member.role),
    changeable: status === 'draft' ? [...pollFieldNames] : status === 'published' ? [...changeableFields] : [],
  };
}

/** The draw without which no result is written; undefined where none is waited for. */
async function awaitedDraw(poll: TeamPoll, now: number): Promise<EditedPoll['awaitsDraw']> {
  const lot = announcedLot(poll.result);
  if (lot === undefined || poll.status !== 'published' || now < poll.stages.verifying) return undefined;
  const state = (await findStandings(poll.id))?.lot;
  return state && state.draw === undefined ? { ...lot, tied: state.tied.flat().length } : undefined;
}
