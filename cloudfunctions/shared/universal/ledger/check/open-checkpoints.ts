import type { Checkpoint, CheckpointRefusal } from '../note/checkpoint';
import { openCheckpoint } from '../note/checkpoint';
import type { VerifySignature } from '../note/signed-note';
import type { VerifierKey } from '../note/verifier-key';
import { encodeUtf8, decodeUtf8 } from '../utf8';
import type { FileProblem, LogFolder } from './log-folder';
import type { Alarm } from './verdict';

/** A checkpoint that the log has signed, with the note as it was read. */
export interface SignedCheckpoint extends Checkpoint {
  note: string;
}

export type CheckpointProblem = FileProblem | { problem: Alarm; path: string };

const alarms: Readonly<Record<CheckpointRefusal, Alarm>> = {
  NOTE_MALFORMED: 'CHECKPOINT_MALFORMED',
  CHECKPOINT_MALFORMED: 'CHECKPOINT_MALFORMED',
  SIGNATURE_UNKNOWN: 'CHECKPOINT_FORGED',
  SIGNATURE_INVALID: 'CHECKPOINT_FORGED',
  ORIGIN_MISMATCH: 'CHECKPOINT_OF_ANOTHER_LOG',
};

/** Reads checkpoints of one log, each only as far as the log has signed it. */
export class CheckpointReader {
  constructor(
    private readonly folder: LogFolder,
    private readonly key: VerifierKey,
    private readonly verify: VerifySignature,
  ) {}

  /** The newest; a copy on the way may be an old one. */
  newest(): Promise<SignedCheckpoint | CheckpointProblem> {
    return this.fileAt('checkpoint');
  }

  /** The one that was published at this size. */
  async ofSize(size: number): Promise<SignedCheckpoint | CheckpointProblem> {
    const path = `checkpoints/${size}`;
    const read = await this.fileAt(path);
    return 'problem' in read || read.size === size ? read : { problem: 'CHECKPOINT_MALFORMED', path };
  }

  /** One that was kept; null where it is not (any more) what this key has signed. */
  kept(note: string): SignedCheckpoint | null {
    const opened = openCheckpoint(encodeUtf8(note), this.key, this.verify);
    return typeof opened === 'string' ? null : { ...opened, note };
  }

  private async fileAt(path: string): Promise<SignedCheckpoint | CheckpointProblem> {
    const content = await this.folder.file(path);
    if ('problem' in content) return content;
    const opened = openCheckpoint(content, this.key, this.verify);
    return typeof opened === 'string'
      ? { problem: alarms[opened], path }
      : // Whatever was opened is UTF-8.
        { ...opened, note: decodeUtf8(content) ?? '' };
  }
}
