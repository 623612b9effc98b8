import { done } from '../../contract/answered';
import { describePoll, summariseCandidate } from '../poll/describe-poll';
import { asSeenBy, loadCandidates } from './describe-candidate';
import { loadTeamPoll } from './edit-conflict';
import type { Answer, Input, Member } from '../team/member';

/** What voters would see: as `poll.get` and `candidate.get` of the `voter` function say it, pictures as chosen. */
export async function previewPoll(input: Input<'poll.preview'>, member: Member, now: number): Answer<'poll.preview'> {
  const loaded = await loadTeamPoll(input.pollId);
  if (!loaded.ok) return loaded;
  const { poll } = loaded;
  const candidates = (await loadCandidates(poll)).map((candidate) => asSeenBy(member, poll, candidate));
  const cover = poll.coverFile === undefined ? {} : { cover: poll.coverFile };
  const attachments = poll.attachmentFiles === undefined ? {} : { attachments: poll.attachmentFiles };
  const groups = poll.isForGroups ? { chatGroups: [] } : {};
  return done({
    poll: describePoll({ ...poll, ...cover, ...attachments, ...groups, candidateCount: candidates.length }, now),
    candidates: candidates.map((candidate) => {
      const { gallery: pictures, videoFile: video, facts, criteria, detail = '' } = candidate;
      return {
        ...summariseCandidate({ ...candidate, pictures }),
        pictures,
        video,
        facts,
        criteria,
        ...(detail === '' ? {} : { detail }),
      };
    }),
  });
}
