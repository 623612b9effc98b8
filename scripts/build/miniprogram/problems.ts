/** Something in the sources that WeChat would refuse or show broken; `at` is a file, with line and column where known. */
export interface Problem {
  at: string;
  what: string;
}

/** Thrown when a mini-program does not build; lists every problem, one a line. */
export class BuildError extends Error {
  constructor(readonly problems: readonly Problem[]) {
    super(problems.map(({ at, what }) => `${at}: ${what}`).join('\n'));
    this.name = 'BuildError';
  }
}
