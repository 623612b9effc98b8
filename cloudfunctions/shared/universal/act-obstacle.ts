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
    | 'changedSince';
  /** Epoch milliseconds, as `latest`. */
  earliest?: number;
  latest?: number;
}
