import type { OutputOf } from '../../cloudfunctions/shared/contract/voter';
import { call, type Answer } from './cloud';

export type GroupPass = OutputOf<'group.enter'>;

/** The pass of somebody who opened a poll from a card in one of its groups. @param cloudId `groupCloudId`'s */
export function enterGroup(pollId: string, cloudId: string): Promise<Answer<GroupPass>> {
  return call('group.enter', { pollId, cloudId });
}
