import { stageTags } from '../../../cloudfunctions/shared/universal/stage-words';
import type { BoardPoll, BoardStandings } from '../../../cloudfunctions/shared/universal/board';
import { stageAt, timeline } from '../../../cloudfunctions/shared/universal/stage';
import type { Known } from '../files/known';
import { failuresToTell } from '../files/pace';
import { problemTexts, type ProblemText } from '../text/problems';
import { timeText } from '../../../cloudfunctions/shared/universal/times';
import { beginningText, countdownText, hostLines, staleText, words } from '../text/words';
import { codeView, type CodeView } from './code-view';
import { countView, type CountView } from './count-view';
import { logView, type LogView } from './log-view';
import { fetchable } from '../../shared/fetchable';

export interface ReadyView {
  kind: 'ready';
  title: string;
  /** Who is behind it, a line for each. */
  hosts: string[];
  stage: string;
  /** 距投票截止还有 6 天, and the moment it counts to; empty behind the last stage. */
  countdown: string;
  until: string;
  count: CountView;
  code: CodeView;
  log: LogView | null;
  /** Said while nothing new arrives; empty otherwise. */
  stale: string;
}

export type BoardView = { kind: 'loading' } | ({ kind: 'problem' } & ProblemText) | ReadyView;

/**
 * What the board shows of what it knows.
 * @param clock this computer's, epoch milliseconds
 */
export function boardView({ poll, standings, failure, failures }: Known, folder: string, clock: number): BoardView {
  if (poll === null || standings === null) {
    return failure === null ? { kind: 'loading' } : { kind: 'problem', ...problemTexts[failure] };
  }
  // A clock that is behind the file's would put the present before the count.
  const now = Math.max(clock, standings.at);
  const addressed = withAddresses(poll, folder);
  return {
    kind: 'ready',
    title: poll.title,
    hosts: hostLines(poll),
    ...stageLine(poll, now),
    count: countView(addressed, standings, now),
    code: codeView(addressed, now),
    log: logView(standings, folder),
    stale: failures >= failuresToTell ? staleLine(standings) : '',
  };
}

function stageLine(poll: BoardPoll, now: number): Pick<ReadyView, 'stage' | 'countdown' | 'until'> {
  const stage = stageTags[stageAt(poll, now)];
  const next = timeline(poll).find(({ startAt }) => startAt > now);
  if (next === undefined || poll.withdrawal)
    return { stage: poll.withdrawal ? words.calledOff : stage, countdown: '', until: '' };
  return {
    stage,
    countdown: countdownText(next.stage, next.startAt, now),
    until: beginningText(next.stage, next.startAt, now),
  };
}

function staleLine({ shown, at }: BoardStandings): string {
  return staleText(timeText(shown?.asOf ?? at), shown !== null);
}

/**
 * The poll with whole addresses of its pictures, and without those that lead nowhere a page fetches from.
 * @param folder the poll's, without a slash at its end, to which they are relative
 */
function withAddresses({ code, candidates, ...poll }: BoardPoll, folder: string): BoardPoll {
  const address = (given: string | undefined): string | null =>
    given === undefined ? null : fetchable(given, `${folder}/`);
  const codeAddress = address(code);
  return {
    ...poll,
    ...(codeAddress === null ? {} : { code: codeAddress }),
    candidates: candidates.map(({ picture: given, ...candidate }) => {
      const picture = address(given);
      return picture === null ? candidate : { ...candidate, picture };
    }),
  };
}
