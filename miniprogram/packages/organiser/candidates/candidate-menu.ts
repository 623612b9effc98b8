import { chooseOne, tellDone, askForLine } from '../../../phone/dialogs';
import type { Act } from '../services/acts';
import { actConsequences, actNames } from '../text/acts';
import { candidatesWords } from '../text/candidates';
import type { CandidatesList } from './candidates-list';
import { menuOf, type MenuAction } from './candidates.view';
import { moveCandidate, renumberCandidate } from './order';

type Standing = Extract<Act, { candidateId: string }>['kind'];

/** An act about a candidate that wants a reason. */
export interface Asking {
  id: string;
  name: string;
  kind: Standing;
  title: string;
  action: string;
  detail: string;
}

const kinds: Readonly<Record<'freeze' | 'unfreeze' | 'withdraw', Standing>> = {
  freeze: 'freezeCandidate',
  unfreeze: 'unfreezeCandidate',
  withdraw: 'withdrawCandidate',
};

/** Asks what to do with a candidate, and does it. @returns what the page has to open or to ask */
export async function chooseAndDo(
  list: CandidatesList,
  id: string,
): Promise<{ open: string } | { ask: Asking } | undefined> {
  const action = list.poll && (await chooseOne<MenuAction>(menuOf(list.poll, list.candidates, id)));
  switch (action) {
    case undefined:
      return undefined;
    case 'edit':
      return { open: id };
    case 'remove':
      await list.remove(id);
      return undefined;
    case 'renumber':
      await renumber(list, id);
      return undefined;
    case 'up':
    case 'down': {
      const order = moveCandidate(list.candidates, id, action === 'up' ? -1 : 1);
      if (order) await list.arrange(order);
      return undefined;
    }
    case 'freeze':
    case 'unfreeze':
    case 'withdraw': {
      const kind = kinds[action];
      const name = list.candidates.find((each) => each.id === id)?.name ?? '';
      const title = candidatesWords.askTitle(actNames[kind], name);
      return { ask: { id, name, kind, title, action: actNames[kind], detail: actConsequences[kind] } };
    }
  }
}

async function renumber(list: CandidatesList, id: string): Promise<void> {
  const candidate = list.candidates.find((each) => each.id === id);
  if (!candidate) return;
  const title = candidatesWords.renumberTitle(candidate.name);
  const { renumberHint, renumberYes: confirmText } = candidatesWords;
  const typed = await askForLine(title, renumberHint, { confirmText });
  if (typed === undefined) return;
  const number = Number(typed);
  if (Number.isInteger(number) && number >= 1 && number <= 9999)
    await list.arrange(renumberCandidate(list.candidates, id, number));
  else tellDone(candidatesWords.renumberWrong);
}
