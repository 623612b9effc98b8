import { tellDone, tellFailure, chooseOne, askForLine } from '../../../phone/dialogs';
import { needsTwo } from '../propose/propose.view';
import { proposeAct } from '../services/acts';
import type { EditedPoll } from '../services/polls';
import { askToPropose } from '../acts/ask-about-act';
import { candidatesWords } from '../text/candidates';
import { actConsequence, actNames, type ActKind } from '../text/acts';
import type { CandidatesSession } from './candidates-session';
import { menuOf, type MenuAction } from './candidates.view';
import { moveCandidate, renumberCandidate } from './order';

type Standing = Extract<ActKind, 'freezeCandidate' | 'unfreezeCandidate' | 'withdrawCandidate'>;

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
export async function askAboutCandidate(
  list: CandidatesSession,
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
      const detail = actConsequence(kind, list.poll?.measure ?? '项');
      return { ask: { id, name, kind, title, action: actNames[kind], detail } };
    }
  }
}

async function renumber(list: CandidatesSession, id: string): Promise<void> {
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

/** Proposes an act about a candidate, and tells what became of it. @returns whether it was taken */
export async function proposeStanding(poll: EditedPoll, { kind, id, name }: Asking, reason: string): Promise<boolean> {
  const act = { kind, candidateId: id, reason };
  if (!(await askToPropose(act, { poll: poll.title, candidate: name }, needsTwo(poll, kind)))) return false;
  const answer = await proposeAct(poll.id, act);
  if (answer.ok) tellDone(answer.data.act.state === 'waiting' ? candidatesWords.waiting : candidatesWords.done);
  else await tellFailure(answer.error);
  return answer.ok;
}
