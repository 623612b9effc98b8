import type { Failure } from '../../../services/cloud';
import { fieldsOf, namesIn, pick, type FieldName } from '../draft/fields';
import { rebase } from '../draft/rebase';
import { isSame } from '../draft/rebase';
import { loadPoll, savePoll, type EditedPoll, type PollChange, type PollFields } from '../services/polls';

/** What is being changed of a published poll. Nothing is saved before there is a reason for everybody to read. */
export class ChangesSession {
  poll: EditedPoll | undefined;
  /** Fields that somebody else changed too; a person decides. */
  clashes: FieldName[] = [];
  private base: PollChange = {};
  private change: PollChange = {};

  constructor(private readonly pollId: string) {}

  async load(): Promise<Failure | undefined> {
    const answer = await loadPoll(this.pollId);
    if (!answer.ok) return answer.error;
    this.poll = answer.data.poll;
    return undefined;
  }

  get fields(): PollFields | undefined {
    return this.poll && { ...fieldsOf(this.poll), ...this.change };
  }

  get isChanged(): boolean {
    const { poll, change } = this;
    if (!poll) return false;
    const saved = fieldsOf(poll);
    return namesIn(change).some((name) => !isSame(saved[name], change[name]));
  }

  write(patch: PollChange): void {
    if (!this.poll) return;
    this.base = { ...pick(fieldsOf(this.poll), namesIn(patch)), ...this.base };
    this.change = { ...this.change, ...patch };
  }

  /** @returns whether it is saved; a conflict leaves `clashes` */
  async save(reason: string): Promise<{ ok: true } | { ok: false; failure?: Failure }> {
    const { poll } = this;
    if (!poll) return { ok: false };
    const saved = fieldsOf(poll);
    const open = namesIn(this.change).filter((name) => !isSame(saved[name], this.change[name]));
    const answer = await savePoll(this.pollId, poll.version, pick(this.change, open), reason);
    if (answer.ok) {
      this.base = {};
      this.change = {};
      return { ok: true };
    }
    if (answer.error.code !== 'EDIT_CONFLICT') return { ok: false, failure: answer.error };
    const failure = await this.load();
    if (failure || !this.poll) return failure ? { ok: false, failure } : { ok: false };
    this.clashes = rebase(fieldsOf(this.poll), { base: this.base, change: this.change }).clashes;
    return this.clashes.length === 0 ? this.save(reason) : { ok: false };
  }

  /** Of the named fields theirs is taken; mine of the others is typed upon theirs from now on. */
  settle(theirs: readonly FieldName[]): void {
    this.clashes = [];
    const mine = namesIn(this.change).filter((name) => !theirs.includes(name));
    this.change = pick(this.change, mine);
    this.base = this.poll ? pick(fieldsOf(this.poll), mine) : {};
  }
}
