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
  /** Ballots are voided by an inquiry behind the close alone. */
  | 'RULING_WHILE_OPEN'
  /** A ballot that another inquiry voided. */
  | 'OTHER_INQUIRY'
  | 'NOT_VOID'
  | 'REASON_NOT_DECLARED'
  | 'ONE_PERSON_ALONE'
  | 'ALREADY_WITHDRAWN'
  | 'JURY_NOT_DECLARED'
  | 'JUROR_TWICE'
  | 'POINTS_OUT_OF_RANGE'
  /** Not the next version of a juror's sheet. */
  | 'SHEET_NUMBER'
  /** A sheet is handed in when the first ones are public already. */
  | 'SHEET_AFTER_LOCK'
  | 'JURY_WHILE_OPEN'
  /** A sheet is revealed that was never handed in. */
  | 'JURY_WITHOUT_SHEET'
  /** Jurors are not revealed in the order of their names. */
  | 'JURY_OUT_OF_ORDER'
  /** Not the version that was handed in last, or not its salt. */
  | 'SHEET_MISMATCH'
  /** Some candidate is neither scored nor recused, or both. */
  | 'SHEET_INCOMPLETE'
  | 'ALREADY_EXCLUDED'
  /** Not the version that the rules ask for by what they declare. */
  | 'RULING_VERSION'
  | 'SHEET_VERSION'
  | 'RESULT_VERSION'
  /** A result, or a notice of one, without the sheets of the jury that the rules declare. */
  | 'SHEETS_NOT_REVEALED'
  /** Scores that whole numbers below 2^53 cannot tell. */
  | 'SCORE_TOO_FINE'
  | 'DRAW_WHILE_OPEN'
  | 'DRAW_NOT_DECLARED'
  | 'DRAW_TWICE'
  /** Not as many digits as the rules say. */
  | 'DRAW_MALFORMED'
  /** A result, or a notice of one, of a tie that the rules give to a lot which was not drawn. */
  | 'DRAW_MISSING'
  /** A notice or a revocation under rules that owe no notice. */
  | 'NOTICE_NOT_DECLARED'
  | 'NOTICE_WHILE_OPEN'
  /** Not the next number, or from a time before the notice before it. */
  | 'NOTICE_OUT_OF_ORDER'
  /** A result without the notice that the rules owe, or a notice that is up for less than they owe. */
  | 'NOTICE_MISSING'
  /** A result that is not what the last notice says. */
  | 'RESULT_NOT_AS_NOTICED'
  | 'REVOKE_BEFORE_RESULT'
  | 'NOT_A_WINNER'
  | 'ALREADY_REVOKED'
  /** A calling off under rules of a version that knows none. */
  | 'CALL_OFF_NOT_DECLARED'
  | 'AFTER_CALL_OFF';
