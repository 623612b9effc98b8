import type { Failure } from '../../../services/cloud';
import { rebase } from '../draft/rebase';
import { isSame } from '../draft/rebase';
import {
  addCandidate,
  loadCandidate,
  saveCandidate,
  type CandidateChange,
  type CandidateFields,
  type EditedCandidate,
} from '../services/candidates';
import { loadPoll, type EditedPoll } from '../services/polls';
import { newRandomId } from '../../../phone/random-id';
import type { ConflictView, Side } from '../components/conflict-sheet/conflict-sheet.view';
import { formConflictView, type Conflict } from './form-conflict.view';
import type { FormField, Texts } from './typed-field';
import { newPicture, savedPicture, type FormPicture } from './form-pictures';
import { sendPicture } from './send-picture';
import { forgetForm, keepForm, keptForm } from './kept-form';
import type { PhoneFile } from '../../../phone/files';

const blank: Texts = { name: '', group: null, unit: '', sentence: '', detail: '', facts: [], criteria: [] };

/** One candidate that is being written: its texts as typed, its pictures on their way. */
export class CandidateSession {
  poll: EditedPoll | undefined;
  texts: Texts = blank;
  pictures: FormPicture[] = [];
  video: FormPicture | undefined;
  /** Whether the texts come from an earlier try that was not saved. */
  isKept = false;
  private conflict: Conflict | undefined;
  private saved: EditedCandidate | undefined;
  private requestId = newRandomId();
  private sides: Partial<Record<FormField, Side>> = {};

  /** @param candidateId undefined for a new one */
  constructor(
    private readonly pollId: string,
    private candidateId: string | undefined,
    private readonly changed: () => void,
  ) {}

  get isNew(): boolean {
    return this.candidateId === undefined;
  }

  get isUploading(): boolean {
    return [...this.pictures, this.video].some((each) => each?.state === 'uploading');
  }

  async load(): Promise<Failure | undefined> {
    const poll = await loadPoll(this.pollId);
    if (!poll.ok) return poll.error;
    this.poll = poll.data.poll;
    if (this.candidateId !== undefined) {
      const answer = await loadCandidate(this.pollId, this.candidateId);
      if (!answer.ok) return answer.error;
      this.take(answer.data.candidate);
    }
    const kept = keptForm(this.pollId, this.candidateId);
    this.isKept = kept !== undefined && !isSame(kept, this.texts);
    if (kept) this.texts = kept;
    return undefined;
  }

  write(change: Partial<Texts>): void {
    this.texts = { ...this.texts, ...change };
    keepForm(this.pollId, this.candidateId, this.texts);
    this.changed();
  }

  /** Throws away what was not saved. */
  drop(): void {
    forgetForm(this.pollId, this.candidateId);
    this.isKept = false;
    this.texts = this.saved ? textsOf(this.saved) : blank;
    this.changed();
  }

  addPictures(files: readonly PhoneFile[]): void {
    const added = files.map(newPicture);
    this.pictures = [...this.pictures, ...added];
    for (const picture of added) void this.send(picture);
  }

  setPictures(pictures: FormPicture[]): void {
    this.pictures = pictures;
    this.changed();
  }

  setVideo(file: PhoneFile | undefined): void {
    this.video = file && newPicture(file);
    this.changed();
    if (this.video) {
      void sendPicture(this.pollId, this.video, (video) => {
        if (this.video?.key !== video.key) return;
        this.video = video;
        this.changed();
      });
    }
  }

  send(picture: FormPicture): Promise<void> {
    return sendPicture(this.pollId, picture, (now) => {
      this.setPictures(this.pictures.map((each) => (each.key === now.key ? now : each)));
    });
  }

  /** @param reason for everybody to read, once the poll is published */
  async save(reason?: string): Promise<{ ok: true } | { ok: false; failure?: Failure }> {
    const fields = this.fields();
    if (!this.saved) {
      const answer = await addCandidate(this.pollId, this.requestId, fields);
      if (!answer.ok) return { ok: false, failure: answer.error };
      forgetForm(this.pollId, undefined);
      return { ok: true };
    }
    const change = changed(fieldsOf(this.saved), fields);
    if (Object.keys(change).length === 0) {
      forgetForm(this.pollId, this.saved.id);
      return { ok: true };
    }
    const answer = await saveCandidate(this.pollId, this.saved, change, reason);
    if (answer.ok) {
      forgetForm(this.pollId, this.saved.id);
      return { ok: true };
    }
    if (answer.error.code !== 'EDIT_CONFLICT') return { ok: false, failure: answer.error };
    return this.meetConflict(fields, change, reason);
  }

