/** What can stand in the way of an act that binds the public: the details of ACT_NOT_POSSIBLE. */
export interface ActObstacle {
  obstacle:
    | 'alreadyPublished'
    | 'notPublished'
    | 'alreadyOpen'
    | 'notOpen'
    | 'alreadyEnded'
    /** Not before `earliest`. */
    | 'tooSoon'
    /** Not after `latest`. */
    | 'tooLate'
    | 'notEarlier'
    | 'notLater'
    | 'alreadyFrozen'
    | 'notFrozen'
    | 'alreadyWithdrawn'
    /** Too few would be left to choose from. */
    | 'rulesUnsatisfiable'
    /** The reason is none of the poll's. */
    | 'notDeclared'
    | 'noSuchBallot'
    /** `earliest` is the announced time, as with `notDrawnYet`. */
    | 'stillOpen'
    | 'noLotDeclared'
    | 'notDrawnYet'
    | 'alreadyDrawn'
    /** The result is written. */
    | 'notNeeded'
    | 'nobodyToApprove'
    /** The draft was edited after its publication was proposed. */
    | 'changedSince'
    /** The poll has no notice: its result comes by itself. */
    | 'noNotice'
    /** Nobody has recounted the log to its end yet; with a log too large for the server, `root` is asked for. */
    | 'recountMissing'
    /** A recount came to something else: `code`, or the root that was given is not the log's. */
    | 'recountDiffers'
    /** Decisions wait that the log has not taken in: some seconds as a rule. */
    | 'rulingsWaiting'
    | 'notCertified'
    | 'alreadyCertified'
    /** The public lot decides who wins, and has not been entered. */
    | 'drawMissing'
    /** A notice would be too short: it runs until `earliest` at least. `unknownYear` is not announced, so calendar days count. */
    | 'tooShort'
    /** A notice that takes an earlier one's place has to say why. */
    | 'reasonMissing'
    | 'notNoticed'
    /** Until `until`. */
    | 'noticeRunning'
    /** What it says is not what the log adds up to any more: a new notice has to go up. */
    | 'noticeStale'
    /** Objections that stop the award, by their `numbers`. */
    | 'openObjections'
    | 'alreadyAwarded'
    | 'notAwarded'
    | 'notAWinner'
    | 'alreadyRevoked'
    | 'alreadyCalledOff'
    | 'alreadyArchived'
    /** Once the vote has opened, `callOff` ends a poll with a notice. */
    | 'callOffInstead'
    /** Sheets are not open. */
    | 'juryNotOpen'
    /** Sheets may still change: nobody knows the count before they are public. */
    | 'juryNotLocked'
    /** Of the jurors by their `labels`. */
    | 'sheetsMissing'
    | 'alreadyLocked'
    | 'noSuchJuror'
    | 'alreadyExcluded'
    /** A candidate would have no sheet that counts. */
    | 'tooFewSheets'
    /** The objection waits for no answer: nobody took it up yet, or it has one. */
    | 'notAccepted'
    /** Both decided what is objected to. */
    | 'sameJudges';
  /** Epoch milliseconds, as `latest` and `until`. */
  earliest?: number;
  latest?: number;
  until?: number;
  unknownYear?: number;
  code?: string;
  numbers?: string[];
  labels?: string[];
}
