import type { FailureState } from '../../../components/page-state/page-state.view';
import { momentText } from '../../../../cloudfunctions/shared/universal/times';
import type { ProposedAct } from '../services/acts';
import type { EditedPoll } from '../services/polls';
import { changeText, recordWords } from '../../../text/changes';
import { listingWords, manageWords, votingSpan } from '../text/manage';
import { codeWords } from '../text/codes';
import { paperWords } from '../text/papers';
import { channelWords } from '../text/spread';
import { pollRoleText, pollsWords, statusText } from '../text/polls';

export type Way =
  | 'look'
  | 'preview'
  | 'dashboard'
  | 'channels'
  | 'codes'
  | 'candidates'
  | 'changes'
  | 'after'
  | 'papers'
  | 'acts'
  | 'team'
  | 'review'
  | 'trail'
  | 'listing'
  | 'copy';

interface WayRow {
  id: Way;
  icon: string;
  name: string;
  hint: string;
}

export type ManageView =
  | { kind: 'loading' }
  | {
      kind: 'ready';
      title: string;
      tag: string;
      ring: 'open' | 'dot' | 'tick';
      isOpen: boolean;
      span: string;
      role: string;
      isWithdrawn: boolean;
      isStill: boolean;
      /** What whoever gets the card can do with it. */
      shareHint: string;
      /** A draft has no link to share and no record yet. */
      isDraft: boolean;
      /** Why no result is written yet; null where none is waited for. */
      awaits: { title: string; detail: string } | null;
      ways: WayRow[];
      record: { key: string; at: string; what: string; alone: string; reason: string }[];
    }
  | FailureState;

/** @param now the server's time, epoch milliseconds */
export function manageView(poll: EditedPoll, acts: readonly ProposedAct[], now: number): ManageView {
  const waiting = acts.filter(({ state }) => state === 'waiting').length;
  const isWithdrawn = poll.status === 'withdrawn';
  return {
    kind: 'ready',
    title: poll.title === '' ? pollsWords.untitled : poll.title,
    tag: statusText(poll),
    ring: isWithdrawn ? 'tick' : now < poll.stages.voting ? 'open' : 'dot',
    isOpen: poll.status === 'published' && poll.stage === 'voting',
    span: votingSpan(poll),
    role: pollRoleText({ ...poll, role: poll.me.role }),
    isWithdrawn,
    isStill: poll.status === 'frozen',
    shareHint: now < poll.stages.verifying ? manageWords.shareHint : manageWords.shareHintAfter,
    isDraft: poll.status === 'draft',
    awaits: awaitedDraw(poll, now),
    ways: waysOf(poll, waiting, now),
    record: poll.changes
      .map(({ at, what, reason, isAlone }, index) => ({
        key: `${at}.${index}`,
        at: momentText(at, now),
        what: changeText(what),
        alone: isAlone ? recordWords.alone : '',
        reason,
      }))
      .reverse(),
  };
}

function awaitedDraw({ awaitsDraw, measure }: EditedPoll, now: number): { title: string; detail: string } | null {
  if (awaitsDraw === undefined) return null;
  const { source, at, tied } = awaitsDraw;
  const words = manageWords.awaitsDraw;
  const detail = now < at ? words.before(tied, measure, source, momentText(at, now)) : words.now(tied, measure, source);
  return { title: words.title, detail };
}

function waysOf(
  { may, listing, changeable, status, noticeDays, stages }: EditedPoll,
  waiting: number,
  now: number,
): WayRow[] {
  const words = manageWords;
  const isOn = status === 'published';
  const ways: [boolean, WayRow][] = [
    [status !== 'draft', { id: 'look', icon: 'browse', name: words.look, hint: '' }],
    [status === 'draft', { id: 'preview', icon: 'browse', name: words.preview, hint: '' }],
    [
      may.includes('dashboard.get') && status !== 'draft',
      { id: 'dashboard', icon: 'chart-bar', name: words.dashboard, hint: words.dashboardHint },
    ],
    [
      may.includes('channel.list') && status !== 'draft',
      { id: 'channels', icon: 'swap', name: channelWords.title, hint: channelWords.hint },
    ],
    [
      may.includes('channel.list') && isOn,
      { id: 'codes', icon: 'qrcode', name: codeWords.title, hint: codeWords.hint },
    ],
    [
      may.includes('outcome.steps') && isOn && noticeDays !== undefined && stages.verifying <= now,
      { id: 'after', icon: 'stamp', name: words.after, hint: words.afterHint },
    ],
    [
      may.includes('report.make') && isOn && noticeDays !== undefined && stages.verifying <= now,
      { id: 'papers', icon: 'download', name: paperWords.title, hint: paperWords.hint },
    ],
    [true, { id: 'candidates', icon: 'bulletpoint', name: words.candidates, hint: '' }],
    [
      isOn && may.includes('poll.save') && changeable.length > 0,
      { id: 'changes', icon: 'edit', name: words.changes, hint: words.changesHint },
    ],
    [
      may.includes('act.list'),
      {
        id: 'acts',
        icon: 'secured',
        name: words.acts,
        hint: waiting > 0 ? words.actsWaiting(waiting) : words.actsHint,
      },
    ],
    [may.includes('nomination.list'), { id: 'review', icon: 'check-circle', name: words.review, hint: '' }],
    [true, { id: 'team', icon: 'usergroup', name: words.team, hint: '' }],
    [true, { id: 'trail', icon: 'time', name: words.trail, hint: '' }],
    [
      isOn && may.includes('listing.request'),
      { id: 'listing', icon: 'city', name: words.listing, hint: listing.reason ?? listingWords[listing.state] },
    ],
    [may.includes('poll.copy'), { id: 'copy', icon: 'copy', name: words.copy, hint: words.copyHint }],
  ];
  return ways.flatMap(([isThere, way]) => (isThere ? [way] : []));
}
