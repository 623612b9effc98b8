import type * as z from 'zod';
import type { pollList } from '../../contract/poll';
import { done, refuse, type AnswerTo } from '../../contract/answered';
import { periodAt } from '../../universal/period';
import { tagOf } from '../../domain/voting/slot';
import { stageAt } from '../../universal/stage';
import { masterKeys } from '../../platform/environment';
import { pollMac, unwrapPollKey } from '../../platform/keys';
import { ballotId, findBallotsById } from '../../store/voting/ballots';
import { listPolls as readPolls, type ListingCursor, type StoredPoll } from '../../store/poll/polls';
import { summarisePoll } from './describe-poll';

const pageSize = 20;

/** A page of the public polls, those that end last first, with what this voter may still cast in open ones. */
export async function listPolls(
  input: z.output<typeof pollList.input>,
  openid: string,
  now: number,
): Promise<AnswerTo<typeof pollList>> {
  const after = input.cursor === undefined ? undefined : parseCursor(input.cursor);
  if (after === null) {
    const expected = '`next` of the page before';
    return refuse('INVALID_INPUT', `cursor: ${expected}`, { field: 'cursor', expected });
  }
  const query = input.query?.trim();
  const found = await readPolls(pageSize + 1, after, query === '' ? undefined : query);
  const page = found.slice(0, pageSize);
  const last = page.at(-1);
  const cast = await countCast(page, openid, now);
  return done({
    polls: page.map((poll) => {
      const used = cast.get(poll.id);
      const me = used === undefined ? undefined : { ballotsLeft: poll.rules.ballotsPerPeriod - used };
      return { ...summarisePoll(poll, now), me };
    }),
    next: found.length > pageSize && last ? `${last.stages.verifying}.${last.id}` : undefined,
  });
}

function parseCursor(cursor: string): ListingCursor | null {
  const [, endAt, id] = /^(\d{1,15})\.([A-Za-z0-9_-]{1,12})$/.exec(cursor) ?? [];
  return endAt === undefined || id === undefined ? null : { endAt: Number(endAt), id };
}

/** How many ballots of its current period the voter has cast in each poll that is open: one read for all. */
async function countCast(polls: readonly StoredPoll[], openid: string, now: number): Promise<Map<string, number>> {
  const cast = new Map<string, number>();
  const ids: string[] = [];
  for (const poll of polls) {
    if (stageAt(poll, now) !== 'voting') continue;
    cast.set(poll.id, 0);
    // Without a key nobody has come yet.
    if (poll.key === undefined) continue;
    const voter = { mac: pollMac(unwrapPollKey(poll.key, masterKeys())), openid };
    const period = periodAt(poll, now);
    for (let nth = 1; nth <= poll.rules.ballotsPerPeriod; nth++) {
      ids.push(ballotId(poll.id, tagOf(voter, period, nth)));
    }
  }
  for (const { pollId } of await findBallotsById(ids)) cast.set(pollId, (cast.get(pollId) ?? 0) + 1);
  return cast;
}
