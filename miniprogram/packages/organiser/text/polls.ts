// What the list of one's own polls says.
import { roleNames } from '../../../text/roles';
import { stageTags } from '../../../../cloudfunctions/shared/universal/stage-words';
import { momentText } from '../../../../cloudfunctions/shared/universal/times';
import type { MyPoll } from '../services/polls';

export const pollsWords = {
  create: '办一个评选',
  noneTitle: '还没有办过评选',
  noneDetail: '从模板开始，十来分钟就能写好一个。写的内容自动保存，随时可以接着写。',
  untitled: '还没有标题的评选',
  more: '正在打开更多',
} as const;

const statusNames = { draft: '草稿', published: '已发布', withdrawn: '已取消', frozen: '暂停' } as const;

/** 草稿, 投票中, 已取消 */
export function statusText({ status, stage }: Pick<MyPoll, 'status' | 'stage'>): string {
  return status === 'published' ? stageTags[stage] : statusNames[status];
}

/** 20 项候选 · 您是负责人 */
export function pollRoleText({
  candidateCount,
  measure,
  role,
}: Pick<MyPoll, 'candidateCount' | 'measure' | 'role'>): string {
  const count = candidateCount === 0 ? '还没有候选' : `${candidateCount} ${measure}候选`;
  return `${count} · 您是${roleNames[role]}`;
}

/** The time that matters about one's poll now. */
export function myPollTimeText(poll: MyPoll, now: number): string {
  if (poll.status !== 'published') return `${poll.edited.name} ${momentText(poll.edited.at, now)} 改过`;
  if (now < poll.votingStartAt) return `${momentText(poll.votingStartAt, now)} 开始投票`;
  return now < poll.votingEndAt
    ? `${momentText(poll.votingEndAt, now)} 截止`
    : `${momentText(poll.votingEndAt, now)} 已截止`;
}
