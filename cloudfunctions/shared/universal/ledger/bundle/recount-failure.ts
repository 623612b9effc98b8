import type { FoldRefusal } from '../count/log-state';
import type { EntryRefusal } from '../entries/parse-entry';
import type { CheckpointRefusal } from '../note/checkpoint';

/** Everything that can be wrong with a bundle, by name. */
export type RecountCode =
  /** No line of the format, or not where it may stand. */
  | 'BUNDLE_MALFORMED'
  | 'BUNDLE_VERSION_UNKNOWN'
  | 'BUNDLE_TRUNCATED'
  /** Not the key that was expected. */
  | 'KEY_MISMATCH'
  /** Not the candidates that the rules commit to. */
  | 'CANDIDATES_ALTERED'
  /** The rules, or another entry, are not the text that their code was made of. */
  | 'RULES_ALTERED'
  | 'ENTRY_ALTERED'
  | 'ENTRY_MISSING'
  | 'ENTRY_ADDED'
  | 'ENTRY_OUT_OF_ORDER'
  | EntryRefusal
  | FoldRefusal
  | CheckpointRefusal
  /** The log's name does not end in the poll's id. */
  | 'POLL_MISMATCH'
  /** A checkpoint that does not stand behind the last entry it covers. */
  | 'CHECKPOINT_OUT_OF_PLACE'
  /** The same one again. */
  | 'CHECKPOINT_TWICE'
  /** One that was published, as the next one says, is not in the bundle. */
  | 'CHECKPOINT_MISSING'
  /** What was signed is another log than the one in the bundle. */
  | 'ROOT_MISMATCH'
  /** Two checkpoints were signed that no one log can have. */
  | 'FORKED_LOG'
  /** A checkpoint held from elsewhere covers more entries than there are. */
  | 'CHECKPOINT_BEYOND_LOG'
  /** Entries behind the last checkpoint: nobody signed them. */
  | 'ENTRIES_NOT_COVERED'
  | 'RECEIPT_OF_ANOTHER_LOG'
  /** A ballot that a receipt names is not in the log. */
  | 'RECEIPT_NOT_IN_LOG'
  | 'NOT_CLOSED'
  /** What an inquiry decided comes without its grounds, or with others than those that were signed. */
  | 'REPORT_MISSING'
  | 'REPORT_ALTERED'
  /** A notice does not say what the log added up to then. */
  | 'NOTICE_MISMATCH'
  | 'RESULT_MISMATCH';

export interface RecountFailure {
  code: RecountCode;
  /** In the bundle, from 1. */
  line: number;
  message: string;
}
