import { randomUUID } from 'node:crypto';
import type { Reply } from '../../cloudfunctions/shared/contract/errors';
import {
  voterContract,
  type InputOf,
  type OutputOf,
  type VoterProcedure,
} from '../../cloudfunctions/shared/contract/voter';
import type { BallotRules } from '../../cloudfunctions/shared/universal/poll';
import type { ActionScene } from '../preview/action';
import { chooseWithin } from '../seed/choose';
import { seededRandom } from '../random/random';
import { checkReply } from './check-reply';
import { pollOfPage } from './poll-of-page';

/** As many as a release of the count waits for. */
const residents = 20;

/** How often a cast is sent whose outcome is unknown; its castId makes it the same ballot. */
const attempts = 5;

/**
 * Lets twenty residents who have not been here before vote in the poll that the phone shows, each by the voter function
 * under an identity of their own, so that somebody who is alone sees a count that lives.
 */
export async function bringResidents(scene: ActionScene, tell: (progress: string) => void): Promise<string> {
  const pollId = pollOfPage(scene.path);
  if (pollId === '') throw new Error('先在手机上打开一个评选，再请居民来投。');
  const run = randomUUID();
  const nameOf = (at: number): string => `居民 ${run} ${at}`;
  const opened = await ask(scene, nameOf(0), 'poll.get', { pollId });
  if (!opened.ok) throw new Error(`打不开这个评选：${opened.error.code}`);
  const { poll, candidates, can } = opened.data;
  if (poll.isForGroups) throw new Error('这个评选只给绑定的微信群里的人投，这些居民不在群里，投不了。');
  if (!can.cast) throw new Error('这个评选现在不收票：还没开始，或者已经截止。');

  const liking = seededRandom(pollId);
  const options = candidates
    .filter(({ withdrawn }) => !withdrawn)
    .map(({ id, group }) => ({ id, group, appeal: 0.4 + 1.6 * liking() }));
  // What came as JSON leaves out what is absent.
  const rules = poll.rules as BallotRules;
  for (let at = 1; at <= residents; at++) {
    const choices = chooseWithin(rules, options, Math.random);
    const cast = await castOnce(scene, nameOf(at), { pollId, choices, castId: randomUUID() });
    if (!cast.ok) throw new Error(`第 ${at} 位居民没有投成：${cast.error.code} ${cast.error.message}`);
    tell(`已投 ${at} 票，共 ${residents} 票`);
  }
  // It fires once a minute by itself.
  await scene.fireTimer('scheduler');
  return `${residents} 位居民都投了，每人一票。`;
}

async function castOnce(scene: ActionScene, caller: string, ballot: InputOf<'ballot.cast'>): Promise<Reply<unknown>> {
  let reply = await ask(scene, caller, 'ballot.cast', ballot);
  for (let tried = 1; !reply.ok && reply.error.code === 'BUSY' && tried < attempts; tried++)
    reply = await ask(scene, caller, 'ballot.cast', ballot);
  return reply;
}

async function ask<P extends VoterProcedure>(
  scene: ActionScene,
  caller: string,
  procedure: P,
  input: InputOf<P>,
): Promise<Reply<OutputOf<P>>> {
  const reply = (await scene.call(caller, 'voter', { procedure, input })) as Reply<OutputOf<P>>;
  checkReply(procedure, voterContract[procedure], reply);
  return reply;
}
