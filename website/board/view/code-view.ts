import type { BoardPoll } from '../../../cloudfunctions/shared/universal/board';
import { searchText, words } from '../text/words';

/** How to come to the poll in WeChat: by its code, or by a search. */
export interface CodeView {
  /** An address; empty where the poll has no code. */
  picture: string;
  lead: string;
  /** What for, or how. */
  detail: string;
}

export function codeView({ id, stages, withdrawal, code }: BoardPoll, now: number): CodeView {
  const isOver = now >= stages.verifying || withdrawal !== undefined;
  if (code === undefined) {
    return {
      picture: '',
      lead: isOver || now < stages.voting ? words.searchAfter : words.searchLead,
      detail: searchText(id),
    };
  }
  const detail = isOver ? words.codeAfter : now < stages.voting ? words.codeBefore : words.codeOpen;
  return { picture: code, lead: words.codeLead, detail };
}
