import type { FailureState } from '../../../components/page-state/page-state.view';
import type { EditedPoll } from '../services/polls';
import type { ChatGroups } from '../services/spread';

export type ChatGroupsView =
  | { kind: 'loading' }
  | {
      kind: 'ready';
      title: string;
      groups: ChatGroups;
      /** The page was opened from a card in a group, which can be bound now. */
      isInGroup: boolean;
      /** Groups change in a draft alone. */
      canChange: boolean;
    }
  | FailureState;

export function chatGroupsView(
  { title, status, may }: Pick<EditedPoll, 'title' | 'status' | 'may'>,
  groups: ChatGroups,
  isInGroup: boolean,
): ChatGroupsView {
  const canChange = status === 'draft' && may.includes('group.bind');
  return { kind: 'ready', title, groups, isInGroup: isInGroup && canChange, canChange };
}
