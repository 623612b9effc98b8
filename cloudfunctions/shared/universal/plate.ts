/** The number plate of a candidate: 02, 117. */
export function plateText(number: number): string {
  return String(number).padStart(2, '0');
}

const tints = 4;

/** Which of the four tints stands for a missing picture, 1 … 4: the same for the same number everywhere; 1 where there is none. */
export function tintOf(plate: string | number): number {
  const number = Number.parseInt(String(plate), 10);
  return Number.isNaN(number) ? 1 : (number % tints) + 1;
}
