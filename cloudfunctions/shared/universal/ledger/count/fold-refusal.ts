/** Why an entry cannot stand where it stands. */
export type FoldRefusal =
  | 'RULES_NOT_FIRST'
  | 'RULES_TWICE'
  /** A candidate stands in none of the groups that have seats. */
  | 'GROUP_WITHOUT_SEATS'
  | 'AFTER_RESULT'
  | 'BALLOT_AFTER_CLOSE'
  /** The rules declare no vote. */
  | 'BALLOT_WITHOUT_VOTE'
  | 'CLOSED_TWICE'
  | 'CLOSE_COUNT_WRONG'
  | 'RESULT_BEFORE_CLOSE'
  | 'TAG_TWICE'
  | 'PERIOD_UNKNOWN'
  | 'CANDIDATE_UNKNOWN'
  | 'CHOICES_OUT_OF_RANGE'
  | 'GROUP_OUT_OF_RANGE'
  | 'NOT_A_BALLOT'
  | 'ALREADY_VOID'
  | 'NOT_VOID'
  | 'REASON_NOT_DECLARED'
  | 'ONE_PERSON_ALONE'
  | 'ALREADY_WITHDRAWN'
  | 'JURY_NOT_DECLARED'
  | 'JUROR_TWICE'
  | 'POINTS_OUT_OF_RANGE'
  /** Not the version that the rules ask for by what they declare. */
  | 'RULING_VERSION'
  | 'SHEET_VERSION'
  | 'RESULT_VERSION'
  /** A result without the sheets of the jury that the rules declare. */
  | 'SHEETS_NOT_REVEALED'
  | 'DRAW_WHILE_OPEN'
  | 'DRAW_NOT_DECLARED'
  | 'DRAW_TWICE'
  /** Not as many digits as the rules say. */
  | 'DRAW_MALFORMED'
  /** A result of a tie that the rules give to a lot which was not drawn. */
  | 'DRAW_MISSING';
