import { attachmentType, isPictureType } from '../../../../cloudfunctions/shared/universal/attachments';
import type { Failure } from '../../../services/cloud';
import { loadPoll, savePoll, type EditedPoll, type PollChange, type PollFields } from '../services/polls';
import { fieldNames, fieldsOf, namesIn, pick, type FieldName } from './fields';
import { forgetDraft, keepDraft, keptDraft } from './kept-draft';
import { rebase, type Unsaved } from './rebase';
import { isSame } from './rebase';
import { unfinishedFields } from './fields';

/** What became of what was typed. */
export type SaveState =
  | { kind: 'saved'; at: number }
  | { kind: 'unsaved' }
  | { kind: 'saving' }
  /** It is on the phone, and is tried again. */
  | { kind: 'waiting'; failure: Failure }
  /** The cloud does not take it as it is; the rest is saved. */
  | { kind: 'refused'; failure: Failure; fields: FieldName[] }
  | { kind: 'conflict'; by: EditedPoll['edited']; clashes: FieldName[] };

/** How long typing has to rest before it is saved, and how the pauses between tries grow; milliseconds. */
const typingRest = 800;
const firstPause = 3_000;
const longestPause = 60_000;

/** Failures after which the same may be tried again by itself. */
const passing: ReadonlySet<Failure['code']> = new Set([
  'BUSY',
  'OFFLINE',
  'TIMEOUT',
  'NO_ANSWER',
  'CONTENT_CHECK_UNAVAILABLE',
]);

/**
 * A draft that is being edited: saves by itself as one types, keeps on the phone what is not saved, and never writes over
 * what somebody else has changed.
 */
export class DraftSession {
  state: SaveState = { kind: 'saved', at: 0 };
  private poll: EditedPoll | undefined;
  private unsaved: Unsaved<PollChange> = { base: {}, change: {} };
  /** Fields that were refused as they stand, and why. */
  private refused: FieldName[] = [];
  private refusal: Failure | undefined;
  private timer: ReturnType<typeof setTimeout> | undefined;
  private pause = firstPause;
  private saving: Promise<void> | undefined;
  private isEnded = false;

  /** @param show called when fields or state have changed */
  constructor(
    private readonly pollId: string,
    private readonly show: () => void,
  ) {}

  /** Asks for the poll, and puts upon it what this phone still holds. @returns the failure, if it failed */
  async load(): Promise<Failure | undefined> {
    if (this.saving) await this.saving;
    const answer = await loadPoll(this.pollId);
    if (!answer.ok) return answer.error;
    if (namesIn(this.unsaved.change).length === 0) this.unsaved = keptDraft(this.pollId);
    this.take(answer.data.poll);
    return undefined;
  }

  /** The newest of the cloud; undefined before the first answer. */
  get server(): EditedPoll | undefined {
    return this.poll;
  }

  /** The fields as they were typed. */
  get fields(): PollFields | undefined {
    return this.poll && { ...fieldsOf(this.poll), ...this.unsaved.change };
  }

  /** What is typed of a field, saved or not. */
  change(patch: PollChange): void {
    if (!this.poll) return;
    const saved = fieldsOf(this.poll);
    const names = namesIn(patch);
    const base = { ...pick(saved, names), ...this.unsaved.base };
    this.unsaved = { base, change: { ...this.unsaved.change, ...patch } };
    this.refused = this.refused.filter((name) => !names.includes(name));
    keepDraft(this.pollId, this.unsaved);
    if (this.state.kind !== 'conflict') this.become({ kind: 'unsaved' });
    this.later(typingRest);
  }

  /** Saves now what can be saved. @returns whether everything is saved */
  async flush(): Promise<boolean> {
    if (this.timer !== undefined) clearTimeout(this.timer);
    if (this.saving) await this.saving;
    await this.save();
    return namesIn(this.unsaved.change).length === 0;
  }

  /** Settles a conflict: of the named fields theirs is taken, of the other clashes mine is saved. */
  async settle(theirs: readonly FieldName[]): Promise<void> {
    if (this.state.kind !== 'conflict' || !this.poll) return;
    const mine = namesIn(this.unsaved.change).filter((name) => !theirs.includes(name));
    // From now on mine is typed upon theirs.
    this.unsaved = { base: pick(fieldsOf(this.poll), mine), change: pick(this.unsaved.change, mine) };
    this.remember();
    this.become({ kind: 'unsaved' });
    await this.flush();
  }

  /** Stops all timers; what is not saved stays on the phone. */
  end(): void {
    this.isEnded = true;
    if (this.timer !== undefined) clearTimeout(this.timer);
  }

