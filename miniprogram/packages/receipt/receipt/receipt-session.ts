import { failureState } from '../../../components/page-state/page-state.view';
import type { Failure } from '../../../services/cloud';
import { newestOf } from '../../../loading/loaded-page';
import { getPoll } from '../../../services/polls';
import { serverNow } from '../../../stores/clock';
import { keptReceipt, waitOf, type KeptReceipt } from '../../../stores/receipts';
import { checkOnPhone, placeOf, type Place } from './check-on-phone';
import type { CheckState } from './check.view';
import { learnReceipt } from './learn-receipt';
import { slipView, unknownReceiptView, type ReceiptView } from './receipt.view';

/** A ballot may be public within seconds or after an hour, so a waiting receipt asks again after these; milliseconds. */
const firstPause = 3_000;
const longestPause = 60_000;

const nothingYet: CheckState = { isChecking: false, search: null, unfound: null, failure: null, hotline: '' };

/** One visit to a receipt: what is known of it, and the check that this phone makes. */
export class ReceiptSession {
  kept: KeptReceipt | undefined;
  /** The cloud file id of the bundle; empty before the close. */
  bundle = '';
  private state = nothingYet;
  private ruling: Place['ruling'];
  private isShown = false;
  private pause = firstPause;
  /** What was last checked in vain: the same again would find the same. */
  private fruitless = '';

  /** @param show gets the page's view whenever it changes */
  constructor(
    private readonly pollId: string,
    private readonly code: string,
    private readonly show: (change: { view: ReceiptView; hasBundle: boolean }) => void,
  ) {
    this.kept = keptReceipt(code);
    if (this.kept) this.draw();
  }

  /** Looks for the ballot in the public log and checks it. The phone's own receipt is shown meanwhile. */
  async load(): Promise<void> {
    const learnt = await newestOf(this, learnReceipt(this.pollId, this.code));
    if (learnt === undefined) return;
    this.kept = learnt.kept;
    if (this.kept === undefined) {
      const view = learnt.failure ? failureState(learnt.failure, serverNow()) : unknownReceiptView();
      this.show({ view, hasBundle: false });
      return;
    }
    const place = await newestOf(this, placeOf(this.kept));
    if (place === undefined) return;
    if ('code' in place) this.change({ failure: place });
    else await this.check(this.kept, place);
  }

  /** As `load`, but checks also what a moment ago could not be found. */
  async checkAgain(): Promise<void> {
    this.fruitless = '';
    this.pause = firstPause;
    await this.load();
  }

  /** Unfolds or folds the choices. */
  toggle(): void {
    this.isShown = !this.isShown;
    this.draw();
  }

  /** When to look again, in milliseconds from now; null when the receipt has come to its end. */
  nextLook(): number | null {
    if (this.kept === undefined || this.state.unfound !== null) return null;
    const { check } = this.kept;
    // A ballot that was missing may come all the same; other alarms are for people.
    const isMissing = check?.kind === 'alarm' && check.alarm === 'RECEIPT_NOT_IN_LOG';
    if (check !== undefined && !isMissing) return null;
    const pause = this.pause;
    this.pause = Math.min(longestPause, pause * 2);
    return pause;
  }

  private async check(kept: KeptReceipt, place: Place): Promise<void> {
    this.bundle = place.log?.bundle ?? '';
    this.ruling = place.ruling;
    const { index, log } = place;
    const size = log?.size ?? 0;
    const isPublic = index === 'unknown' || (index !== null && index < size);
    const isMissing = waitOf(kept.receipt, serverNow()) === 'overdue';
    const attempt = `${index ?? ''}/${size}`;
    // What is not public yet brings nothing new until the log grows; once it is overdue every look counts.
    if (!isPublic && !isMissing && attempt === this.fruitless) {
      this.change({ failure: null });
      return;
    }
    this.change({ isChecking: isPublic || isMissing, search: null, failure: null, unfound: null });
    const checking = checkOnPhone(kept, place, (search) => this.change({ search }));
    const verdict = await newestOf(this, checking);
    if (verdict === undefined) return;
    this.fruitless = verdict.kind === 'waiting' ? attempt : '';
    this.kept = keptReceipt(this.code);
    this.change({
      isChecking: false,
      search: null,
      failure: verdict.kind === 'unreachable' ? 'files' : null,
      unfound: verdict.kind === 'not-found' ? verdict : null,
    });
    if (verdict.kind === 'alarm') await this.findHotline();
  }

  private async findHotline(): Promise<void> {
    const poll = await getPoll(this.pollId);
    if (poll.ok) this.change({ hotline: poll.data.poll.hotline ?? '' });
  }

  private change(change: Partial<CheckState> & { failure?: Failure | 'files' | null }): void {
    this.state = { ...this.state, ...change };
    this.draw();
  }

  private draw(): void {
    if (this.kept === undefined) return;
    const view = slipView(this.kept, this.state, this.isShown, serverNow(), this.ruling);
    this.show({ view, hasBundle: this.bundle !== '' });
  }
}
