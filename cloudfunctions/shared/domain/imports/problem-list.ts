import type { ImportProblem } from './report';

const mostListed = 200;

/** Problems in the order they are found; those past the first 200 are counted. */
export class ProblemList {
  readonly listed: ImportProblem[] = [];
  count = 0;

  /** @param make called only for a problem that is listed */
  add(make: () => ImportProblem): void {
    this.count += 1;
    if (this.listed.length < mostListed) this.listed.push(make());
  }
}
