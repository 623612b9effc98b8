/**
 * How long a test waits for what must come before it gives up, milliseconds: far longer than anything takes, on a slow machine with
 * other work beside it too. Nothing is measured by it. What has to be quick is counted in processor time, with room, or compared in
 * `npm run bench`.
 */
export const patience = 120_000;
