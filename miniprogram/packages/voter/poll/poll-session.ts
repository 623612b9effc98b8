import type { ConfirmView } from '../../../components/confirm-sheet/confirm-sheet.view';
import { failureState, queueState } from '../../../components/page-state/page-state.view';
import { queuePause, roomIn } from '../../../services/queue';
import { getPoll, type PollReply } from '../../../services/polls';
import type { Shared } from '../../../phone/sharing';
import { serverNow } from '../../../stores/clock';
import { rememberChanges, seenChanges } from '../changes/kept-count';
import { keepChoices, selectionOf } from '../../../stores/selection';
import { confirmWords } from '../../../text/confirm';
import { readFailureText } from '../../../text/errors';
import { queueWords } from '../../../text/queue';
import { plateText } from '../../../../cloudfunctions/shared/universal/plate';
import { searchWords } from '../../../text/poll-page';
import { admit, passEndsAt } from './admission-session';
import { addBallot } from './add-ballot';
import { isOneByOne, stillChoosable, toggleChoice } from './ballot-limits';
import { CandidateList } from './candidate-list';
import { castKept, forgetRecorded, type CastOutcome } from './cast-ballot';
import { missingSentence, obstacleSentence } from './choosing-bar.view';
import { confirmView, receivedView, type CastState } from './confirm.view';
import { deadline, nextChangeAt } from './deadline.view';
import { rememberPoll } from './kept-poll';
import { frameOf, pollBar, type BarAction } from './poll-bar.view';
import type { PollData } from './poll-data';
import { pollView, settledCandidates } from './poll.view';
import { pollCard } from './share.view';
import { QueueWait } from './queue-wait';
import { learnReceipts, newestPromise, newestReceipt, newestStanding } from './kept-receipts';

/** One open poll page: keeps the server's newest reply and the choices, and tells the page what to show. */
export class PollSession {
  private reply: PollReply | undefined;
  private choices: string[] = [];
  private readonly list = new CandidateList();
  private wanted = { group: '', query: '' };
  /** Counts the loads: a reply that a later load has overtaken is dropped. */
  private turn = 0;
  private changeAt: number | null = null;
  /** How often in a row the cloud had no room to open the page, and when it is asked again. */
  private refusals = 0;
  private askAgainAt: number | null = null;
  private readonly queue = new QueueWait((seconds) => this.showSheet({ kind: 'queued', seconds }));

  constructor(
    private readonly pollId: string,
    private readonly show: (change: Partial<PollData> & Record<string, unknown>, drawn?: () => void) => void,
  ) {}

  /** Asks the server, and shows what it says. With a poll on the page a failure is a notice and the poll stays. */
  async load(): Promise<void> {
    const turn = (this.turn += 1);
    const asked = await getPoll(this.pollId);
    const answer = asked.ok ? { ...asked, data: await admit(asked.data) } : asked;
    if (turn !== this.turn) return;
    const now = serverNow();
    const least = answer.ok ? undefined : roomIn(answer.error);
    const before = this.refusals;
    this.refusals = least === undefined ? 0 : before + 1;
    const wait = least === undefined ? undefined : queuePause(least, this.refusals);
    this.askAgainAt = wait === undefined ? null : now + wait;
    if (before > 0 && least === undefined) this.show({ notice: null });
    if (answer.ok) {
      forgetRecorded(answer.data);
      this.take(answer.data);
      void this.learn(answer.data);
    } else if (this.reply === undefined) {
      const failure = wait === undefined ? failureState(answer.error, now) : queueState;
      const later = wait === undefined ? '' : queueWords.later(Math.ceil(wait / 1000));
      this.show({ kind: 'stopped', failure, later });
    } else if (before === 0 || wait === undefined) {
      const { title, detail, tone } = readFailureText(answer.error, now);
      this.show({ notice: { tone: tone === 'fault' ? 'fault' : 'refusal', text: `${title}。${detail}` } });
    }
  }

