const tints = 4;

/** Which of the four tints stands for a missing picture, 1 … 4: the same for the same number everywhere. */
export function tintOf(number: string): number {
  const value = Number.parseInt(number, 10);
  return Number.isNaN(value) ? 1 : (value % tints) + 1;
}
