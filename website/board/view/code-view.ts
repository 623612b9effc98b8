import type { BoardPoll } from '../../../cloudfunctions/shared/domain/board';
import { fetchable } from '../../shared/fetchable';
import { searchText, words } from '../text/words';

/** How to come to the poll in WeChat: by its code, or by a search. */
export interface CodeView {
  /** An address; empty where the poll has no code. */
  picture: string;
  lead: string;
  /** What for, or how. */
  detail: string;
}

/** @param folder the poll's, without a slash at its end; a code's address may be relative to it */
export function codeView({ id, stages, withdrawal, code = '' }: BoardPoll, folder: string, now: number): CodeView {
  const isOver = now >= stages.verifying || withdrawal !== undefined;
  const picture = code === '' ? null : fetchable(code, `${folder}/`);
  if (picture === null) {
    return {
      picture: '',
      lead: isOver || now < stages.voting ? words.searchAfter : words.searchLead,
      detail: searchText(id),
    };
  }
  const detail = isOver ? words.codeAfter : now < stages.voting ? words.codeBefore : words.codeOpen;
  return { picture, lead: words.codeLead, detail };
}
