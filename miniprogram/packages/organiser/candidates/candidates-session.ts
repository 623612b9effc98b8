import type { Failure } from '../../../services/cloud';
import { arrangeCandidates, listCandidates, removeCandidate, type ListedCandidate } from '../services/candidates';
import { loadPoll, type EditedPoll } from '../services/polls';
import type { Order } from './order';

/** How long a removed candidate may come back, milliseconds. */
const undoTime = 6_000;

/** The candidates of a poll, with the removal that may still be taken back. */
export class CandidatesSession {
  poll: EditedPoll | undefined;
  candidates: readonly ListedCandidate[] = [];
  /** The one that is taken off the page and not yet out of the draft. */
  gone: ListedCandidate | undefined;
  private listVersion = 1;
  private timer: ReturnType<typeof setTimeout> | undefined;

  /** @param changed called when there is something else to show; with a failure when an order was not taken */
  constructor(
    private readonly pollId: string,
    private readonly changed: (failure?: Failure) => void,
  ) {}

  async load(): Promise<Failure | undefined> {
    const [poll, list] = await Promise.all([loadPoll(this.pollId), listCandidates(this.pollId)]);
    if (!poll.ok) return poll.error;
    if (!list.ok) return list.error;
    this.poll = poll.data.poll;
    this.candidates = list.data.candidates;
    this.listVersion = list.data.listVersion;
    return undefined;
  }

  /** Puts the candidates in this order; the page shows it at once, and what the cloud holds if it was not taken. */
  async arrange({ order, numbers }: Order): Promise<void> {
    await this.finishRemoval();
    const byId = new Map(this.candidates.map((candidate) => [candidate.id, candidate]));
    this.candidates = order.flatMap((id, at) => {
      const candidate = byId.get(id);
      return candidate ? [{ ...candidate, number: numbers[at] ?? candidate.number }] : [];
    });
    this.changed();
    const answer = await arrangeCandidates(this.pollId, this.listVersion, order, numbers);
    if (answer.ok) this.listVersion = answer.data.listVersion;
    else await this.recover(answer.error);
  }

  /** Takes a candidate off the page, and after a while out of the draft. */
  async remove(id: string): Promise<void> {
    await this.finishRemoval();
    this.gone = this.candidates.find((candidate) => candidate.id === id);
    this.changed();
    this.timer = setTimeout(() => void this.finishRemoval(), undoTime);
  }

  undo(): void {
    if (this.timer !== undefined) clearTimeout(this.timer);
    this.gone = undefined;
    this.changed();
  }

  /** The removal that waits is made now: the page is left, or something else is done. */
  async finishRemoval(): Promise<void> {
    if (this.timer !== undefined) clearTimeout(this.timer);
    const { gone } = this;
    if (!gone) return;
    this.gone = undefined;
    this.candidates = this.candidates.filter((candidate) => candidate !== gone);
    this.changed();
    const answer = await removeCandidate(this.pollId, gone.id, this.listVersion);
    if (answer.ok) this.listVersion = answer.data.listVersion;
    else await this.recover(answer.error);
  }

  /** Somebody else was faster, or nobody answered: what the cloud holds is shown again. */
  private async recover(failure: Failure): Promise<void> {
    await this.load();
    this.changed(failure);
  }
}
