import type { OutcomeFile } from '../../../../cloudfunctions/shared/universal/outcome';
import { readOutcomeFile } from '../../../../cloudfunctions/shared/universal/read-outcome';
import type { Answer } from '../../../services/cloud';
import { publicPicture } from '../../../public-picture';
import { readBeside, type BoardPoll } from './published';

export type { OutcomeFile, OutcomeNotice } from '../../../../cloudfunctions/shared/universal/outcome';

/** What everybody may read of what became of a poll; no outcome before the first notice or the calling off. */
export interface PublishedOutcome {
  /** Its pictures have addresses. */
  poll: BoardPoll;
  outcome: OutcomeFile | null;
}

export async function publicOutcome(pollId: string): Promise<Answer<PublishedOutcome>> {
  const answer = await readBeside(pollId, 'outcome.json', readOutcomeFile);
  if (!answer.ok) return answer;
  const [{ cover, ...poll }, outcome] = answer.data;
  const candidates = poll.candidates.map(({ picture, ...rest }) => ({ ...rest, ...addressed('picture', picture) }));
  return { ...answer, data: { poll: { ...poll, ...addressed('cover', cover), candidates }, outcome } };
}

function addressed<Name extends string>(name: Name, picture: string | undefined): { [Each in Name]?: string } {
  const address = publicPicture(picture);
  return address === undefined ? {} : ({ [name]: address } as { [Each in Name]?: string });
}