  /** The page is in sight (again): another page may have changed the choices or the receipts, and time has passed. */
  async resume(): Promise<void> {
    if (this.reply === undefined || this.isOutOfDate()) return this.load();
    this.take(this.reply);
  }

  /** Time has passed while the page is open: loads again when what it shows no longer holds. */
  async tick(): Promise<void> {
    if (this.isOutOfDate()) return this.load();
    if (this.reply === undefined) return;
    this.show({ 'view.deadline': deadline(this.reply.poll, serverNow()) });
    await this.learn(this.reply);
  }

  /** The instant at which the page has to look again; null when nothing is going to change. */
  nextLookAt(): number | null {
    return earlier(this.changeAt, this.askAgainAt);
  }

  toggle(candidateId: string): void {
    if (this.reply?.can.cast !== true) return;
    const frame = frameOf(this.reply);
    const step = toggleChoice(frame, this.choices, candidateId);
    if (step.ok) this.keep(step.choices);
    else this.show({ notice: { tone: 'refusal', text: obstacleSentence(frame, step.obstacle) } });
  }

  /** Shows only the wanted candidates, from the first. */
  find(wanted: { group?: string; query?: string; isSearching?: boolean }): void {
    const { group = this.wanted.group, query = this.wanted.query } = wanted;
    const isOther = group !== this.wanted.group || query !== this.wanted.query;
    this.wanted = { group, query };
    if (this.reply === undefined) return;
    this.show({ ...wanted, ...this.found(this.reply, isOther ? 0 : this.list.shown) }, () => this.handOut());
  }

  showMore(): void {
    this.list.wantMore();
    this.handOut();
  }

  /** What the bar's button is for now. */
  action(): BarAction {
    return this.reply === undefined ? 'review' : this.barNow(this.reply).action;
  }

  /** Says what the ballot lacks. */
  explain(): void {
    const text = this.reply && missingSentence(frameOf(this.reply), this.choices);
    if (text) this.show({ notice: { tone: 'refusal', text } });
  }

  review(): void {
    this.showSheet({ kind: 'checking' });
  }

  remove(candidateId: string): void {
    this.keep(this.choices.filter((id) => id !== candidateId));
    if (this.choices.length === 0) this.show({ sheet: null });
    else this.review();
  }

  /**
   * Casts what is chosen, where each is a ballot of its own one after the other. Whatever comes of it is on the sheet or, when the rules
   * refuse it, on the fresh page; what was not cast stays chosen.
   */
  async cast(): Promise<void> {
    const all = this.choices.length;
    const cast: string[] = [];
    for (let { reply } = this; reply !== undefined;) {
      const isEach = isOneByOne(reply.poll.rules);
      this.showSheet({ kind: 'sending', at: cast.length + 1, of: isEach ? all : 1 });
      const outcome = await castKept(reply, this.queue);
      if (outcome.kind !== 'received') return this.showFailure(outcome, cast.length);
      cast.push(...outcome.choices);
      const after = addBallot(reply, outcome.receipt, outcome.choices);
      this.take(after);
      if (isEach && after !== reply && after.can.cast && this.choices.length > 0) {
        ({ reply } = this);
        continue;
      }
      this.show({ sheet: receivedView(after, cast, outcome.receipt, serverNow()) });
      return this.load();
    }
  }

  /** Whoever queues sees first that nothing is cast yet. */
  closeSheet(): void {
    if (!this.leaveQueue()) this.show({ sheet: null });
  }

  /** Waits no longer for room; says whether anybody did. The ballot keeps its key for another day. */
  leaveQueue(): boolean {
    return this.queue.leave();
  }

  /** The newest receipt's code, if this phone has it. */
  receiptCode(): string | undefined {
    return this.reply && newestReceipt(this.reply)?.receipt.code;
  }

  /** What a card of this poll says; undefined before there is a poll. */
  shared(): Shared | undefined {
    return this.reply && pollCard(this.reply, serverNow());
  }

