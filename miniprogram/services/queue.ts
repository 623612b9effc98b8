import type { Failure } from './cloud';

/** The longest the least wait grows, milliseconds. */
const longestLeast = 40_000;

/** After how many milliseconds there may be room in the cloud, where it was refused for that; undefined after any other failure. */
export function roomIn({ code, details }: Failure): number | undefined {
  return code === 'BUSY' ? details?.retryAfter : undefined;
}

/**
 * How long this phone waits for room, milliseconds. It doubles with each refusal in a row, up to forty seconds, and up to as much again
 * is added by chance: of twenty thousand phones that were refused at once no two seconds see the same ones again.
 * @param least what the cloud asked for
 */
export function queuePause(least: number, refusals: number, chance = Math.random()): number {
  return Math.min(longestLeast, least * 2 ** (refusals - 1)) * (1 + chance);
}
