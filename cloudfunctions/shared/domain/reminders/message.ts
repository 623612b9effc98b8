import { messageTimeText } from '../../universal/times';
import { pages } from '../spread/pages';
import type { Poll } from '../../universal/poll';
import type { ReminderKind } from './due';
import { kindOfField, type Template, type TemplateValue } from './templates';

/** What was decided on a nomination. */
export interface Verdict {
  /** The nomination's name. */
  name: string;
  state: 'accepted' | 'returned' | 'merged';
}

export interface RemindedPoll extends Pick<Poll, 'id' | 'stages'> {
  title: string;
  organiser: string;
  /** It was called off: there will be no result. */
  isEnded?: boolean;
  /** The notice that stands. */
  outcome?: { notice?: { until: number } };
}

/** What a message is about besides its poll: the nomination; how much of what changes was known when it was asked for. */
export interface About {
  verdict?: Verdict;
  seen?: number;
}

/** In the place of a result that does not come. */
const endedNote = '评选已终止，请您看一看原因';

/** For those who asked when a notice was up already. */
const changedNote = '公示延长或更正了，请您查看';

const notes: Readonly<Record<ReminderKind, string>> = {
  opening: '投票开始了，请您来投票',
  lastDay: '投票快要截止，还没投请抓紧',
  notice: '公示开始了，请您查看名单',
  result: '结果已经公布，请您查看',
  extended: '投票延长了，请看新的截止时间',
  verdict: '您的推荐有了结果，请您查看',
};

const verdicts: Readonly<Record<Verdict['state'], string>> = {
  accepted: '已采纳',
  returned: '已退回',
  merged: '已合并',
};

/** As WeChat counts them: characters. */
const mostOfThing = 20;

/** What a message says, by the template's fields, each cut to what its kind holds. @param sentAt epoch milliseconds */
export function messageData(
  kind: ReminderKind,
  { fields }: Template,
  poll: RemindedPoll,
  sentAt: number,
  about: About = {},
): Record<string, string> {
  const values: Record<TemplateValue, string> = {
    title: poll.title,
    organiser: poll.organiser,
    at: messageTimeText(momentOf(kind, poll, sentAt)),
    note: noteOf(kind, poll, about),
    name: about.verdict?.name ?? '',
    verdict: about.verdict === undefined ? '' : verdicts[about.verdict.state],
  };
  return Object.fromEntries(Object.entries(fields).map(([field, value]) => [field, fit(field, values[value])]));
}

function noteOf(kind: ReminderKind, { isEnded }: RemindedPoll, { seen }: About): string {
  if (kind === 'result' && isEnded === true) return endedNote;
  return kind === 'notice' && seen !== undefined && seen > 0 ? changedNote : notes[kind];
}

/** Where a tap on the message leads; no channel and no person is in it. */
export function pageOf(kind: ReminderKind, { id, isEnded }: Pick<RemindedPoll, 'id' | 'isEnded'>): string {
  if (kind === 'verdict') return pages.mine;
  if (kind === 'notice') return `${pages.notice}?id=${id}`;
  return `${kind === 'result' && isEnded !== true ? pages.results : pages.poll}?id=${id}`;
}

function momentOf(kind: ReminderKind, { stages, outcome }: RemindedPoll, sentAt: number): number {
  switch (kind) {
    case 'opening':
      return stages.voting;
    case 'lastDay':
    case 'extended':
      return stages.verifying;
    case 'notice':
      // Its end is the first instant behind it: midnight would be read as a day more.
      return (outcome?.notice?.until ?? sentAt + 1) - 1;
    case 'result':
    case 'verdict':
      return sentAt;
  }
}

/** WeChat refuses what is empty or too long. */
function fit(field: string, value: string): string {
  if (kindOfField(field) !== 'thing') return value;
  const characters = Array.from(value.replace(/\s+/g, ' ').trim() || '见详情');
  return characters.length <= mostOfThing ? characters.join('') : `${characters.slice(0, mostOfThing - 1).join('')}…`;
}