  private take(poll: EditedPoll): void {
    this.poll = poll;
    const { kept, clashes } = rebase(fieldsOf(poll), this.unsaved);
    const all = [...kept, ...clashes];
    this.unsaved = { base: pick(this.unsaved.base, all), change: pick(this.unsaved.change, all) };
    this.remember();
    if (clashes.length > 0) this.become({ kind: 'conflict', by: poll.edited, clashes });
    else if (all.length > 0) {
      this.become({ kind: 'unsaved' });
      this.later(typingRest);
    } else this.become({ kind: 'saved', at: poll.edited.at });
  }

  private save(): Promise<void> {
    this.saving ??= this.saveOnce().finally(() => {
      this.saving = undefined;
    });
    return this.saving;
  }

  private async saveOnce(): Promise<void> {
    const { fields, poll } = this;
    if (!fields || !poll || this.state.kind === 'conflict') return;
    const held = [...unfinishedFields(fields), ...this.refused];
    const sent = pick(
      this.unsaved.change,
      fieldNames.filter((name) => !held.includes(name)),
    );
    const names = namesIn(sent);
    if (names.length === 0) return;
    this.become({ kind: 'saving' });
    const answer = await savePoll(this.pollId, poll.version, sent);
    if (answer.ok) this.saved(sent, names, answer.data.version, answer.data.edited.at);
    else if (answer.error.code === 'EDIT_CONFLICT') await this.meetConflict();
    else if (passing.has(answer.error.code)) this.postpone(answer.error);
    else this.refuse(answer.error, names);
  }

  private saved(sent: PollChange, names: FieldName[], version: number, at: number): void {
    if (!this.poll) return;
    this.pause = firstPause;
    const { cover: sentCover, attachments: sentAttachments, ...others } = sent;
    const cover = sentCover === undefined ? this.poll.cover : sentCover === null ? null : mediumOf(sentCover);
    const attachments = sentAttachments
      ? sentAttachments.map((attachment) => this.withState(attachment))
      : this.poll.attachments;
    this.poll = { ...this.poll, ...others, cover, attachments, version, edited: { ...this.poll.me, at } };
    const open = namesIn(this.unsaved.change).filter(
      (name) => !names.includes(name) || !isSame(this.unsaved.change[name], sent[name]),
    );
    // What was typed meanwhile was typed upon what has just been saved.
    this.unsaved = {
      base: { ...pick(this.unsaved.base, open), ...pick(sent, open) },
      change: pick(this.unsaved.change, open),
    };
    this.remember();
    if (open.length === 0) this.become({ kind: 'saved', at });
    else if (this.refusal && open.every((name) => this.refused.includes(name))) {
      this.become({ kind: 'refused', failure: this.refusal, fields: this.refused });
    } else {
      this.become({ kind: 'unsaved' });
      this.later(typingRest);
    }
  }

  /** Somebody saved in between: what does not clash goes on by itself. */
  private async meetConflict(): Promise<void> {
    const answer = await loadPoll(this.pollId);
    if (answer.ok) this.take(answer.data.poll);
    else this.postpone(answer.error);
  }

  private postpone(failure: Failure): void {
    this.become({ kind: 'waiting', failure });
    this.later(this.pause);
    this.pause = Math.min(longestPause, this.pause * 2);
  }

  /** Only the field that was named waits for another wording; the others go again without it. */
  private refuse(failure: Failure, names: FieldName[]): void {
    const { details } = failure;
    const parts = details && 'field' in details ? details.field.split('.') : [];
    const named = names.filter((name) => parts.includes(name));
    const fields = named.length > 0 ? named : names;
    this.refused = [...this.refused, ...fields];
    this.refusal = failure;
    this.become({ kind: 'refused', failure, fields: this.refused });
    if (fields.length < names.length) this.later(0);
  }

  /** One that was there stands where it stood; a new picture waits for WeChat, a document for a reviewer. */
  private withState(sent: PollFields['attachments'][number]): EditedPoll['attachments'][number] {
    const known = this.poll?.attachments.find(({ file }) => file === sent.file);
    const type = attachmentType(sent.file);
    const fresh = type !== undefined && isPictureType(type) ? 'pending' : 'review';
    return { ...sent, state: known?.state ?? fresh };
  }

  private later(pause: number): void {
    if (this.timer !== undefined) clearTimeout(this.timer);
    if (!this.isEnded) this.timer = setTimeout(() => void this.save(), pause);
  }

  private remember(): void {
    if (namesIn(this.unsaved.change).length === 0) forgetDraft(this.pollId);
    else keepDraft(this.pollId, this.unsaved);
  }

  private become(state: SaveState): void {
    this.state = state;
    if (!this.isEnded) this.show();
  }
}

/** A cover that was just saved waits for its check. */
function mediumOf(file: string): NonNullable<EditedPoll['cover']> {
  return { file, state: 'pending' };
}
