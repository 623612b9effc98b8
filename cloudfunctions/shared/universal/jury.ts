/** `logs/POLL/jury.json`: who judges, as everybody can read it from before the first sheet on. */
export interface JuryFile {
  v: 1;
  pollId: string;
  /** Epoch milliseconds, as all instants here. */
  openedAt: number;
  dueAt: number;
  /** Whether jurors see number and name of a candidate alone. */
  isBlind: boolean;
  /** Under these names the log has their sheets, in the order of the roster. */
  jurors: string[];
}