  /** Both sides of what somebody else has changed too, with what was chosen so far. */
  conflictView(now: number): ConflictView | null {
    return this.conflict ? formConflictView(this.conflict, this.fields(), this.sides, now) : null;
  }

  /** Which side holds for a field of the conflict. */
  choose(field: FormField, side: Side): void {
    this.sides = { ...this.sides, [field]: side };
    this.changed();
  }

  /** After both sides were chosen: where theirs is, it is taken, then all is saved. */
  async settle(reason?: string): ReturnType<CandidateSession['save']> {
    const { saved, conflict, sides } = this;
    this.conflict = undefined;
    this.sides = {};
    const theirs = conflict?.clashes.filter((field) => sides[field] === 'theirs') ?? [];
    if (!saved || !conflict) return { ok: false };
    const taken = Object.fromEntries(theirs.map((name) => [name, conflict.theirs[name]]));
    this.texts = { ...this.texts, ...textsOf({ ...this.texts, ...taken }) };
    if (theirs.includes('pictures')) this.pictures = saved.pictures.map(savedPicture);
    if (theirs.includes('video')) this.video = saved.video === null ? undefined : savedPicture(saved.video);
    return this.save(reason);
  }

  /** A new candidate after the one that was just saved. */
  startAnother(): void {
    this.candidateId = undefined;
    this.saved = undefined;
    this.texts = { ...blank, group: this.texts.group };
    this.pictures = [];
    this.video = undefined;
    this.isKept = false;
    this.requestId = newRandomId();
    this.changed();
  }

  /** The fields as typed, for both sides of a conflict. */
  fields(): CandidateFields {
    const { facts, criteria, ...texts } = this.texts;
    return {
      ...texts,
      facts: facts.filter(({ figure, label }) => figure.trim() !== '' || label.trim() !== ''),
      criteria: criteria.filter(({ text }) => text.trim() !== ''),
      pictures: this.pictures.flatMap(({ file }) => file ?? []),
      video: this.video?.file ?? null,
    };
  }

  private async meetConflict(
    fields: CandidateFields,
    change: CandidateChange,
    reason: string | undefined,
  ): ReturnType<CandidateSession['save']> {
    const before = this.saved;
    if (!before) return { ok: false };
    const answer = await loadCandidate(this.pollId, before.id);
    if (!answer.ok) return { ok: false, failure: answer.error };
    const latest = answer.data.candidate;
    const theirs = fieldsOf(latest);
    const { clashes } = rebase(theirs, { base: fieldsOf(before), change });
    // What they changed and I did not is theirs; what I changed stays on the form.
    const untouched = Object.fromEntries(Object.entries(theirs).filter(([name]) => !(name in change)));
    this.texts = { ...this.texts, ...textsOf({ ...fields, ...untouched }) };
    if (!('pictures' in change)) this.pictures = latest.pictures.map(savedPicture);
    this.saved = latest;
    if (clashes.length === 0) return this.save(reason);
    this.conflict = { by: latest.edited, clashes, theirs };
    this.changed();
    return { ok: false };
  }

  private take(candidate: EditedCandidate): void {
    this.saved = candidate;
    this.texts = textsOf(candidate);
    this.pictures = candidate.pictures.map(savedPicture);
    this.video = candidate.video === null ? undefined : savedPicture(candidate.video);
  }
}

function textsOf({ name, group, unit, sentence, detail, facts, criteria }: Texts): Texts {
  return { name, group, unit, sentence, detail, facts, criteria };
}

function fieldsOf(candidate: EditedCandidate): CandidateFields {
  return {
    ...textsOf(candidate),
    pictures: candidate.pictures.map(({ file }) => file),
    video: candidate.video?.file ?? null,
  };
}

function changed(before: CandidateFields, after: CandidateFields): CandidateChange {
  // Names of the same shape.
  const names = Object.keys(after) as FormField[];
  return Object.fromEntries(
    names.filter((name) => !isSame(before[name], after[name])).map((name) => [name, after[name]]),
  );
}