  private take(reply: PollReply): void {
    const now = serverNow();
    const isFirst = this.reply === undefined;
    this.reply = reply;
    this.changeAt = earlier(nextChangeAt(reply, now), passEndsAt(reply));
    rememberPoll(reply);
    this.choices = reply.can.cast ? stillChoosable(frameOf(reply), selectionOf(this.pollId).choices) : [];
    // What is cast later is what is shown now. Without a ballot left the choices stay where they are, for tomorrow.
    if (reply.can.cast) keepChoices(this.pollId, this.choices);
    const isUnfinished = isFirst && reply.can.cast && selectionOf(this.pollId).pending !== undefined;
    if (isUnfinished) this.show({ notice: { tone: 'refusal', text: queueWords.unfinished } });
    const change = {
      kind: 'ready' as const,
      failure: null,
      view: pollView(reply, now, newestStanding(reply), this.changesKnown(reply), newestPromise(reply)),
      cast: settledCandidates(reply),
      isOpen: reply.can.cast,
      chosen: this.choices,
      bar: this.barNow(reply).bar,
      ...this.found(reply, this.list.shown),
    };
    this.show(change, () => this.handOut());
  }

  /** A strip of the list, and once it is on screen the next: whoever taps meanwhile waits for one strip at most. */
  private handOut(): void {
    const strip = this.list.next();
    if (Object.keys(strip).length > 0) this.show(strip, () => this.handOut());
  }

  /** Whoever opens a poll for the first time takes it as it is; later changes are news. */
  private changesKnown({ poll }: PollReply): number {
    const count = poll.changes?.count ?? 0;
    const seen = seenChanges(this.pollId);
    if (seen === undefined) rememberChanges(this.pollId, count);
    return seen ?? count;
  }

  /** @param done how many ballots were cast before */
  private async showFailure({ kind, note }: Exclude<CastOutcome, { kind: 'received' }>, done: number): Promise<void> {
    const title = done === 0 ? note.title : confirmWords.soFar(done, note.title);
    if (kind === 'retry') {
      this.showSheet({ kind: 'failed', note: { ...note, title } });
      return;
    }
    const tone = note.tone === 'fault' ? 'fault' : 'refusal';
    this.show({ sheet: null, notice: { tone, text: `${title}。${note.detail}` } });
    await this.load();
  }

  /** Once somebody has voted: asks whether the ballot is in the log, so that the seal is true. */
  private async learn(reply: PollReply): Promise<void> {
    if (reply.me.ballots.length === 0 || newestReceipt(reply)?.state === 'entered') return;
    const isNews = await learnReceipts(reply);
    if (isNews && this.reply === reply) this.take(reply);
  }

  private keep(choices: string[]): void {
    if (this.reply === undefined) return;
    this.choices = choices;
    keepChoices(this.pollId, choices);
    this.show({ chosen: choices, bar: this.barNow(this.reply).bar, notice: null });
  }

  /** @param atLeast how many of the candidates are shown at once, if there are as many */
  private found(reply: PollReply, atLeast: number): Pick<PollData, 'items' | 'nothing'> {
    const items = this.list.refill(reply, this.wanted, atLeast);
    const all = reply.candidates.length;
    const example = plateText(reply.candidates[0]?.number ?? 1);
    if (items.length > 0) return { items, nothing: null };
    return {
      items,
      nothing: {
        title: searchWords.nothing(this.wanted.query),
        detail: searchWords.advice(example),
        action: searchWords.showAll(all, reply.poll.measure),
      },
    };
  }

  private barNow(reply: PollReply): ReturnType<typeof pollBar> {
    return pollBar(reply, this.choices, newestReceipt(reply) !== undefined, serverNow());
  }

  private isOutOfDate(): boolean {
    const at = this.nextLookAt();
    return at !== null && serverNow() >= at;
  }

  private showSheet(state: CastState): void {
    if (this.reply === undefined) return;
    const sheet: ConfirmView = confirmView(this.reply, this.choices, state, serverNow());
    this.show({ sheet });
  }
}

/** The earlier of two instants, where null never comes. */
function earlier(one: number | null, other: number | null): number | null {
  return one === null || other === null ? (one ?? other) : Math.min(one, other);
}
