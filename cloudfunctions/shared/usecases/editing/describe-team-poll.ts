import type { EditedPoll } from '../../contract/editing/poll-fields';
import { callableBy } from '../../domain/team/access';
import type { MediaState } from '../../domain/media/media';
import { changeableFields, type PollContent } from '../../domain/editing/poll-content';
import { announcedLot } from '../../universal/lot';
import { stageAt } from '../../universal/stage';
import { findMedia } from '../../store/media/media';
import type { PollChange, TeamPoll } from '../../store/editing/team-polls';
import { findStandings } from '../../store/counting/standings';
import { personOf, type Member } from '../team/types';

/** What organisers wrote of a poll, out of its document. */
export function contentOfPoll(poll: TeamPoll): PollContent {
  const { title, organiser, summary, purpose, approval, hotline, objectionChannel, coverFile, latestEnd } = poll;
  const { stages, opensAtOnce, rules, countPolicy, result, voidReasons, criteria, secondPerson, nomination } = poll;
  const { isForGroups = false } = poll;
  return {
    ...{ title, organiser, summary, stages, opensAtOnce, rules, countPolicy, result, voidReasons, criteria },
    ...{ isForGroups, secondPerson, nomination, cover: coverFile ?? null, latestEnd: latestEnd ?? null },
    ...{
      purpose: purpose ?? '',
      approval: approval ?? '',
      hotline: hotline ?? '',
      objectionChannel: objectionChannel ?? '',
    },
  };
}

/** Texts that a poll's document leaves out where nothing is written, so that no page shows an empty line for them. */
const leftOutWhereEmpty: readonly string[] = ['purpose', 'approval', 'hotline', 'objectionChannel'];

/** What was written, as the document keeps it. */
export function documentFields(content: Partial<PollContent>): PollChange {
  const { cover, ...rest } = content;
  const fields = Object.entries(rest).map(([field, value]): [string, unknown] => [
    field,
    value === '' && leftOutWhereEmpty.includes(field) ? null : value,
  ]);
  return { ...Object.fromEntries(fields), ...(cover === undefined ? {} : { coverFile: cover }) };
}

/** A poll as its team sees it. @param now epoch milliseconds */
export async function describeTeamPoll(poll: TeamPoll, member: Member, now: number): Promise<EditedPoll> {
  const content = contentOfPoll(poll);
  const { id, version, listVersion, status, template, order, createdAt, publishedAt, edited, changes } = poll;
  const { state, reason } = poll.listing;
  return {
    ...content,
    ...{ id, version, listVersion, status, template, createdAt, publishedAt, edited, changes },
    stage: stageAt(poll, now),
    cover: content.cover === null ? null : { file: content.cover, state: await stateOf(content.cover) },
    candidateCount: order.length,
    listing: { state, reason },
    awaitsDraw: await awaitedDraw(poll, now),
    me: personOf(member),
    may: callableBy(member.role),
    changeable: status === 'draft' ? Object.keys(content) : status === 'published' ? [...changeableFields] : [],
  };
}

/** The draw without which no result is written; undefined where none is waited for. */
async function awaitedDraw(poll: TeamPoll, now: number): Promise<EditedPoll['awaitsDraw']> {
  const lot = announcedLot(poll.result);
  if (lot === undefined || poll.status !== 'published' || now < poll.stages.verifying) return undefined;
  const state = (await findStandings(poll.id))?.lot;
  return state && state.draw === undefined ? { ...lot, tied: state.tied.flat().length } : undefined;
}

async function stateOf(file: string): Promise<MediaState> {
  return (await findMedia([file])).get(file)?.state ?? 'pending';
}
