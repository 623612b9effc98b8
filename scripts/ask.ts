import { createInterface } from 'node:readline/promises';
import type { Readable, Writable } from 'node:stream';

/**
 * Asks whoever sits at the terminal.
 * @param question made only where somebody can be asked
 * @returns what they typed; undefined where nobody can be asked
 */
export async function ask(
  question: () => Promise<string>,
  input: Readable & { isTTY?: boolean } = process.stdin,
  output: Writable = process.stdout,
): Promise<string | undefined> {
  if (!input.isTTY) return undefined;
  const text = await question();
  const asking = createInterface({ input, output });
  const answer = await asking.question(text);
  asking.close();
  return answer.trim();
}
