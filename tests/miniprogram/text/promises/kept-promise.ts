/** A test by its file and title. */
export interface KeptPromise {
  by: [file: string, title: string];
  /** Sentences as `file#path`. */
  sentences: readonly string[];
}

export const e2e = (name: string): string => `tests/e2e/${name}.test.ts`;
export const organiser = (name: string): string => `tests/cloudfunctions/organiser/${name}.test.ts`;
export const participant = (name: string): string => `tests/cloudfunctions/participant/${name}.test.ts`;
export const scheduler = (name: string): string => `tests/cloudfunctions/scheduler/${name}.test.ts`;
export const voter = (name: string): string => `tests/cloudfunctions/voter/${name}.test.ts`;

export const at = (file: string, ...paths: string[]): string[] => paths.map((path) => `${file}#${path}`);
export const ofOrganiser = (file: string, ...paths: string[]): string[] =>
  at(`packages/organiser/text/${file}`, ...paths);
