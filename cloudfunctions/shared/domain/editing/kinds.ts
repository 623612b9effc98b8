import type { PollKind } from '../../universal/poll';

/** What publishing a poll of one kind asks besides its texts, whose needs are told in the list of fields. */
interface Needs {
  /** How many working days its public notice lasts at least; 0: none is asked for. */
  noticeDays: number;
  /** Each candidate's unit and sentence are asked for. */
  candidateTexts: boolean;
  /** Strangers vote, so that a count that moves with each ballot may give a voter away, and reasons to void a ballot are missed. */
  amongStrangers: boolean;
}

/** What each kind asks (`universal/poll-fields.ts` has the texts). What no kind asks, the poll's own rules and candidates do. */
export const needsOf: Readonly<Record<PollKind, Needs>> = {
  award: { noticeDays: 5, candidateTexts: true, amongStrangers: true },
  contest: { noticeDays: 0, candidateTexts: false, amongStrangers: true },
  small: { noticeDays: 0, candidateTexts: false, amongStrangers: false },
};
